/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-field-editor.h"

G_BEGIN_DECLS

#define TL_TYPE_SECTION (tl_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlSection, tl_section, TL, SECTION, GtkWidget)

/**
 * TlSectionClass:
 * @show: shows what @item says, and tells whether there is anything to show; called for each new
 *   item, and whenever the workspace has changed
 *
 * A part of the inspector with a heading. A subclass puts its widgets into the property "content",
 * and hands over its editors of fields, which are bound and refreshed for it.
 */
struct _TlSectionClass
{
  GtkWidgetClass parent_class;

  gboolean (*show) (TlSection *self, TlSession *session, TlItem *item);
};

void tl_section_bind (TlSection *self, TlSession *session, TlItem *item);
void tl_section_refresh (TlSection *self);
GtkWidget *tl_section_find_editor (TlSection *self, TlField field);

/* For subclasses. */
TlSession *tl_section_get_session (TlSection *self);
TlItem *tl_section_get_item (TlSection *self);
TlFieldEditor *tl_section_add_editor (TlSection *self, GtkBox *box, TlField field);
void tl_section_add_prose (TlSection *self, GtkBox *box, TlField field, const char *question);
void tl_section_adopt_editor (TlSection *self, TlFieldEditor *editor);
void tl_section_set_heading (TlSection *self, const char *heading);
void tl_section_set_summary (TlSection *self, const char *summary);
void tl_section_edit (TlSection *self, TlItem *item, TlField field);

/* Shows a text, or hides the label when there is none. */
void tl_label_show (GtkLabel *label, const char *text);

G_END_DECLS
