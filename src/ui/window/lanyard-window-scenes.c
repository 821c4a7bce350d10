/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows: which scene of it, and for a workspace its settings. */
#include "lanyard-window-private.h"

static void
show_scene (LanyardWindow *self,
            const char    *name)
{
  gtk_spinner_set_spinning (self->starting_spinner, strcmp (name, "starting") == 0);
  gtk_stack_set_visible_child_name (self->scene_stack, name);
  lanyard_window_update_layout (self);
  lanyard_window_update_operations (self);
}

/* The setting has no NULL, and the list has no empty system. */
static gboolean
get_system (GValue   *value,
            GVariant *variant,
            gpointer  user_data)
{
  const char *id = g_variant_get_string (variant, NULL);

  g_value_set_string (value, *id != '\0' ? id : NULL);
  return TRUE;
}

static GVariant *
set_system (const GValue       *value,
            const GVariantType *type,
            gpointer            user_data)
{
  const char *id = g_value_get_string (value);

  return g_variant_new_string (id != NULL ? id : "");
}

/* An access system is only remembered for the workspace that it is in. */
static void
bind_list (LanyardWindow   *self,
           LanyardListPane *pane,
           const char      *kind)
{
  GObject *list = G_OBJECT (lanyard_list_pane_get_list (pane));
  g_autofree char *sort = g_strdup_printf ("%s-sort", kind);
  g_autofree char *show = g_strdup_printf ("%s-show", kind);
  g_autofree char *system = g_strdup_printf ("%s-system", kind);

  if (list == NULL)
    return;

  g_settings_bind (self->settings, sort, list, "sort", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, show, list, "show", G_SETTINGS_BIND_DEFAULT);
  if (self->place == LANYARD_PLACE_SAVED)
    g_settings_bind_with_mapping (self->settings, system, list, "system-id", G_SETTINGS_BIND_DEFAULT,
                                  get_system, set_system, NULL, NULL);
}

static void
set_directory (LanyardWindow    *self,
               LanyardDirectory *directory)
{
  /* What was sent goes on to its end; what was only being read is of no use any more. */
  if (self->directory != NULL && self->directory != directory)
    {
      lanyard_directory_stop_loading (self->directory);
      lanyard_toaster_clear (self->toaster);
    }
  lanyard_window_forget_trail (self);
  g_set_object (&self->directory, directory);
  g_signal_group_set_target (self->directory_signals, directory);
  lanyard_bars_set_directory (self->bars, directory);
  lanyard_scans_set_directory (self->scans, directory);
  lanyard_list_pane_set_selected (self->users_pane, NULL);
  lanyard_list_pane_set_directory (self->users_pane, directory);
  lanyard_list_pane_set_selected (self->credentials_pane, NULL);
  lanyard_list_pane_set_directory (self->credentials_pane, directory);
  lanyard_window_update_pages (self);
  lanyard_window_update_workspace (self);
}

static void
leave_directory (LanyardWindow *self)
{
  if (self->directory != NULL)
    set_directory (self, NULL);
}

/**
 * lanyard_window_new:
 * @application: the application
 * @settings: the application's settings
 *
 * Returns: (transfer none): a window, which the application owns
 */
LanyardWindow *
lanyard_window_new (GtkApplication *application,
                    GSettings      *settings)
{
  LanyardWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LANYARD_TYPE_WINDOW, "application", application, NULL);
  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "view", self->view_stack, "visible-child-name", G_SETTINGS_BIND_DEFAULT);
  lanyard_window_set_up_scans (self);
  lanyard_window_update_view (self);

  return self;
}

/**
 * lanyard_window_get_directory:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the workspace that is open
 */
LanyardDirectory *
lanyard_window_get_directory (LanyardWindow *self)
{
  g_return_val_if_fail (LANYARD_IS_WINDOW (self), NULL);

  return self->directory;
}

/**
 * lanyard_window_get_place:
 * @self: the window
 *
 * Returns: what kind of workspace is open
 */
LanyardPlace
lanyard_window_get_place (LanyardWindow *self)
{
  g_return_val_if_fail (LANYARD_IS_WINDOW (self), LANYARD_PLACE_SAVED);

  return self->place;
}

/**
 * lanyard_window_show_starting:
 * @self: the window
 * @what: what is being done, plain text
 *
 * Shows that something is under way before there is anything to see, with a button to stop it.
 */
void
lanyard_window_show_starting (LanyardWindow *self,
                              const char    *what)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));

  leave_directory (self);
  gtk_label_set_label (self->starting_label, what);
  show_scene (self, "starting");
}

