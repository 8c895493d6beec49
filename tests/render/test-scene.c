/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "sample-workspace.h"
#include "tl-highlight.h"
#include "tl-pdf.h"
#include "tl-png.h"
#include "tl-scene.h"
#include "tl-svg-painter.h"

typedef struct
{
  TlWorkspace *workspace;
  TlAnalysis *analysis;
} Sample;

static void
set_up (Sample *sample, gconstpointer data)
{
  sample->workspace = sample_workspace_new ();
  sample->analysis = tl_analysis_new (sample->workspace, tl_date_from_ymd (2025, 11, 21));
}

static void
tear_down (Sample *sample, gconstpointer data)
{
  g_clear_pointer (&sample->analysis, tl_analysis_unref);
  g_clear_object (&sample->workspace);
}

static gboolean
has (const TlScene *scene, const char *id)
{
  return tl_display_list_find (tl_scene_get_list (scene), id, NULL);
}

static const TlEntry *
find (const TlScene *scene, const char *id)
{
  guint index = 0;

  g_assert_true (tl_display_list_find (tl_scene_get_list (scene), id, &index));
  return tl_display_list_draw_entry (tl_scene_get_list (scene), index);
}

static guint
count_role (const TlScene *scene, TlEntryRole role, const char *group)
{
  const TlDisplayList *list = tl_scene_get_list (scene);
  guint n = 0;

  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      const TlEntry *entry = tl_display_list_get_entry (list, i);

      n += entry->item.role == role && (group == NULL || g_strcmp0 (entry->group, group) == 0);
    }
  return n;
}

static void
test_all_is_there_once (Sample *sample, gconstpointer data)
{
  g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, NULL);

  g_assert_cmpuint (count_role (scene, TL_ENTRY_CARD, "Goals"), ==, 8);
  g_assert_cmpuint (count_role (scene, TL_ENTRY_CARD, "Objectives"), ==, 28);
  g_assert_cmpuint (count_role (scene, TL_ENTRY_CARD, "Projects"), ==, 29);
  g_assert_cmpuint (count_role (scene, TL_ENTRY_CARD, "Not Aligned"), ==, 13);
  g_assert_cmpuint (count_role (scene, TL_ENTRY_CARD, "Mandated Work"), ==, 3);
  g_assert_cmpuint (count_role (scene, TL_ENTRY_CARD, NULL), ==, 8 + 28 + 45);
  g_assert_cmpuint (count_role (scene, TL_ENTRY_BRANCH, NULL), ==, 28);
  g_assert_cmpuint (count_role (scene, TL_ENTRY_HEADER, NULL), ==, 3);
  g_assert_cmpuint (count_role (scene, TL_ENTRY_TRAY, NULL), ==, 2);
  g_assert_cmpuint (count_role (scene, TL_ENTRY_LEGEND, NULL), ==, 0);
  for (TlKind kind = TL_KIND_GOAL; kind <= TL_KIND_PROJECT; kind++)
    for (guint i = 0; i < tl_workspace_get_n_items (sample->workspace, kind); i++)
      {
        TlItem *item = tl_workspace_get_item (sample->workspace, kind, i);
        TlAlignment *alignment = tl_analysis_get_alignment (sample->analysis);
        gboolean is_expected = kind == TL_KIND_GOAL ? tl_alignment_is_active_goal (alignment, item)
                               : kind == TL_KIND_OBJECTIVE
                                   ? tl_alignment_is_active_objective (alignment, item)
                               : kind == TL_KIND_PROJECT ? tl_alignment_is_counted (alignment, item)
                                                         : FALSE;

        g_assert_cmpint (has (scene, tl_item_get_id (item)), ==, is_expected);
      }
}

static void
test_everything_on_request (Sample *sample, gconstpointer data)
{
  TlSceneOptions options = { .include_uncounted = TRUE, .with_legend = TRUE };
  g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, &options);

  g_assert_cmpuint (count_role (scene, TL_ENTRY_CARD, NULL), ==, 8 + 29 + 52);
  g_assert_cmpuint (count_role (scene, TL_ENTRY_LEGEND, NULL), ==, 1);
}

