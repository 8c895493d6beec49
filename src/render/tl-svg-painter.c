/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-svg-painter.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "tl-text-lines.h"

#define MAX_HINT 2000 /* characters of a title element */

/* Points are written in the picture's own units, so that no file carries a tree of transforms. Only
 * what is turned stands in a group that turns it. */
typedef struct
{
  double dx;
  double dy;
  double scale;
  guint n_groups; /* of clips and turns: to close when the state is restored */
} State;

struct _TlSvgPainter
{
  TlPainter parent_instance;

  /* Owned */
  GString *svg;
  GArray *states; /* of State, the last one in force */
  GHashTable *ids;
  PangoContext *context;

  guint n_clips;
  gboolean in_link;
};

G_DEFINE_FINAL_TYPE (TlSvgPainter, tl_svg_painter, TL_TYPE_PAINTER)

static void
append_number (GString *svg, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (text, sizeof text, "%.3f", isfinite (number) ? number : 0);
  length = strlen (text);
  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == '.')
    length--;
  text[length] = '\0';
  g_string_append (svg, strcmp (text, "-0") == 0 ? "0" : text);
}

static void
append_attribute (GString *svg, const char *name, double number)
{
  g_string_append_printf (svg, " %s=\"", name);
  append_number (svg, number);
  g_string_append_c (svg, '"');
}

/* Characters that XML 1.0 forbids even when escaped are left out. */
static gboolean
is_xml_character (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0x7f) || (c >= 0xa0 && c < 0xfffe)
         || (c >= 0x10000 && (c & 0xfffe) != 0xfffe);
}

static void
append_escaped (GString *svg, const char *string)
{
  g_autofree char *valid = g_utf8_make_valid (string, -1);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (*c == '<')
        g_string_append (svg, "&lt;");
      else if (*c == '>')
        g_string_append (svg, "&gt;");
      else if (*c == '&')
        g_string_append (svg, "&amp;");
      else if (*c == '"')
        g_string_append (svg, "&quot;");
      else if (*c == '\'')
        g_string_append (svg, "&#39;");
      else if (is_xml_character (character))
        g_string_append_unichar (svg, character);
    }
}

static void
append_quoted (GString *svg, const char *name, const char *value)
{
  g_string_append_printf (svg, " %s=\"", name);
  append_escaped (svg, value);
  g_string_append_c (svg, '"');
}

static void
append_clamped_element (GString *svg, const char *name, const char *text)
{
  g_autofree char *clamped = tl_text_clamp (text, MAX_HINT);

  g_string_append_printf (svg, "<%s>", name);
  append_escaped (svg, clamped);
  g_string_append_printf (svg, "</%s>", name);
}

static void
append_color (GString *svg, const char *name, TlColor color)
{
  g_string_append_printf (svg, " %s=\"#%02x%02x%02x\"", name, (guint) lround (color.r * 255),
                          (guint) lround (color.g * 255), (guint) lround (color.b * 255));
  if (color.a < 1)
    {
      g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

      append_attribute (svg, opacity, color.a);
    }
}

static State *
get_state (TlSvgPainter *self)
{
  return &g_array_index (self->states, State, self->states->len - 1);
}

static TlPoint
map_point (const State *state, TlPoint p)
{
  return tl_point (state->dx + p.x * state->scale, state->dy + p.y * state->scale);
}

static void
append_stroke (TlSvgPainter *self, TlStroke stroke, TlColor color)
{
  double scale = get_state (self)->scale;

  g_string_append (self->svg, " fill=\"none\"");
  append_color (self->svg, "stroke", color);
  append_attribute (self->svg, "stroke-width", stroke.width * scale);
  if (stroke.gap <= 0)
    return;
  g_string_append (self->svg, " stroke-dasharray=\"");
  append_number (self->svg, stroke.dash * scale);
  g_string_append_c (self->svg, ' ');
  append_number (self->svg, stroke.gap * scale);
  g_string_append_c (self->svg, '"');
  if (stroke.dash < stroke.width)
    g_string_append (self->svg, " stroke-linecap=\"round\"");
}

