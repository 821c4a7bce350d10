/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going from a record's page to another's, and back the same way. */
#include "lanyard-window-private.h"

#include <glib/gi18n.h>

#include "lanyard-name-text.h"

static gboolean
is_covered (LanyardWindow *self)
{
  return adw_leaflet_get_folded (self->leaflet)
         && g_strcmp0 (adw_leaflet_get_visible_child_name (self->leaflet), "list") == 0;
}

/* Whose page is to be seen; NULL: nobody's. */
SeamRecord *
lanyard_window_get_record_on_show (LanyardWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->view_stack);

  if (is_covered (self) || !lanyard_window_is_scene (self, "workspace"))
    return NULL;
  if (g_strcmp0 (view, "users") == 0)
    return lanyard_list_pane_get_selected (self->users_pane);

  return g_strcmp0 (view, "credentials") == 0 ? lanyard_list_pane_get_selected (self->credentials_pane) : NULL;
}

void
lanyard_window_update_back (LanyardWindow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (lanyard_window_has_trail (self))
    name = lanyard_name_text (seam_record_get_display_name (self->trail->pdata[self->trail->len - 1]));
  if (name != NULL)
    /* Translators: %s is the name of a user or a credential, whose page was on show before */
    text = g_strdup_printf (_("Back to “%s”"), name);
  else
    text = g_strdup (lanyard_window_has_trail (self) || self->adding ? _("Back") : _("Back to the List"));
  gtk_widget_set_tooltip_text (self->back_button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  lanyard_window_update_layout (self);
}

/* The first thing on the page: what had the focus on the page that was there before is of somebody else. */
void
lanyard_window_focus_content (LanyardWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self->content_stack);
  GtkWidget *child;

  while ((child = gtk_widget_get_focus_child (widget)) != NULL)
    {
      gtk_widget_set_focus_child (widget, NULL);
      widget = child;
    }
  gtk_widget_child_focus (GTK_WIDGET (self->content_stack), GTK_DIR_TAB_FORWARD);
}

static void
go_to (LanyardWindow *self,
       SeamRecord    *record)
{
  gboolean user = SEAM_IS_USER (record);
  LanyardListPane *pane = user ? self->users_pane : self->credentials_pane;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean typing = GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view_stack));

  self->following = TRUE;
  lanyard_list_pane_set_selected (pane, record);
  adw_view_stack_set_visible_child_name (self->view_stack, user ? "users" : "credentials");
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  self->following = FALSE;
  lanyard_list_pane_scroll_to_selected (pane);
  lanyard_window_update_back (self);

  /* What had the focus has gone with its page. Where a card reader typed, the next card can be read at once. */
  if (typing && !adw_leaflet_get_folded (self->leaflet))
    lanyard_list_pane_focus_search (pane);
  else
    lanyard_window_focus_content (self);
}

gboolean
lanyard_window_has_trail (LanyardWindow *self)
{
  return self->trail->len > 0;
}

/* Whoever chooses from a list, or another list, begins anew. */
void
lanyard_window_forget_trail (LanyardWindow *self)
{
  if (self->following || !lanyard_window_has_trail (self))
    return;

  g_ptr_array_set_size (self->trail, 0);
  lanyard_window_update_back (self);
}

void
lanyard_window_show_record (LanyardWindow *self,
                            SeamRecord    *record)
{
  SeamRecord *before = lanyard_window_get_record_on_show (self);

  /* From a user to their card and on to its user is the way back. */
  if (lanyard_window_has_trail (self) && self->trail->pdata[self->trail->len - 1] == record)
    g_ptr_array_set_size (self->trail, self->trail->len - 1);
  else if (before != NULL && before != record)
    g_ptr_array_add (self->trail, g_object_ref (before));
  go_to (self, record);
}

void
lanyard_window_go_back (LanyardWindow *self)
{
  g_autoptr (SeamRecord) before = NULL;

  if (!lanyard_window_has_trail (self))
    {
      adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
      return;
    }

  before = g_ptr_array_steal_index (self->trail, self->trail->len - 1);
  go_to (self, before);
}
