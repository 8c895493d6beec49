/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day as a Julian day number, comparable and subtractable; 0 is no date. Days have no time zone.
 */
typedef guint32 TlDate;

#define TL_DATE_NONE ((TlDate) 0)

TlDate tl_date_parse (const char *text);
TlDate tl_date_from_ymd (int year, int month, int day);
TlDate tl_date_today (void);
int tl_date_get_quarter (TlDate date);
char *tl_date_format (TlDate date);
char *tl_date_format_for_people (TlDate date);

G_END_DECLS