static void
assert_no_overlap (const TlScene *scene)
{
  const TlDisplayList *list = tl_scene_get_list (scene);

  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      const TlEntry *card = tl_display_list_get_entry (list, i);
      g_autoptr (GArray) near_by = NULL;

      if (card->item.role != TL_ENTRY_CARD)
        continue;
      near_by = tl_display_list_query (list, card->item.bounds);
      for (guint j = 0; j < near_by->len; j++)
        {
          const TlEntry *other
              = tl_display_list_get_entry (list, g_array_index (near_by, guint, j));

          if (other == card || other->item.role == TL_ENTRY_LINK
              || other->item.role == TL_ENTRY_BRANCH)
            continue;
          if (other->item.role == TL_ENTRY_TRAY)
            g_assert_true (tl_rect_contains_rect (other->item.bounds, card->item.bounds));
          else
            g_assert_false (tl_rect_intersects (other->item.bounds, card->item.bounds));
        }
    }
}

static void
test_places (Sample *sample, gconstpointer data)
{
  for (int i = 0; i < 18; i++)
    {
      TlSceneOptions options = {
        .tray = (TlTrayPlace) (i % 3),
        .is_compact = i / 3 % 3 == 1,
        .is_narrow = i / 3 % 3 == 2,
        .include_uncounted = i >= 9,
        .with_legend = TRUE,
      };
      g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, &options);
      const TlEntry *first = find (scene, "G4"); /* priority 1 */
      const TlEntry *second = find (scene, "G1");

      assert_no_overlap (scene);
      g_assert_cmpfloat (first->item.bounds.y, <, second->item.bounds.y);
      g_assert_cmpfloat (find (scene, "G4-2")->item.bounds.y, <=,
                         first->item.bounds.y + first->item.bounds.height);
      /* Nothing is drawn outside of what its card says, but for half a border. */
      for (guint j = 0; j < tl_display_list_get_n_entries (tl_scene_get_list (scene)); j++)
        {
          const TlEntry *entry = tl_display_list_get_entry (tl_scene_get_list (scene), j);

          if (entry->item.role == TL_ENTRY_CARD || entry->item.role == TL_ENTRY_TRAY)
            g_assert_true (
                tl_rect_contains_rect (tl_rect_grow (entry->item.bounds, 1), entry->extent));
        }
    }
}

/* In a dock each card takes a line, and a wide one shows the heads of both parts at its top. */
static void
test_docked_tray (Sample *sample, gconstpointer data)
{
  static const struct
  {
    double width;
    double alarm_height; /* at most */
    gboolean is_abreast;
  } rows[] = { { 320, 480, FALSE }, { 640, 210, FALSE }, { 736, 210, FALSE }, { 1000, 210, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TlSceneOptions options = { .tray = TL_TRAY_DOCKED, .tray_width = rows[i].width };
      g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, &options);
      TlRect alarm = find (scene, "tray")->item.bounds;
      TlRect mandates = find (scene, "tray:mandates")->item.bounds;

      assert_no_overlap (scene);
      g_assert_cmpfloat (find (scene, "P17")->item.bounds.height, <=, 30);
      g_assert_cmpfloat (alarm.height, <=, rows[i].alarm_height);
      g_assert_cmpint (alarm.y == mandates.y, ==, rows[i].is_abreast);
      g_assert_cmpfloat_with_epsilon (mandates.x + mandates.width, rows[i].width, 0.01);
    }
}

/* Projects of the sample have one of three units, or none. */
static void
spread_over_units (Sample *sample)
{
  static const char *const titles[] = { "Sales", "Research", "Service" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      TlItem *unit
          = tl_workspace_add (sample->workspace, TL_KIND_UNIT, titles[i], TL_POSITION_END, NULL);

      tl_workspace_set_text (sample->workspace, unit, TL_ITEM_TITLE, titles[i], NULL);
    }
  for (guint i = 0; i < tl_workspace_get_n_items (sample->workspace, TL_KIND_PROJECT); i++)
    if (i % 4 < G_N_ELEMENTS (titles))
      tl_workspace_set_ref (sample->workspace,
                            tl_workspace_get_item (sample->workspace, TL_KIND_PROJECT, i),
                            TL_PROJECT_UNIT, tl_workspace_lookup (sample->workspace, titles[i % 4]),
                            NULL);
  g_clear_pointer (&sample->analysis, tl_analysis_unref);
  sample->analysis = tl_analysis_new (sample->workspace, tl_date_from_ymd (2025, 11, 21));
}

