/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-export"

#include "tl-pack-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "tl-text.h"

#define THIN_SPACE "\xe2\x80\xaf" /* narrow, and no line breaks there */
#define MINUS "\xe2\x88\x92"
#define PERCENT 100.0

#define QUOTE_LENGTH 64 /* characters of a title that a sentence can carry */

/* A share is told as all or nothing only when it is. */
static double
round_percent (double share)
{
  double percent = round (share * PERCENT);

  if (percent >= PERCENT && share < 1)
    return PERCENT - 1;
  if (percent <= 0 && share > 0)
    return 1;
  return percent;
}

/**
 * tl_pack_format_number:
 * @number: a finite number
 *
 * Returns: (transfer full): the number with thin spaces in thousands, and with one decimal where it
 *   is not whole
 */
char *
tl_pack_format_number (double number)
{
  g_autofree char *digits = g_strdup_printf ("%.1f", fabs (number));
  gsize n_whole = strspn (digits, "0123456789");
  gboolean is_zero = strspn (digits + n_whole, "0.,") == strlen (digits + n_whole)
                     && strspn (digits, "0") == n_whole;
  GString *text = g_string_new (number < 0 && !is_zero ? MINUS : NULL);

  for (gsize i = 0; i < n_whole; i++)
    {
      if (i > 0 && (n_whole - i) % 3 == 0)
        g_string_append (text, THIN_SPACE);
      g_string_append_c (text, digits[i]);
    }
  if (!g_str_has_suffix (digits, "0"))
    g_string_append (text, digits + n_whole);
  return g_string_free (text, FALSE);
}

static char *
format_percent (double percent)
{
  g_autofree char *number = tl_pack_format_number (percent);

  /* Translators: a share in percent; the space is narrow and does not break. */
  return g_strdup_printf (C_ ("share", "%s %%"), number);
}

/**
 * tl_pack_format_share:
 * @share: from 0 to 1, or NaN when there is nothing to compute it from
 *
 * Returns: (transfer full): the share in whole percent; a dash when it is not known
 */
char *
tl_pack_format_share (double share)
{
  return isnan (share) ? g_strdup ("–") : format_percent (round_percent (share));
}

/**
 * tl_pack_format_share_below:
 * @share: from 0 to 1, or NaN when there is nothing to compute it from
 * @limit: a share that is judged otherwise
 *
 * Returns: (transfer full): the share as of tl_pack_format_share(), but rounded down where it has
 *   not reached @limit and would look as if it had
 */
char *
tl_pack_format_share_below (double share, double limit)
{
  if (share < limit && round_percent (share) >= limit * PERCENT)
    return format_percent (floor (share * PERCENT));
  return tl_pack_format_share (share);
}

/**
 * tl_pack_format_days:
 * @days: person-days
 *
 * Returns: (transfer full): the number with its unit
 */
char *
tl_pack_format_days (double days)
{
  g_autofree char *number = tl_pack_format_number (days);
  gulong plural = days > 1 && days < 2 ? 2 : (gulong) CLAMP (days, 0, (double) G_MAXINT);

  return g_strdup_printf (ngettext ("%s day", "%s days", plural), number);
}

/**
 * tl_pack_format_points:
 * @share: a difference of two shares, from -1 to 1
 *
 * Returns: (transfer full): the difference in points with its sign
 */
char *
tl_pack_format_points (double share)
{
  double points = round (share * PERCENT);
  g_autofree char *number = tl_pack_format_number (fabs (points));

  if (points == 0)
    /* Translators: no difference, in points of percent. */
    return g_strdup (C_ ("points", "±0"));
  return g_strconcat (points > 0 ? "+" : MINUS, number, NULL);
}

/**
 * tl_pack_format_period:
 * @root: the workspace's own item
 *
 * Returns: (transfer full) (nullable): the period of the plan; %NULL when none is recorded
 */
char *
tl_pack_format_period (TlItem *root)
{
  TlDate start = tl_item_get_date (root, TL_WORKSPACE_PERIOD_START);
  TlDate end = tl_item_get_date (root, TL_WORKSPACE_PERIOD_END);
  g_autofree char *from = tl_date_format_for_people (start);
  g_autofree char *to = tl_date_format_for_people (end);

  if (from != NULL && to != NULL)
    /* Translators: a period, from one day to another. */
    return g_strdup_printf (_ ("%1$s – %2$s"), from, to);
  if (from != NULL)
    return g_strdup_printf (_ ("from %s"), from);
  if (to != NULL)
    return g_strdup_printf (_ ("until %s"), to);
  return NULL;
}

/**
 * tl_pack_format_place:
 * @root: the workspace's own item
 * @today: the day that the figures were computed for
 *
 * Returns: (transfer full): whose plan it is, for which period, and as of when, on one line
 */
char *
tl_pack_format_place (TlItem *root, TlDate today)
{
  g_autofree char *period = tl_pack_format_period (root);
  g_autofree char *day = tl_date_format_for_people (today);
  const char *organisation = tl_item_get_text (root, TL_WORKSPACE_ORGANISATION);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (organisation != NULL && *organisation != '\0')
    g_ptr_array_add (parts, g_strdup (organisation));
  if (period != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("Period %s"), period));
  if (day != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("As of %s"), day));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * tl_pack_get_title:
 * @item: an item
 *
 * Returns: (transfer none): its title, or a word that says that it has none
 */
const char *
tl_pack_get_title (TlItem *item)
{
  const char *title = tl_item_get_title (item);

  return title[strspn (title, " \t\r\n")] != '\0' ? title : C_ ("title", "Untitled");
}

/**
 * tl_pack_dup_name:
 * @item: an item
 *
 * Returns: (transfer full): its title; of a link, which has none, the titles of what it links
 */
char *
tl_pack_dup_name (TlItem *item)
{
  TlItem *project, *target;

  if (tl_item_get_kind (item) != TL_KIND_LINK)
    return g_strdup (tl_pack_get_title (item));
  project = tl_item_get_ref (item, TL_LINK_PROJECT);
  target = tl_item_get_ref (item, TL_LINK_TARGET);
  if (project == NULL || target == NULL)
    return g_strdup (tl_pack_get_title (item));
  /* Translators: a project and what it serves. */
  return g_strdup_printf (C_ ("link", "%s → %s"), tl_pack_get_title (project),
                          tl_pack_get_title (target));
}

/**
 * tl_pack_quote:
 * @item: an item
 *
 * Returns: (transfer full): its title in quotation marks, cut short where it is long
 */
char *
tl_pack_quote (TlItem *item)
{
  g_autofree char *title = tl_text_clamp (tl_pack_get_title (item), QUOTE_LENGTH);

  /* Translators: the quotation marks around a title in a sentence. */
  return g_strdup_printf (C_ ("title", "“%s”"), title);
}
