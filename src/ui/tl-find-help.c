/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-find-help.h"

#include <glib/gi18n-lib.h>

struct _TlFindHelp
{
  GtkPopover parent_instance;

  /* Template. */
  GtkListBox *list;
};

/* The examples are in the words of the language, which is the same everywhere. */
typedef struct
{
  const char *text;
  const char *meaning;
} Example;

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFindHelp, tl_find_help, GTK_TYPE_POPOVER)

/* clang-format off */
static const Example examples[] = {
  { "manager course", NC_("find help", "Both words, in any text of a card") },
  { "\"all staff\"", NC_("find help", "Exactly these words") },
  { "manager -course", NC_("find help", "One word without the other") },
  { "manager or leader", NC_("find help", "One of two; brackets group") },
  { "kind:project status:live,design", NC_("find help", "A field, with one of some choices") },
  { "days>20 start<2026-07", NC_("find help", "Numbers and days: = != < <= > >=") },
  { "kind:project no:sponsor", NC_("find help", "Where something is missing; has: where it is not") },
  { "goal:AI", NC_("find help", "A goal and all that leads to it") },
  { "serves:AI", NC_("find help", "What leads to a goal or an objective") },
  { "unaligned", NC_("find help", "Work that serves nothing; also aligned, mandated, key") },
  { "uncovered", NC_("find help", "Goals and objectives that nothing serves; also covered, top") },
  { "flagged severity:high", NC_("find help", "What the checks have found; also waived, rule:") },
};
/* clang-format on */

static void
row_activated_cb (TlFindHelp *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, examples[gtk_list_box_row_get_index (row)].text);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_row (const Example *example)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  const char *meaning = g_dpgettext2 (GETTEXT_PACKAGE, "find help", example->meaning);
  g_autofree char *name = g_strdup_printf ("%s, %s", example->text, meaning);
  GtkWidget *quiet = make_label (meaning, "caption");

  gtk_widget_add_css_class (quiet, "dim-label");
  gtk_box_append (GTK_BOX (box), make_label (example->text, "monospace"));
  gtk_box_append (GTK_BOX (box), quiet);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
tl_find_help_class_init (TlFindHelpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * TlFindHelp::chosen:
   * @self: the help
   * @example: a filter to try
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TL_TYPE_FIND_HELP, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-find-help.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFindHelp, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tl_find_help_init (TlFindHelp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    gtk_list_box_append (self->list, make_row (&examples[i]));
}
