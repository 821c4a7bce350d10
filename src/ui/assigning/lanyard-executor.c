/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carries out what is asked in a window, and tells what came of it. It knows no widget: who shows it, listens. */
#include "lanyard-executor.h"

#include <glib/gi18n.h>

#include "lanyard-caveat.h"
#include "lanyard-change-holder.h"
#include "lanyard-credential-text.h"
#include "lanyard-entry-text.h"
#include "lanyard-error-text.h"
#include "lanyard-notifier.h"
#include "lanyard-outcome-text.h"

struct _LanyardExecutor
{
  GObject parent_instance;

  GApplication      *application;
  LanyardConnection *connection;
  LanyardChanges    *changes;
  GSignalGroup      *changes_signals;
  gboolean           open;
  gboolean           writable;
};

G_DEFINE_FINAL_TYPE (LanyardExecutor, lanyard_executor, G_TYPE_OBJECT)

enum
{
  PROP_APPLICATION = 1,
  PROP_CONNECTION,
  PROP_OPEN,
  PROP_WRITABLE,
  PROP_CAN_UNDO,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  BEGUN,
  TOLD,
  SAID,
  REFUSED,
  OUTDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A change on its way. It keeps the application running, not the window: whoever closes the window does not stop what
 * was sent. */
typedef struct
{
  GWeakRef executor;
  GApplication *application;
  LanyardEntry *entry; /* what is being checked; NULL otherwise */
} Errand;

static Errand *
errand_new (LanyardExecutor *self)
{
  Errand *errand = g_new0 (Errand, 1);

  g_weak_ref_init (&errand->executor, self);
  g_signal_emit (self, signals[BEGUN], 0);
  if (self->application != NULL)
    {
      errand->application = g_object_ref (self->application);
      g_application_hold (errand->application);
    }

  return errand;
}

static void
errand_free (Errand *errand)
{
  if (errand->application != NULL)
    g_application_release (errand->application);
  g_clear_object (&errand->application);
  g_clear_object (&errand->entry);
  g_weak_ref_clear (&errand->executor);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static LanyardDirectory *
get_directory (LanyardExecutor *self)
{
  return lanyard_changes_get_directory (self->changes);
}

static void
say (LanyardExecutor *self,
     const char      *text)
{
  g_signal_emit (self, signals[SAID], 0, text);
}

static void
say_error (LanyardExecutor *self,
           const GError    *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* That is said once, by the changes' signal. */
  if (g_error_matches (error, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_JOURNAL))
    return;

  text = lanyard_error_text (error);
  say (self, text);
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

  lanyard_notifier_tell (application, entry, shown, workspace);
}

/* Its workspace, or the window, was left before it had its outcome. There is nothing on show to undo it in, so that
 * it is only said. */
static void
tell_from_elsewhere (Errand           *errand,
                     LanyardExecutor  *self,
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
  if (entry != NULL && errand->application != NULL)
    notify (errand->application, directory, entry, text, connection);
  if (self == NULL)
    return;

  if (connection != NULL)
    {
      name = lanyard_connection_title (connection);
      /* Translators: the name of a workspace, and what was done in it */
      line = g_strdup_printf (_("In “%s”: %s"), name, text);
    }
  say (self, line != NULL ? line : text);
}

static void
tell_entry (LanyardExecutor *self,
            LanyardEntry    *entry,
            char            *outcome)
{
  g_autofree char *text = lanyard_caveat_with (get_directory (self), entry, outcome);

  /* One of the two is no longer there: the lists are to say which. */
  if (lanyard_entry_get_error_code (entry) == SEAM_ERROR_NOT_FOUND)
    g_signal_emit (self, signals[OUTDATED], 0);
  g_signal_emit (self, signals[TOLD], 0, entry, text);
  if (self->application != NULL)
    notify (self->application, get_directory (self), entry, text, self->connection);
}

static void
tell_outcome (LanyardExecutor *self,
              LanyardEntry    *entry)
{
  g_autofree char *outcome = lanyard_outcome_text (get_directory (self), entry);

  tell_entry (self, entry, outcome);
}

static void
on_recovered (LanyardExecutor *self,
              LanyardEntry    *entry)
{
  g_autofree char *outcome = lanyard_entry_recovered_text (entry);

  tell_entry (self, entry, outcome);
}

static void
on_errand_done (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardEntry) entry = lanyard_changes_finish (LANYARD_CHANGES (source), result, &error);
  g_autoptr (LanyardExecutor) self = g_weak_ref_get (&errand->executor);

  if (self == NULL || self->changes != LANYARD_CHANGES (source))
    tell_from_elsewhere (errand, self, lanyard_changes_get_directory (LANYARD_CHANGES (source)), entry, error);
  else if (entry != NULL)
    tell_outcome (self, entry);
  else
    say_error (self, error);
}

static void
on_check_done (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  gboolean checked = lanyard_changes_check_finish (LANYARD_CHANGES (source), result, &error);
  g_autoptr (LanyardExecutor) self = g_weak_ref_get (&errand->executor);

  if (self == NULL || self->changes != LANYARD_CHANGES (source))
    return;

  if (!checked)
    say_error (self, error);
  tell_outcome (self, errand->entry);
}

static gpointer
look_up (LanyardExecutor *self,
         LanyardStore    *store,
         const char      *id)
{
  gpointer record = lanyard_store_lookup (store, id);

  if (record == NULL)
    say (self, _("It is no longer in the list"));

  return record;
}

/**
 * lanyard_executor_look_up_user:
 * @self: the executor, which has a directory
 * @id: which one
 *
 * Returns: (transfer none) (nullable): the user; that there is none has been said
 */
SeamUser *
lanyard_executor_look_up_user (LanyardExecutor *self,
                               const char      *id)
{
  g_return_val_if_fail (LANYARD_IS_EXECUTOR (self), NULL);

  return look_up (self, lanyard_directory_get_users (get_directory (self)), id);
}

/**
 * lanyard_executor_look_up_credential:
 * @self: the executor, which has a directory
 * @id: which one
 *
 * Returns: (transfer none) (nullable): the credential; that there is none has been said
 */
SeamCredential *
lanyard_executor_look_up_credential (LanyardExecutor *self,
                                     const char      *id)
{
  g_return_val_if_fail (LANYARD_IS_EXECUTOR (self), NULL);

  return look_up (self, lanyard_directory_get_credentials (get_directory (self)), id);
}

/**
 * lanyard_executor_may_write:
 * @self: the executor
 *
 * Assigning is off where it can't be written down first: that is said each time, and nothing is sent.
 *
 * Returns: whether changes can be written down; emits "refused" unless they can
 */
gboolean
lanyard_executor_may_write (LanyardExecutor *self)
{
  g_return_val_if_fail (LANYARD_IS_EXECUTOR (self), FALSE);

  if (!self->writable)
    g_signal_emit (self, signals[REFUSED], 0);

  return self->writable;
}

/**
 * lanyard_executor_assign:
 * @self: the executor, which may write
 * @credential: what to assign
 * @user: to whom
 * @taken_from: (nullable): who has it and was said in a question to lose it
 *
 * Assigns a credential, and tells what came of it.
 */
void
lanyard_executor_assign (LanyardExecutor *self,
                         SeamCredential  *credential,
                         SeamUser        *user,
                         SeamUser        *taken_from)
{
  g_autoptr (LanyardChange) change = NULL;

  g_return_if_fail (LANYARD_IS_EXECUTOR (self));

  change = lanyard_change_new_assign (credential, user, taken_from);
  lanyard_changes_run_async (self->changes, change, NULL, on_errand_done, errand_new (self));
}

/**
 * lanyard_executor_unassign:
 * @self: the executor, which may write
 * @credential: what to unassign
 *
 * Unassigns a credential, and tells what came of it.
 */
void
lanyard_executor_unassign (LanyardExecutor *self,
                           SeamCredential  *credential)
{
  g_autoptr (LanyardChange) change = NULL;

  g_return_if_fail (LANYARD_IS_EXECUTOR (self));

  change = lanyard_change_new_unassign (lanyard_changes_get_directory (self->changes), credential);
  lanyard_changes_run_async (self->changes, change, NULL, on_errand_done, errand_new (self));
}

/**
 * lanyard_executor_undo_entry:
 * @self: the executor, which may write
 * @entry: what was done
 *
 * Takes a change back, and tells what came of it.
 */
void
lanyard_executor_undo_entry (LanyardExecutor *self,
                             LanyardEntry    *entry)
{
  g_return_if_fail (LANYARD_IS_EXECUTOR (self));

  lanyard_changes_undo_async (self->changes, entry, NULL, on_errand_done, errand_new (self));
}

/**
 * lanyard_executor_retry_entry:
 * @self: the executor, which may write
 * @entry: what was not done
 *
 * Tries a change again, and tells what came of it.
 */
void
lanyard_executor_retry_entry (LanyardExecutor *self,
                              LanyardEntry    *entry)
{
  g_return_if_fail (LANYARD_IS_EXECUTOR (self));

  lanyard_changes_retry_async (self->changes, entry, NULL, on_errand_done, errand_new (self));
}

/**
 * lanyard_executor_check_entry:
 * @self: the executor
 * @entry: what is not known to have been done
 *
 * Asks the server whether a change was done, and tells.
 */
void
lanyard_executor_check_entry (LanyardExecutor *self,
                              LanyardEntry    *entry)
{
  Errand *errand;

  g_return_if_fail (LANYARD_IS_EXECUTOR (self));

  errand = errand_new (self);
  errand->entry = g_object_ref (entry);
  lanyard_changes_check_async (self->changes, entry, NULL, on_check_done, errand);
}

static LanyardEntry *
dup_last_undoable (LanyardExecutor *self)
{
  LanyardEntry *entry = NULL;

  if (self->changes != NULL)
    g_object_get (self->changes, "last-undoable", &entry, NULL);

  return entry;
}

/**
 * lanyard_executor_undo:
 * @self: the executor
 *
 * Takes back what was done last, and tells what came of it.
 */
void
lanyard_executor_undo (LanyardExecutor *self)
{
  g_autoptr (LanyardEntry) entry = NULL;

  g_return_if_fail (LANYARD_IS_EXECUTOR (self));

  if (lanyard_executor_may_write (self))
    entry = dup_last_undoable (self);
  if (entry != NULL)
    lanyard_executor_undo_entry (self, entry);
}

typedef struct
{
  GWeakRef executor;
  gint64 id;
  LanyardEntryFunc act;
} EntryRequest;

static void
entry_request_free (EntryRequest *request)
{
  g_weak_ref_clear (&request->executor);
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
  g_autoptr (LanyardExecutor) self = g_weak_ref_get (&request->executor);

  if (self == NULL || self->changes == NULL || lanyard_changes_get_journal (self->changes) != LANYARD_JOURNAL (source))
    return;

  if (entries == NULL)
    say_error (self, error);
  else if (entries->len == 1 && lanyard_entry_get_id (g_ptr_array_index (entries, 0)) == request->id)
    request->act (self, g_ptr_array_index (entries, 0));
  else
    say (self, _("It is no longer in the activity"));
}

/**
 * lanyard_executor_with_entry:
 * @self: the executor, which has a directory
 * @id: an entry of the journal
 * @act: what to do with it
 *
 * Finds what is written down and does something with it, unless it, or its workspace, is gone by then. The journal has
 * one object per entry: it is the one that is already on show.
 */
void
lanyard_executor_with_entry (LanyardExecutor  *self,
                             gint64            id,
                             LanyardEntryFunc  act)
{
  SeamWorkspace *workspace;
  EntryRequest *request;

  g_return_if_fail (LANYARD_IS_EXECUTOR (self));

  workspace = lanyard_directory_get_workspace (get_directory (self));
  if (workspace == NULL)
    return;

  request = g_new0 (EntryRequest, 1);
  g_weak_ref_init (&request->executor, self);
  request->id = id;
  request->act = act;
  lanyard_journal_list_async (lanyard_changes_get_journal (self->changes), seam_record_get_id (SEAM_RECORD (workspace)),
                              NULL, request->id + 1, 1, NULL, on_entry_found, request);
}

static void
notify_can_undo (LanyardExecutor *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
}

/**
 * lanyard_executor_set_changes:
 * @self: the executor
 * @changes: (nullable): what is done to the workspace
 *
 * Says what is to be changed from now on. What was sent before goes on to its end.
 */
void
lanyard_executor_set_changes (LanyardExecutor *self,
                              LanyardChanges  *changes)
{
  g_return_if_fail (LANYARD_IS_EXECUTOR (self));
  g_return_if_fail (changes == NULL || LANYARD_IS_CHANGES (changes));

  g_set_object (&self->changes, changes);
  g_signal_group_set_target (self->changes_signals, changes);
  notify_can_undo (self);
}

static void
lanyard_executor_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LanyardExecutor *self = LANYARD_EXECUTOR (object);
  g_autoptr (LanyardEntry) undoable = NULL;

