/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done in the window: the actions that unassign, take back and look, and what is said of their outcome. */
#include "lanyard-window-private.h"

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-caveat.h"
#include "lanyard-credential-text.h"
#include "lanyard-entry-text.h"
#include "lanyard-name-text.h"
#include "lanyard-notifier.h"
#include "lanyard-user-text.h"

typedef LanyardEntry *(*FinishFunc) (LanyardDirectory  *directory,
                                     GAsyncResult      *result,
                                     GError           **error);

/* An operation on its way. It keeps the application running, not the window: whoever closes the window does not
 * stop what was sent. */
typedef struct
{
  GWeakRef window;
  GApplication *application;
  FinishFunc finish;
  LanyardEntry *entry; /* what is being checked; NULL otherwise */
} Operation;

static Operation *
operation_new (LanyardWindow *self,
               FinishFunc     finish)
{
  Operation *operation = g_new0 (Operation, 1);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  g_weak_ref_init (&operation->window, self);
  operation->finish = finish;
  /* Translators: read out when something was sent to the server, before its answer */
  lanyard_announce (GTK_WIDGET (self), _("Under way…"));
  if (application != NULL)
    {
      operation->application = g_object_ref (G_APPLICATION (application));
      g_application_hold (operation->application);
    }

  return operation;
}

static void
operation_free (Operation *operation)
{
  if (operation->application != NULL)
    g_application_release (operation->application);
  g_clear_object (&operation->application);
  g_clear_object (&operation->entry);
  g_weak_ref_clear (&operation->window);
  g_free (operation);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Operation, operation_free)

static void
tell_error (LanyardWindow *self,
            const GError  *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* That is said once, by the directory's signal. */
  if (g_error_matches (error, LANYARD_DIRECTORY_ERROR, LANYARD_DIRECTORY_ERROR_JOURNAL))
    return;

  text = lanyard_error_text (error);
  lanyard_toaster_tell (self->toaster, text);
}

/* The window, or one of its dialogs, has the keys. */
static gboolean
is_looked_at (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *link = toplevels; link != NULL; link = link->next)
    {
      if (gtk_window_is_active (link->data))
        return TRUE;
    }

  return FALSE;
}

static void
notify (GApplication      *application,
        LanyardDirectory  *directory,
        LanyardEntry      *entry,
        const char        *text,
        LanyardConnection *workspace)
{
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (directory),
                                                     lanyard_entry_get_credential_id (entry));
  g_autofree char *shown = lanyard_credential_public_text (credential, text);

  if (!is_looked_at ())
    lanyard_notifier_tell (application, entry, shown, workspace);
}

/* Its workspace, or the window, was left before it had its outcome. There is nothing on show to undo it in, so that
 * it is only said. */
static void
tell_from_elsewhere (Operation        *operation,
                     LanyardWindow    *self,
                     LanyardDirectory *directory,
                     LanyardEntry     *entry,
                     const GError     *error)
{
  SeamWorkspace *workspace = lanyard_directory_get_workspace (directory);
  g_autoptr (LanyardConnection) connection = NULL;
  g_autofree char *outcome = entry != NULL ? lanyard_entry_text (entry) : lanyard_error_text (error);
  g_autofree char *text = entry != NULL ? lanyard_caveat_with (directory, entry, outcome) : g_strdup (outcome);
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;

  if (workspace != NULL)
    connection = lanyard_connection_new_to (seam_client_get_endpoint (lanyard_directory_get_client (directory)),
                                            workspace);
  if (entry != NULL && operation->application != NULL)
    notify (operation->application, directory, entry, text, connection);
  if (self == NULL)
    return;

  if (connection != NULL)
    {
      name = lanyard_connection_title (connection);
      /* Translators: the name of a workspace, and what was done in it */
      line = g_strdup_printf (_("In “%s”: %s"), name, text);
    }
  lanyard_toaster_tell (self->toaster, line != NULL ? line : text);
}

static void
on_operation_done (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Operation) operation = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardEntry) entry = operation->finish (LANYARD_DIRECTORY (source), result, &error);
  g_autoptr (LanyardWindow) self = g_weak_ref_get (&operation->window);

  if (self == NULL || self->directory != LANYARD_DIRECTORY (source))
    tell_from_elsewhere (operation, self, LANYARD_DIRECTORY (source), entry, error);
  else if (entry != NULL)
    lanyard_window_tell_entry (self, entry, FALSE);
  else
    tell_error (self, error);
}

