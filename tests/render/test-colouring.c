/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sample-workspace.h"
#include "tl-legend.h"
#include "tl-scene.h"
#include "tl-svg-painter.h"

#define N_UNITS 12

typedef struct
{
  TlWorkspace *workspace;
  TlAnalysis *analysis;
} Sample;

static void
analyse (Sample *sample)
{
  g_clear_pointer (&sample->analysis, tl_analysis_unref);
  sample->analysis = tl_analysis_new (sample->workspace, tl_date_from_ymd (2025, 11, 21));
}

static void
set_up (Sample *sample, gconstpointer data)
{
  sample->workspace = sample_workspace_new ();
  analyse (sample);
}

static void
tear_down (Sample *sample, gconstpointer data)
{
  g_clear_pointer (&sample->analysis, tl_analysis_unref);
  g_clear_object (&sample->workspace);
}

static const TlEntry *
find (const TlScene *scene, const char *id)
{
  guint index = 0;

  g_assert_true (tl_display_list_find (tl_scene_get_list (scene), id, &index));
  return tl_display_list_draw_entry (tl_scene_get_list (scene), index);
}

static void
set_choice (Sample *sample, const char *id, TlField field, int choice)
{
  g_autoptr (GError) error = NULL;

  tl_workspace_set_choice (sample->workspace, tl_workspace_lookup (sample->workspace, id), field,
                           choice, &error);
  g_assert_no_error (error);
}

/* The first unit has as many projects as there are units, the last one has one. */
static void
add_units (Sample *sample)
{
  guint at = 0;

  for (guint i = 0; i < N_UNITS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *title = g_strdup_printf ("Unit %u", i + 1);
      TlItem *unit
          = tl_workspace_add (sample->workspace, TL_KIND_UNIT, NULL, TL_POSITION_END, &error);

      g_assert_no_error (error);
      tl_workspace_set_text (sample->workspace, unit, TL_ITEM_TITLE, title, &error);
      for (guint j = 0; j < (i < 3 ? 12 - i : 1); j++)
        tl_workspace_set_ref (sample->workspace,
                              tl_workspace_get_item (sample->workspace, TL_KIND_PROJECT, at++),
                              TL_PROJECT_UNIT, unit, &error);
      g_assert_no_error (error);
    }
}

/* The categories in use, with their colours. */
static char *
dump_categories (const TlScene *scene)
{
  const TlColouring *colouring = tl_scene_get_colouring (scene);
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < tl_colouring_get_n_categories (colouring); i++)
    {
      const TlCategory *category = tl_colouring_get_category (colouring, (int) i);
      static const char *const looks[] = { [TL_LOOK_PLAIN] = "",
                                           [TL_LOOK_SOLID] = "",
                                           [TL_LOOK_DOTTED] = " dotted",
                                           [TL_LOOK_HATCHED] = " hatched" };

      if (category->n_items > 0)
        g_string_append_printf (dump, "%s: %u %s%s\n", category->label, category->n_projects,
                                category->hue >= 0 ? tl_theme_get_hue_name ((guint) category->hue)
                                                   : "neutral",
                                looks[category->look]);
    }
  return g_string_free (dump, FALSE);
}

typedef struct
{
  int by;
  const char *categories;
} Row;

static const Row rows[] = {
  { TL_COLOUR_BY_STATUS, "Analysis: 1 Blue\nLive: 43 Green\nPaused: 1 Orange\n" },
  { TL_COLOUR_BY_CATEGORY, "Strategic: 4 Indigo\nTactical: 34 Teal\nTransactional: 6 Brown\n"
                           "No work category: 1 neutral dotted\n" },
  { TL_COLOUR_BY_UNIT,
    "Unit 1: 12 Blue\nUnit 2: 7 Teal\nUnit 3: 8 Green\nUnit 4: 1 Mustard\nUnit 5: 1 Orange\n"
    "Unit 7: 1 Purple\nUnit 8: 1 Brown\nUnit 9: 1 Indigo\nOther units: 3 Slate\n"
    "No unit: 10 neutral dotted\n" },
  { TL_COLOUR_BY_ORIGIN, "Proactive: 25 Green\nRequest: 17 Blue\nMandate: 3 Slate\n" },
  { TL_COLOUR_BY_ALIGNMENT,
    "Aligned: 29 Blue\nNot aligned: 13 neutral hatched\nMandated: 3 Slate\n" },
};

static void
test_categories (Sample *sample, gconstpointer data)
{
  const Row *row = data;
  TlSceneOptions options = { .colour_by = row->by };
  g_autoptr (TlScene) scene = NULL;
  g_autofree char *dump = NULL;
  guint n_projects = 0;

  add_units (sample);
  set_choice (sample, "P17", TL_PROJECT_WORK_CATEGORY, TL_CHOICE_NONE);
  analyse (sample);
  scene = tl_scene_new_map (sample->analysis, &options);
  dump = dump_categories (scene);
  g_assert_cmpstr (dump, ==, row->categories);

  for (guint i = 0; i < tl_colouring_get_n_categories (tl_scene_get_colouring (scene)); i++)
    n_projects += tl_colouring_get_category (tl_scene_get_colouring (scene), (int) i)->n_projects;
  g_assert_cmpuint (n_projects, ==, 45);
}

