/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-merge.h"

#include <glib/gi18n.h>

#include "tl-gate.h"
#include "tl-item-words.h"

/* A reference to an item: who has it, and in which field. */
typedef struct
{
  TlItem *item;
  TlField field;
} Referrer;

/* For values that come from a field of the same sort, and cannot be refused. */
static void
put (TlItem *item, TlField field, const TlValue *value)
{
  gboolean taken = tl_workspace_set (tl_item_get_workspace (item), item, field, value, NULL);

  g_assert (taken);
}

static void
put_text (TlItem *item, TlField field, const char *text)
{
  g_auto (TlValue) value = tl_value_from_text (text);

  put (item, field, &value);
}

static gboolean
is_same_word (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_str_equal (folded_a, folded_b);
}

/* Lists. */

/* Ids are told apart by their case, words are not. */
static gboolean
contains_word (GPtrArray *words, const char *word, TlField field)
{
  gboolean is_id = tl_field_get_spec (field)->type == TL_FIELD_TYPE_REFS;

  for (guint i = 0; i < words->len; i++)
    if (is_id ? g_str_equal (words->pdata[i], word) : is_same_word (words->pdata[i], word))
      return TRUE;
  return FALSE;
}

static void
unite (TlItem *kept, TlItem *other, TlField field)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  TlItem *const items[] = { kept, other };
  g_auto (TlValue) value = TL_VALUE_INIT;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      const TlValue *list = tl_item_get_value (items[i], field);

      for (guint j = 0; list->form == TL_VALUE_WORDS && list->words[j] != NULL; j++)
        if (!contains_word (words, list->words[j], field))
          g_ptr_array_add (words, list->words[j]);
    }
  g_ptr_array_add (words, NULL);
  value = tl_value_from_words ((const char *const *) words->pdata);
  put (kept, field, &value);
}

/* The gate. */

/* What goes through the discovery gate is not filled in like other blanks. */
static gboolean
is_gated (TlField field)
{
  return field == TL_PROJECT_SOLUTION_TYPE || field == TL_PROJECT_STATUS;
}

/* Whether the field of the other would say what is not said yet. To be undecided says nothing when
 * the other is not. */
static gboolean
is_gated_blank (TlItem *kept, TlItem *other, TlField field)
{
  if (field == TL_PROJECT_SOLUTION_TYPE && tl_gate_is_named (other))
    return !tl_gate_is_named (kept);
  return !tl_item_is_set (kept, field) && tl_item_is_set (other, field);
}

static gboolean
take_gated (TlItem *kept, TlItem *other, TlField field)
{
  const TlValue *value = tl_item_get_value (other, field);

  if (!is_gated_blank (kept, other, field) || tl_gate_stops (kept, field, value))
    return FALSE;
  put (kept, field, value);
  return TRUE;
}

/* A solution comes with the day on which it was chosen. Where the gap is not known, what was not
 * named stays so, whatever the other was to be. */
static void
take_through_gate (TlItem *kept, TlItem *other)
{
  if (take_gated (kept, other, TL_PROJECT_SOLUTION_TYPE))
    put (kept, TL_PROJECT_SOLUTION_CHOSEN, tl_item_get_value (other, TL_PROJECT_SOLUTION_CHOSEN));
  take_gated (kept, other, TL_PROJECT_STATUS);
}

/* Texts. */

/* Both texts, the second under the title of what it was written of. */
static void
join_prose (TlItem *kept, TlItem *other, TlField field, const char *more)
{
  const char *own = tl_item_get_text (kept, field);
  const char *second = tl_item_get_text (other, field);
  g_autofree char *name = tl_item_dup_name (other);
  g_autoptr (GString) text = g_string_new (own);

  if (g_strcmp0 (own, second) == 0)
    second = NULL;
  if (second == NULL && *more == '\0')
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", name);
  if (second != NULL)
    g_string_append_printf (text, "\n%s", second);
  g_string_append (text, more);
  put_text (kept, field, text->str);
}

/* What a field of the other says that it does not say of both: a line of text, or what the gate did
 * not let through; %NULL when there is nothing. */
static char *
dup_differing (TlItem *kept, TlItem *other, TlField field)
{
  const char *own = tl_item_get_text (kept, field);
  const char *second = tl_item_get_text (other, field);

  if (is_gated (field))
    return is_gated_blank (kept, other, field)
               ? g_strdup (tl_field_get_choice_label (field, tl_item_get_choice (other, field)))
               : NULL;
  if (tl_field_get_spec (field)->type != TL_FIELD_TYPE_TEXT || field == TL_ITEM_TITLE || own == NULL
      || second == NULL || g_str_equal (own, second))
    return NULL;
  return g_strdup (second);
}

/* Where one thing is said here and another there, what the other said is noted. */
static char *
list_differing (TlItem *kept, TlItem *other)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (TL_KIND_PROJECT, &n_fields);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *second = dup_differing (kept, other, fields[i]);

      if (second != NULL)
        /* Translators: a field and what it held. */
        g_string_append_printf (lines, C_ ("merge", "\n%1$s: %2$s"), tl_field_get_label (fields[i]),
                                second);
    }
  return g_string_free (lines, FALSE);
}

