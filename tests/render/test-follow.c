/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scene that follows an edit, or begins from the one before, is what a new one would be. */

#include "sample-workspace.h"
#include "tl-history.h"
#include "tl-legend.h"
#include "tl-scene.h"

#define N_EDITS 160 /* of each picture */

typedef struct
{
  const char *name;
  TlSceneOptions options;
} Picture;

/* What was done last. */
typedef struct
{
  TlWorkspace *workspace;
  TlTransaction *transaction;
  GRand *rand;
} Desk;

static const char *const titles[] = {
  "Clinic",
  "Onboarding",
  "Coaching",
  "A community of practice for plant operators and their leads",
  "First-line managers practise the talk that the number depends on, weekly, and with a coach "
  "beside them until it is a habit",
  "",
};

static void
changed_cb (Desk *desk, TlTransaction *transaction)
{
  g_clear_pointer (&desk->transaction, tl_transaction_unref);
  desk->transaction = tl_transaction_ref (transaction);
}

static TlAnalysis *
analyse (const Desk *desk)
{
  return tl_analysis_new (desk->workspace, tl_date_from_ymd (2025, 11, 21));
}

static TlItem *
pick (const Desk *desk, TlKind kind)
{
  guint n = tl_workspace_get_n_items (desk->workspace, kind);

  return n > 0 ? tl_workspace_get_item (desk->workspace, kind,
                                        (guint) g_rand_int_range (desk->rand, 0, (gint32) n))
               : NULL;
}

static TlKind
pick_kind (const Desk *desk)
{
  int chance = g_rand_int_range (desk->rand, 0, 10);

  return chance < 6 ? TL_KIND_PROJECT : chance < 9 ? TL_KIND_OBJECTIVE : TL_KIND_GOAL;
}

static void
set_title (const Desk *desk, TlItem *item)
{
  const char *title = titles[g_rand_int_range (desk->rand, 0, G_N_ELEMENTS (titles))];

  tl_workspace_set_text (desk->workspace, item, TL_ITEM_TITLE, title, NULL);
}

/* In any field that has words. */
static void
set_words (const Desk *desk, TlItem *item)
{
  static const char *const words[] = { "leads", NULL };
  guint n;
  const TlField *fields = tl_kind_get_fields (tl_item_get_kind (item), &n);

  for (guint i = 0; i < n; i++)
    {
      TlFieldType type = tl_field_get_spec (fields[i])->type;
      gboolean is_full = g_rand_boolean (desk->rand);

      if (type == TL_FIELD_TYPE_WORDS)
        tl_workspace_set_words (desk->workspace, item, fields[i], is_full ? words : words + 1,
                                NULL);
      else if (type == TL_FIELD_TYPE_TEXT || type == TL_FIELD_TYPE_PROSE)
        tl_workspace_set_text (desk->workspace, item, fields[i], is_full ? "Nine of ten" : "",
                               NULL);
    }
}

/* Takes a sign from a card, and gives it back later. */
static void
waive (const Desk *desk)
{
  TlItem *waiver = pick (desk, TL_KIND_WAIVER);
  g_autoptr (TlAnalysis) analysis = analyse (desk);
  const TlFinding *finding;

  if (waiver != NULL && g_rand_boolean (desk->rand))
    {
      tl_workspace_remove (desk->workspace, waiver);
      return;
    }
  finding = tl_analysis_get_finding (analysis,
                                     (guint) g_rand_int_range (desk->rand, 0,
                                                               (gint32) tl_analysis_get_n_findings (
                                                                   analysis)
                                                                   / 3));
  if (finding->n_items != 1)
    return;
  waiver = tl_workspace_add (desk->workspace, TL_KIND_WAIVER, NULL, TL_POSITION_END, NULL);
  tl_workspace_set_text (desk->workspace, waiver, TL_WAIVER_RULE, finding->rule->id, NULL);
  tl_workspace_set_ref (desk->workspace, waiver, TL_WAIVER_ABOUT, finding->items[0], NULL);
  tl_workspace_set_text (desk->workspace, waiver, TL_WAIVER_REASON, "Agreed", NULL);
}

static void
add_something (const Desk *desk)
{
  TlKind kind = pick_kind (desk);
  TlItem *link = tl_workspace_add (desk->workspace, TL_KIND_LINK, NULL, TL_POSITION_END, NULL);

  tl_workspace_set_ref (desk->workspace, link, TL_LINK_PROJECT, pick (desk, TL_KIND_PROJECT), NULL);
  tl_workspace_set_ref (desk->workspace, link, TL_LINK_TARGET, pick (desk, TL_KIND_OBJECTIVE),
                        NULL);
  set_title (desk, tl_workspace_add (desk->workspace, kind, NULL, TL_POSITION_END, NULL));
}