/* Each hue means one thing. */
static void
test_hues_differ (Sample *sample, gconstpointer data)
{
  add_units (sample);
  analyse (sample);
  for (int by = 0; by < TL_N_COLOUR_BY; by++)
    {
      g_autoptr (TlColouring) colouring = tl_colouring_new (sample->analysis, by);
      guint seen = 0;

      for (guint i = 0; i < tl_colouring_get_n_categories (colouring); i++)
        {
          int hue = tl_colouring_get_category (colouring, (int) i)->hue;

          if (hue == TL_COLOURING_NEUTRAL)
            continue;
          g_assert_cmpint (hue, <, TL_N_HUES);
          g_assert_false ((seen & (1u << hue)) != 0);
          seen |= 1u << hue;
        }
    }
}

static void
test_cards (Sample *sample, gconstpointer data)
{
  const TlTheme *theme = tl_theme_get (TL_THEME_LIGHT);
  TlSceneOptions options = { .colour_by = TL_COLOUR_BY_ALIGNMENT };
  g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, &options);
  const TlEntry *unaligned = find (scene, "P17");

  g_assert_cmpint (unaligned->tint.look, ==, TL_LOOK_HATCHED);
  g_assert_true (tl_color_equal (unaligned->tint.color, theme->amber_line));
  g_assert_null (unaligned->tint.note);
  g_assert_cmpstr (find (scene, "P31")->tint.note, ==, "Mandated");
  g_assert_cmpint (find (scene, "G2-1")->tint.look, ==, TL_LOOK_HATCHED);
  g_assert_true (tl_color_equal (find (scene, "G4")->tint.color, tl_theme_get_hue (theme, 0)));
}

static char *
paint (const TlScene *scene)
{
  g_autoptr (TlSvgPainter) painter = tl_svg_painter_new (2000, 4000, "Map");
  g_autoptr (GBytes) bytes = NULL;

  tl_scene_paint (scene, TL_PAINTER (painter), NULL, TL_DETAIL_FULL, NULL, NULL);
  bytes = tl_svg_painter_finish (painter);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* From any colouring to any other: the picture is that of a new scene, and what was not told to
 * have changed has not. */
static void
test_recolour (Sample *sample, gconstpointer data)
{
  for (int from = 0; from < TL_N_COLOUR_BY; from++)
    for (int to = 0; to < TL_N_COLOUR_BY; to++)
      {
        TlSceneOptions before = { .colour_by = from };
        TlSceneOptions after = { .colour_by = to };
        g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, &before);
        g_autoptr (TlScene) wanted = tl_scene_new_map (sample->analysis, &after);
        g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));
        g_autofree char *picture = NULL;
        g_autofree char *wanted_picture = paint (wanted);
        g_autofree char *counts = NULL;
        g_autofree char *wanted_counts = dump_categories (wanted);

        tl_scene_set_colour_by (scene, sample->analysis, to, changed);
        picture = paint (scene);
        counts = dump_categories (scene);
        g_assert_cmpstr (picture, ==, wanted_picture);
        g_assert_cmpstr (counts, ==, wanted_counts);
        g_assert_cmpint (changed->len == 0, ==, from == to);
      }
}

/* What the colour says is read, too: in the quiet line, and in the name of the card. */
static void
test_notes (Sample *sample, gconstpointer data)
{
  TlSceneOptions options = { .colour_by = TL_COLOUR_BY_UNIT, .is_compact = data != NULL };
  g_autoptr (TlScene) scene = NULL;
  g_autofree char *picture = NULL;

  add_units (sample);
  analyse (sample);
  scene = tl_scene_new_map (sample->analysis, &options);
  picture = paint (scene);
  g_assert_nonnull (strstr (picture, "Unit 2 · "));
  g_assert_nonnull (strstr (picture, "Unit 12 · "));
  g_assert_nonnull (strstr (picture, "No unit · "));
  g_assert_nonnull (strstr (picture, ", Unit 12\""));

  /* The status stands in the quiet line already. */
  tl_scene_set_colour_by (scene, sample->analysis, TL_COLOUR_BY_STATUS, NULL);
  g_free (picture);
  picture = paint (scene);
  g_assert_nonnull (strstr (picture, "Live · "));
  g_assert_null (strstr (picture, "Live · Live"));
}

static gboolean
filter_cb (TlItem *item, gpointer user_data)
{
  return g_strv_contains (user_data, tl_item_get_id (item));
}

