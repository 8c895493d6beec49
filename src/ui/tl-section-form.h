/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-session.h"

G_BEGIN_DECLS

/* Above what an item is linked to, or below it. */
typedef enum
{
  TL_SECTION_PLACE_LEAD,
  TL_SECTION_PLACE_BODY,
  TL_N_SECTION_PLACES,
} TlSectionPlace;

#define TL_TYPE_SECTION_FORM (tl_section_form_get_type ())
G_DECLARE_FINAL_TYPE (TlSectionForm, tl_section_form, TL, SECTION_FORM, GtkWidget)

/* The sections that suit a kind of item, one under the other. */
GtkWidget *tl_section_form_new (TlKind kind, TlSectionPlace place);
void tl_section_form_bind (TlSectionForm *self, TlSession *session, TlItem *item);
void tl_section_form_refresh (TlSectionForm *self);
GtkWidget *tl_section_form_find_editor (TlSectionForm *self, TlField field);

G_END_DECLS