/* One transaction: mostly words, now and then something else. */
static void
edit (const Desk *desk)
{
  TlItem *item = pick (desk, pick_kind (desk));
  TlItem *link = pick (desk, TL_KIND_LINK);

  tl_workspace_begin (desk->workspace, "Edit");
  switch (g_rand_int_range (desk->rand, 0, 16))
    {
    case 0:
      add_something (desk);
      break;
    case 1:
      if (link != NULL)
        tl_workspace_remove (desk->workspace, link);
      break;
    case 2:
      if (tl_workspace_get_n_items (desk->workspace, tl_item_get_kind (item)) > 3)
        tl_workspace_remove (desk->workspace, item);
      break;
    case 3:
      tl_workspace_set_choice (desk->workspace, pick (desk, TL_KIND_PROJECT), TL_PROJECT_STATUS,
                               g_rand_int_range (desk->rand, 0, TL_STATUS_DECLINED + 1), NULL);
      break;
    case 4:
    case 6:
      set_words (desk, pick (desk, pick_kind (desk)));
      break;
    case 7:
    case 8:
      waive (desk);
      break;
    case 5:
      set_title (desk, pick (desk, TL_KIND_PROJECT));
      set_title (desk, pick (desk, TL_KIND_OBJECTIVE));
      break;
    default:
      set_title (desk, item);
      break;
    }
  tl_workspace_commit (desk->workspace);
}

static void
assert_same_keys (const TlScene *a, const TlScene *b)
{
  g_autoptr (GArray) first = tl_legend_list_keys (a);
  g_autoptr (GArray) second = tl_legend_list_keys (b);

  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    {
      const TlLegendKey *key = &g_array_index (first, TlLegendKey, i);
      const TlLegendKey *other = &g_array_index (second, TlLegendKey, i);

      g_assert_cmpuint (key->n, ==, other->n);
      g_assert_cmpstr (key->label, ==, other->label);
      if (key->sort != TL_KEY_SIGN)
        continue;
      for (guint entry = 0; entry < tl_display_list_get_n_entries (tl_scene_get_list (a)); entry++)
        g_assert_true (tl_legend_has_entry (a, key, entry, NULL)
                       == tl_legend_has_entry (b, other, entry, NULL));
    }
}

static void
assert_same (const TlScene *a, const TlScene *b)
{
  g_autofree char *first = tl_display_list_dump (tl_scene_get_list (a));
  g_autofree char *second = tl_display_list_dump (tl_scene_get_list (b));

  g_assert_cmpuint (tl_scene_get_revision (a), ==, tl_scene_get_revision (b));
  g_assert_cmpstr (first, ==, second);
  assert_same_keys (a, b);
}

/* Looks at @scene after an edit. Returns it, or the one that had to be made. */
static TlScene *
look_again (const Desk *desk, const TlSceneOptions *options, TlScene *scene, guint *n_followed)
{
  g_autoptr (TlAnalysis) analysis = analyse (desk);
  g_autoptr (TlScene) scratch = tl_scene_new_map (analysis, options);
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));
  TlSceneOptions after = *options;

  if (tl_scene_follow (scene, analysis, desk->transaction, changed))
    {
      (*n_followed)++;
    }
  else
    {
      after.before = scene;
      after.before = scene = tl_scene_new_map (analysis, &after);
    }
  assert_same (scene, scratch);
  return scene;
}

static void
test_picture (gconstpointer data)
{
  const Picture *picture = data;
  g_autoptr (TlWorkspace) workspace = sample_workspace_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  Desk desk = { workspace, NULL, rand };
  g_autoptr (TlAnalysis) analysis = analyse (&desk);
  TlScene *scene = tl_scene_new_map (analysis, &picture->options);
  guint n_followed = 0;

  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (changed_cb), &desk);
  for (int i = 0; i < N_EDITS; i++)
    {
      TlScene *after;

      g_clear_pointer (&desk.transaction, tl_transaction_unref);
      edit (&desk);
      if (desk.transaction == NULL)
        continue;
      after = look_again (&desk, &picture->options, scene, &n_followed);
      if (after != scene)
        tl_scene_free (scene);
      scene = after;
    }
  g_test_message ("%u of %d followed", n_followed, N_EDITS);
  g_assert_cmpuint (n_followed, >, N_EDITS / 20);
  g_clear_pointer (&desk.transaction, tl_transaction_unref);
  tl_scene_free (scene);
}

