/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-session.h"

G_BEGIN_DECLS

/* The sample workspace, on a fixed day. */
GFile *ui_sample_get_file (void);
TlSession *ui_sample_open (void);
TlItem *ui_sample_get (TlSession *session, const char *id);
TlItem *ui_sample_link (TlSession *session, const char *project, const char *target);

G_END_DECLS
