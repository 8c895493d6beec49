/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model.h"

#include <math.h>

#include "dump.h"

typedef struct
{
  TlKind kind;
  char *id;
  char *values[TL_N_FIELDS]; /* NULL where nothing is recorded */
  gboolean is_doomed;
} Thing;

/* One kind after the other, each in its order. */
typedef struct
{
  GPtrArray *things; /* of Thing */
  char *label;       /* of the step that led here; NULL for the first state */
  char *key;
} State;

struct _Model
{
  GPtrArray *states; /* of State; the present one is at n_done */
  guint n_done;
  int saved_at;
  gboolean is_sealed;

  State *draft; /* what a transaction has made so far; NULL outside */
  gboolean is_changed;
};

static void
thing_free (gpointer data)
{
  Thing *thing = data;

  for (TlField field = 0; field < TL_N_FIELDS; field++)
    g_free (thing->values[field]);
  g_free (thing->id);
  g_free (thing);
}

static gpointer
thing_copy (gconstpointer data, gpointer unused)
{
  const Thing *thing = data;
  Thing *copy = g_memdup2 (thing, sizeof *thing);

  copy->id = g_strdup (thing->id);
  for (TlField field = 0; field < TL_N_FIELDS; field++)
    copy->values[field] = g_strdup (thing->values[field]);
  return copy;
}

static void
state_free (gpointer data)
{
  State *state = data;

  g_ptr_array_unref (state->things);
  g_free (state->label);
  g_free (state->key);
  g_free (state);
}

static State *
state_copy (const State *state, const char *label, const char *key)
{
  State *copy = g_new0 (State, 1);

  copy->things = g_ptr_array_copy (state->things, thing_copy, NULL);
  g_ptr_array_set_free_func (copy->things, thing_free);
  copy->label = g_strdup (label);
  copy->key = g_strdup (key);
  return copy;
}

static Thing *
thing_new (TlKind kind, const char *id)
{
  Thing *thing = g_new0 (Thing, 1);

  thing->kind = kind;
  thing->id = g_strdup (id);
  return thing;
}

Model *
model_new (void)
{
  Model *self = g_new0 (Model, 1);
  State *state = g_new0 (State, 1);

  state->things = g_ptr_array_new_with_free_func (thing_free);
  g_ptr_array_add (state->things, thing_new (TL_KIND_WORKSPACE, ""));
  g_ptr_array_add (state->things, thing_new (TL_KIND_SETTINGS, ""));
  self->states = g_ptr_array_new_with_free_func (state_free);
  g_ptr_array_add (self->states, state);
  return self;
}

void
model_free (Model *self)
{
  g_assert_null (self->draft);
  g_ptr_array_unref (self->states);
  g_free (self);
}

static State *
get_state (Model *self)
{
  return self->draft != NULL ? self->draft : self->states->pdata[self->n_done];
}

static void
dump_thing (GString *text, const Thing *thing)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (thing->kind, &n_fields);

  g_string_append_printf (text, "%s %s", tl_kind_get_label (thing->kind), thing->id);
  for (guint i = 0; i < n_fields; i++)
    if (thing->values[fields[i]] != NULL)
      g_string_append_printf (text, " | %s=%s", tl_field_get_spec (fields[i])->name,
                              thing->values[fields[i]]);
  g_string_append_c (text, '\n');
}

char *
model_dump (Model *self)
{
  GString *text = g_string_new (NULL);
  GPtrArray *things = get_state (self)->things;

  for (guint i = 0; i < things->len; i++)
    dump_thing (text, things->pdata[i]);
  return g_string_free (text, FALSE);
}

static Thing *
find (GPtrArray *things, const char *id, guint *index)
{
  for (guint i = 0; i < things->len; i++)
    {
      Thing *thing = things->pdata[i];

      if (!g_str_equal (thing->id, id) || *id == '\0')
        continue;
      if (index != NULL)
        *index = i;
      return thing;
    }
  return NULL;
}

static Thing *
get (GPtrArray *things, const char *id)
{
  Thing *thing = find (things, id, NULL);

  g_assert (thing != NULL);
  return thing;
}

