/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-pack.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-pack-sentences.h"
#include "tl-pack-shapes.h"
#include "tl-scene.h"

/* The map may come nearer to title and foot than text does, in units of a sheet. */
#define GROW_UP 10.0
#define GROW_DOWN 10.0

/* Below this scale the small texts of the map have less than 4.5 points, and nobody reads them. */
#define LEAST_SCALE (4.5 / (11 * 0.75))

/* A plan that needs more pages is shown as one overview, and read in a map of its own. */
#define MAX_PAGES 4
#define MAX_OVERVIEW_COLUMNS 8 /* with more, nothing could be told apart */
#define OVERVIEW_GAP 12.0      /* units of a sheet */

/* Where a page of the map may end: this part of a page above the place that is due. */
#define SEARCH_SHARE 0.15

/* Cards up to this height are repeated when a cut goes through them; higher ones are cut. In map
 * units. */
#define SMALL_CARD 64.0
#define CUT_MARGIN 4.0

typedef struct
{
  const TlPack *pack;
  TlScene *scene;
  TlRect bounds;
} Map;

/* What a cut should spare: cards, and the boxes of the tray. */
static gboolean
is_box (const TlEntry *entry)
{
  return entry->item.role == TL_ENTRY_CARD || entry->item.role == TL_ENTRY_TRAY;
}

static gboolean
crosses (const TlEntry *entry, double y)
{
  TlRect rect = entry->item.bounds;

  return is_box (entry) && rect.y < y && rect.y + rect.height > y;
}

/* High boxes are the goals and the tray, which should stay whole if they can. */
static guint
count_cuts (const Map *map, double y)
{
  const TlDisplayList *list = tl_scene_get_list (map->scene);
  TlRect line = tl_rect (map->bounds.x, y - 0.5, map->bounds.width, 1);
  g_autoptr (GArray) near = tl_display_list_query (list, line);
  guint n = 0;

  for (guint i = 0; i < near->len; i++)
    {
      const TlEntry *entry = tl_display_list_get_entry (list, g_array_index (near, guint, i));

      if (crosses (entry, y))
        n += entry->item.bounds.height > SMALL_CARD ? 3 : 1;
    }
  return n;
}

/* The level between @top and @due at which the fewest cards are cut, the lowest of several. */
static double
find_cut (const Map *map, double top, double due)
{
  const TlDisplayList *list = tl_scene_get_list (map->scene);
  double best = due;
  guint fewest = count_cuts (map, due);

  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      const TlEntry *entry = tl_display_list_get_entry (list, i);
      double y = entry->item.bounds.y + entry->item.bounds.height + CUT_MARGIN / 2;
      guint n;

      if (!is_box (entry) || y < top || y > due)
        continue;
      n = count_cuts (map, y);
      if (n < fewest || (n == fewest && y > best))
        {
          best = y;
          fewest = n;
        }
    }
  return best;
}

/* What lies between two levels, with the cards on the cuts whole. */
static TlRect
find_slice (const Map *map, double top, double bottom)
{
  const TlDisplayList *list = tl_scene_get_list (map->scene);
  double first = top;
  double last = bottom;

  for (guint i = 0; i < tl_display_list_get_n_entries (list); i++)
    {
      const TlEntry *entry = tl_display_list_get_entry (list, i);
      TlRect rect = entry->item.bounds;

      if (rect.height > SMALL_CARD || entry->item.role != TL_ENTRY_CARD)
        continue;
      if (crosses (entry, top))
        first = MIN (first, rect.y - CUT_MARGIN);
      if (crosses (entry, bottom))
        last = MAX (last, rect.y + rect.height + CUT_MARGIN);
    }
  return tl_rect (map->bounds.x, first, map->bounds.width, last - first);
}

