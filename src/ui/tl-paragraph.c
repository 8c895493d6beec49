/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-paragraph.h"

#include "tl-compat.h"
#include "tl-style.h"

/* What it asks for where nothing else decides, in pixels. */
#define MINIMUM_WIDTH_PX 40
#define NATURAL_WIDTH_PX 200

struct _TlParagraph
{
  GtkWidget parent_instance;

  /* Owned. */
  char *text;
  PangoLayout *layout; /* NULL until it is needed, and when it has to be made anew */

  gboolean is_single; /* one line, cut off where there is no room */
};

G_DEFINE_FINAL_TYPE (TlParagraph, tl_paragraph, GTK_TYPE_WIDGET)

static PangoLayout *
ensure_layout (TlParagraph *self, int width)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (self->layout,
                                  self->is_single ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
      pango_layout_set_width (self->layout, width * PANGO_SCALE);
      tl_style_align_layout (self->layout, gtk_widget_get_direction (GTK_WIDGET (self)), FALSE);
    }
  if (pango_layout_get_width (self->layout) != width * PANGO_SCALE)
    pango_layout_set_width (self->layout, width * PANGO_SCALE);
  return self->layout;
}

static GtkSizeRequestMode
tl_paragraph_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_paragraph_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  TlParagraph *self = TL_PARAGRAPH (widget);
  PangoLayout *layout;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *self->text != '\0' ? MINIMUM_WIDTH_PX : 0;
      *natural = *self->text != '\0' ? NATURAL_WIDTH_PX : 0;
      return;
    }
  layout = ensure_layout (self, for_size >= 0 ? for_size : NATURAL_WIDTH_PX);
  pango_layout_get_pixel_size (layout, NULL, minimum);
  *natural = *minimum;
}

static void
tl_paragraph_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PangoLayout *layout = ensure_layout (TL_PARAGRAPH (widget), gtk_widget_get_width (widget));
  GdkRGBA color;

  tl_widget_get_color (widget, &color);
  gtk_snapshot_append_layout (snapshot, layout, &color);
}

static void
drop_layout (GtkWidget *widget)
{
  g_clear_object (&TL_PARAGRAPH (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
tl_paragraph_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tl_paragraph_parent_class)->css_changed (widget, change);

  drop_layout (widget);
}

static void
tl_paragraph_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (tl_paragraph_parent_class)->direction_changed (widget, previous);

  drop_layout (widget);
}

static void
tl_paragraph_finalize (GObject *object)
{
  TlParagraph *self = TL_PARAGRAPH (object);

  g_clear_object (&self->layout);
  g_free (self->text);

  G_OBJECT_CLASS (tl_paragraph_parent_class)->finalize (object);
}

static void
tl_paragraph_class_init (TlParagraphClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_paragraph_finalize;
  widget_class->get_request_mode = tl_paragraph_get_request_mode;
  widget_class->measure = tl_paragraph_measure;
  widget_class->snapshot = tl_paragraph_snapshot;
  widget_class->css_changed = tl_paragraph_css_changed;
  widget_class->direction_changed = tl_paragraph_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "paragraph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
tl_paragraph_init (TlParagraph *self)
{
  self->text = g_strdup ("");
}

/**
 * tl_paragraph_set_text:
 * @self: a paragraph
 * @text: what it says, plain text
 */
void
tl_paragraph_set_text (TlParagraph *self, const char *text)
{
  g_return_if_fail (TL_IS_PARAGRAPH (self) && text != NULL);

  if (g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  drop_layout (GTK_WIDGET (self));
}

/**
 * tl_paragraph_set_single:
 * @self: a paragraph
 * @is_single: whether it is one line, cut off where there is no room, and does not wrap
 */
void
tl_paragraph_set_single (TlParagraph *self, gboolean is_single)
{
  g_return_if_fail (TL_IS_PARAGRAPH (self));

  if (self->is_single == is_single)
    return;
  self->is_single = is_single;
  drop_layout (GTK_WIDGET (self));
}

/**
 * tl_paragraph_get_text:
 * @self: a paragraph
 *
 * Returns: what it says
 */
const char *
tl_paragraph_get_text (TlParagraph *self)
{
  g_return_val_if_fail (TL_IS_PARAGRAPH (self), NULL);

  return self->text;
}