/* Returns the head that stands over a card of the tray, the lowest of those above it. */
static const TlEntry *
find_head (const TlScene *scene, const TlEntry *card)
{
  const TlEntry *head = NULL;

  for (guint i = 0; i < tl_display_list_get_n_entries (tl_scene_get_list (scene)); i++)
    {
      const TlEntry *entry = tl_display_list_get_entry (tl_scene_get_list (scene), i);
      TlRect bounds = entry->item.bounds;

      if (entry->item.role == TL_ENTRY_DECORATION && bounds.y + bounds.height <= card->item.bounds.y
          && bounds.x <= card->item.bounds.x && card->item.bounds.x < bounds.x + bounds.width
          && (head == NULL || head->item.bounds.y < bounds.y))
        head = entry;
    }
  return head;
}

/* Each group has a head with its name and how many there are, over its cards and no others, in a
 * tray of every kind. */
static void
test_tray_groups (Sample *sample, gconstpointer data)
{
  static const TlTrayPlace places[] = { TL_TRAY_BESIDE, TL_TRAY_BELOW, TL_TRAY_DOCKED };

  spread_over_units (sample);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (places); i++)
    {
      gboolean is_by_unit = i % 2 == 0;
      TlSceneOptions options = {
        .tray = places[i / 2],
        .tray_width = places[i / 2] == TL_TRAY_DOCKED ? 1000 : 0,
        .tray_groups = is_by_unit ? TL_TRAY_BY_UNIT : TL_TRAY_BY_ORIGIN,
      };
      g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, &options);
      g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
      GHashTableIter iter;
      gpointer head, n;

      assert_no_overlap (scene);
      for (guint k = 0; k < tl_workspace_get_n_items (sample->workspace, TL_KIND_PROJECT); k++)
        {
          TlItem *item = tl_workspace_get_item (sample->workspace, TL_KIND_PROJECT, k);
          TlItem *unit = tl_item_get_ref (item, TL_PROJECT_UNIT);
          int origin = tl_item_get_choice (item, TL_PROJECT_ORIGIN);
          const char *title = is_by_unit ? unit != NULL ? tl_item_get_title (unit) : "No unit"
                              : origin != TL_CHOICE_NONE
                                  ? tl_field_get_choice_label (TL_PROJECT_ORIGIN, origin)
                                  : "No origin";
          const TlEntry *card
              = has (scene, tl_item_get_id (item)) ? find (scene, tl_item_get_id (item)) : NULL;

          if (card == NULL || g_strcmp0 (card->group, "Projects") == 0)
            continue;
          head = (gpointer) find_head (scene, card);
          g_assert_nonnull (head);
          g_assert_true (g_str_has_prefix (((const TlEntry *) head)->item.name, title));
          g_hash_table_insert (counts, head,
                               GUINT_TO_POINTER (
                                   GPOINTER_TO_UINT (g_hash_table_lookup (counts, head)) + 1));
        }
      g_assert_cmpuint (g_hash_table_size (counts), ==,
                        count_role (scene, TL_ENTRY_DECORATION, NULL));
      g_assert_cmpuint (g_hash_table_size (counts), >, 1);
      g_hash_table_iter_init (&iter, counts);
      while (g_hash_table_iter_next (&iter, &head, &n))
        {
          g_autofree char *part = g_strdup_printf (": %u · ", GPOINTER_TO_UINT (n));

          g_assert_nonnull (strstr (((const TlEntry *) head)->item.name, part));
        }
    }
}