/* Where nothing else was written of the other, its title alone is kept. */
static void
join_texts (TlItem *kept, TlItem *other)
{
  g_autofree char *lines = list_differing (kept, other);
  gboolean has_summary = tl_item_is_set (other, TL_PROJECT_SUMMARY);

  join_prose (kept, other, TL_PROJECT_SUMMARY, "");
  if (*lines == '\0' && !has_summary && !tl_item_is_set (other, TL_ITEM_NOTES))
    {
      g_autofree char *name = tl_item_dup_name (other);
      /* Translators: the title of a project that has become part of another. */
      g_autofree char *line = g_strdup_printf (_ ("Merged with it: %s"), name);
      const char *notes = tl_item_get_text (kept, TL_ITEM_NOTES);
      g_autofree char *text
          = notes != NULL ? g_strconcat (notes, "\n\n", line, NULL) : g_strdup (line);

      put_text (kept, TL_ITEM_NOTES, text);
      return;
    }
  join_prose (kept, other, TL_ITEM_NOTES, lines);
}

/* Numbers and dates. */

static void
add_number (TlItem *kept, TlItem *other, TlField field)
{
  g_auto (TlValue) value = TL_VALUE_INIT;

  if (!tl_item_is_set (kept, field) || !tl_item_is_set (other, field))
    return;
  value
      = tl_value_from_number (tl_item_get_number (kept, field) + tl_item_get_number (other, field));
  put (kept, field, &value);
}

static void
take_date (TlItem *kept, TlItem *other, TlField field, gboolean later)
{
  TlDate own = tl_item_get_date (kept, field);
  TlDate second = tl_item_get_date (other, field);

  if (own != TL_DATE_NONE && second != TL_DATE_NONE && (second > own) == later)
    put (kept, field, tl_item_get_value (other, field));
}

static gboolean
refers_to (TlItem *item, TlField field, TlItem *target)
{
  TlFieldType type = tl_field_get_spec (field)->type;

  return type == TL_FIELD_TYPE_REF && tl_item_get_ref (item, field) == target;
}

/* What is known of the other alone is known of both. */
static void
fill_blanks (TlItem *kept, TlItem *other)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (TL_KIND_PROJECT, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i] != TL_ITEM_CREATED && fields[i] != TL_ITEM_CHANGED && !is_gated (fields[i])
        && fields[i] != TL_PROJECT_SOLUTION_CHOSEN && !tl_item_is_set (kept, fields[i])
        && tl_item_is_set (other, fields[i])
        && tl_field_get_spec (fields[i])->type != TL_FIELD_TYPE_PROSE
        && !refers_to (other, fields[i], kept))
      put (kept, fields[i], tl_item_get_value (other, fields[i]));
}

static void
merge_fields (TlItem *kept, TlItem *other, TlMergeFlags flags)
{
  static const TlField lists[] = { TL_ITEM_TAGS, TL_PROJECT_AUDIENCE, TL_PROJECT_TOPICS,
                                   TL_PROJECT_SKILLS, TL_PROJECT_ADDRESSES };
  static const struct
  {
    TlField field;
    TlMergeFlags flag;
  } sums[] = {
    { TL_PROJECT_EFFORT, TL_MERGE_ADD_DAYS },
    { TL_PROJECT_COST, TL_MERGE_ADD_COST },
    { TL_PROJECT_PARTICIPANTS, TL_MERGE_ADD_PARTICIPANTS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    unite (kept, other, lists[i]);
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    if ((flags & sums[i].flag) != 0)
      add_number (kept, other, sums[i].field);
  take_date (kept, other, TL_PROJECT_START, FALSE);
  take_date (kept, other, TL_PROJECT_END, TRUE);
  fill_blanks (kept, other);
  take_through_gate (kept, other);
  join_texts (kept, other);
}

/* References. */

static GArray *
list_referrers (TlItem *item)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Referrer));

  for (guint i = 0; i < tl_item_get_n_referrers (item); i++)
    {
      Referrer referrer;

      referrer.item = tl_item_get_referrer (item, i, &referrer.field);
      g_array_append_val (list, referrer);
    }
  return list;
}

static void
replace_in_list (const Referrer *referrer, TlItem *before, TlItem *after)
{
  const TlValue *list = tl_item_get_value (referrer->item, referrer->field);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_auto (TlValue) value = TL_VALUE_INIT;

  for (guint i = 0; list->form == TL_VALUE_WORDS && list->words[i] != NULL; i++)
    {
      gboolean is_it = g_str_equal (list->words[i], tl_item_get_id (before));
      const char *id = is_it ? tl_item_get_id (after) : list->words[i];

      if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        g_ptr_array_add (ids, (gpointer) id);
    }
  g_ptr_array_add (ids, NULL);
  value = tl_value_from_words ((const char *const *) ids->pdata);
  put (referrer->item, referrer->field, &value);
}

