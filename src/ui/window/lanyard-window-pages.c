/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages that are made when they are first to be seen: most of the window's widgets are theirs, and it opens sooner
 * without them. */
#include "lanyard-names.h"
#include "lanyard-window-private.h"

static void
add (GtkStack   *stack,
     GtkWidget  *page,
     const char *name)
{
  gtk_stack_add_named (stack, page, name);
  lanyard_names_mend (GTK_WIDGET (stack));
}

static void
on_connect_submitted (LanyardWindow *self)
{
  lanyard_window_request (self, LANYARD_REQUEST_CONNECT, NULL);
}

/**
 * lanyard_window_get_connect_page:
 * @self: the window
 *
 * Returns: (transfer none): the page that asks for a key
 */
LanyardConnectPage *
lanyard_window_get_connect_page (LanyardWindow *self)
{
  g_return_val_if_fail (LANYARD_IS_WINDOW (self), NULL);

  if (self->connect_page == NULL)
    {
      self->connect_page = g_object_new (LANYARD_TYPE_CONNECT_PAGE, NULL);
      g_signal_connect_object (self->connect_page, "submitted", G_CALLBACK (on_connect_submitted), self,
                               G_CONNECT_SWAPPED);
      add (self->scene_stack, GTK_WIDGET (self->connect_page), "connect");
    }

  return self->connect_page;
}

/**
 * lanyard_window_forget_key:
 * @self: the window
 *
 * Empties the entry that a key was typed into, where there is one.
 */
void
lanyard_window_forget_key (LanyardWindow *self)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));

  if (self->connect_page != NULL)
    lanyard_connect_page_clear_key (self->connect_page);
}

LanyardTroublePage *
lanyard_window_get_trouble_page (LanyardWindow *self)
{
  if (self->trouble_page == NULL)
    {
      self->trouble_page = g_object_new (LANYARD_TYPE_TROUBLE_PAGE, NULL);
      add (self->scene_stack, GTK_WIDGET (self->trouble_page), "trouble");
    }

  return self->trouble_page;
}

static void
update_activity_page (LanyardWindow *self)
{
  lanyard_activity_page_set_directory (self->activity_page, self->directory,
                                       self->directory != NULL ? self->journal : NULL);
}

LanyardActivityPage *
lanyard_window_get_activity_page (LanyardWindow *self)
{
  if (self->activity_page == NULL)
    {
      self->activity_page = g_object_new (LANYARD_TYPE_ACTIVITY_PAGE, NULL);
      adw_bin_set_child (self->activity_bin, GTK_WIDGET (self->activity_page));
      lanyard_names_mend (GTK_WIDGET (self->activity_page));
      lanyard_activity_page_set_record (self->activity_page, self->record, self->record_error);
      update_activity_page (self);
    }

  return self->activity_page;
}

void
lanyard_window_show_user (LanyardWindow *self,
                          SeamUser      *user)
{
  if (self->user_page == NULL)
    {
      self->user_page = LANYARD_USER_PAGE (lanyard_user_page_new ());
      lanyard_user_page_set_directory (self->user_page, self->directory);
      add (self->content_stack, GTK_WIDGET (self->user_page), "user");
    }

  lanyard_user_page_set_user (self->user_page, user);
  gtk_stack_set_visible_child_name (self->content_stack, "user");
}

void
lanyard_window_show_credential (LanyardWindow  *self,
                                SeamCredential *credential)
{
  if (self->credential_page == NULL)
    {
      self->credential_page = LANYARD_CREDENTIAL_PAGE (lanyard_credential_page_new ());
      lanyard_credential_page_set_directory (self->credential_page, self->directory);
      add (self->content_stack, GTK_WIDGET (self->credential_page), "credential");
    }

  lanyard_credential_page_set_credential (self->credential_page, credential);
  gtk_stack_set_visible_child_name (self->content_stack, "credential");
}

/* Has the pages that there are show the window's workspace, and nothing of the last one. */
void
lanyard_window_update_pages (LanyardWindow *self)
{
  if (self->activity_page != NULL)
    update_activity_page (self);
  if (self->user_page != NULL)
    {
      lanyard_user_page_set_user (self->user_page, NULL);
      lanyard_user_page_set_directory (self->user_page, self->directory);
    }
  if (self->credential_page != NULL)
    {
      lanyard_credential_page_set_credential (self->credential_page, NULL);
      lanyard_credential_page_set_directory (self->credential_page, self->directory);
    }
}
