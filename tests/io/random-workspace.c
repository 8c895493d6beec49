/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-workspace.h"

#include <math.h>
#include <string.h>

#include "tl-format.h"

static gboolean
chance (int percent)
{
  return g_test_rand_int_range (0, 100) < percent;
}

static char *
random_text (void)
{
  static const char *const pieces[]
      = { "learning", " ",    "ä",  "€",    "😀",    "\"",   "\\",           "/",
          "</",       "\n",   "\t", "\x01", "\x1f", "\x7f", "\xe2\x80\xa8", "\xe2\x80\xa9",
          "'",        "<b>&", "%s", "=1+1", "0",    "-",    "{[]}",         "\\u0041" };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (1, 12); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static double
random_number (const TlFieldSpec *spec)
{
  double low = MAX (spec->minimum, -1e12);
  double high = MIN (spec->maximum, 1e12);
  double number = g_test_rand_double_range (low, high);

  if (chance (30))
    number = chance (50) ? low : high;
  else if (chance (50))
    number = round (number * 100) / 100;
  if (spec->type == TL_FIELD_TYPE_INTEGER)
    number = round (number);
  return CLAMP (number, low, high);
}

static TlValue
random_words (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
    {
      g_autofree char *word = chance (10) ? g_strdup ("") : random_text ();
      g_strv_builder_add (builder, word);
    }
  words = g_strv_builder_end (builder);
  return tl_value_from_words ((const char *const *) words);
}

static const char *
random_id (TlWorkspace *workspace, const TlFieldSpec *spec)
{
  TlKind kind = (TlKind) g_test_rand_int_range (0, TL_N_KINDS);
  guint n_items = tl_workspace_get_n_items (workspace, kind);

  if ((spec->refers_to & (1u << kind)) == 0 || n_items == 0)
    return "nowhere";
  return tl_item_get_id (
      tl_workspace_get_item (workspace, kind, (guint) g_test_rand_int_range (0, (int) n_items)));
}

static TlValue
random_ids (TlWorkspace *workspace, const TlFieldSpec *spec)
{
  const char *ids[] = { random_id (workspace, spec), NULL, NULL };

  if (chance (50))
    ids[1] = random_id (workspace, spec);
  return tl_value_from_words (ids);
}

static const char *
random_json (void)
{
  static const char *const values[] = { "null",
                                        "-0",
                                        "1.50",
                                        "123456789012345678901234567890",
                                        "\"text \\u2028\"",
                                        "[]",
                                        "{}",
                                        "[1,[2,{\"a\":true}],\"x\"]",
                                        "{\"id\":\"other\",\"nested\":{\"title\":\"<\\/b>\"}}" };

  return values[g_test_rand_int_range (0, G_N_ELEMENTS (values))];
}

static TlValue
random_value (TlWorkspace *workspace, const TlFieldSpec *spec)
{
  g_autofree char *text = NULL;

  switch (spec->type)
    {
    case TL_FIELD_TYPE_TEXT:
    case TL_FIELD_TYPE_PROSE:
      text = random_text ();
      return tl_value_from_text (text);
    case TL_FIELD_TYPE_WORDS:
      return random_words ();
    case TL_FIELD_TYPE_NUMBER:
    case TL_FIELD_TYPE_INTEGER:
      return tl_value_from_number (random_number (spec));
    case TL_FIELD_TYPE_DATE:
      return tl_value_from_date (tl_date_from_ymd (g_test_rand_int_range (1, 10000),
                                                   g_test_rand_int_range (1, 13),
                                                   g_test_rand_int_range (1, 32)));
    case TL_FIELD_TYPE_CHOICE:
    case TL_FIELD_TYPE_FLAG:
    case TL_FIELD_TYPE_TRI:
      return tl_value_from_choice (g_test_rand_int_range (0, spec->n_choices));
    case TL_FIELD_TYPE_REF:
      return tl_value_from_text (random_id (workspace, spec));
    case TL_FIELD_TYPE_REFS:
      return random_ids (workspace, spec);
    case TL_FIELD_TYPE_DATA:
      return tl_value_from_text (random_json ());
    default:
      g_assert_not_reached ();
    }
}

/* What does not fit is refused by the workspace, and stays as it was. */
static void
fill (TlWorkspace *workspace, TlItem *item, int percent)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (tl_item_get_kind (item), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (chance (percent))
      {
        g_auto (TlValue) value = random_value (workspace, tl_field_get_spec (fields[i]));
        tl_workspace_set (workspace, item, fields[i], &value, NULL);
      }
}

static void
add_extra (TlItem *item, int anchor, const char *group)
{
  g_autofree char *name = g_strdup_printf ("unknown-%u", (guint) g_test_rand_int ());

  tl_item_add_extra (item, anchor, group, name, random_json ());
}

static void
add_extras (TlItem *item)
{
  TlKind kind = tl_item_get_kind (item);
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *name = tl_field_get_spec (fields[i])->name;
      const char *dot = strchr (name, '.');
      g_autofree char *group = dot != NULL ? g_strndup (name, (gsize) (dot - name)) : NULL;

      if (chance (10))
        add_extra (item, (int) tl_kind_get_slot (kind, fields[i]), group);
    }
  if (chance (10))
    add_extra (item, TL_FORMAT_ANCHOR_HEAD, NULL);
  if (kind == TL_KIND_WORKSPACE)
    add_extra (item, TL_FORMAT_ANCHOR_KIND (g_test_rand_int_range (1, TL_N_KINDS)), NULL);
}