static void
append_rect (TlSvgPainter *self, TlRect rect, double radius)
{
  const State *state = get_state (self);
  TlPoint origin = map_point (state, tl_point (rect.x, rect.y));

  g_string_append (self->svg, "<rect");
  append_attribute (self->svg, "x", origin.x);
  append_attribute (self->svg, "y", origin.y);
  append_attribute (self->svg, "width", rect.width * state->scale);
  append_attribute (self->svg, "height", rect.height * state->scale);
  if (radius > 0)
    append_attribute (self->svg, "rx", radius * state->scale);
}

static void
append_path (TlSvgPainter *self, TlPath path)
{
  static const char letters[] = { 'M', 'L', 'C', 'Z' };
  static const int n_points[] = { 1, 1, 3, 0 };
  const State *state = get_state (self);

  g_string_append (self->svg, "<path d=\"");
  for (guint i = 0; i < path.n_segments; i++)
    {
      const TlPathSegment *segment = &path.segments[i];

      g_string_append_c (self->svg, letters[segment->verb]);
      for (int j = 0; j < n_points[segment->verb]; j++)
        {
          TlPoint p = map_point (state, segment->p[j]);

          if (j > 0)
            g_string_append_c (self->svg, ' ');
          append_number (self->svg, p.x);
          g_string_append_c (self->svg, ' ');
          append_number (self->svg, p.y);
        }
    }
  g_string_append_c (self->svg, '"');
}

static void
append_piece (TlSvgPainter *self, const TlTextPiece *piece, const TlText *text)
{
  if (!piece->is_suffix)
    {
      append_escaped (self->svg, piece->string);
      return;
    }
  g_string_append (self->svg, "<tspan");
  append_attribute (self->svg, "font-size",
                    tl_text_role_get_size (TL_TEXT_DETAIL) * get_state (self)->scale);
  g_string_append (self->svg, " font-weight=\"400\"");
  append_color (self->svg, "fill", text->suffix_color);
  g_string_append_c (self->svg, '>');
  append_escaped (self->svg, piece->string);
  g_string_append (self->svg, "</tspan>");
}

static void
append_line (TlSvgPainter *self, const TlTextLine *line, const TlText *text, TlPoint origin)
{
  static const char *const anchors[] = { "start", "middle", "end" };
  const State *state = get_state (self);
  const double shares[] = { line->is_rtl ? 1 : 0, 0.5, line->is_rtl ? 0 : 1 };
  TlPoint at = map_point (state, tl_point (origin.x + line->x + line->width * shares[text->align],
                                           origin.y + line->baseline));

  g_string_append (self->svg, "<text");
  append_attribute (self->svg, "x", at.x);
  append_attribute (self->svg, "y", at.y);
  append_attribute (self->svg, "font-size", tl_text_role_get_size (text->role) * state->scale);
  g_string_append_printf (self->svg, " font-weight=\"%d\"", tl_text_role_get_weight (text->role));
  if (text->align != TL_ALIGN_START)
    g_string_append_printf (self->svg, " text-anchor=\"%s\"", anchors[text->align]);
  if (line->is_rtl)
    g_string_append (self->svg, " direction=\"rtl\"");
  append_color (self->svg, "fill", text->color);
  g_string_append_c (self->svg, '>');
  for (guint i = 0; i < line->pieces->len; i++)
    append_piece (self, &g_array_index (line->pieces, TlTextPiece, i), text);
  g_string_append (self->svg, "</text>\n");
}

/* An id as XML and style sheets want it, and no other's. */
static char *
dup_element_id (TlSvgPainter *self, const char *id)
{
  GString *name = g_string_new ("item-");
  gsize length;

  for (const char *c = id; *c != '\0' && name->len < 120; c++)
    if (g_ascii_isalnum (*c) || *c == '-' || *c == '.')
      g_string_append_c (name, *c);
    else
      g_string_append_printf (name, "_%02x", (guchar) *c);
  length = name->len;
  for (guint n = 2; !g_hash_table_add (self->ids, g_strdup (name->str)); n++)
    {
      g_string_truncate (name, length);
      g_string_append_printf (name, "_n%u", n);
    }
  return g_string_free (name, FALSE);
}

static void
tl_svg_painter_save (TlPainter *painter)
{
  TlSvgPainter *self = TL_SVG_PAINTER (painter);
  State state = *get_state (self);

  state.n_groups = 0;
  g_array_append_val (self->states, state);
}

static void
tl_svg_painter_restore (TlPainter *painter)
{
  TlSvgPainter *self = TL_SVG_PAINTER (painter);

  g_return_if_fail (self->states->len > 1);

  for (guint i = 0; i < get_state (self)->n_groups; i++)
    g_string_append (self->svg, "</g>\n");
  g_array_set_size (self->states, self->states->len - 1);
}

