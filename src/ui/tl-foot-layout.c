/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-foot-layout.h"

#define SPACING 10     /* between children beside each other */
#define LINE_SPACING 6 /* between text and buttons below it */
#define TEXT_WIDTH 150 /* that a longer text needs to be read */

struct _TlFootLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TlFootLayout, tl_foot_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Extents of all buttons beside each other. */
typedef struct
{
  int minimum;
  int natural;
  int height;
  int n;
} Buttons;

static Buttons
measure_buttons (GtkWidget *widget)
{
  Buttons buttons = { 0 };
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while ((child = gtk_widget_get_next_sibling (child)) != NULL)
    {
      GtkRequisition least, wished;
      int gap = buttons.natural > 0 ? SPACING : 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, &least, &wished);
      buttons.minimum = MAX (buttons.minimum, least.width);
      buttons.n++;
      buttons.natural += gap + wished.width;
      buttons.height = MAX (buttons.height, wished.height);
    }
  return buttons;
}

static int
get_text_extent (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum)
{
  GtkWidget *text = gtk_widget_get_first_child (widget);
  int natural = 0;

  if (minimum != NULL)
    *minimum = 0;
  if (gtk_widget_should_layout (text))
    gtk_widget_measure (text, orientation, for_size, minimum, &natural, NULL, NULL);
  return natural;
}

/* Where there is no room for them side by side, each has a line. */
static gboolean
is_piled (const Buttons *buttons, int width)
{
  return width >= 0 && buttons->natural > width;
}

static int
get_buttons_height (const Buttons *buttons, int width)
{
  int n = is_piled (buttons, width) ? buttons->n : MIN (buttons->n, 1);

  return n * buttons->height + MAX (n - 1, 0) * LINE_SPACING;
}

static gboolean
is_stacked (GtkWidget *widget, const Buttons *buttons, int width)
{
  int text = get_text_extent (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL);

  return width >= 0 && text > 0 && buttons->natural > 0
         && MIN (text, TEXT_WIDTH) + SPACING + buttons->natural > width;
}

static void
tl_foot_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  Buttons buttons = measure_buttons (widget);
  int beside = buttons.natural > 0 ? SPACING + buttons.natural : 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = get_text_extent (widget, orientation, -1, minimum) + beside;
      *minimum = MAX (*minimum, buttons.minimum);
    }
  else if (is_stacked (widget, &buttons, for_size))
    *minimum = *natural = get_text_extent (widget, orientation, for_size, NULL) + LINE_SPACING
                          + get_buttons_height (&buttons, for_size);
  else
    {
      int room = for_size >= 0 ? MAX (for_size - beside, 0) : -1;

      *minimum = *natural = MAX (get_text_extent (widget, orientation, room, NULL),
                                 get_buttons_height (&buttons, for_size));
    }
}

/* @x is from the side where reading begins. */
static void
place (GtkWidget *widget, GtkWidget *child, GtkAllocation place, int width)
{
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    place.x = width - place.x - place.width;
  gtk_widget_size_allocate (child, &place, -1);
}

static void
tl_foot_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         int width,
                         int height,
                         int baseline)
{
  Buttons buttons = measure_buttons (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int room = MIN (buttons.natural, width);
  int x = width - room;
  int line = is_piled (&buttons, width) ? buttons.height + LINE_SPACING : 0;
  int y = line > 0 ? MAX (height - get_buttons_height (&buttons, width), 0) : 0;

  if (is_stacked (widget, &buttons, width))
    {
      y = height - get_buttons_height (&buttons, width);
      place (widget, child, (GtkAllocation) { 0, 0, width, y - LINE_SPACING }, width);
    }
  else if (gtk_widget_should_layout (child))
    place (widget, child, (GtkAllocation) { 0, 0, room > 0 ? MAX (x - SPACING, 0) : width, height },
           width);
  while ((child = gtk_widget_get_next_sibling (child)) != NULL)
    {
      GtkRequisition wished;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, NULL, &wished);
      if (line > 0)
        x = MAX (width - wished.width, 0);
      place (widget, child,
             (GtkAllocation) { x, y, MIN (wished.width, MAX (width - x, 0)),
                               line > 0 ? buttons.height : height - y },
             width);
      x += wished.width + SPACING;
      y += line;
    }
}

static GtkSizeRequestMode
tl_foot_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_foot_layout_class_init (TlFootLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = tl_foot_layout_get_request_mode;
  layout_class->measure = tl_foot_layout_measure;
  layout_class->allocate = tl_foot_layout_allocate;
}

static void
tl_foot_layout_init (TlFootLayout *self)
{
}
