/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-item.h"

G_BEGIN_DECLS

/* What is known of a partner, in short. All of it is private. */
char *tl_person_dup_tests (TlItem *person);
char *tl_person_dup_spoken_tests (TlItem *person);
char *tl_person_dup_contact (TlItem *person, TlDate today);

G_END_DECLS
