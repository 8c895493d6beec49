/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-picker-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-item-words.h"

struct _TlPickerEntry
{
  GObject parent_instance;

  /* Owned. */
  GObject *subject; /* a TlItem, or what else is picked */
  char *title;
  char *detail;
  char *reason;
  char *keys;
  char *folded; /* all that a search looks through, the title on the first line */

  gsize name_at; /* where in the title, folded, the name begins after that of its group */
  gsize title_length;
  guint rank;
  guint score;
  gboolean is_marked;
  gboolean is_refused;
  gboolean is_hidden_unsearched;
  gboolean is_ranked; /* offered in an order that says more than which of its words is met */
};

/* How well words are met. */
typedef enum
{
  MET_EXACTLY,        /* the name is just that */
  MET_BY_NAME,        /* the name begins so */
  MET_BY_TITLE_WORDS, /* words of the title begin so */
  MET_BY_OTHER_WORDS, /* words of what else is known begin so */
  MET_IN_TITLE,       /* it is within words of the title */
  MET_SOMEWHERE,
  NOT_MET,
} Met;

/* At the same place: what can be done, then where one can go, then what cannot be done now. */
#define SCORE_REFUSED 2
#define SCORE_ITEM 1
#define N_SCORES_OF_A_PLACE 3

G_DEFINE_FINAL_TYPE (TlPickerEntry, tl_picker_entry, G_TYPE_OBJECT)

static TlItem *
get_goal (TlItem *item)
{
  if (tl_item_get_kind (item) == TL_KIND_OBJECTIVE)
    return tl_item_get_ref (item, TL_OBJECTIVE_GOAL);
  return tl_item_get_kind (item) == TL_KIND_GOAL ? item : NULL;
}

static char *
fold (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (composed != NULL ? composed : text, -1);
}

/* Whether a word is in a text, and whether one of the words there begins with it. */
static gboolean
is_in (const char *text, gsize length, const char *word, gboolean *begins)
{
  const char *found = g_strstr_len (text, (gssize) length, word);
  gboolean is_found = found != NULL;

  *begins = FALSE;
  while (found != NULL && !*begins)
    {
      *begins = found == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (found)));
      found = g_utf8_next_char (found);
      found = g_strstr_len (found, (gssize) length - (found - text), word);
    }
  return is_found;
}

static gboolean
is_name (TlPickerEntry *self, const char *const *words)
{
  g_autofree char *text = g_strjoinv (" ", (char **) words);
  gsize length = self->title_length - self->name_at;

  return strlen (text) == length && strncmp (self->folded + self->name_at, text, length) == 0;
}

static Met
get_met (TlPickerEntry *self, const char *const *words)
{
  gboolean is_in_title = TRUE;
  gboolean begins_in_title = TRUE;
  gboolean begins_all = TRUE;

  for (const char *const *word = words; *word != NULL; word++)
    {
      gboolean begins;

      if (!is_in (self->folded, strlen (self->folded), *word, &begins))
        return NOT_MET;
      begins_all &= begins;
      is_in_title &= is_in (self->folded, self->title_length, *word, &begins);
      begins_in_title &= begins;
    }
  if (!begins_in_title && begins_all)
    return MET_BY_OTHER_WORDS;
  if (!begins_in_title)
    return is_in_title ? MET_IN_TITLE : MET_SOMEWHERE;
  if (is_name (self, words))
    return MET_EXACTLY;
  if (!self->is_ranked && g_str_has_prefix (self->folded + self->name_at, words[0]))
    return MET_BY_NAME;
  return MET_BY_TITLE_WORDS;
}

static void
set_reason (TlPickerEntry *self, const char *reason)
{
  g_free (self->reason);
  self->reason = g_strdup (reason != NULL ? reason : "");
}

static void
append_line (GString *all, const char *text)
{
  g_string_append_c (all, '\n');
  g_string_append (all, text);
}

/* @more: what else is searched, with a line feed before each */
static void
set_words (TlPickerEntry *self, const char *group, const char *name, const char *more)
{
  g_autofree char *folded_group = NULL;
  g_autofree char *all = NULL;

  if (group == NULL)
    self->title = g_strdup (name);
  else
    /* Translators: a menu and a choice in it, such as “Colour By: Goal”. */
    self->title = g_strdup_printf (C_ ("palette", "%s: %s"), group, name);
  folded_group = fold (self->title);
  self->title_length = strlen (folded_group);
  if (group != NULL)
    {
      g_autofree char *folded_name = fold (name);
      const char *at = g_strrstr (folded_group, folded_name);

      self->name_at = at != NULL ? (gsize) (at - folded_group) : 0;
    }
  all = g_strconcat (self->title, "\n", self->detail, more, NULL);
  self->folded = fold (all);
}

