/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-effort-section.h"

#include <glib/gi18n-lib.h>

#include "tl-field-scale.h"
#include "tl-level.h"

struct _TlEffortSection
{
  TlSection parent_instance;

  /* Template. */
  GtkBox *numbers;
  GtkBox *level;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (TlEffortSection, tl_effort_section, TL_TYPE_SECTION)

/* The highest level among the objectives that it serves; -1 when none is recorded. */
static int
find_highest (TlAlignment *alignment, TlItem *project)
{
  guint n_links;
  TlItem *const *links = tl_alignment_get_valid_links (alignment, project, &n_links);
  int highest = -1;

  for (guint i = 0; i < n_links; i++)
    {
      TlItem *objective = tl_item_get_ref (links[i], TL_LINK_TARGET);

      if (tl_item_is_set (objective, TL_OBJECTIVE_LEVEL))
        highest = MAX (highest, (int) tl_item_get_number (objective, TL_OBJECTIVE_LEVEL));
    }
  return highest;
}

static char *
dup_comparison (int planned, int wanted)
{
  g_autofree char *planned_label = planned >= 0 ? tl_level_dup_label (planned) : NULL;
  g_autofree char *wanted_label = wanted >= 0 ? tl_level_dup_label (wanted) : NULL;

  if (planned < 0 && wanted < 0)
    return g_strdup (_ ("How far results will be shown is not recorded."));
  if (planned < 0)
    /* Translators: a level, such as “level 4, impact”. */
    return g_strdup_printf (_ ("▲ How far results will be shown is not recorded. Its objectives "
                               "reach %s."),
                            wanted_label);
  if (wanted < 0)
    /* Translators: a level, such as “level 4, impact”. */
    return g_strdup_printf (_ ("Results will be shown up to %s."), planned_label);
  if (planned >= wanted)
    /* Translators: a level, such as “level 4, impact”. */
    return g_strdup_printf (_ ("Results will be shown up to %s, as far as its objectives reach."),
                            planned_label);
  /* Translators: two levels, such as “level 4, impact”. */
  return g_strdup_printf (_ ("▲ Results will be shown up to %s, but its objectives reach %s."),
                          planned_label, wanted_label);
}

static gboolean
tl_effort_section_show (TlSection *section, TlSession *session, TlItem *item)
{
  TlEffortSection *self = TL_EFFORT_SECTION (section);
  int planned = tl_item_is_set (item, TL_PROJECT_EVALUATION_LEVEL)
                    ? (int) tl_item_get_number (item, TL_PROJECT_EVALUATION_LEVEL)
                    : -1;
  int wanted = find_highest (tl_session_get_alignment (session), item);
  g_autofree char *note = dup_comparison (planned, wanted);

  gtk_label_set_text (self->note, note);
  if (planned < wanted)
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "tl-alarm");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "tl-alarm");
  return TRUE;
}

static void
tl_effort_section_class_init (TlEffortSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TL_SECTION_CLASS (klass)->show = tl_effort_section_show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-effort-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TlEffortSection, numbers);
  gtk_widget_class_bind_template_child (widget_class, TlEffortSection, level);
  gtk_widget_class_bind_template_child (widget_class, TlEffortSection, note);
}

static void
tl_effort_section_init (TlEffortSection *self)
{
  GtkWidget *level;

  gtk_widget_init_template (GTK_WIDGET (self));
  tl_section_add_editor (TL_SECTION (self), self->numbers, TL_PROJECT_EFFORT);
  tl_section_add_editor (TL_SECTION (self), self->numbers, TL_PROJECT_PARTICIPANTS);
  tl_section_add_editor (TL_SECTION (self), self->level, TL_PROJECT_COST);
  level = tl_field_scale_new (TL_PROJECT_EVALUATION_LEVEL);
  gtk_box_append (self->level, level);
  tl_section_adopt_editor (TL_SECTION (self), TL_FIELD_EDITOR (level));
}