/* Where the things of a kind begin, and how many there are. */
static guint
find_kind (GPtrArray *things, TlKind kind, guint *n)
{
  guint first = 0;

  *n = 0;
  for (guint i = 0; i < things->len; i++)
    {
      Thing *thing = things->pdata[i];

      if (thing->kind < kind)
        first = i + 1;
      else if (thing->kind == kind)
        (*n)++;
    }
  return first;
}

void
model_begin (Model *self, const char *label, const char *key)
{
  g_assert_null (self->draft);
  self->draft = state_copy (get_state (self), label, key);
  self->is_changed = FALSE;
}

void
model_rollback (Model *self)
{
  g_clear_pointer (&self->draft, state_free);
}

void
model_commit (Model *self)
{
  State *draft = g_steal_pointer (&self->draft);
  State *last = self->states->pdata[self->n_done];

  if (!self->is_changed)
    {
      state_free (draft);
      return;
    }
  g_ptr_array_set_size (self->states, (int) self->n_done + 1);
  if (self->saved_at > (int) self->n_done)
    self->saved_at = -1;
  if (draft->key != NULL && g_strcmp0 (draft->key, last->key) == 0 && !self->is_sealed
      && self->saved_at != (int) self->n_done)
    {
      g_free (draft->label);
      draft->label = g_strdup (last->label);
      state_free (last);
      self->states->pdata[self->n_done] = draft;
    }
  else
    {
      g_ptr_array_add (self->states, draft);
      self->n_done++;
    }
  self->is_sealed = FALSE;
}

gboolean
model_add (Model *self, TlKind kind, const char *id, guint position)
{
  GPtrArray *things = get_state (self)->things;
  guint n;
  guint first = find_kind (things, kind, &n);

  if (*id == '\0' || find (things, id, NULL) != NULL)
    return FALSE;
  g_ptr_array_insert (things, (int) (first + MIN (position, n)), thing_new (kind, id));
  self->is_changed = TRUE;
  return TRUE;
}

void
model_move (Model *self, const char *id, guint position)
{
  GPtrArray *things = get_state (self)->things;
  guint n, to, from = 0;
  guint first = find_kind (things, get (things, id)->kind, &n);

  find (things, id, &from);
  to = first + MIN (position, n - 1);
  if (from == to)
    return;
  g_ptr_array_insert (things, (int) to, g_ptr_array_steal_index (things, from));
  self->is_changed = TRUE;
}

static char *
remove_word (const char *words, const char *word)
{
  g_auto (GStrv) split = g_strsplit (words, " ", -1);
  g_autoptr (GString) left = g_string_new (NULL);

  for (guint i = 0; split[i] != NULL; i++)
    if (!g_str_equal (split[i], word))
      g_string_append_printf (left, "%s%s", left->len > 0 ? " " : "", split[i]);
  return left->len > 0 ? g_strdup (left->str) : NULL;
}

static gboolean
has_word (const char *words, const char *word)
{
  g_auto (GStrv) split = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) split, word);
}

static gboolean
refers_to (const Thing *thing, TlField field, const char *id)
{
  TlFieldType type = tl_field_get_spec (field)->type;

  if (thing->values[field] == NULL)
    return FALSE;
  if (type == TL_FIELD_TYPE_REF)
    return g_str_equal (thing->values[field], id);
  return type == TL_FIELD_TYPE_REFS && has_word (thing->values[field], id);
}

/* Dooms all that is nothing without what is doomed already, as long as that finds more. */
static void
spread_doom (GPtrArray *things)
{
  gboolean found;

  do
    {
      found = FALSE;
      for (guint i = 0; i < things->len; i++)
        for (TlField field = 0; field < TL_N_FIELDS; field++)
          {
            Thing *thing = things->pdata[i];
            Thing *target;

            if (thing->is_doomed || thing->values[field] == NULL
                || !tl_field_get_spec (field)->dies_with)
              continue;
            target = get (things, thing->values[field]);
            if (!target->is_doomed)
              continue;
            thing->is_doomed = TRUE;
            found = TRUE;
          }
    }
  while (found);
}

static void
forget (GPtrArray *things, const char *id)
{
  for (guint i = 0; i < things->len; i++)
    for (TlField field = 0; field < TL_N_FIELDS; field++)
      {
        Thing *thing = things->pdata[i];
        char *left = NULL;

        if (!refers_to (thing, field, id))
          continue;
        if (tl_field_get_spec (field)->type == TL_FIELD_TYPE_REFS)
          left = remove_word (thing->values[field], id);
        g_free (thing->values[field]);
        thing->values[field] = left;
      }
}