static void
set_item (TlPickerEntry *self, TlItem *item)
{
  g_autoptr (GString) more = g_string_new (NULL);
  g_autofree char *name = tl_item_dup_name (item);

  self->subject = g_object_ref (G_OBJECT (item));
  append_line (more, tl_item_get_id (item));
  if (tl_kind_has_field (tl_item_get_kind (item), TL_ITEM_TAGS))
    for (const char *const *tag = tl_item_get_words (item, TL_ITEM_TAGS); *tag != NULL; tag++)
      append_line (more, *tag);
  set_words (self, NULL, name, more->str);
}

static void
tl_picker_entry_finalize (GObject *object)
{
  TlPickerEntry *self = TL_PICKER_ENTRY (object);

  g_clear_object (&self->subject);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->reason);
  g_free (self->keys);
  g_free (self->folded);

  G_OBJECT_CLASS (tl_picker_entry_parent_class)->finalize (object);
}

static void
tl_picker_entry_class_init (TlPickerEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_picker_entry_finalize;
}

static void
tl_picker_entry_init (TlPickerEntry *self)
{
  self->reason = g_strdup ("");
  self->keys = g_strdup ("");
}

/**
 * tl_picker_entry_new:
 * @session: a session
 * @item: an item
 * @reason: (nullable): why it is offered, translated
 *
 * Returns: (transfer full): the entry
 */
TlPickerEntry *
tl_picker_entry_new (TlSession *session, TlItem *item, const char *reason)
{
  TlPickerEntry *self = g_object_new (TL_TYPE_PICKER_ENTRY, NULL);
  TlItem *goal = get_goal (item);

  self->detail = tl_item_dup_detail (item);
  self->is_ranked = TRUE;
  set_reason (self, reason);
  if (goal != NULL)
    self->rank = tl_alignment_get_rank (tl_session_get_alignment (session), goal);
  set_item (self, item);
  return self;
}

/**
 * tl_picker_entry_new_under_goal:
 * @objective: an objective
 * @reason: (nullable): more about it, translated
 *
 * Returns: (transfer full): an entry for a list under the objective's goal, which needs no telling
 */
TlPickerEntry *
tl_picker_entry_new_under_goal (TlItem *objective, const char *reason)
{
  TlPickerEntry *self = g_object_new (TL_TYPE_PICKER_ENTRY, NULL);

  if (tl_item_is_set (objective, TL_OBJECTIVE_LEVEL))
    /* Translators: the level of an objective, from 0 to 5. */
    self->detail
        = g_strdup_printf (_ ("Level %.15g"), tl_item_get_number (objective, TL_OBJECTIVE_LEVEL));
  else
    self->detail = g_strdup ("");
  set_reason (self, reason);
  set_item (self, objective);
  return self;
}

/**
 * tl_picker_entry_new_to_go_to:
 * @item: an item
 *
 * Returns: (transfer full): an entry that says of what kind the item is, and that is only there
 *   when something is searched for
 */
TlPickerEntry *
tl_picker_entry_new_to_go_to (TlItem *item)
{
  TlPickerEntry *self = g_object_new (TL_TYPE_PICKER_ENTRY, NULL);
  g_autofree char *detail = tl_item_dup_detail (item);
  const char *kind = tl_kind_get_label (tl_item_get_kind (item));

  /* Translators: under the title of an item to go to: its kind, such as “Project”. */
  self->detail = g_strdup_printf (C_ ("palette", "Go To %s"), kind);
  if (*detail != '\0' && !g_str_equal (detail, kind))
    {
      g_autofree char *go_to = g_steal_pointer (&self->detail);

      /* Translators: “Go To Project”, and where the project belongs. */
      self->detail = g_strdup_printf (C_ ("palette", "%s · %s"), go_to, detail);
    }
  self->is_hidden_unsearched = TRUE;
  set_item (self, item);
  return self;
}

/**
 * tl_picker_entry_new_plain:
 * @subject: what is picked, which is no item
 * @group: (nullable): to which @name belongs, and without which it says little, translated
 * @name: what it is called, translated
 * @detail: where it is, translated; may be empty
 * @other_names: by which it is found as well, a line each
 *
 * Returns: (transfer full): the entry
 */
TlPickerEntry *
tl_picker_entry_new_plain (GObject *subject,
                           const char *group,
                           const char *name,
                           const char *detail,
                           const char *other_names)
{
  TlPickerEntry *self = g_object_new (TL_TYPE_PICKER_ENTRY, NULL);
  g_autofree char *more = g_strconcat ("\n", other_names, NULL);

  self->subject = g_object_ref (subject);
  self->detail = g_strdup (detail);
  set_words (self, group, name, more);
  return self;
}

/**
 * tl_picker_entry_set_keys:
 * @self: an entry
 * @keys: (nullable): the keys that do the same, as they are shown
 */
void
tl_picker_entry_set_keys (TlPickerEntry *self, const char *keys)
{
  g_return_if_fail (TL_IS_PICKER_ENTRY (self));

  g_free (self->keys);
  self->keys = g_strdup (keys != NULL ? keys : "");
}

/**
 * tl_picker_entry_set_marked:
 * @self: an entry
 * @is_marked: whether it is the choice that stands, or is switched on
 */
