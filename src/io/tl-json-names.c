/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-json-names.h"

#include "tl-fingerprint.h"
#include "tl-json-span.h"

#include <string.h>

#define FIRST_SLOTS 64u /* a power of two */

/* One open name. A depth has one open object at most, so (depth, name) tells members apart. */
typedef struct
{
  guint64 hash;
  gsize start; /* bytes, after the opening quote */
  gsize length;
  guint depth;
} Name;

/* An open-addressed set whose names leave in the reverse order in which they came, when their
 * object ends. That makes removal with linear probing a plain clearing of the slot, and keeps the
 * table as small as the widest nest of open objects, warm in the cache for ordinary documents. */
struct _TlJsonNames
{
  const char *text; /* borrowed */
  GArray *stack;    /* of Name */
  guint32 *slots;   /* index in the stack + 1; 0 is empty */
  guint n_slots;
  guint64 seed; /* not known to who made the file, so that collisions cannot be prepared */
};

static gboolean
has_escape (const TlJsonNames *self, gsize start, gsize length)
{
  return memchr (self->text + start, '\\', length) != NULL;
}

static guint64
hash_name (const TlJsonNames *self, guint depth, gsize start, gsize length)
{
  guint64 seed = self->seed + depth;
  g_autoptr (GString) decoded = NULL;

  if (G_LIKELY (!has_escape (self, start, length)))
    return tl_fingerprint_bytes (seed, self->text + start, length);
  decoded = tl_json_unescape (self->text + start, length);
  return tl_fingerprint_bytes (seed, decoded->str, decoded->len);
}

static gboolean
same_name (const TlJsonNames *self, const Name *a, const Name *b)
{
  g_autoptr (GString) left = NULL;
  g_autoptr (GString) right = NULL;

  if (a->hash != b->hash || a->depth != b->depth)
    return FALSE;
  if (a->length == b->length
      && memcmp (self->text + a->start, self->text + b->start, a->length) == 0)
    return TRUE;
  left = tl_json_unescape (self->text + a->start, a->length);
  right = tl_json_unescape (self->text + b->start, b->length);
  return g_string_equal (left, right);
}

static guint
first_slot (const TlJsonNames *self, guint64 hash)
{
  return (guint) (hash >> 32) & (self->n_slots - 1);
}

static guint
next_slot (const TlJsonNames *self, guint slot)
{
  return (slot + 1) & (self->n_slots - 1);
}

/* Entering the names again in their order keeps the rule that the last to come is first to go. */
static void
grow (TlJsonNames *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint i = 0; i < self->stack->len; i++)
    {
      guint slot = first_slot (self, g_array_index (self->stack, Name, i).hash);

      while (self->slots[slot] != 0)
        slot = next_slot (self, slot);
      self->slots[slot] = i + 1;
    }
}

/**
 * tl_json_names_new:
 * @text: the text that is scanned; must outlive the set
 *
 * Returns: (transfer full): an empty set
 */
TlJsonNames *
tl_json_names_new (const char *text)
{
  TlJsonNames *self = g_new0 (TlJsonNames, 1);

  self->text = text;
  self->stack = g_array_new (FALSE, FALSE, sizeof (Name));
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint32, self->n_slots);
  self->seed = (guint64) g_random_int () << 32 | g_random_int ();
  return self;
}

/**
 * tl_json_names_free:
 * @self: (transfer full): a set
 */
void
tl_json_names_free (TlJsonNames *self)
{
  g_array_unref (self->stack);
  g_free (self->slots);
  g_free (self);
}

/**
 * tl_json_names_get_count:
 * @self: a set
 *
 * Returns: how many names are open; to be given to tl_json_names_drop() when an object that starts
 *   now has ended
 */
guint
tl_json_names_get_count (const TlJsonNames *self)
{
  return self->stack->len;
}

/**
 * tl_json_names_add:
 * @self: a set
 * @depth: how deep the object is nested that the name belongs to
 * @start: first byte of the name in the text, after the quote
 * @length: bytes of the name as written
 *
 * Names are equal when they mean the same characters, however these are escaped.
 *
 * Returns: whether the object did not have the name already
 */
gboolean
tl_json_names_add (TlJsonNames *self, guint depth, gsize start, gsize length)
{
  Name name = { .start = start, .length = length, .depth = depth };
  guint slot;

  name.hash = hash_name (self, depth, start, length);
  for (slot = first_slot (self, name.hash); self->slots[slot] != 0; slot = next_slot (self, slot))
    if (same_name (self, &name, &g_array_index (self->stack, Name, self->slots[slot] - 1)))
      return FALSE;

  g_array_append_val (self->stack, name);
  self->slots[slot] = self->stack->len;
  if (self->stack->len > self->n_slots / 2)
    grow (self);
  return TRUE;
}

/**
 * tl_json_names_drop:
 * @self: a set
 * @count: what tl_json_names_get_count() said before the first of the names to forget
 *
 * Forgets the names of an object that has ended.
 */
void
tl_json_names_drop (TlJsonNames *self, guint count)
{
  for (guint i = self->stack->len; i > count; i--)
    {
      guint slot = first_slot (self, g_array_index (self->stack, Name, i - 1).hash);

      while (self->slots[slot] != i)
        slot = next_slot (self, slot);
      self->slots[slot] = 0;
    }
  g_array_set_size (self->stack, count);
}