static void
tl_svg_painter_translate (TlPainter *painter, double dx, double dy)
{
  State *state = get_state (TL_SVG_PAINTER (painter));

  state->dx += dx * state->scale;
  state->dy += dy * state->scale;
}

static void
tl_svg_painter_scale (TlPainter *painter, double factor)
{
  get_state (TL_SVG_PAINTER (painter))->scale *= factor;
}

static void
tl_svg_painter_turn (TlPainter *painter)
{
  TlSvgPainter *self = TL_SVG_PAINTER (painter);
  State *state = get_state (self);

  g_string_append (self->svg, "<g transform=\"translate(");
  append_number (self->svg, state->dx);
  g_string_append_c (self->svg, ' ');
  append_number (self->svg, state->dy);
  g_string_append (self->svg, ") rotate(-90)\">\n");
  state->dx = 0;
  state->dy = 0;
  state->n_groups++;
}

static void
tl_svg_painter_clip_rect (TlPainter *painter, TlRect rect)
{
  TlSvgPainter *self = TL_SVG_PAINTER (painter);

  g_string_append_printf (self->svg, "<clipPath id=\"clip-%u\">", ++self->n_clips);
  append_rect (self, rect, 0);
  g_string_append_printf (self->svg, "/></clipPath><g clip-path=\"url(#clip-%u)\">\n",
                          self->n_clips);
  get_state (self)->n_groups++;
}

static void
tl_svg_painter_fill_rect (TlPainter *painter, TlRect rect, double radius, TlColor color)
{
  TlSvgPainter *self = TL_SVG_PAINTER (painter);

  append_rect (self, rect, radius);
  append_color (self->svg, "fill", color);
  g_string_append (self->svg, "/>\n");
}

static void
tl_svg_painter_stroke_rect (TlPainter *painter,
                            TlRect rect,
                            double radius,
                            TlStroke stroke,
                            TlColor color)
{
  TlSvgPainter *self = TL_SVG_PAINTER (painter);

  append_rect (self, rect, radius);
  append_stroke (self, stroke, color);
  g_string_append (self->svg, "/>\n");
}

static void
tl_svg_painter_fill_path (TlPainter *painter, TlPath path, TlColor color)
{
  TlSvgPainter *self = TL_SVG_PAINTER (painter);

  append_path (self, path);
  append_color (self->svg, "fill", color);
  g_string_append (self->svg, "/>\n");
}

static void
tl_svg_painter_stroke_path (TlPainter *painter, TlPath path, TlStroke stroke, TlColor color)
{
  TlSvgPainter *self = TL_SVG_PAINTER (painter);

  append_path (self, path);
  append_stroke (self, stroke, color);
  g_string_append (self->svg, "/>\n");
}

static void
tl_svg_painter_draw_text (TlPainter *painter, const TlText *text, TlPoint origin)
{
  TlSvgPainter *self = TL_SVG_PAINTER (painter);
  g_autoptr (PangoLayout) layout = tl_text_create_layout (self->context, text);
  g_autoptr (GPtrArray) lines = tl_text_list_lines (layout);

  for (guint i = 0; i < lines->len; i++)
    append_line (self, g_ptr_array_index (lines, i), text, origin);
}

static void
tl_svg_painter_begin_item (TlPainter *painter, const TlPainterItem *item)
{
  TlSvgPainter *self = TL_SVG_PAINTER (painter);
  g_autofree char *id = dup_element_id (self, item->id);
  g_autofree char *name = tl_text_clamp (item->name, MAX_HINT);

  g_string_append_printf (self->svg, "<g id=\"%s\" role=\"img\"", id);
  append_quoted (self->svg, "aria-label", name);
  g_string_append_c (self->svg, '>');
  append_clamped_element (self->svg, "title", item->hint != NULL ? item->hint : item->name);
  g_string_append_c (self->svg, '\n');
  self->in_link = tl_painter_link_is_safe (item->link);
  if (!self->in_link)
    return;
  g_string_append (self->svg, "<a");
  append_quoted (self->svg, "href", item->link);
  g_string_append (self->svg, ">\n");
}

