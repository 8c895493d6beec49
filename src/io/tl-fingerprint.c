/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-io"

#include "tl-fingerprint.h"

#include <string.h>

#include "tl-json-output.h"
#include "tl-json-scanner.h"

#define MIXER G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) /* 2^64 over the golden ratio */

static guint64
mix (guint64 hash, guint64 word)
{
  hash = (hash ^ word) * MIXER;
  return hash ^ (hash >> 29);
}

static guint64
mix_text (guint64 hash, const char *text)
{
  return tl_fingerprint_bytes (hash, text, text != NULL ? strlen (text) : 0);
}

/* The same data may be laid out in more than one way. */
static guint64
mix_data (guint64 hash, const char *json)
{
  g_autofree char *compact = NULL;

  if (tl_json_scan (json, strlen (json), TL_JSON_SCAN_DOCUMENT, NULL, NULL))
    compact = tl_json_compact (json, strlen (json));
  return mix_text (hash, compact != NULL ? compact : json);
}

static guint64
mix_value (guint64 hash, TlFieldType type, const TlValue *value)
{
  guint64 word;

  hash = mix (hash, value->form);
  switch (value->form)
    {
    case TL_VALUE_TEXT:
      return type == TL_FIELD_TYPE_DATA ? mix_data (hash, value->text)
                                        : mix_text (hash, value->text);
    case TL_VALUE_NUMBER:
      memcpy (&word, &value->number, sizeof word);
      return mix (hash, value->number == 0 ? 0 : word);
    case TL_VALUE_DATE:
      return mix (hash, value->date);
    case TL_VALUE_CHOICE:
      return mix (hash, (guint64) value->choice);
    case TL_VALUE_WORDS:
      for (GStrv word_at = value->words; *word_at != NULL; word_at++)
        hash = mix_text (hash, *word_at);
      return hash;
    case TL_VALUE_UNSET:
    default:
      return hash;
    }
}

/* A sum, for writing may bring them into another order. */
static guint64
sum_extras (TlItem *item)
{
  guint64 sum = 0;

  for (guint i = 0; i < tl_item_get_n_extras (item); i++)
    {
      const TlExtra *extra = tl_item_get_extra (item, i);

      sum += mix_data (mix_text (mix_text (0, extra->group), extra->name), extra->json);
    }
  return sum;
}

static guint64
mix_item (guint64 hash, TlItem *item)
{
  guint n_fields;
  const TlField *fields = tl_kind_get_fields (tl_item_get_kind (item), &n_fields);

  hash = mix_text (hash, tl_item_get_id (item));
  for (guint i = 0; i < n_fields; i++)
    hash = mix_value (hash, tl_field_get_spec (fields[i])->type,
                      tl_item_get_value (item, fields[i]));
  return mix (hash, sum_extras (item));
}

/**
 * tl_fingerprint_bytes:
 * @seed: where to start: a number of chance, or what came before
 * @bytes: (nullable): any bytes
 * @length: how many
 *
 * Fast, and no protection against one who knows the seed. Differs between machines of different
 * byte order, so it must not leave the program.
 *
 * Returns: a number that differs, but for bad luck, when the bytes or the seed differ
 */
guint64
tl_fingerprint_bytes (guint64 seed, const void *bytes, gsize length)
{
  const guchar *at = bytes;
  guint64 hash = mix (seed, length);
  guint64 word;

  for (; length >= sizeof word; length -= sizeof word, at += sizeof word)
    {
      memcpy (&word, at, sizeof word);
      hash = mix (hash, word);
    }
  word = 0;
  for (gsize i = 0; i < length; i++)
    word = word << 8 | at[i];
  return mix (hash, word);
}

/**
 * tl_fingerprint_workspace:
 * @workspace: a workspace
 *
 * Covers all items in their order with all of their fields and the unknown members that they
 * carry, but not where these stand. Two workspaces can so be compared across threads without
 * either being held still.
 *
 * Returns: a number that differs, but for bad luck, when the workspaces do
 */
guint64
tl_fingerprint_workspace (TlWorkspace *workspace)
{
  guint64 hash = 0;

  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    {
      guint n_items = tl_workspace_get_n_items (workspace, kind);

      hash = mix (hash, n_items);
      for (guint i = 0; i < n_items; i++)
        hash = mix_item (hash, tl_workspace_get_item (workspace, kind, i));
    }
  return hash;
}
