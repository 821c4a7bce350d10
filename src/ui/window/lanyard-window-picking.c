/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's picker: opened for a user or a credential, and closed once it is sure what is to be assigned. */
#include "lanyard-window-private.h"

#include "lanyard-picker.h"

/* Where a question is asked: in front of the picker, which is there again when the answer is no. */
GtkWindow *
lanyard_window_get_front (LanyardWindow *self)
{
  return self->picker != NULL ? self->picker : GTK_WINDOW (self);
}

static gboolean
on_picker_left (gpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

/* A question in front of it, whose answer it may be that closes it, is to be gone first. */
void
lanyard_window_close_picker (LanyardWindow *self)
{
  GtkWindow *picker = self->picker;

  if (picker == NULL)
    return;

  g_clear_weak_pointer (&self->picker);
  gtk_widget_set_visible (GTK_WIDGET (picker), FALSE);
  g_idle_add_full (G_PRIORITY_DEFAULT, on_picker_left, g_object_ref (picker), g_object_unref);
}

static void
on_assign (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  const char *credential_id;
  const char *user_id;
  SeamCredential *credential;
  SeamUser *user;
  SeamUser *holder;

  if (!lanyard_window_may_write (self))
    return;

  g_variant_get (parameter, "(&s&s)", &credential_id, &user_id);
  credential = lanyard_window_look_up_credential (self, credential_id);
  user = credential != NULL ? lanyard_window_look_up_user (self, user_id) : NULL;
  if (user == NULL)
    {
      lanyard_window_close_picker (self);
      return;
    }

  holder = seam_credential_get_holder (credential);
  if (holder != NULL && holder != user)
    {
      lanyard_window_ask_to_take (self, credential, user, holder);
      return;
    }
  lanyard_window_close_picker (self);
  lanyard_window_assign (self, credential, user, NULL);
}

/* It was asked before, with this holder in the question. */
static void
on_take (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  const char *credential_id, *user_id, *holder_id;
  SeamCredential *credential;
  SeamUser *user, *holder;

  if (!lanyard_window_may_write (self))
    return;

  g_variant_get (parameter, "(&s&s&s)", &credential_id, &user_id, &holder_id);
  credential = lanyard_window_look_up_credential (self, credential_id);
  user = credential != NULL ? lanyard_window_look_up_user (self, user_id) : NULL;
  holder = user != NULL ? lanyard_window_look_up_user (self, holder_id) : NULL;
  if (holder != NULL)
    lanyard_window_assign (self, credential, user, holder);
}

static void
pick_for (LanyardWindow *self,
          gpointer       record)
{
  GtkWindow *picker;

  /* A key that is pressed twice comes before the first picker has the focus. */
  if (record == NULL || self->picker != NULL)
    return;

  picker = GTK_WINDOW (lanyard_picker_new (self->directory, SEAM_RECORD (record)));
  g_set_weak_pointer (&self->picker, picker);
  gtk_window_set_transient_for (picker, GTK_WINDOW (self));
  gtk_window_present (picker);
}

static void
on_pick_credential (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  if (lanyard_window_may_write (self))
    pick_for (self, lanyard_window_look_up_user (self, g_variant_get_string (parameter, NULL)));
}

static void
on_pick_user (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  if (lanyard_window_may_write (self))
    pick_for (self, lanyard_window_look_up_credential (self, g_variant_get_string (parameter, NULL)));
}

void
lanyard_window_install_picking (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.assign", "(ss)", on_assign);
  gtk_widget_class_install_action (widget_class, "win.take", "(sss)", on_take);
  gtk_widget_class_install_action (widget_class, "win.pick-credential", "s", on_pick_credential);
  gtk_widget_class_install_action (widget_class, "win.pick-user", "s", on_pick_user);
}
