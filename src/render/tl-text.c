/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-render"

#include "tl-text.h"

#include <math.h>
#include <string.h>

/* Pango's time grows with the square of a run that cannot be broken, so nobody's title is laid out
 * beyond what could ever be seen. */
#define CHARACTERS_PER_LINE 200
#define MAX_CHARACTERS 4000

#define EN_SPACE "\xe2\x80\x82"
#define ELLIPSIS "\xe2\x80\xa6"

#define NO_BREAK_SPACE 0x00a0
#define FIGURE_SPACE 0x2007
#define NARROW_NO_BREAK_SPACE 0x202f

typedef struct
{
  double size;        /* pixels at 100 % */
  double line_height; /* pixels at 100 %, the same for every script */
  PangoWeight weight;
} RoleStyle;

/* clang-format off */
static const RoleStyle role_styles[TL_N_TEXT_ROLES] = {
  [TL_TEXT_DETAIL]   = { 11, 16, PANGO_WEIGHT_NORMAL },
  [TL_TEXT_STRONG]   = { 11, 16, PANGO_WEIGHT_BOLD },
  [TL_TEXT_BODY]     = { 13, 18, PANGO_WEIGHT_NORMAL },
  [TL_TEXT_TITLE]    = { 13, 18, PANGO_WEIGHT_SEMIBOLD },
  [TL_TEXT_HEADING]  = { 15, 20, PANGO_WEIGHT_BOLD },
  [TL_TEXT_HEADLINE] = { 20, 26, PANGO_WEIGHT_BOLD },
  [TL_TEXT_DISPLAY]  = { 32, 40, PANGO_WEIGHT_BOLD },
};
/* clang-format on */

static gboolean
is_blank (gunichar c)
{
  /* Spaces that hold a number and its unit together are no place to break a line. */
  if (c == NO_BREAK_SPACE || c == FIGURE_SPACE || c == NARROW_NO_BREAK_SPACE)
    return FALSE;
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029;
}

/* How many bytes, and no more than @most, are a letter each of which nothing has to be asked. */
static int
count_plain (const char *string, int most)
{
  int n = 0;

  while (n < most && g_ascii_isgraph (string[n]))
    n++;
  return n;
}

/* A line of its own is not broken further: what does not fit is left out here, because the layout
 * counts lines by paragraph. */
static char *
dup_suffix (const TlText *text)
{
  char *suffix = tl_text_clamp (text->suffix, CHARACTERS_PER_LINE);
  g_autofree char *whole = NULL;
  gsize fitting;

  if (!text->suffix_below || text->width <= 0)
    return suffix;
  fitting = tl_text_estimate_fit (suffix, TL_TEXT_DETAIL, text->width);
  if (suffix[fitting] == '\0')
    return suffix;
  whole = suffix;
  whole[fitting] = '\0';
  return g_strconcat (whole, ELLIPSIS, NULL);
}

static PangoAttribute *
limit_attribute (PangoAttribute *attribute, gsize start)
{
  attribute->start_index = (guint) start;
  return attribute;
}

static guint16
to_16_bit (double channel)
{
  return (guint16) lround (CLAMP (channel, 0, 1) * G_MAXUINT16);
}

static PangoAttrList *
create_attributes (const TlText *text, gsize suffix_start)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  const RoleStyle *style = &role_styles[text->role];
  int height = (int) (style->line_height * PANGO_SCALE);

  pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute (height));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (text->suffix == NULL)
    return attributes;

  const RoleStyle *quiet = &role_styles[TL_TEXT_DETAIL];
  TlColor color = text->suffix_color;
  PangoAttribute *suffix[] = {
    pango_attr_size_new_absolute ((int) (quiet->size * PANGO_SCALE)),
    pango_attr_weight_new (quiet->weight),
    pango_attr_line_height_new_absolute ((int) (quiet->line_height * PANGO_SCALE)),
    pango_attr_foreground_new (to_16_bit (color.r), to_16_bit (color.g), to_16_bit (color.b)),
    pango_attr_foreground_alpha_new (MAX (to_16_bit (color.a), 1)),
  };
  for (guint i = 0; i < G_N_ELEMENTS (suffix); i++)
    pango_attr_list_change (attributes, limit_attribute (suffix[i], suffix_start));
  return attributes;
}