static void
test_links_touch_their_cards (Sample *sample, gconstpointer data)
{
  g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, NULL);
  guint n = 0;

  for (guint i = 0; i < tl_workspace_get_n_items (sample->workspace, TL_KIND_LINK); i++)
    {
      TlItem *link = tl_workspace_get_item (sample->workspace, TL_KIND_LINK, i);
      const TlEntry *entry, *target, *project;

      if (!has (scene, tl_item_get_id (link)))
        continue;
      n++;
      entry = find (scene, tl_item_get_id (link));
      target = find (scene, tl_item_get_text (link, TL_LINK_TARGET));
      project = find (scene, tl_item_get_text (link, TL_LINK_PROJECT));
      g_assert_cmpfloat (fabs (entry->extent.x - target->item.bounds.x - target->item.bounds.width),
                         <, 4);
      g_assert_cmpfloat (fabs (entry->extent.x + entry->extent.width - project->item.bounds.x), <,
                         4);
    }
  g_assert_cmpuint (n, ==, count_role (scene, TL_ENTRY_LINK, NULL));
  g_assert_cmpuint (n, >, 35);
}

static void
test_words (Sample *sample, gconstpointer data)
{
  g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, NULL);
  g_autofree char *dump = tl_display_list_dump (tl_scene_get_list (scene));

  g_assert_cmpstr (find (scene, "P17")->group, ==, "Not Aligned");
  g_assert_true (g_str_has_suffix (find (scene, "P17")->item.name, ", not aligned"));
  g_assert_true (
      g_str_has_suffix (find (scene, "P31")->item.name, "mandated, serves no objective"));
  g_assert_true (g_str_has_suffix (find (scene, "G2-1")->item.name, "no project serves it"));
  g_assert_cmpstr (find (scene, "G4")->item.name, ==,
                   "Goal 1, Win against the main competitor with AI, 2 of 5 objectives covered");
  g_assert_true (
      g_str_has_prefix (find (scene, "tray")->item.name, "▲ Not aligned — 13 projects, "));
  g_assert_nonnull (strstr (dump, "8 \\302\\267 in priority order"));
  g_assert_nonnull (strstr (dump, "28 \\302\\267 14 covered"));
}

static guint
count_lit (const TlScene *scene, TlHighlight *highlight, TlEmphasis emphasis)
{
  guint n = 0;

  for (guint i = 0; i < tl_display_list_get_n_entries (tl_scene_get_list (scene)); i++)
    n += tl_highlight_get (i, highlight) == emphasis;
  return n;
}

static gboolean
is_lit (const TlScene *scene, TlHighlight *highlight, const char *id)
{
  guint index;

  g_assert_true (tl_display_list_find (tl_scene_get_list (scene), id, &index));
  return tl_highlight_get (index, highlight) == TL_EMPHASIS_LIT;
}

static void
test_chain (Sample *sample, gconstpointer data)
{
  g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, NULL);
  g_autoptr (TlHighlight) highlight = tl_highlight_new (scene);

  g_assert_cmpuint (count_lit (scene, highlight, TL_EMPHASIS_DIMMED), ==, 0);
  g_assert_true (tl_highlight_is_empty (highlight));

  tl_highlight_add_chain (highlight, "G4");
  g_assert_true (is_lit (scene, highlight, "G4"));
  g_assert_true (is_lit (scene, highlight, "G4-2"));
  g_assert_true (is_lit (scene, highlight, "branch:G4-2"));
  g_assert_false (is_lit (scene, highlight, "G1"));
  g_assert_false (is_lit (scene, highlight, "P17"));
  g_assert_cmpuint (count_lit (scene, highlight, TL_EMPHASIS_NONE), ==, 3); /* the headings */

  tl_highlight_clear (highlight);
  tl_highlight_add_chain (highlight, "P17");
  g_assert_cmpuint (count_lit (scene, highlight, TL_EMPHASIS_LIT), ==, 1);

  tl_highlight_clear (highlight);
  tl_highlight_add_tray (highlight);
  g_assert_cmpuint (count_lit (scene, highlight, TL_EMPHASIS_LIT), ==, 16 + 2);

  tl_highlight_clear (highlight);
  tl_highlight_add_kind (highlight, TL_KIND_GOAL);
  g_assert_cmpuint (count_lit (scene, highlight, TL_EMPHASIS_LIT), ==, 8);
}