static void
for_all_items (TlWorkspace *workspace, void (*visit) (TlWorkspace *workspace, TlItem *item))
{
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    for (guint i = 0; i < tl_workspace_get_n_items (workspace, kind); i++)
      visit (workspace, tl_workspace_get_item (workspace, kind, i));
}

static void
fill_and_extend (TlWorkspace *workspace, TlItem *item)
{
  fill (workspace, item, 60);
  if (chance (40))
    add_extras (item);
}

TlWorkspace *
random_workspace_new (guint n_items_per_kind)
{
  TlWorkspace *workspace = tl_workspace_new ();

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    for (guint i = 0; i < n_items_per_kind && !tl_kind_get_spec (kind)->is_single; i++)
      {
        g_autofree char *text = random_text ();
        g_autofree char *id = g_strdup_printf ("%s %u", text, i + n_items_per_kind * kind);

        if (chance (90))
          g_assert_nonnull (tl_workspace_add (workspace, kind, id, TL_POSITION_END, NULL));
      }
  for_all_items (workspace, fill_and_extend);
  return workspace;
}

static void
edit_some (TlWorkspace *workspace, TlItem *item)
{
  if (chance (30))
    fill (workspace, item, 20);
}

void
random_workspace_edit (TlWorkspace *workspace)
{
  for_all_items (workspace, edit_some);
}

static void
assert_same_extras (TlItem *a, TlItem *b)
{
  guint n_extras = tl_item_get_n_extras (a);

  g_assert_cmpuint (n_extras, ==, tl_item_get_n_extras (b));
  for (guint i = 0; i < n_extras; i++)
    {
      const TlExtra *left = tl_item_get_extra (a, i);
      const TlExtra *right = NULL;

      for (guint j = 0; j < n_extras && right == NULL; j++)
        if (g_str_equal (tl_item_get_extra (b, j)->name, left->name))
          right = tl_item_get_extra (b, j);
      g_assert_nonnull (right);
      g_assert_cmpstr (left->group, ==, right->group);
      g_assert_cmpstr (left->json, ==, right->json);
    }
}

static void
assert_same_item (TlItem *a, TlItem *b)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (tl_item_get_kind (a), &n_fields);

  g_assert_cmpstr (tl_item_get_id (a), ==, tl_item_get_id (b));
  for (guint i = 0; i < n_fields; i++)
    if (!tl_value_equal (tl_item_get_value (a, fields[i]), tl_item_get_value (b, fields[i])))
      g_error ("“%s” of “%s” differs", tl_field_get_spec (fields[i])->name, tl_item_get_id (a));
  assert_same_extras (a, b);
}

void
assert_same_workspace (TlWorkspace *a, TlWorkspace *b)
{
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    {
      guint n_items = tl_workspace_get_n_items (a, kind);

      g_assert_cmpuint (n_items, ==, tl_workspace_get_n_items (b, kind));
      for (guint i = 0; i < n_items; i++)
        assert_same_item (tl_workspace_get_item (a, kind, i), tl_workspace_get_item (b, kind, i));
    }
}