void
tl_picker_entry_set_marked (TlPickerEntry *self, gboolean is_marked)
{
  g_return_if_fail (TL_IS_PICKER_ENTRY (self));

  self->is_marked = is_marked;
}

/**
 * tl_picker_entry_refuse:
 * @self: an entry
 * @reason: why it cannot be picked now, translated
 */
void
tl_picker_entry_refuse (TlPickerEntry *self, const char *reason)
{
  g_return_if_fail (TL_IS_PICKER_ENTRY (self));

  self->is_refused = TRUE;
  set_reason (self, reason);
}

/**
 * tl_picker_entry_get_subject:
 * @self: an entry
 *
 * Returns: (transfer none): what is picked
 */
gpointer
tl_picker_entry_get_subject (TlPickerEntry *self)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), NULL);

  return self->subject;
}

/**
 * tl_picker_entry_get_item:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the item; %NULL when something else is picked
 */
TlItem *
tl_picker_entry_get_item (TlPickerEntry *self)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), NULL);

  return TL_IS_ITEM (self->subject) ? TL_ITEM (self->subject) : NULL;
}

/**
 * tl_picker_entry_get_title:
 * @self: an entry
 *
 * Returns: what the item is called
 */
const char *
tl_picker_entry_get_title (TlPickerEntry *self)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), NULL);

  return self->title;
}

/**
 * tl_picker_entry_get_detail:
 * @self: an entry
 *
 * Returns: where the item belongs; may be empty
 */
const char *
tl_picker_entry_get_detail (TlPickerEntry *self)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), NULL);

  return self->detail;
}

/**
 * tl_picker_entry_get_reason:
 * @self: an entry
 *
 * Returns: why it is offered; may be empty
 */
const char *
tl_picker_entry_get_reason (TlPickerEntry *self)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), NULL);

  return self->reason;
}

/**
 * tl_picker_entry_get_rank:
 * @self: an entry
 *
 * Returns: the place of the item's goal by priority, from 1; 0 for none
 */
guint
tl_picker_entry_get_rank (TlPickerEntry *self)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), 0);

  return self->rank;
}

/**
 * tl_picker_entry_get_keys:
 * @self: an entry
 *
 * Returns: the keys that do the same, as they are shown; may be empty
 */
const char *
tl_picker_entry_get_keys (TlPickerEntry *self)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), NULL);

  return self->keys;
}

/**
 * tl_picker_entry_is_marked:
 * @self: an entry
 *
 * Returns: whether it is the choice that stands, or is switched on
 */
gboolean
tl_picker_entry_is_marked (TlPickerEntry *self)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), FALSE);

  return self->is_marked;
}

/**
 * tl_picker_entry_is_refused:
 * @self: an entry
 *
 * Returns: whether it cannot be picked now
 */
gboolean
tl_picker_entry_is_refused (TlPickerEntry *self)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), FALSE);

  return self->is_refused;
}

/**
 * tl_picker_entry_dup_spoken:
 * @self: an entry
 *
 * Returns: (transfer full): the entry for a screen reader: its title, its state, where it belongs,
 *   why it is offered or refused, and its keys
 */
char *
tl_picker_entry_dup_spoken (TlPickerEntry *self)
{
  const char *parts[6];
  guint n = 0;

  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), NULL);

  parts[n++] = self->title;
  if (self->is_marked)
    /* Translators: for screen readers: what is switched on, or the choice that stands. */
    parts[n++] = C_ ("picker", "on");
  if (*self->detail != '\0')
    parts[n++] = self->detail;
  if (*self->reason != '\0')
    parts[n++] = self->reason;
  if (*self->keys != '\0')
    parts[n++] = self->keys;
  parts[n] = NULL;
  /* Translators: for screen readers: between a title and what else is said of it. */
  return g_strjoinv (C_ ("picker", ", "), (char **) parts);
}

/**
 * tl_picker_entry_search:
 * @self: an entry
 * @folded_words: (array zero-terminated=1) (nullable): words, normalised and case-folded; %NULL
 *   when nothing is searched for
 *
 * Looks for the words in the title and in what else is known, and remembers how well they are met.
 *
 * Returns: whether the entry is to be listed
 */
gboolean
tl_picker_entry_search (TlPickerEntry *self, const char *const *folded_words)
{
  Met met = MET_EXACTLY;

  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), FALSE);

  if (folded_words == NULL)
    {
      self->score = 0;
      return !self->is_hidden_unsearched;
    }
  met = get_met (self, folded_words);
  self->score = met * N_SCORES_OF_A_PLACE;
  if (self->is_refused)
    self->score += SCORE_REFUSED;
  else if (self->is_hidden_unsearched)
    self->score += SCORE_ITEM;
  return met != NOT_MET;
}

/**
 * tl_picker_entry_get_score:
 * @self: an entry
 *
 * Returns: how well it has met the words of the last search; less is better
 */
guint
tl_picker_entry_get_score (TlPickerEntry *self)
{
  g_return_val_if_fail (TL_IS_PICKER_ENTRY (self), 0);

  return self->score;
}