/* A chain goes from the goal to the projects and back, and not sideways. */
static void
test_chain_of_link (Sample *sample, gconstpointer data)
{
  g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, NULL);

  for (guint i = 0; i < tl_workspace_get_n_items (sample->workspace, TL_KIND_LINK); i++)
    {
      TlItem *link = tl_workspace_get_item (sample->workspace, TL_KIND_LINK, i);
      TlItem *target = tl_item_get_ref (link, TL_LINK_TARGET);
      g_autoptr (TlHighlight) highlight = tl_highlight_new (scene);

      tl_highlight_add_chain (highlight, tl_item_get_id (link));
      if (tl_highlight_is_empty (highlight) || tl_item_get_kind (target) != TL_KIND_OBJECTIVE)
        continue;
      /* goal, branch, objective, link, project */
      g_assert_cmpuint (count_lit (scene, highlight, TL_EMPHASIS_LIT), ==, 5);
      g_assert_true (is_lit (scene, highlight, tl_item_get_text (target, TL_OBJECTIVE_GOAL)));
    }
}

/* Linking takes a card out of the tray. */
static void
test_linking (Sample *sample, gconstpointer data)
{
  TlItem *link;
  g_autoptr (TlScene) scene = NULL;
  g_autoptr (GError) error = NULL;

  link = tl_workspace_add (sample->workspace, TL_KIND_LINK, NULL, TL_POSITION_END, &error);
  g_assert_no_error (error);
  tl_workspace_set_ref (sample->workspace, link, TL_LINK_PROJECT,
                        tl_workspace_lookup (sample->workspace, "P17"), &error);
  g_assert_no_error (error);
  tl_workspace_set_ref (sample->workspace, link, TL_LINK_TARGET,
                        tl_workspace_lookup (sample->workspace, "G2-1"), &error);
  g_assert_no_error (error);
  g_clear_pointer (&sample->analysis, tl_analysis_unref);
  sample->analysis = tl_analysis_new (sample->workspace, tl_date_from_ymd (2025, 11, 21));
  scene = tl_scene_new_map (sample->analysis, NULL);

  g_assert_cmpuint (count_role (scene, TL_ENTRY_CARD, "Not Aligned"), ==, 12);
  g_assert_cmpuint (count_role (scene, TL_ENTRY_CARD, "Projects"), ==, 30);
  g_assert_true (has (scene, tl_item_get_id (link)));
  g_assert_true (g_str_has_suffix (find (scene, "P17")->item.name, "serves 1 objective"));
}

/* What is drawn late may be of items that are gone by then. */
static void
test_drawn_late (Sample *sample, gconstpointer data)
{
  g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, NULL);
  g_autofree char *dump = NULL;

  g_clear_pointer (&sample->analysis, tl_analysis_unref);
  for (TlKind kind = TL_KIND_GOAL; kind <= TL_KIND_PROJECT; kind++)
    while (tl_workspace_get_n_items (sample->workspace, kind) > 0)
      tl_workspace_remove (sample->workspace, tl_workspace_get_item (sample->workspace, kind, 0));
  dump = tl_display_list_dump (tl_scene_get_list (scene));
  g_assert_nonnull (strstr (dump, "card P17 "));
}

static void
test_fit (Sample *sample, gconstpointer data)
{
  TlSceneOptions options
      = { .theme = tl_theme_get (TL_THEME_PAPER), .is_compact = TRUE, .with_legend = TRUE };
  g_autoptr (TlScene) scene = tl_scene_new_map (sample->analysis, &options);
  g_autoptr (TlPdf) pdf = tl_pdf_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  double scale;

  scale = tl_scene_paint_to_fit (scene, tl_pdf_begin_page (pdf, 842, 595, NULL),
                                 tl_rect (36, 36, 770, 523), NULL, NULL);
  tl_pdf_end_page (pdf);
  bytes = tl_pdf_finish (pdf, &error);
  g_assert_no_error (error);
  /* Titles of 13 units must stay readable on paper. */
  g_assert_cmpfloat (scale, >, 0.4);
  g_assert_cmpfloat (scale, <, 1);
}

