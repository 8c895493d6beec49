/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-silo-line.h"

#include <glib/gi18n.h>

struct _TlSiloLine
{
  GtkWidget parent_instance;

  /* Template. */
  GtkLabel *label;
  GtkBox *sides;
  GtkLabel *first;
  GtkLabel *second;
  GtkWidget *first_letter;
  GtkWidget *second_letter;

  gboolean is_stacked;
};

enum
{
  PROP_STACKED = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TlSiloLine, tl_silo_line, GTK_TYPE_WIDGET)

static void
append_parts (GString *markup, const GPtrArray *parts, gboolean are_shared)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const TlBriefPart *part = parts->pdata[i];
      g_autofree char *text = g_markup_escape_text (part->text, -1);
      /* Translators: something that two projects have in common; the sign says so. */
      g_autofree char *shared = g_strdup_printf (C_ ("brief", "= %s"), text);

      if (part->is_shared != are_shared)
        continue;
      g_string_append (markup, markup->len > 0 ? "\n" : "");
      g_string_append_printf (markup, are_shared ? "<b>%s</b>" : "%s", are_shared ? shared : text);
    }
}

static void
show_side (GtkLabel *label, const GPtrArray *parts)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  append_parts (markup, parts, TRUE);
  append_parts (markup, parts, FALSE);
  gtk_label_set_markup (label, parts->len > 0 ? markup->str : C_ ("brief", "not recorded"));
  if (parts->len > 0)
    gtk_widget_remove_css_class (GTK_WIDGET (label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
}

static void
set_stacked (TlSiloLine *self, gboolean is_stacked)
{
  if (self->is_stacked == is_stacked)
    return;
  self->is_stacked = is_stacked;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides), is_stacked
                                                                    ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->sides, !is_stacked);
  gtk_widget_set_visible (self->first_letter, is_stacked);
  gtk_widget_set_visible (self->second_letter, is_stacked);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STACKED]);
}

static void
tl_silo_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_silo_line_parent_class)->dispose (object);
}

static void
tl_silo_line_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STACKED:
      g_value_set_boolean (value, TL_SILO_LINE (object)->is_stacked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_silo_line_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STACKED:
      set_stacked (TL_SILO_LINE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_silo_line_class_init (TlSiloLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_silo_line_dispose;
  object_class->get_property = tl_silo_line_get_property;
  object_class->set_property = tl_silo_line_set_property;
  props[PROP_STACKED]
      = g_param_spec_boolean ("stacked", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-silo-line.ui");
  gtk_widget_class_bind_template_child (widget_class, TlSiloLine, label);
  gtk_widget_class_bind_template_child (widget_class, TlSiloLine, sides);
  gtk_widget_class_bind_template_child (widget_class, TlSiloLine, first);
  gtk_widget_class_bind_template_child (widget_class, TlSiloLine, second);
  gtk_widget_class_bind_template_child (widget_class, TlSiloLine, first_letter);
  gtk_widget_class_bind_template_child (widget_class, TlSiloLine, second_letter);
}

static void
tl_silo_line_init (TlSiloLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_silo_line_new:
 *
 * Returns: (transfer floating): a line that says nothing yet
 */
GtkWidget *
tl_silo_line_new (void)
{
  return g_object_new (TL_TYPE_SILO_LINE, NULL);
}

/**
 * tl_silo_line_show:
 * @self: a line
 * @row: what to say of both; not needed when this returns
 */
void
tl_silo_line_show (TlSiloLine *self, const TlBriefRow *row)
{
  g_return_if_fail (TL_IS_SILO_LINE (self) && row != NULL);

  gtk_label_set_label (self->label, row->label);
  show_side (self->first, row->parts[0]);
  show_side (self->second, row->parts[1]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row->label,
                                  -1);
}