/* A project cannot be a part of itself, nor redirected to itself. */
static void
point_to (const Referrer *referrer, TlItem *before, TlItem *after)
{
  TlWorkspace *workspace = tl_item_get_workspace (after);

  if (tl_field_get_spec (referrer->field)->type == TL_FIELD_TYPE_REFS)
    replace_in_list (referrer, before, after);
  else if (referrer->item == after
           || !tl_workspace_set_ref (workspace, referrer->item, referrer->field, after, NULL))
    put (referrer->item, referrer->field, &TL_VALUE_INIT);
}

/* A reason to leave something alone holds for what it was given for, and a place is one card's:
 * these go with it. */
static gboolean
dies_with_it (TlField field)
{
  return field == TL_WAIVER_ABOUT || field == TL_WAIVER_WITH || field == TL_PLACE_ITEM;
}

static void
move_referrers (TlItem *before, TlItem *after)
{
  g_autoptr (GArray) referrers = list_referrers (before);

  for (guint i = 0; i < referrers->len; i++)
    {
      const Referrer *referrer = &g_array_index (referrers, Referrer, i);

      if (!dies_with_it (referrer->field))
        point_to (referrer, before, after);
    }
}

/* Links. */

static TlItem *
find_link (TlItem *project, TlItem *target)
{
  for (guint i = 0; target != NULL && i < tl_item_get_n_referrers (project); i++)
    {
      TlField field;
      TlItem *link = tl_item_get_referrer (project, i, &field);

      if (field == TL_LINK_PROJECT && tl_item_get_ref (link, TL_LINK_TARGET) == target)
        return link;
    }
  return NULL;
}

/* Among equals the one that somebody has agreed to, then the one that was there. */
static gboolean
is_stronger (TlItem *link, TlItem *than)
{
  double sigma = tl_link_get_sigma (link);
  double other = tl_link_get_sigma (than);

  if (sigma != other)
    return sigma > other;
  return tl_item_is_set (link, TL_LINK_AGREED_ON) && !tl_item_is_set (than, TL_LINK_AGREED_ON);
}

static void
join_lines (TlItem *kept, TlItem *other, TlField field)
{
  const char *own = tl_item_get_text (kept, field);
  const char *second = tl_item_get_text (other, field);
  g_autofree char *both = NULL;

  if (own == NULL || second == NULL || g_str_equal (own, second))
    return;
  both = g_strconcat (own, "\n", second, NULL);
  put_text (kept, field, both);
}

/* What was agreed of the weaker claim is not agreed of the stronger. */
static void
fold_link (TlItem *stronger, TlItem *weaker)
{
  static const TlField texts[] = { TL_LINK_MECHANISM, TL_LINK_EVIDENCE, TL_ITEM_NOTES };
  static const TlField blanks[]
      = { TL_LINK_STRENGTH,     TL_LINK_MECHANISM,  TL_LINK_EVIDENCE, TL_ITEM_NOTES,
          TL_LINK_CONTRIBUTION, TL_LINK_CONFIDENCE, TL_ITEM_TITLE };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    join_lines (stronger, weaker, texts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    if (!tl_item_is_set (stronger, blanks[i]) && tl_item_is_set (weaker, blanks[i]))
      put (stronger, blanks[i], tl_item_get_value (weaker, blanks[i]));
  unite (stronger, weaker, TL_ITEM_TAGS);
  move_referrers (weaker, stronger);
  tl_workspace_remove (tl_item_get_workspace (weaker), weaker);
}

static void
move_link (TlItem *link, TlItem *kept)
{
  TlItem *twin = find_link (kept, tl_item_get_ref (link, TL_LINK_TARGET));
  Referrer referrer = { link, TL_LINK_PROJECT };

  if (twin != NULL && !is_stronger (link, twin))
    {
      fold_link (twin, link);
      return;
    }
  point_to (&referrer, NULL, kept);
  if (twin != NULL)
    fold_link (link, twin);
}

static void
move_links (TlItem *kept, TlItem *other)
{
  g_autoptr (GArray) referrers = list_referrers (other);

  for (guint i = 0; i < referrers->len; i++)
    {
      const Referrer *referrer = &g_array_index (referrers, Referrer, i);

      if (referrer->field == TL_LINK_PROJECT && tl_item_get_workspace (referrer->item) != NULL)
        move_link (referrer->item, kept);
    }
}

/**
 * tl_merge_projects:
 * @kept: the project that stays
 * @other: the project that becomes a part of it, and is gone then
 * @flags: which numbers of @other are added to those of @kept
 *
 * Nothing that was written of either is lost: texts follow each other, the second under its title;
 * words, tags and causes are united; the time is that of both; what @kept does not know it takes
 * from @other, but not past the discovery gate: a solution, or its approval, that the gap known of
 * both does not warrant is noted only. Links of the two to the same target become one, the
 * stronger. All that points to @other points to @kept, but for its waivers and its place, which go
 * with it.
 */
void
tl_merge_projects (TlItem *kept, TlItem *other, TlMergeFlags flags)
{
  move_links (kept, other);
  merge_fields (kept, other, flags);
  move_referrers (other, kept);
  tl_workspace_remove (tl_item_get_workspace (other), other);
}
