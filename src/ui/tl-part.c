/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-part.h"

#include <math.h>

#include "tl-item-words.h"
#include "tl-list-update.h"

G_DEFINE_FINAL_TYPE (TlPart, tl_part, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tl_part_finalize (GObject *object)
{
  TlPart *self = TL_PART (object);

  g_free (self->key);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->number);
  g_free (self->note);
  for (guint i = 0; i < TL_PART_MAX_ACTIONS; i++)
    {
      g_free (self->actions[i].name);
      g_free (self->actions[i].label);
    }
  g_clear_object (&self->item);
  g_clear_object (&self->parts);

  G_OBJECT_CLASS (tl_part_parent_class)->finalize (object);
}

static void
tl_part_class_init (TlPartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_part_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TL_TYPE_PART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
tl_part_init (TlPart *self)
{
  self->parts = g_list_store_new (TL_TYPE_PART);
  self->mark = NAN;
}

/**
 * tl_part_new:
 * @key: tells it from the others beside it
 * @title: what it is called
 *
 * Returns: (transfer full): a part with nothing in it
 */
TlPart *
tl_part_new (const char *key, const char *title)
{
  TlPart *self = g_object_new (TL_TYPE_PART, NULL);

  self->key = g_strdup (key);
  self->title = g_strdup (title);
  return self;
}

/**
 * tl_part_new_for:
 * @item: an item
 *
 * Returns: (transfer full): the part that stands for the item
 */
TlPart *
tl_part_new_for (TlItem *item)
{
  g_autofree char *name = tl_item_dup_name (item);
  TlPart *self = tl_part_new (tl_item_get_id (item), name);

  self->item = g_object_ref (item);
  return self;
}

/**
 * tl_part_add:
 * @self: a part
 * @part: (transfer full): what is in it, after the others
 *
 * Returns: (transfer none): @part
 */
TlPart *
tl_part_add (TlPart *self, TlPart *part)
{
  g_list_store_append (self->parts, part);
  g_object_unref (part);
  return part;
}

/**
 * tl_part_keep:
 * @self: a part
 * @part: (transfer full): what is in it, after the others, unless there is nothing in that
 *
 * Returns: how many parts are in @part
 */
guint
tl_part_keep (TlPart *self, TlPart *part)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (part->parts));

  if (n > 0)
    tl_part_add (self, part);
  else
    g_object_unref (part);
  return n;
}

static const char *
get_key (gpointer part)
{
  return TL_PART (part)->key;
}

static void
take_over (gpointer older, gpointer newer)
{
  tl_part_update (older, newer);
}

static void
swap (char **a, char **b)
{
  char *other = *a;

  *a = *b;
  *b = other;
}

/**
 * tl_part_update:
 * @self: a part that is shown
 * @newer: the same part as it is now; it is of no use afterwards
 *
 * Makes the older say what the newer does, with all that is in it, and emits "changed". What was
 * opened stays so.
 */
void
tl_part_update (TlPart *self, TlPart *newer)
{
  g_return_if_fail (TL_IS_PART (self) && TL_IS_PART (newer));

  swap (&self->title, &newer->title);
  swap (&self->detail, &newer->detail);
  swap (&self->number, &newer->number);
  swap (&self->note, &newer->note);
  for (guint i = 0; i < TL_PART_MAX_ACTIONS; i++)
    {
      swap (&self->actions[i].name, &newer->actions[i].name);
      swap (&self->actions[i].label, &newer->actions[i].label);
    }
  g_set_object (&self->item, newer->item);
  self->look = newer->look;
  self->rank = newer->rank;
  self->kind = newer->kind;
  self->share = newer->share;
  self->mark = newer->mark;
  self->is_open = newer->is_open;
  tl_list_update (self->parts, G_LIST_MODEL (newer->parts), get_key, take_over);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * tl_part_add_action:
 * @self: a part
 * @name: the name of an action
 * @target: what it is to be done to; consumed when it is floating
 * @label: of the button
 *
 * Gives it a button; there is room for %TL_PART_MAX_ACTIONS.
 */
void
tl_part_add_action (TlPart *self, const char *name, GVariant *target, const char *label)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (target);
  TlPartAction *action = self->actions;

  while (action->name != NULL)
    action++;
  g_assert (action < self->actions + TL_PART_MAX_ACTIONS);
  action->name = g_action_print_detailed_name (name, owned);
  action->label = g_strdup (label);
}

/**
 * tl_part_dup_words:
 * @self: a part
 *
 * Returns: (transfer full): all that it says, for a screen reader
 */
char *
tl_part_dup_words (TlPart *self)
{
  GString *words;
  const char *more[] = { self->number, self->note, self->detail };

  g_return_val_if_fail (TL_IS_PART (self), NULL);

  words = g_string_new (self->title);
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    {
      if (more[i] != NULL)
        g_string_append_printf (words, ", %s", more[i]);
    }
  return g_string_free (words, FALSE);
}
