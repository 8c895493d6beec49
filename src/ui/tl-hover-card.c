/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "throughline-ui"

#include "tl-hover-card.h"

#include <glib/gi18n-lib.h>

#define GAP 12.0 /* pixels between the card and what it is about */

struct _TlHoverCard
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *frame;
  GtkLabel *standing;
  GtkLabel *title;
  GtkLabel *lead;
  GtkLabel *facts;
  GtkLabel *related;
  GtkLabel *others;
  GtkLabel *findings;
};

G_DEFINE_FINAL_TYPE (TlHoverCard, tl_hover_card, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_lines (GtkLabel *label, GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) lines->pdata[i]);
  show_text (label, text->str);
  g_string_free (text, TRUE);
}

static void
tl_hover_card_dispose (GObject *object)
{
  g_clear_pointer (&TL_HOVER_CARD (object)->frame, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_hover_card_parent_class)->dispose (object);
}

static void
tl_hover_card_class_init (TlHoverCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_hover_card_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/throughline/Throughline/ui/tl-hover-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TlHoverCard, frame);
  gtk_widget_class_bind_template_child (widget_class, TlHoverCard, standing);
  gtk_widget_class_bind_template_child (widget_class, TlHoverCard, title);
  gtk_widget_class_bind_template_child (widget_class, TlHoverCard, lead);
  gtk_widget_class_bind_template_child (widget_class, TlHoverCard, facts);
  gtk_widget_class_bind_template_child (widget_class, TlHoverCard, related);
  gtk_widget_class_bind_template_child (widget_class, TlHoverCard, others);
  gtk_widget_class_bind_template_child (widget_class, TlHoverCard, findings);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "hovercard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLTIP);
}

static void
tl_hover_card_init (TlHoverCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_hover_card_new:
 *
 * Returns: (transfer floating): a card that says nothing yet
 */
GtkWidget *
tl_hover_card_new (void)
{
  return g_object_new (TL_TYPE_HOVER_CARD, NULL);
}

/**
 * tl_hover_card_set_essentials:
 * @self: a card
 * @essentials: what to say; only read during the call
 */
void
tl_hover_card_set_essentials (TlHoverCard *self, const TlEssentials *essentials)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (TL_IS_HOVER_CARD (self));

  spoken = tl_essentials_dup_spoken (essentials);
  show_text (self->standing, essentials->standing);
  show_text (self->title, essentials->title);
  show_text (self->lead, essentials->lead);
  show_text (self->facts, essentials->facts);
  show_text (self->related, essentials->related);
  show_lines (self->others, essentials->others);
  show_lines (self->findings, essentials->findings);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * tl_hover_card_find_place:
 * @subject: what the card is about
 * @room: where it may lie
 * @width: of the card
 * @height: of the card
 *
 * Finds a place beside the subject, on the side with more room; where neither side has enough,
 * under or over it. As long as the room is large enough for both, the subject stays free.
 *
 * Returns: the place, within the room
 */
TlRect
tl_hover_card_find_place (TlRect subject, TlRect room, double width, double height)
{
  double right = room.x + room.width - subject.x - subject.width - GAP;
  double left = subject.x - room.x - GAP;
  double below = room.y + room.height - subject.y - subject.height - GAP;
  double above = subject.y - room.y - GAP;
  TlRect place = tl_rect (subject.x, subject.y, width, height);

  if (MAX (left, right) >= width)
    place.x = right >= width && (right >= left || left < width) ? subject.x + subject.width + GAP
                                                                : subject.x - GAP - width;
  else
    place.y = below >= height || below >= above ? subject.y + subject.height + GAP
                                                : subject.y - GAP - height;
  place.x = CLAMP (place.x, room.x, MAX (room.x, room.x + room.width - width));
  place.y = CLAMP (place.y, room.y, MAX (room.y, room.y + room.height - height));
  return place;
}