static void
on_check_done (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Operation) operation = user_data;
  g_autoptr (GError) error = NULL;
  gboolean checked = lanyard_directory_check_finish (LANYARD_DIRECTORY (source), result, &error);
  g_autoptr (LanyardWindow) self = g_weak_ref_get (&operation->window);

  if (self == NULL || self->directory != LANYARD_DIRECTORY (source))
    return;

  if (!checked)
    tell_error (self, error);
  lanyard_window_tell_entry (self, operation->entry, FALSE);
}

/* Whose it is now, where that is why it was not sent. */
static char *
dup_text (LanyardWindow *self,
          LanyardEntry  *entry)
{
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (self->directory),
                                                     lanyard_entry_get_credential_id (entry));
  SeamUser *holder = credential != NULL ? seam_credential_get_holder (credential) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  if (lanyard_entry_get_own_reason (entry) != LANYARD_DIRECTORY_ERROR_HOLDER_CHANGED || credential == NULL)
    return lanyard_entry_text (entry);

  title = lanyard_entry_title (entry);
  if (holder == NULL)
    /* Translators: %s is what was not done, such as "Card 82**** could not be assigned to Ada Okafor" */
    return g_strdup_printf (_("%s: nobody has it now"), title);

  name = lanyard_user_name (holder);
  shown = lanyard_name_in_sentence (name);
  /* Translators: what was not done, such as "Card 82**** could not be assigned to Ada Okafor", and the name of who has
   * the credential now */
  return g_strdup_printf (_("%s: %s has it now"), title, shown);
}

void
lanyard_window_tell_entry (LanyardWindow *self,
                           LanyardEntry  *entry,
                           gboolean       recovered)
{
  g_autofree char *outcome = recovered ? lanyard_entry_recovered_text (entry) : dup_text (self, entry);
  g_autofree char *text = lanyard_caveat_with (self->directory, entry, outcome);

  /* One of the two is no longer there: the lists are to say which. */
  if (lanyard_entry_get_error_code (entry) == SEAM_ERROR_NOT_FOUND)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.refresh", NULL);
  if (lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_HALF_DONE)
    lanyard_window_ask_half_done (self, entry, text);
  else
    lanyard_toaster_tell_entry (self->toaster, entry, text);

  if (gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    notify (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), self->directory, entry, text, self->current);
}

static gpointer
look_up (LanyardWindow *self,
         LanyardStore  *store,
         const char    *id)
{
  gpointer record = lanyard_store_lookup (store, id);

  if (record == NULL)
    lanyard_toaster_tell (self->toaster, _("It is no longer in the list"));

  return record;
}

SeamUser *
lanyard_window_look_up_user (LanyardWindow *self,
                             const char    *id)
{
  return look_up (self, lanyard_directory_get_users (self->directory), id);
}

SeamCredential *
lanyard_window_look_up_credential (LanyardWindow *self,
                                   const char    *id)
{
  return look_up (self, lanyard_directory_get_credentials (self->directory), id);
}

void
lanyard_window_assign (LanyardWindow  *self,
                       SeamCredential *credential,
                       SeamUser       *user,
                       SeamUser       *taken_from)
{
  lanyard_directory_assign_async (self->directory, credential, user, taken_from, NULL, on_operation_done,
                                  operation_new (self, lanyard_directory_assign_finish));
}

/* Assigning is off where it can't be written down first: that is said each time, and nothing is sent. */
gboolean
lanyard_window_may_write (LanyardWindow *self)
{
  if (self->record != LANYARD_RECORD_BROKEN)
    return TRUE;

  lanyard_window_explain_record (self);
  return FALSE;
}

static void
on_unassign (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  SeamCredential *credential = NULL;

  if (lanyard_window_may_write (self))
    credential = lanyard_window_look_up_credential (self, g_variant_get_string (parameter, NULL));
  if (credential != NULL)
    lanyard_directory_unassign_async (self->directory, credential, NULL, on_operation_done,
                                      operation_new (self, lanyard_directory_unassign_finish));
}

/* --- What is already written down --- */

typedef void (*EntryFunc) (LanyardWindow *self,
                           LanyardEntry  *entry);

typedef struct
{
  GWeakRef window;
  gint64 id;
  EntryFunc act;
} EntryRequest;

