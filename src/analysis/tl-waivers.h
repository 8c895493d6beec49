/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"

G_BEGIN_DECLS

/* The waivers that hold on a day: who may break which rule, because somebody said why. */
typedef struct _TlWaivers TlWaivers;

TlWaivers *tl_waivers_new (TlWorkspace *workspace, TlDate today);
void tl_waivers_free (TlWaivers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlWaivers, tl_waivers_free)

TlItem *tl_waivers_find (TlWaivers *self, const TlFinding *finding);

G_END_DECLS