static void
apply_shape (PangoLayout *layout, const TlText *text)
{
  static const PangoAlignment alignments[]
      = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };

  pango_layout_set_alignment (layout, alignments[text->align]);
  if (text->width <= 0)
    return;
  pango_layout_set_width (layout, (int) (text->width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -MAX (text->max_lines, 1));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

/**
 * tl_text_role_get_size:
 * @role: what a text is for
 *
 * Returns: the size of the font, in map units
 */
double
tl_text_role_get_size (TlTextRole role)
{
  g_return_val_if_fail (role < TL_N_TEXT_ROLES, 0);

  return role_styles[role].size;
}

/**
 * tl_text_role_get_line_height:
 * @role: what a text is for
 *
 * Returns: the height of each line, in map units, whatever the font
 */
double
tl_text_role_get_line_height (TlTextRole role)
{
  g_return_val_if_fail (role < TL_N_TEXT_ROLES, 0);

  return role_styles[role].line_height;
}

/**
 * tl_text_role_get_weight:
 * @role: what a text is for
 *
 * Returns: the weight of the font
 */
PangoWeight
tl_text_role_get_weight (TlTextRole role)
{
  g_return_val_if_fail (role < TL_N_TEXT_ROLES, PANGO_WEIGHT_NORMAL);

  return role_styles[role].weight;
}

/**
 * tl_text_get_default_families:
 *
 * Returns: the font families of what is written without a widget, the wanted one first
 */
const char *
tl_text_get_default_families (void)
{
  return "Adwaita Sans, Cantarell, Inter, Noto Sans, sans-serif";
}

/**
 * tl_text_setup_context:
 * @context: a context that no widget has set up
 *
 * Gives the context the default families and turns off rounding to pixels, so that lines break
 * alike at every scale.
 */
void
tl_text_setup_context (PangoContext *context)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family_static (font, tl_text_get_default_families ());
  pango_context_set_font_description (context, font);
  pango_context_set_round_glyph_positions (context, FALSE);
}

/**
 * tl_text_clamp:
 * @string: any text, of any length and even of broken encoding
 * @max_characters: how many to keep
 *
 * Makes a text safe to lay out: one line of valid UTF-8, in which runs of blanks, line ends and
 * control characters are one space each, and an ellipsis stands for what is beyond the limit.
 *
 * Returns: (transfer full): the text
 */
char *
tl_text_clamp (const char *string, int max_characters)
{
  GString *clamped = g_string_new (NULL);
  gboolean pending_blank = FALSE;
  int n = 0;

  g_return_val_if_fail (string != NULL, NULL);

  while (*string != '\0')
    {
      int n_plain = pending_blank ? 0 : count_plain (string, max_characters - n);
      gunichar c;
      gboolean broken;

      if (n_plain > 0)
        {
          g_string_append_len (clamped, string, n_plain);
          string += n_plain;
          n += n_plain;
          continue;
        }
      c = g_utf8_get_char_validated (string, -1);
      broken = c == (gunichar) -1 || c == (gunichar) -2;

      string = broken ? string + 1 : g_utf8_next_char (string);
      if (broken)
        c = 0xfffd;
      if (is_blank (c))
        {
          pending_blank = clamped->len > 0;
          continue;
        }
      if (n >= max_characters)
        {
          g_string_append (clamped, ELLIPSIS);
          break;
        }
      if (pending_blank)
        g_string_append_c (clamped, ' ');
      g_string_append_unichar (clamped, c);
      n += pending_blank ? 2 : 1;
      pending_blank = FALSE;
    }
  return g_string_free (clamped, FALSE);
}

/**
 * tl_text_create_layout:
 * @context: where fonts come from; its families are kept, its size and weight are not
 * @text: a text, whose strings may be hostile
 *
 * Lays a text out for any back end. The colour of the text itself is not in the layout; that of the
 * suffix is. The origin of the layout is the top left corner of the text's box.
 *
 * Returns: (transfer full): the layout
 */
PangoLayout *
tl_text_create_layout (PangoContext *context, const TlText *text)
{
  const RoleStyle *style = &role_styles[text->role];
  int max_characters = MIN (CHARACTERS_PER_LINE * MAX (text->max_lines, 1), MAX_CHARACTERS);
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *string = tl_text_clamp (text->string, max_characters);
  gsize suffix_start = strlen (string);

  font = pango_font_description_copy (pango_context_get_font_description (context));
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->weight);
  pango_layout_set_font_description (layout, font);
  attributes = create_attributes (text, suffix_start);
  pango_layout_set_attributes (layout, attributes);
  apply_shape (layout, text);
  if (text->suffix != NULL)
    {
      g_autofree char *suffix = dup_suffix (text);
      const char *joint = text->suffix_below ? "\n" : EN_SPACE;
      g_autofree char *whole = g_strconcat (string, joint, suffix, NULL);

      pango_layout_set_text (layout, whole, -1);
    }
  else
    pango_layout_set_text (layout, string, -1);
  return layout;
}