/**
 * lanyard_window_show_connect:
 * @self: the window
 * @message: (nullable): why the last attempt failed, plain text
 *
 * Asks for a key.
 */
void
lanyard_window_show_connect (LanyardWindow *self,
                             const char    *message)
{
  LanyardConnectPage *page;

  g_return_if_fail (LANYARD_IS_WINDOW (self));

  page = lanyard_window_get_connect_page (self);
  leave_directory (self);
  lanyard_connect_page_set_busy (page, FALSE);
  lanyard_connect_page_set_choice (page, NULL);
  lanyard_connect_page_set_message (page, message);
  show_scene (self, "connect");
  gtk_widget_grab_focus (GTK_WIDGET (page));
}

/**
 * lanyard_window_show_connecting:
 * @self: the window
 *
 * Shows on the connect page that the key is being checked.
 */
void
lanyard_window_show_connecting (LanyardWindow *self)
{
  LanyardConnectPage *page;

  g_return_if_fail (LANYARD_IS_WINDOW (self));

  page = lanyard_window_get_connect_page (self);
  leave_directory (self);
  lanyard_connect_page_set_choice (page, NULL);
  lanyard_connect_page_set_message (page, NULL);
  lanyard_connect_page_set_busy (page, TRUE);
  show_scene (self, "connect");
}

/**
 * lanyard_window_show_trouble:
 * @self: the window
 * @trouble: what to say
 *
 * Shows a page in place of what could not be had.
 */
void
lanyard_window_show_trouble (LanyardWindow        *self,
                             const LanyardTrouble *trouble)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (trouble != NULL);

  lanyard_trouble_page_set_trouble (lanyard_window_get_trouble_page (self), trouble);
  show_scene (self, "trouble");
  gtk_widget_grab_focus (GTK_WIDGET (self->trouble_page));
}

/**
 * lanyard_window_show_directory:
 * @self: the window
 * @directory: the workspace
 * @journal: where its operations are written down
 * @place: what kind of workspace it is
 *
 * Shows a workspace's views.
 */
void
lanyard_window_show_directory (LanyardWindow    *self,
                               LanyardDirectory *directory,
                               LanyardJournal   *journal,
                               LanyardPlace      place)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (LANYARD_IS_DIRECTORY (directory));
  g_return_if_fail (LANYARD_IS_JOURNAL (journal));

  self->place = place;
  g_set_object (&self->journal, journal);
  if (self->connect_page != NULL)
    {
      lanyard_connect_page_set_busy (self->connect_page, FALSE);
      lanyard_connect_page_set_message (self->connect_page, NULL);
    }
  set_directory (self, directory);
  bind_list (self, self->users_pane, "users");
  bind_list (self, self->credentials_pane, "credentials");
  self->read_at = g_get_monotonic_time ();
  show_scene (self, "workspace");
  lanyard_window_update_state (self);
  lanyard_window_update_view (self);
  /* Into the search entry: a name can be typed, or a card read, at once. */
  gtk_widget_child_focus (GTK_WIDGET (self->view_stack), GTK_DIR_TAB_FORWARD);
  lanyard_window_do_pending (self);
}

/**
 * lanyard_window_set_record:
 * @self: the window
 * @record: whether what is done is being written down
 * @error: (nullable): why it can't be
 *
 * Turns assigning off where it can't be written down first, and explains it once.
 */
void
lanyard_window_set_record (LanyardWindow *self,
                           LanyardRecord  record,
                           const GError  *error)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));

  g_clear_error (&self->record_error);
  if (error != NULL)
    self->record_error = g_error_copy (error);
  self->record = record;
  lanyard_bars_set_record (self->bars, record);
  if (self->activity_page != NULL)
    lanyard_activity_page_set_record (self->activity_page, record, error);
  lanyard_window_update_operations (self);
  if (record == LANYARD_RECORD_BROKEN)
    lanyard_window_explain_record (self);
}

/**
 * lanyard_window_set_key_not_kept:
 * @self: the window
 * @reason: (nullable): why the key could not be saved, plain text; NULL when it was
 *
 * Says that the key has to be entered again the next time.
 */
void
lanyard_window_set_key_not_kept (LanyardWindow *self,
                                 const char    *reason)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));

  lanyard_bars_set_key_not_kept (self->bars, reason);
}

/**
 * lanyard_window_tell:
 * @self: the window
 * @text: what to say, plain text
 *
 * Says something in a toast.
 */
void
lanyard_window_tell (LanyardWindow *self,
                     const char    *text)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));

  lanyard_toaster_tell (self->toaster, text);
}
