/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-share-section.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-share-bars.h"

struct _TlShareSection
{
  TlSection parent_instance;

  /* Template. */
  TlShareBars *bars;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (TlShareSection, tl_share_section, TL_TYPE_SECTION)

/* Whole points: what is less says nothing about a plan. */
static char *
dup_words (double share, double weight)
{
  double points = round (fabs (share - weight));
  gulong plural = (gulong) points;

  if (isnan (weight))
    return g_strdup (_ ("What it weighs is not recorded."));
  if (isnan (share))
    return g_strdup (_ ("No days are recorded that reach a goal."));
  if (points < 1)
    return g_strdup (_ ("Effort and weight agree."));
  if (share > weight)
    return g_strdup_printf (ngettext ("%.0f point more effort than its weight",
                                      "%.0f points more effort than its weight", plural),
                            points);
  return g_strdup_printf (ngettext ("%.0f point less effort than its weight",
                                    "%.0f points less effort than its weight", plural),
                          points);
}

static gboolean
tl_share_section_show (TlSection *section, TlSession *session, TlItem *item)
{
  TlShareSection *self = TL_SHARE_SECTION (section);
  TlAlignment *alignment = tl_session_get_alignment (session);
  double share = tl_alignment_get_goal_share (alignment, item) * 100;
  double weight = tl_item_get_number (item, TL_GOAL_WEIGHT);
  g_autofree char *words = dup_words (share, weight);

  tl_share_bars_show (self->bars, share, weight, tl_alignment_get_rank (alignment, item));
  gtk_label_set_text (self->words, words);
  return tl_alignment_is_active_goal (alignment, item);
}

static void
tl_share_section_class_init (TlShareSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_SECTION_CLASS (klass)->show = tl_share_section_show;

  g_type_ensure (TL_TYPE_SHARE_BARS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-share-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlShareSection, bars);
  gtk_widget_class_bind_template_child (widget_class, TlShareSection, words);
}

static void
tl_share_section_init (TlShareSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