static void
entry_request_free (EntryRequest *request)
{
  g_weak_ref_clear (&request->window);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntryRequest, entry_request_free)

static void
on_entry_found (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (EntryRequest) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, &error);
  g_autoptr (LanyardWindow) self = g_weak_ref_get (&request->window);

  if (self == NULL || self->directory == NULL || self->journal != LANYARD_JOURNAL (source))
    return;

  if (entries == NULL)
    tell_error (self, error);
  else if (entries->len == 1 && lanyard_entry_get_id (g_ptr_array_index (entries, 0)) == request->id)
    request->act (self, g_ptr_array_index (entries, 0));
  else
    lanyard_toaster_tell (self->toaster, _("It is no longer in the activity"));
}

/* The journal has one object per entry: what it returns is the one that is already on show. */
static void
with_entry (LanyardWindow *self,
            GVariant      *parameter,
            EntryFunc      act)
{
  SeamWorkspace *workspace = lanyard_directory_get_workspace (self->directory);
  EntryRequest *request;

  if (workspace == NULL)
    return;

  request = g_new0 (EntryRequest, 1);
  g_weak_ref_init (&request->window, self);
  request->id = g_variant_get_int64 (parameter);
  request->act = act;
  lanyard_journal_list_async (self->journal, seam_record_get_id (SEAM_RECORD (workspace)), NULL, request->id + 1, 1,
                              NULL, on_entry_found, request);
}

static void
undo_entry (LanyardWindow *self,
            LanyardEntry  *entry)
{
  lanyard_directory_undo_async (self->directory, entry, NULL, on_operation_done,
                                operation_new (self, lanyard_directory_undo_finish));
}

static void
retry_entry (LanyardWindow *self,
             LanyardEntry  *entry)
{
  lanyard_directory_retry_async (self->directory, entry, NULL, on_operation_done,
                                 operation_new (self, lanyard_directory_retry_finish));
}

static void
check_entry (LanyardWindow *self,
             LanyardEntry  *entry)
{
  Operation *operation = operation_new (self, NULL);

  operation->entry = g_object_ref (entry);
  lanyard_directory_check_async (self->directory, entry, NULL, on_check_done, operation);
}

static void
on_undo_entry (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  if (lanyard_window_may_write (LANYARD_WINDOW (widget)))
    with_entry (LANYARD_WINDOW (widget), parameter, undo_entry);
}

static void
on_retry_entry (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  if (lanyard_window_may_write (LANYARD_WINDOW (widget)))
    with_entry (LANYARD_WINDOW (widget), parameter, retry_entry);
}

static void
on_check_entry (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  with_entry (LANYARD_WINDOW (widget), parameter, check_entry);
}

/* Ctrl+Z belongs to what is being typed, also when that is empty by now, or has nothing to take back any more: taking
 * an assignment back is not what is meant there. */
static void
on_undo (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autoptr (LanyardEntry) entry = NULL;

  if (GTK_IS_TEXT (focus))
    {
      gtk_widget_activate_action (focus, "text.undo", NULL);
      return;
    }

  if (lanyard_window_may_write (self))
    g_object_get (self->directory, "last-undoable", &entry, NULL);
  if (entry != NULL)
    undo_entry (self, entry);
}

/* --- Which of them are on --- */

void
lanyard_window_update_operations (LanyardWindow *self)
{
  static const char * const operations[] = {
    "win.assign", "win.take", "win.unassign", "win.pick-credential", "win.pick-user", "win.undo-entry", "win.retry-entry",
    "win.check-entry",
  };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->directory != NULL
                  && g_strcmp0 (gtk_stack_get_visible_child_name (self->scene_stack), "workspace") == 0;
  g_autoptr (LanyardEntry) undoable = NULL;

  if (self->directory != NULL)
    g_object_get (self->directory, "last-undoable", &undoable, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    gtk_widget_action_set_enabled (widget, operations[i], open);
  gtk_widget_action_set_enabled (widget, "win.undo", open && undoable != NULL);
  lanyard_window_update_actions (self, open);
}

void
lanyard_window_install_operations (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.unassign", "s", on_unassign);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "win.undo-entry", "x", on_undo_entry);
  gtk_widget_class_install_action (widget_class, "win.retry-entry", "x", on_retry_entry);
  gtk_widget_class_install_action (widget_class, "win.check-entry", "x", on_check_entry);
}