  switch (id)
    {
    case PROP_APPLICATION:
      g_value_set_object (value, self->application);
      break;
    case PROP_CONNECTION:
      g_value_set_object (value, self->connection);
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, self->open);
      break;
    case PROP_WRITABLE:
      g_value_set_boolean (value, self->writable);
      break;
    case PROP_CAN_UNDO:
      undoable = dup_last_undoable (self);
      g_value_set_boolean (value, self->open && undoable != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_executor_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  LanyardExecutor *self = LANYARD_EXECUTOR (object);

  switch (id)
    {
    case PROP_APPLICATION:
      if (g_set_object (&self->application, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_CONNECTION:
      if (g_set_object (&self->connection, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_OPEN:
      if (self->open == g_value_get_boolean (value))
        break;
      self->open = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      notify_can_undo (self);
      break;
    case PROP_WRITABLE:
      if (self->writable == g_value_get_boolean (value))
        break;
      self->writable = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_executor_dispose (GObject *object)
{
  LanyardExecutor *self = LANYARD_EXECUTOR (object);

  g_clear_object (&self->changes_signals);
  g_clear_object (&self->application);
  g_clear_object (&self->connection);
  g_clear_object (&self->changes);

  G_OBJECT_CLASS (lanyard_executor_parent_class)->dispose (object);
}

static guint
add_signal (const char *name,
            guint       n_params,
            GType       param)
{
  return g_signal_new (name, LANYARD_TYPE_EXECUTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, n_params,
                       param, G_TYPE_STRING);
}

static void
lanyard_executor_class_init (LanyardExecutorClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_executor_get_property;
  object_class->set_property = lanyard_executor_set_property;
  object_class->dispose = lanyard_executor_dispose;

  properties[PROP_APPLICATION] = g_param_spec_object ("application", NULL, NULL, G_TYPE_APPLICATION, flags);
  properties[PROP_CONNECTION] = g_param_spec_object ("connection", NULL, NULL, LANYARD_TYPE_CONNECTION, flags);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, flags);
  properties[PROP_WRITABLE] = g_param_spec_boolean ("writable", NULL, NULL, TRUE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[BEGUN] = add_signal ("begun", 0, G_TYPE_NONE);
  signals[TOLD] = add_signal ("told", 2, LANYARD_TYPE_ENTRY);
  signals[SAID] = add_signal ("said", 1, G_TYPE_STRING);
  signals[REFUSED] = add_signal ("refused", 0, G_TYPE_NONE);
  signals[OUTDATED] = add_signal ("outdated", 0, G_TYPE_NONE);
}

static void
lanyard_executor_init (LanyardExecutor *self)
{
  self->writable = TRUE;
  self->changes_signals = g_signal_group_new (LANYARD_TYPE_CHANGES);
  g_signal_group_connect_swapped (self->changes_signals, "notify::last-undoable", G_CALLBACK (notify_can_undo), self);
  g_signal_group_connect_swapped (self->changes_signals, "entry-recovered", G_CALLBACK (on_recovered), self);
}

/**
 * lanyard_executor_new:
 *
 * Returns: (transfer full): an executor without a workspace
 */
LanyardExecutor *
lanyard_executor_new (void)
{
  return g_object_new (LANYARD_TYPE_EXECUTOR, NULL);
}