/* Draws a slice at a scale, or smaller where that is needed. */
static void
draw_slice (const Map *map, TlRect slice, double scale, TlDetail detail, TlRect body)
{
  TlPainter *painter = tl_sheets_get_painter (map->pack->sheets);

  scale = MIN (scale, body.height / slice.height);
  tl_painter_save (painter);
  tl_painter_translate (painter, body.x + (body.width - slice.width * scale) / 2, body.y);
  tl_painter_scale (painter, scale);
  tl_painter_translate (painter, -slice.x, -slice.y);
  tl_painter_clip_rect (painter, slice);
  tl_scene_paint (map->scene, painter, &slice, detail, NULL, NULL);
  tl_painter_restore (painter);
}

static TlRect
get_room (TlRect body)
{
  return tl_rect (body.x, body.y - GROW_UP, body.width, body.height + GROW_UP + GROW_DOWN);
}

static void
draw_slices (const Map *map, guint n_pages, TlRect body)
{
  double top = map->bounds.y;
  double end = map->bounds.y + map->bounds.height;
  double scale = MIN (body.width / map->bounds.width, 1);

  for (guint page = 0; page < n_pages; page++)
    {
      double height = (end - top) / (n_pages - page);
      double bottom = end;

      if (page > 0)
        body = get_room (tl_sheets_continue (map->pack->sheets));
      if (page + 1 < n_pages)
        bottom = find_cut (map, top + height * (1 - SEARCH_SHARE), top + height);
      draw_slice (map, find_slice (map, top, bottom), scale, TL_DETAIL_FULL, body);
      top = bottom;
    }
}

static double
get_overview_scale (const Map *map, guint n_columns, TlRect body)
{
  double width = (body.width - (n_columns - 1) * OVERVIEW_GAP) / n_columns;

  return MIN (width / map->bounds.width, body.height * n_columns / map->bounds.height);
}

/* Side by side, as many as make the picture largest. */
static guint
count_overview_columns (const Map *map, TlRect body)
{
  guint n = 1;

  while (get_overview_scale (map, n + 1, body) > get_overview_scale (map, n, body))
    n++;
  return n;
}

/* The whole map on one page, in columns: colours and gaps can be seen, but no words. */
static void
draw_overview (const Map *map, TlRect body)
{
  double line = tl_text_role_get_line_height (TL_TEXT_DETAIL) + 10;
  guint n_columns = count_overview_columns (map, body);
  double scale = get_overview_scale (map, n_columns, body);
  double height = map->bounds.height / n_columns;

  tl_pack_write_quiet (map->pack,
                       _ ("The plan is too large to be read on a page. Its map can be exported as "
                          "a file of its own."),
                       body, 1);
  if (n_columns > MAX_OVERVIEW_COLUMNS)
    return;
  for (guint i = 0; i < n_columns; i++)
    {
      TlRect slice = tl_rect (map->bounds.x, map->bounds.y + i * height, map->bounds.width, height);
      TlRect column = tl_rect (body.x + i * (slice.width * scale + OVERVIEW_GAP), body.y + line,
                               slice.width * scale, body.height - line);

      draw_slice (map, slice, scale, tl_detail_for_scale (scale), column);
    }
}

/**
 * tl_pack_add_map:
 * @pack: the summary
 *
 * Adds the page of the map, one line a card and the tray beside it. A map that could not be read on
 * one page goes over a few, cut where that cuts the fewest cards; a larger one is only shown in
 * its shape.
 */
void
tl_pack_add_map (const TlPack *pack)
{
  TlSceneOptions options = {
    .theme = pack->theme,
    .tray = TL_TRAY_BESIDE,
    .is_compact = TRUE,
    .with_legend = TRUE,
  };
  g_autofree char *title = tl_pack_say_map (pack);
  TlRect body = get_room (tl_sheets_begin (pack->sheets, _ ("The alignment map"), title));
  g_autoptr (TlScene) scene = tl_scene_new_map (pack->analysis, &options);
  Map map = { pack, scene, tl_scene_get_bounds (scene) };
  double n_pages = ceil (map.bounds.height * LEAST_SCALE / body.height);

  if (n_pages > MAX_PAGES)
    draw_overview (&map, body);
  else if (n_pages > 1)
    draw_slices (&map, (guint) n_pages, body);
  else
    tl_scene_paint_to_fit (scene, tl_sheets_get_painter (pack->sheets), body, NULL, NULL);
}