static void
tl_svg_painter_end_item (TlPainter *painter)
{
  TlSvgPainter *self = TL_SVG_PAINTER (painter);

  g_string_append (self->svg, self->in_link ? "</a></g>\n" : "</g>\n");
  self->in_link = FALSE;
}

static void
tl_svg_painter_begin_group (TlPainter *painter, const char *name)
{
  TlSvgPainter *self = TL_SVG_PAINTER (painter);

  g_string_append (self->svg, "<g role=\"group\"");
  append_quoted (self->svg, "aria-label", name);
  g_string_append (self->svg, ">\n");
}

static void
tl_svg_painter_end_group (TlPainter *painter)
{
  g_string_append (TL_SVG_PAINTER (painter)->svg, "</g>\n");
}

static void
tl_svg_painter_finalize (GObject *object)
{
  TlSvgPainter *self = TL_SVG_PAINTER (object);

  g_string_free (self->svg, TRUE);
  g_clear_pointer (&self->states, g_array_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (tl_svg_painter_parent_class)->finalize (object);
}

static void
tl_svg_painter_class_init (TlSvgPainterClass *klass)
{
  TlPainterClass *painter_class = TL_PAINTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_svg_painter_finalize;
  painter_class->save = tl_svg_painter_save;
  painter_class->restore = tl_svg_painter_restore;
  painter_class->translate = tl_svg_painter_translate;
  painter_class->scale = tl_svg_painter_scale;
  painter_class->turn = tl_svg_painter_turn;
  painter_class->clip_rect = tl_svg_painter_clip_rect;
  painter_class->fill_rect = tl_svg_painter_fill_rect;
  painter_class->stroke_rect = tl_svg_painter_stroke_rect;
  painter_class->fill_path = tl_svg_painter_fill_path;
  painter_class->stroke_path = tl_svg_painter_stroke_path;
  painter_class->draw_text = tl_svg_painter_draw_text;
  painter_class->begin_item = tl_svg_painter_begin_item;
  painter_class->end_item = tl_svg_painter_end_item;
  painter_class->begin_group = tl_svg_painter_begin_group;
  painter_class->end_group = tl_svg_painter_end_group;
}

static void
tl_svg_painter_init (TlSvgPainter *self)
{
  State state = { 0, 0, 1, 0 };

  self->svg = g_string_new (NULL);
  self->states = g_array_new (FALSE, FALSE, sizeof (State));
  g_array_append_val (self->states, state);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (self->context, 96);
  tl_text_setup_context (self->context);
}

static void
append_head (GString *svg, double width, double height)
{
  g_string_append (svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"");
  append_attribute (svg, "width", width);
  append_attribute (svg, "height", height);
  g_string_append (svg, " viewBox=\"0 0 ");
  append_number (svg, width);
  g_string_append_c (svg, ' ');
  append_number (svg, height);
  g_string_append_c (svg, '"');
  append_quoted (svg, "font-family", tl_text_get_default_families ());
  g_string_append (svg, " style=\"font-variant-numeric:tabular-nums\" stroke-linejoin=\"round\""
                        " xml:space=\"preserve\">\n");
}

/**
 * tl_svg_painter_new:
 * @width: of the picture, in units, which are pixels
 * @height: of the picture
 * @title: what the picture is called
 *
 * Returns: (transfer full): a painter that writes SVG with real text, one element a line
 */
TlSvgPainter *
tl_svg_painter_new (double width, double height, const char *title)
{
  TlSvgPainter *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (TL_TYPE_SVG_PAINTER, NULL);
  append_head (self->svg, width, height);
  append_clamped_element (self->svg, "title", title);
  g_string_append_c (self->svg, '\n');
  return self;
}

/**
 * tl_svg_painter_finish:
 * @self: a painter with all states restored, whose picture is complete
 *
 * Returns: (transfer full): the bytes of the file; the painter is of no further use
 */
GBytes *
tl_svg_painter_finish (TlSvgPainter *self)
{
  GString *svg;

  g_return_val_if_fail (TL_IS_SVG_PAINTER (self) && self->states->len == 1, NULL);

  for (guint i = 0; i < get_state (self)->n_groups; i++)
    g_string_append (self->svg, "</g>\n");
  get_state (self)->n_groups = 0;
  g_string_append (self->svg, "</svg>\n");
  svg = g_steal_pointer (&self->svg);
  self->svg = g_string_new (NULL);
  return g_string_free_to_bytes (svg);
}
