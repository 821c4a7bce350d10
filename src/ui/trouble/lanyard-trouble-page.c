/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page in place of a view that could not be had: what happened, and the buttons for what can be done. */
#include "lanyard-trouble-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-details-button.h"
#include "lanyard-ui.h"

struct _LanyardTroublePage
{
  GtkWidget parent_instance;

  AdwStatusPage *status_page;
  GtkWidget *retry_button;
  GtkWidget *change_button;
  LanyardDetailsButton *details_button;
};

G_DEFINE_FINAL_TYPE (LanyardTroublePage, lanyard_trouble_page, GTK_TYPE_WIDGET)

static gboolean
lanyard_trouble_page_grab_focus (GtkWidget *widget)
{
  LanyardTroublePage *self = LANYARD_TROUBLE_PAGE (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->retry_button) ? self->retry_button
                                                                            : self->change_button);
}

static void
lanyard_trouble_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_TROUBLE_PAGE);

  G_OBJECT_CLASS (lanyard_trouble_page_parent_class)->dispose (object);
}

static void
lanyard_trouble_page_class_init (LanyardTroublePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LANYARD_TYPE_DETAILS_BUTTON);
  object_class->dispose = lanyard_trouble_page_dispose;
  widget_class->grab_focus = lanyard_trouble_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardTroublePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, LanyardTroublePage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardTroublePage, change_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardTroublePage, details_button);
}

static void
lanyard_trouble_page_init (LanyardTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_trouble_page_set_trouble:
 * @self: the page
 * @trouble: what to say
 *
 * Shows @trouble, with a button to try again where that makes sense.
 */
void
lanyard_trouble_page_set_trouble (LanyardTroublePage   *self,
                                  const LanyardTrouble *trouble)
{
  g_autofree char *description = NULL;
  g_autofree char *announcement = NULL;

  g_return_if_fail (LANYARD_IS_TROUBLE_PAGE (self));
  g_return_if_fail (trouble != NULL);

  /* A status page reads its description as markup. */
  description = g_markup_escape_text (trouble->body, -1);
  adw_status_page_set_icon_name (self->status_page, trouble->icon_name);
  adw_status_page_set_title (self->status_page, trouble->title);
  adw_status_page_set_description (self->status_page, description);
  gtk_widget_set_visible (self->retry_button, trouble->can_retry);
  gtk_button_set_label (GTK_BUTTON (self->change_button),
                        trouble->wants_key ? _("Enter New API Key…") : _("Change Connection…"));
  lanyard_details_button_set_report (self->details_button, trouble->report);
  announcement = g_strdup_printf ("%s\n%s", trouble->title, trouble->body);
  lanyard_announce (GTK_WIDGET (self), announcement);
}