static void
test_empty (void)
{
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));
  g_autoptr (TlScene) scene = tl_scene_new_map (analysis, NULL);
  g_autoptr (TlHighlight) highlight = tl_highlight_new (scene);

  tl_highlight_add_chain (highlight, "G1");
  g_assert_true (tl_highlight_is_empty (highlight));
  g_assert_cmpuint (tl_display_list_get_n_entries (tl_scene_get_list (scene)), ==, 3);
  g_assert_false (tl_rect_is_empty (tl_scene_get_bounds (scene)));
}

/* Ids of items that look like our own must not hide anything. */
static void
test_hostile_ids (void)
{
  static const char *const ids[] = { "tray", "header:goals", "branch:1", "legend" };
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (TlScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      TlItem *item = tl_workspace_add (workspace, TL_KIND_PROJECT, ids[i], TL_POSITION_END, NULL);

      tl_workspace_set_choice (workspace, item, TL_PROJECT_STATUS, TL_STATUS_LIVE, NULL);
    }
  analysis = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));
  scene = tl_scene_new_map (analysis, &(TlSceneOptions) { .with_legend = TRUE });
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpint (find (scene, ids[i])->item.role, ==, TL_ENTRY_CARD);
}

/* A title of any length is shortened for card, tooltip and screen reader. */
static void
test_hostile_titles (void)
{
  g_autofree char *word = g_strnfill (100 * 1024, 'w');
  g_autofree char *lines = g_strnfill (50000, '\n');
  const char *const titles[] = { word, lines, "", "<b>&\"'" };
  g_autoptr (TlWorkspace) workspace = tl_workspace_new ();
  g_autoptr (TlAnalysis) analysis = NULL;
  g_autoptr (TlScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    for (TlKind kind = TL_KIND_GOAL; kind <= TL_KIND_OBJECTIVE; kind++)
      {
        TlItem *item = tl_workspace_add (workspace, kind, NULL, TL_POSITION_END, NULL);

        tl_workspace_set_text (workspace, item, TL_ITEM_TITLE, titles[i], NULL);
      }
  analysis = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));
  scene = tl_scene_new_map (analysis, NULL);
  g_assert_cmpuint (count_role (scene, TL_ENTRY_CARD, NULL), ==, 8);
  for (guint i = 0; i < tl_display_list_get_n_entries (tl_scene_get_list (scene)); i++)
    {
      const TlEntry *entry = tl_display_list_draw_entry (tl_scene_get_list (scene), i);

      g_assert_cmpuint (strlen (entry->item.name), <, 1000);
      if (entry->item.hint != NULL)
        g_assert_cmpuint (strlen (entry->item.hint), <, 1000);
    }
}

static void
test_large (void)
{
  g_autoptr (TlWorkspace) workspace = sample_workspace_new_plan (1000);
  g_autoptr (TlAnalysis) analysis = tl_analysis_new (workspace, tl_date_from_ymd (2025, 11, 21));
  g_autoptr (TlScene) scene = tl_scene_new_map (analysis, NULL);

  g_assert_cmpuint (count_role (scene, TL_ENTRY_CARD, NULL), ==, 1000 + 251 + 51);
  assert_no_overlap (scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Sample, NULL, set_up, function, tear_down)
  ADD ("/scene/all-is-there-once", test_all_is_there_once);
  ADD ("/scene/everything-on-request", test_everything_on_request);
  ADD ("/scene/places", test_places);
  ADD ("/scene/docked-tray", test_docked_tray);
  ADD ("/scene/tray-groups", test_tray_groups);
  ADD ("/scene/links-touch-their-cards", test_links_touch_their_cards);
  ADD ("/scene/words", test_words);
  ADD ("/scene/chain", test_chain);
  ADD ("/scene/chain-of-link", test_chain_of_link);
  ADD ("/scene/linking", test_linking);
  ADD ("/scene/drawn-late", test_drawn_late);
  ADD ("/scene/fit", test_fit);
#undef ADD
  g_test_add_func ("/scene/empty", test_empty);
  g_test_add_func ("/scene/hostile-ids", test_hostile_ids);
  g_test_add_func ("/scene/hostile-titles", test_hostile_titles);
  g_test_add_func ("/scene/large", test_large);
  return g_test_run ();
}