/* Objectives lie beside their goal, whatever was kept. */
static void
assert_in_blocks (TlWorkspace *workspace, const TlScene *scene)
{
  for (guint i = 0; i < tl_workspace_get_n_items (workspace, TL_KIND_OBJECTIVE); i++)
    {
      TlItem *objective = tl_workspace_get_item (workspace, TL_KIND_OBJECTIVE, i);
      TlItem *goal = tl_item_get_ref (objective, TL_OBJECTIVE_GOAL);
      TlRect card, block;

      if (goal == NULL)
        continue;
      g_assert_true (tl_scene_get_item_bounds (scene, tl_item_get_id (objective), &card));
      g_assert_true (tl_scene_get_item_bounds (scene, tl_item_get_id (goal), &block));
      g_assert_cmpfloat (card.y, >=, block.y - 1);
      g_assert_cmpfloat (card.y + card.height, <=, block.y + block.height + 1);
    }
}

/* A large plan keeps its order through edits, and comes back to it when they are undone. */
static void
test_large (void)
{
  TlSceneOptions options = { .tray = TL_TRAY_DOCKED, .tray_width = 1200 };
  g_autoptr (TlWorkspace) workspace = sample_workspace_new_plan (4000);
  g_autoptr (TlHistory) history = tl_history_new (workspace);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  Desk desk = { workspace, NULL, rand };
  g_autoptr (TlAnalysis) analysis = analyse (&desk);
  g_autoptr (TlScene) before = tl_scene_new_map (analysis, &options);
  g_autofree char *dump = tl_display_list_dump (tl_scene_get_list (before));

  for (int i = 0; i < 6; i++)
    {
      g_autoptr (TlAnalysis) edited_analysis = NULL;
      g_autoptr (TlAnalysis) undone_analysis = NULL;
      g_autoptr (TlScene) edited = NULL;
      g_autoptr (TlScene) undone = NULL;
      g_autofree char *undone_dump = NULL;

      tl_workspace_begin (workspace, "Edit");
      add_something (&desk);
      if (i % 3 == 1)
        tl_workspace_set_ref (workspace, pick (&desk, TL_KIND_OBJECTIVE), TL_OBJECTIVE_GOAL,
                              pick (&desk, TL_KIND_GOAL), NULL);
      else if (i % 3 == 2)
        tl_workspace_move (workspace, pick (&desk, TL_KIND_GOAL), 0);
      tl_workspace_remove (workspace, pick (&desk, TL_KIND_PROJECT));
      tl_workspace_commit (workspace);
      options.before = before;
      edited_analysis = analyse (&desk);
      edited = tl_scene_new_map (edited_analysis, &options);
      assert_in_blocks (workspace, edited);
      tl_transaction_unref (tl_history_undo (history));
      options.before = edited;
      undone_analysis = analyse (&desk);
      undone = tl_scene_new_map (undone_analysis, &options);
      undone_dump = tl_display_list_dump (tl_scene_get_list (undone));
      g_assert_true (g_str_equal (undone_dump, dump));
    }
}

static gboolean
is_folded_cb (const char *id, gpointer data)
{
  return g_str_hash (id) % 2 == 0;
}

/* clang-format off */
static const Picture PICTURES[] = {
  { "/follow/map", { .tray = TL_TRAY_DOCKED, .tray_width = 1200 } },
  { "/follow/beside", { .tray = TL_TRAY_BESIDE } },
  { "/follow/down", { .tray = TL_TRAY_DOCKED, .tray_width = 1200, .direction = TL_MAP_DIRECTION_DOWN } },
  { "/follow/all", { .tray = TL_TRAY_DOCKED, .tray_width = 900, .include_uncounted = TRUE, .colour_by = TL_COLOUR_BY_STATUS } },
  { "/follow/units", { .tray = TL_TRAY_DOCKED, .tray_width = 900, .arrange_by = TL_ARRANGE_BY_UNIT, .tray_groups = TL_TRAY_BY_UNIT } },
  { "/follow/folded", { .tray = TL_TRAY_DOCKED, .tray_width = 1200, .is_folded = is_folded_cb } },
  { "/follow/folded-units", { .tray = TL_TRAY_DOCKED, .tray_width = 900, .arrange_by = TL_ARRANGE_BY_UNIT, .is_folded = is_folded_cb } },
  { "/follow/compact", { .is_compact = TRUE } },
  { "/follow/narrow", { .is_compact = TRUE, .is_narrow = TRUE } },
};
/* clang-format on */

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (PICTURES); i++)
    g_test_add_data_func (PICTURES[i].name, &PICTURES[i], test_picture);
  g_test_add_func ("/follow/large", test_large);
  return g_test_run ();
}