/* What is hidden has no place, but what is left says the same of itself. */
static void
test_hidden (Sample *sample, gconstpointer data)
{
  const char *const shown[] = { "G4", "G1", "G4-2", "P17", "P31", NULL };
  TlSceneOptions options = { .filter = filter_cb, .filter_data = (gpointer) shown };
  g_autoptr (TlScene) whole = tl_scene_new_map (sample->analysis, NULL);
  g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, &options);

  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 5);
  g_assert_cmpuint (tl_scene_get_n_cards (whole), ==, 8 + 28 + 45);
  for (guint i = 0; shown[i] != NULL; i++)
    {
      g_assert_cmpstr (find (scene, shown[i])->item.name, ==, find (whole, shown[i])->item.name);
      g_assert_true (
          tl_color_equal (find (scene, shown[i])->tint.color, find (whole, shown[i])->tint.color));
    }
  g_assert_true (
      g_str_has_prefix (find (scene, "tray")->item.name, "▲ Not aligned — 1 of 13 shown, "));
  g_assert_cmpstr (find (scene, "header:objectives")->item.name, ==, "Objectives: 1 of 28 shown");
  g_assert_cmpfloat (tl_scene_get_bounds (scene).height, <, tl_scene_get_bounds (whole).height / 4);
}

static void
test_flagged (Sample *sample, gconstpointer data)
{
  TlSceneOptions options = { .only_flagged = TRUE };
  g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, &options);
  g_autoptr (GArray) keys = tl_legend_list_keys (scene);
  guint n = 0;

  find (scene, "P17");
  find (scene, "G2-1");
  g_assert_false (tl_display_list_find (tl_scene_get_list (scene), "G4", NULL));
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, TlLegendKey, i).sort == TL_KEY_SIGN)
      n = g_array_index (keys, TlLegendKey, i).n;
  g_assert_cmpuint (n, ==, tl_scene_get_n_cards (scene));
}

static guint
count_entries (Sample *sample, const TlScene *scene, const TlLegendKey *key)
{
  const TlDisplayList *list = tl_scene_get_list (scene);
  guint n = 0;

  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      const TlEntry *entry = tl_display_list_get_entry (list, i);
      TlItem *item = entry->item.role == TL_ENTRY_CARD || entry->item.role == TL_ENTRY_LINK
                         ? tl_workspace_lookup (sample->workspace, entry->item.id)
                         : NULL;

      n += item != NULL && tl_legend_has_entry (scene, key, i, item);
    }
  return n;
}

/* The legend lists what is there and nothing else, and counts as one would by hand. */
static void
test_legend (Sample *sample, gconstpointer data)
{
  for (int by = 0; by < TL_N_COLOUR_BY; by++)
    {
      TlSceneOptions options = { .colour_by = by, .include_uncounted = by % 2 == 0 };
      g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, &options);
      g_autoptr (GArray) keys = tl_legend_list_keys (scene);
      guint n_sorts = 0;

      for (guint i = 0; i < keys->len; i++)
        {
          const TlLegendKey *key = &g_array_index (keys, TlLegendKey, i);

          g_assert_true (key->label != NULL && *key->label != '\0');
          n_sorts |= 1u << key->sort;
          if (key->sort != TL_KEY_CATEGORY || by != TL_COLOUR_BY_GOAL)
            {
              g_assert_cmpuint (key->n, >, 0);
              g_assert_cmpuint (count_entries (sample, scene, key), ==, key->n);
            }
        }
      g_assert_cmpuint (n_sorts & (1u << TL_KEY_CATEGORY), !=, 0);
      g_assert_cmpuint (n_sorts & (1u << TL_KEY_TRAY), !=, 0);
    }
}

static void
test_paper_legend (Sample *sample, gconstpointer data)
{
  TlSceneOptions options = { .colour_by = TL_COLOUR_BY_STATUS, .with_legend = TRUE };
  g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, &options);
  g_autofree char *picture = paint (scene);

  g_assert_nonnull (strstr (picture, "Live (43)"));
  g_assert_null (strstr (picture, "Declined (0)"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, func)                                                                      \
  g_test_add ("/render/colouring/" path, Sample, data, set_up, func, tear_down)
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path
          = g_strconcat ("/render/colouring/categories/",
                         tl_field_get_choice_name (TL_VIEW_COLOUR_BY, rows[i].by), NULL);

      g_test_add (path, Sample, &rows[i], set_up, test_categories, tear_down);
    }
  ADD ("hues-differ", NULL, test_hues_differ);
  ADD ("cards", NULL, test_cards);
  ADD ("recolour", NULL, test_recolour);
  ADD ("notes", NULL, test_notes);
  ADD ("notes-in-a-line", "compact", test_notes);
  ADD ("hidden", NULL, test_hidden);
  ADD ("flagged", NULL, test_flagged);
  ADD ("legend", NULL, test_legend);
  ADD ("paper-legend", NULL, test_paper_legend);

  return g_test_run ();
}