void
model_remove (Model *self, const char *id)
{
  GPtrArray *things = get_state (self)->things;

  get (things, id)->is_doomed = TRUE;
  spread_doom (things);
  for (guint i = things->len; i > 0; i--)
    {
      Thing *thing = things->pdata[i - 1];

      if (!thing->is_doomed)
        continue;
      forget (things, thing->id);
      g_ptr_array_remove_index (things, i - 1);
    }
  self->is_changed = TRUE;
}

/* A goal that is part of a goal that is part of it, and so on. */
static gboolean
makes_circle (GPtrArray *things, const Thing *thing, TlField field, const char *id)
{
  for (guint i = 0; i < things->len && id != NULL; i++)
    {
      if (g_str_equal (id, thing->id))
        return TRUE;
      id = get (things, id)->values[field];
    }
  return FALSE;
}

static gboolean
fits_reference (GPtrArray *things, const Thing *thing, TlField field, const char *id)
{
  const TlFieldSpec *spec = tl_field_get_spec (field);
  const Thing *target = find (things, id, NULL);

  if (target == NULL || target == thing || (spec->refers_to & (1u << target->kind)) == 0)
    return FALSE;
  return !spec->is_acyclic || !makes_circle (things, thing, field, id);
}

static gboolean
fits (GPtrArray *things, const Thing *thing, TlField field, const TlValue *value)
{
  const TlFieldSpec *spec = tl_field_get_spec (field);

  if (value->form == TL_VALUE_UNSET)
    return TRUE;
  if (value->form == TL_VALUE_NUMBER)
    return value->number >= spec->minimum && value->number <= spec->maximum
           && (spec->type == TL_FIELD_TYPE_NUMBER || value->number == trunc (value->number));
  if (value->form == TL_VALUE_CHOICE)
    return value->choice >= 0 && value->choice < spec->n_choices;
  if (spec->type == TL_FIELD_TYPE_REF)
    return fits_reference (things, thing, field, value->text);
  if (spec->type == TL_FIELD_TYPE_REFS)
    for (guint i = 0; value->words[i] != NULL; i++)
      if (!fits_reference (things, thing, field, value->words[i]))
        return FALSE;
  return TRUE;
}

static gboolean
says_nothing (TlField field, const TlValue *value)
{
  const TlFieldSpec *spec = tl_field_get_spec (field);

  return (value->form == TL_VALUE_CHOICE && value->choice == spec->default_choice)
         || (value->form == TL_VALUE_NUMBER && value->number == spec->default_number);
}

gboolean
model_set (Model *self, const char *id, TlField field, const TlValue *value)
{
  GPtrArray *things = get_state (self)->things;
  Thing *thing = get (things, id);
  char *text;

  if (!fits (things, thing, field, value))
    return FALSE;
  text = says_nothing (field, value) ? NULL : dump_value (value);
  if (g_strcmp0 (text, thing->values[field]) != 0)
    self->is_changed = TRUE;
  g_free (thing->values[field]);
  thing->values[field] = text;
  return TRUE;
}

gboolean
model_undo (Model *self)
{
  if (self->n_done == 0)
    return FALSE;
  self->n_done--;
  self->is_sealed = TRUE;
  return TRUE;
}

gboolean
model_redo (Model *self)
{
  if (self->n_done + 1 == self->states->len)
    return FALSE;
  self->n_done++;
  self->is_sealed = TRUE;
  return TRUE;
}

void
model_seal (Model *self)
{
  self->is_sealed = TRUE;
}

void
model_mark_saved (Model *self)
{
  self->saved_at = (int) self->n_done;
}

void
model_mark_unsaved (Model *self)
{
  self->saved_at = -1;
}

gboolean
model_is_saved (Model *self)
{
  return self->saved_at == (int) self->n_done;
}

const char *
model_get_undo_label (Model *self)
{
  return ((State *) self->states->pdata[self->n_done])->label;
}

const char *
model_get_redo_label (Model *self)
{
  if (self->n_done + 1 == self->states->len)
    return NULL;
  return ((State *) self->states->pdata[self->n_done + 1])->label;
}
