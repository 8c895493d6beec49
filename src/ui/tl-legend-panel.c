/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-legend-panel.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-legend-symbol.h"

#define TEMPLATE "/io/github/throughline/Throughline/ui/tl-legend-panel.ui"
#define MAX_LABEL_CHARS 22

struct _TlLegendPanel
{
  GtkWidget parent_instance;

  /* Owned */
  GArray *keys; /* of TlLegendKey; their labels are not to be read */
  char *digest; /* of what the rows say */

  /* Template */
  GtkWidget *frame;
  GtkWidget *scroller;
  GtkWidget *title;
  GtkWidget *categories;
  GtkWidget *shapes;
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlLegendPanel, tl_legend_panel, GTK_TYPE_WIDGET)

static void
clicked_cb (TlLegendPanel *self, GtkWidget *row)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, index);
}

static GtkWidget *
create_label (const char *text, gboolean is_count)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), is_count ? 1 : 0);
  gtk_widget_set_hexpand (label, !is_count);
  if (is_count)
    {
      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "dim-label");
    }
  else
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_LABEL_CHARS);
    }
  return label;
}

static GtkWidget *
create_row (TlLegendPanel *self, const TlScene *scene, guint index)
{
  const TlLegendKey *key = tl_legend_panel_get_key (self, index);
  g_autofree char *count = g_strdup_printf ("%u", key->n);
  /* Translators: for screen readers, an entry of the legend, and how many there are. */
  g_autofree char *name = g_strdup_printf (C_ ("accessible", "%1$s: %2$u"), key->label, key->n);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *row = gtk_button_new ();

  gtk_box_append (GTK_BOX (box), tl_legend_symbol_new (key, tl_scene_get_colouring (scene)));
  gtk_box_append (GTK_BOX (box), create_label (key->label, FALSE));
  gtk_box_append (GTK_BOX (box), create_label (count, TRUE));
  gtk_button_set_child (GTK_BUTTON (row), box);
  gtk_widget_add_css_class (row, "flat");
  gtk_widget_set_sensitive (row, key->sort != TL_KEY_MORE);
  gtk_widget_set_tooltip_text (row, key->sort == TL_KEY_CATEGORY ? key->label : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (row, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* The keyboard stays at the place in the list that it had. */
static GtkWidget *
find_row (TlLegendPanel *self, guint index)
{
  GtkWidget *row = gtk_widget_get_first_child (self->categories);

  if (row == NULL)
    row = gtk_widget_get_first_child (self->shapes);
  while (index-- > 0 && row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (next == NULL && gtk_widget_get_parent (row) == self->categories)
        next = gtk_widget_get_first_child (self->shapes);
      row = next != NULL ? next : row;
    }
  return row;
}

static int
get_focused_index (TlLegendPanel *self)
{
  GtkWidget *box
      = gtk_widget_get_focus_child (self->categories) != NULL ? self->categories : self->shapes;
  GtkWidget *row = gtk_widget_get_focus_child (box);

  return row != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL
             ? GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "index"))
             : -1;
}

static void
rebuild (TlLegendPanel *self, const TlScene *scene)
{
  int focused = get_focused_index (self);
  GtkWidget *row;

  clear (self->categories);
  clear (self->shapes);
  for (guint i = 0; i < self->keys->len; i++)
    {
      gboolean is_category = tl_legend_panel_get_key (self, i)->sort <= TL_KEY_MORE;

      gtk_box_append (GTK_BOX (is_category ? self->categories : self->shapes),
                      create_row (self, scene, i));
    }
  row = focused >= 0 ? find_row (self, (guint) focused) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static char *
create_digest (const TlScene *scene, GArray *keys, const char *title)
{
  GString *digest = g_string_new (title);

  g_string_append_printf (digest, "\n%p", (const void *) tl_scene_get_theme (scene));
  for (guint i = 0; i < keys->len; i++)
    {
      const TlLegendKey *key = &g_array_index (keys, TlLegendKey, i);

      g_string_append_printf (digest, "\n%d %d %d %u %s", key->sort, key->choice, key->status,
                              key->n, key->label);
    }
  return g_string_free (digest, FALSE);
}

static void
tl_legend_panel_dispose (GObject *object)
{
  TlLegendPanel *self = TL_LEGEND_PANEL (object);

  g_clear_pointer (&self->frame, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_legend_panel_parent_class)->dispose (object);
}

static void
tl_legend_panel_finalize (GObject *object)
{
  TlLegendPanel *self = TL_LEGEND_PANEL (object);

  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->digest, g_free);

  G_OBJECT_CLASS (tl_legend_panel_parent_class)->finalize (object);
}

static void
tl_legend_panel_class_init (TlLegendPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_legend_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_legend_panel_finalize;

  /**
   * TlLegendPanel::activated:
   * @self: the panel
   * @index: of the key
   *
   * The user wants to see where it is.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", TL_TYPE_LEGEND_PANEL, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, TEMPLATE);
  gtk_widget_class_bind_template_child (widget_class, TlLegendPanel, frame);
  gtk_widget_class_bind_template_child (widget_class, TlLegendPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlLegendPanel, title);
  gtk_widget_class_bind_template_child (widget_class, TlLegendPanel, categories);
  gtk_widget_class_bind_template_child (widget_class, TlLegendPanel, shapes);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_legend_panel_init (TlLegendPanel *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (TlLegendKey));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_legend_panel_new:
 *
 * Returns: (transfer floating): an empty legend
 */
GtkWidget *
tl_legend_panel_new (void)
{
  return g_object_new (TL_TYPE_LEGEND_PANEL, NULL);
}

/**
 * tl_legend_panel_set_scene:
 * @self: a legend
 * @scene: what it is of, as it is now; only read during the call
 * @title: what the colours stand for
 *
 * Says what is on the map; rows are made anew only where that is another than before.
 */
void
tl_legend_panel_set_scene (TlLegendPanel *self, const TlScene *scene, const char *title)
{
  GArray *keys;
  g_autofree char *digest = NULL;

  g_return_if_fail (TL_IS_LEGEND_PANEL (self) && scene != NULL && title != NULL);

  keys = tl_legend_list_keys (scene);
  digest = create_digest (scene, keys, title);
  g_array_unref (self->keys);
  self->keys = keys;
  if (g_strcmp0 (digest, self->digest) == 0)
    return;
  g_free (self->digest);
  self->digest = g_steal_pointer (&digest);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  rebuild (self, scene);
}

/**
 * tl_legend_panel_get_key:
 * @self: a legend
 * @index: as in TlLegendPanel::activated
 *
 * Returns: (transfer none): the key, as long as the scene stays as it is
 */
const TlLegendKey *
tl_legend_panel_get_key (TlLegendPanel *self, guint index)
{
  g_return_val_if_fail (index < self->keys->len, NULL);

  return &g_array_index (self->keys, TlLegendKey, index);
}
