/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-display-list-private.h"

static void
append_numbers (GString *dump, const double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (text, sizeof text, "%.4g", numbers[i]);
      g_string_append_printf (dump, " %s", text);
    }
}

static void
append_rect (GString *dump, TlRect r)
{
  append_numbers (dump, (const double[]) { r.x, r.y, r.width, r.height }, 4);
}

static void
append_color (GString *dump, TlColor c)
{
  g_string_append_printf (dump, " #%02x%02x%02x", (guint) (c.r * 255 + 0.5),
                          (guint) (c.g * 255 + 0.5), (guint) (c.b * 255 + 0.5));
  if (c.a < 1)
    {
      g_string_append (dump, " alpha");
      append_numbers (dump, &c.a, 1);
    }
}

static void
append_stroke (GString *dump, TlStroke s)
{
  g_string_append (dump, " width");
  append_numbers (dump, &s.width, 1);
  if (s.gap > 0)
    {
      g_string_append (dump, " dash");
      append_numbers (dump, (const double[]) { s.dash, s.gap }, 2);
    }
}

static void
append_rect_op (GString *dump, const char *verb, const TlRectOp *op)
{
  g_string_append (dump, verb);
  append_rect (dump, op->rect);
  if (op->radius > 0)
    {
      g_string_append (dump, " radius");
      append_numbers (dump, &op->radius, 1);
    }
  if (op->stroke.width > 0)
    append_stroke (dump, op->stroke);
  append_color (dump, op->color);
}

static void
append_path_op (GString *dump, const char *verb, TlPath path, const TlPathOp *op)
{
  static const char letters[] = { 'M', 'L', 'C', 'Z' };
  static const guint n_numbers[] = { 2, 2, 6, 0 };

  g_string_append (dump, verb);
  for (guint i = 0; i < path.n_segments; i++)
    {
      const TlPathSegment *segment = &path.segments[i];
      const TlPoint *p = segment->p;

      g_string_append_printf (dump, " %c", letters[segment->verb]);
      append_numbers (dump, (const double[]) { p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y },
                      n_numbers[segment->verb]);
    }
  if (op->stroke.width > 0)
    append_stroke (dump, op->stroke);
  append_color (dump, op->color);
}

static void
append_text_op (GString *dump, const TlTextOp *op)
{
  static const char *const roles[]
      = { "detail", "strong", "body", "title", "heading", "headline", "display" };
  static const char *const aligns[] = { "", " center", " end" };
  g_autofree char *string = g_strescape (op->text.string, NULL);

  G_STATIC_ASSERT (G_N_ELEMENTS (roles) == TL_N_TEXT_ROLES);

  g_string_append_printf (dump, "text %s \"%s\"", roles[op->text.role], string);
  if (op->text.suffix != NULL)
    {
      g_autofree char *suffix = g_strescape (op->text.suffix, NULL);

      g_string_append_printf (dump, " + \"%s\"", suffix);
    }
  append_numbers (dump, (const double[]) { op->origin.x, op->origin.y }, 2);
  g_string_append (dump, " in");
  append_numbers (dump, &op->text.width, 1);
  g_string_append_printf (dump, " x%d%s", MAX (op->text.max_lines, 1), aligns[op->text.align]);
  append_color (dump, op->text.color);
}

static void
append_op (GString *dump, const TlDisplayList *self, const TlOp *op)
{
  switch (op->kind)
    {
    case TL_OP_SAVE:
      g_string_append (dump, "save");
      break;
    case TL_OP_RESTORE:
      g_string_append (dump, "restore");
      break;
    case TL_OP_TRANSLATE:
      g_string_append (dump, "translate");
      append_numbers (dump, (const double[]) { op->offset.x, op->offset.y }, 2);
      break;
    case TL_OP_SCALE:
      g_string_append (dump, "scale");
      append_numbers (dump, &op->factor, 1);
      break;
    case TL_OP_TURN:
      g_string_append (dump, "turn");
      break;
    case TL_OP_CLIP_RECT:
      g_string_append (dump, "clip");
      append_rect (dump, op->rect.rect);
      break;
    case TL_OP_FILL_RECT:
      append_rect_op (dump, "fill rect", &op->rect);
      break;
    case TL_OP_STROKE_RECT:
      append_rect_op (dump, "stroke rect", &op->rect);
      break;
    case TL_OP_FILL_EDGE:
      append_rect_op (dump, "fill edge", &op->rect);
      break;
    case TL_OP_FILL_PATH:
      append_path_op (dump, "fill path", tl_display_list_get_path (self, &op->path), &op->path);
      break;
    case TL_OP_STROKE_PATH:
      append_path_op (dump, "stroke path", tl_display_list_get_path (self, &op->path), &op->path);
      break;
    case TL_OP_DRAW_TEXT:
      append_text_op (dump, &op->text);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_entry (GString *dump, const TlDisplayList *self, const TlEntry *entry)
{
  static const char *const roles[]
      = { "decoration", "header", "lane", "tray", "branch", "link", "card", "legend" };

  g_string_append_printf (dump, "%s %s", roles[entry->item.role], entry->item.id);
  append_rect (dump, entry->item.bounds);
  g_string_append_printf (dump, " \"%s\"", entry->item.name);
  if (entry->group != NULL)
    g_string_append_printf (dump, " in \"%s\"", entry->group);
  g_string_append_c (dump, '\n');
  for (guint i = 0; i < entry->n_ops; i++)
    {
      const TlOp *op = tl_display_list_get_op (self, entry->first_op + i);

      g_string_append (dump, "  ");
      if (op->detail != TL_DETAIL_ALL)
        g_string_append_printf (dump, "(%s%s%s%s) ", op->detail & TL_DETAIL_FULL ? "f" : "",
                                op->detail & TL_DETAIL_TITLES ? "t" : "",
                                op->detail & TL_DETAIL_BARS ? "b" : "",
                                op->detail & TL_DETAIL_BLOCKS ? "k" : "");
      append_op (dump, self, op);
      g_string_append_c (dump, '\n');
    }
}

/**
 * tl_display_list_dump:
 * @self: a list
 *
 * Writes the picture down in words and numbers, a line an operation, for people and golden tests.
 *
 * Returns: (transfer full): the text
 */
char *
tl_display_list_dump (const TlDisplayList *self)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < self->entries->len; i++)
    append_entry (dump, self, tl_display_list_draw_entry (self, i));
  return g_string_free (dump, FALSE);
}
