/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of the window from outside: by the desktop's search, the launcher's menu, a notification. It may come
 * before there is a workspace, and is done when there is one. */
#include "lanyard-window-private.h"

#include <glib/gi18n.h>

/* A search that has come too early; the view is on already. */
static void
search_pending (LanyardWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->view_stack);
  LanyardListPane *pane = g_strcmp0 (view, "credentials") == 0 ? self->credentials_pane : self->users_pane;
  g_autofree char *search = g_steal_pointer (&self->pending_search);

  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  if (*search != '\0')
    lanyard_list_pane_set_search (pane, search);
  lanyard_list_pane_focus_search (pane);
}

static void
show_pending (LanyardWindow *self)
{
  LanyardStore *store = self->pending_is_user ? lanyard_directory_get_users (self->directory)
                                              : lanyard_directory_get_credentials (self->directory);
  SeamRecord *record = lanyard_store_lookup (store, self->pending_id);

  if (record == NULL && lanyard_directory_get_state (self->directory) == LANYARD_DIRECTORY_LOADING)
    return;

  g_clear_pointer (&self->pending_id, g_free);
  if (record != NULL)
    lanyard_window_show_record (self, record);
  else if (lanyard_directory_is_missing (self->directory, self->pending_is_user ? LANYARD_RESOURCE_USERS
                                                                                : LANYARD_RESOURCE_CREDENTIALS))
    lanyard_toaster_tell (self->toaster, _("It could not be loaded"));
  else
    lanyard_toaster_tell (self->toaster, _("It is no longer in the list"));
}

void
lanyard_window_do_pending (LanyardWindow *self)
{
  if (self->directory == NULL || !lanyard_window_is_scene (self, "workspace"))
    return;

  if (self->pending_search != NULL)
    search_pending (self);
  if (self->pending_id != NULL)
    show_pending (self);
}

/**
 * lanyard_window_find:
 * @self: the window
 * @view: "users" or "credentials"
 * @search: what to search for; empty to let it be typed
 *
 * Searches one of the lists, as soon as there is one.
 */
void
lanyard_window_find (LanyardWindow *self,
                     const char    *view,
                     const char    *search)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (view != NULL);
  g_return_if_fail (search != NULL);

  adw_view_stack_set_visible_child_name (self->view_stack, view);
  g_clear_pointer (&self->pending_id, g_free);
  g_free (self->pending_search);
  self->pending_search = g_strdup (search);
  lanyard_window_do_pending (self);
}

/**
 * lanyard_window_show_id:
 * @self: the window
 * @is_user: whether it is a user; otherwise it is a credential
 * @id: which one
 *
 * Shows the page of a user or a credential, as soon as it is loaded.
 */
void
lanyard_window_show_id (LanyardWindow *self,
                        gboolean       is_user,
                        const char    *id)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (id != NULL);

  g_clear_pointer (&self->pending_search, g_free);
  g_free (self->pending_id);
  self->pending_id = g_strdup (id);
  self->pending_is_user = is_user;
  lanyard_window_do_pending (self);
}
