/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-field-refs.h"

#include <glib/gi18n-lib.h>

#include "tl-chip.h"
#include "tl-item-link.h"
#include "tl-picker.h"

struct _TlFieldRefs
{
  TlFieldEditor parent_instance;

  /* Template. */
  GtkBox *chips;
  GtkWidget *add;
};

/* What was asked for when the picker opened. */
typedef struct
{
  TlFieldRefs *editor;
  TlItem *item;
} Asking;

G_DEFINE_FINAL_TYPE (TlFieldRefs, tl_field_refs, TL_TYPE_FIELD_EDITOR)

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->editor);
  g_object_unref (asking->item);
  g_free (asking);
}

/* Commits what the field holds now, without @left_out and with @added; both may be NULL. */
static void
commit_ids (TlFieldRefs *self, const char *left_out, const char *added)
{
  TlFieldEditor *editor = TL_FIELD_EDITOR (self);
  TlItem *item = tl_field_editor_get_item (editor);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_auto (TlValue) value = TL_VALUE_INIT;

  for (const char *const *id = tl_item_get_words (item, tl_field_editor_get_field (editor));
       *id != NULL; id++)
    if (g_strcmp0 (*id, left_out) != 0 && g_strcmp0 (*id, added) != 0)
      g_strv_builder_add (builder, *id);
  if (added != NULL)
    g_strv_builder_add (builder, added);
  ids = g_strv_builder_end (builder);
  value = tl_value_from_words ((const char *const *) ids);
  tl_field_editor_commit (editor, &value);
  tl_field_editor_refresh (editor);
}

static void
picked_cb (TlItem *picked, gpointer user_data)
{
  Asking *asking = user_data;

  if (tl_field_editor_get_item (TL_FIELD_EDITOR (asking->editor)) == asking->item)
    commit_ids (asking->editor, NULL, tl_item_get_id (picked));
}

static void
add_cb (TlFieldRefs *self)
{
  TlFieldEditor *editor = TL_FIELD_EDITOR (self);
  Asking *asking = g_new0 (Asking, 1);

  asking->editor = g_object_ref (self);
  asking->item = g_object_ref (tl_field_editor_get_item (editor));
  tl_picker_choose_for_field (GTK_WIDGET (self), tl_field_editor_get_session (editor), asking->item,
                              tl_field_editor_get_field (editor), picked_cb, asking, asking_free);
}

static void
removed_cb (TlFieldRefs *self, TlChip *chip)
{
  g_autofree char *id = g_strdup (tl_item_get_id (tl_chip_get_item (chip)));

  gtk_widget_grab_focus (self->add);
  commit_ids (self, id, NULL);
}

static void
opened_cb (TlFieldRefs *self, TlChip *chip)
{
  tl_item_open (tl_field_editor_get_session (TL_FIELD_EDITOR (self)), tl_chip_get_item (chip));
}

static void
tl_field_refs_show_value (TlFieldEditor *editor, const TlValue *value)
{
  TlFieldRefs *self = TL_FIELD_REFS (editor);
  g_autoptr (GPtrArray) targets
      = tl_item_dup_refs (tl_field_editor_get_item (editor), tl_field_editor_get_field (editor));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
  for (guint i = 0; i < targets->len; i++)
    {
      GtkWidget *chip = tl_chip_new (targets->pdata[i]);

      g_signal_connect_object (chip, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (chip, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->chips, chip);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), targets->len > 0);
}

static void
tl_field_refs_constructed (GObject *object)
{
  TlFieldRefs *self = TL_FIELD_REFS (object);
  g_autofree char *name = NULL;

  G_OBJECT_CLASS (tl_field_refs_parent_class)->constructed (object);

  /* Translators: what a button does to a field that holds several items: “Add to About”. */
  name = g_strdup_printf (C_ ("field", "Add to %s"),
                          tl_field_get_label (tl_field_editor_get_field (TL_FIELD_EDITOR (self))));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
tl_field_refs_class_init (TlFieldRefsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tl_field_refs_constructed;
  TL_FIELD_EDITOR_CLASS (klass)->show_value = tl_field_refs_show_value;
  TL_FIELD_EDITOR_CLASS (klass)->shows_titles = TRUE;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-field-refs.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFieldRefs, chips);
  gtk_widget_class_bind_template_child (widget_class, TlFieldRefs, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
tl_field_refs_init (TlFieldRefs *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
