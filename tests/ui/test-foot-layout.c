/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "tl-foot-layout.h"

/* Where a text and its buttons stand, by the width there is for them. */

#define BUTTON_WIDTH 100
#define BUTTON_HEIGHT 30

typedef struct
{
  const char *text;
  guint n_buttons;
  int width;
  gboolean is_stacked;
} Case;

static const Case cases[] = {
  { "A few words that need some room to be read", 2, 600, FALSE },
  { "A few words that need some room to be read", 2, 360, TRUE },
  { "A few words that need some room to be read", 2, 150, TRUE },
  { "A few words that need some room to be read", 0, 150, FALSE },
  { "Short", 1, 170, FALSE },
  { "", 2, 220, FALSE },
};

static GtkWidget *
create_foot (const Case *row)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *text = gtk_label_new (row->text);

  gtk_widget_set_layout_manager (foot, g_object_new (TL_TYPE_FOOT_LAYOUT, NULL));
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_box_append (GTK_BOX (foot), text);
  for (guint i = 0; i < row->n_buttons; i++)
    {
      GtkWidget *button = g_object_new (GTK_TYPE_DRAWING_AREA, "content-width", BUTTON_WIDTH,
                                        "content-height", BUTTON_HEIGHT, NULL);

      gtk_box_append (GTK_BOX (foot), button);
    }
  return g_object_ref_sink (foot);
}

static graphene_rect_t
get_bounds (GtkWidget *child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, gtk_widget_get_parent (child), &bounds));
  return bounds;
}

/* Nothing overlaps or leaves the foot, and the last button ends where the foot does. */
static void
check_places (GtkWidget *foot, const Case *row, int height, gboolean is_mirrored)
{
  GtkWidget *text = gtk_widget_get_first_child (foot);
  GtkWidget *child = text;
  GtkWidget *previous = text;
  graphene_rect_t bounds = get_bounds (text);
  graphene_rect_t before = bounds;

  while ((child = gtk_widget_get_next_sibling (child)) != NULL)
    {
      graphene_rect_t button = get_bounds (child);

      g_assert_cmpfloat (button.origin.y + BUTTON_HEIGHT, <=, height);
      g_assert_cmpfloat (button.size.width, ==, BUTTON_WIDTH);
      if (previous != text)
        g_assert_false (graphene_rect_intersection (&before, &button, NULL));
      if (row->is_stacked)
        g_assert_cmpfloat (button.origin.y, >=, bounds.origin.y + bounds.size.height);
      else if (is_mirrored)
        g_assert_cmpfloat (button.origin.x + button.size.width, <=, bounds.origin.x);
      else
        g_assert_cmpfloat (button.origin.x, >=, bounds.origin.x + bounds.size.width);
      if (gtk_widget_get_next_sibling (child) == NULL)
        g_assert_cmpfloat (is_mirrored ? button.origin.x : button.origin.x + button.size.width, ==,
                           is_mirrored ? 0 : row->width);
      previous = child;
      before = button;
    }
}

static void
check (const Case *row, GtkTextDirection direction)
{
  GtkWidget *foot = create_foot (row);
  int height;

  gtk_widget_set_direction (foot, direction);
  gtk_widget_measure (foot, GTK_ORIENTATION_VERTICAL, row->width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (foot, row->width, height, -1, NULL);
  check_places (foot, row, height, direction == GTK_TEXT_DIR_RTL);
  g_object_unref (foot);
}

static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      check (&cases[i], GTK_TEXT_DIR_LTR);
      check (&cases[i], GTK_TEXT_DIR_RTL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/foot-layout/places", test_places);
  return g_test_run ();
}
