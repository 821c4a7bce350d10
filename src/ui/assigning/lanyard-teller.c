/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in a window what came of its changes: in toasts, and in questions where more is needed than a toast can carry.
 * Where nobody looks, it notifies. */
#include "lanyard-teller.h"

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-batch-text.h"
#include "lanyard-entry-text.h"
#include "lanyard-error-report.h"
#include "lanyard-error-text.h"
#include "lanyard-notifier.h"
#include "lanyard-outcome-text.h"
#include "lanyard-public-text.h"
#include "lanyard-questions.h"
#include "lanyard-report-window.h"
#include "lanyard-toaster.h"

struct _LanyardTeller
{
  GObject parent_instance;

  AdwToastOverlay       *overlay; /* of the window that owns this */
  LanyardAssigner       *assigner;
  LanyardToaster        *toaster;
  LanyardRecordStanding *standing;
  LanyardConnection     *connection;
  AdwMessageDialog      *record_dialog; /* weak; while it is asked whether to go on without a record */
};

G_DEFINE_FINAL_TYPE (LanyardTeller, lanyard_teller, G_TYPE_OBJECT)

enum
{
  PROP_CONNECTION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GtkWindow *
get_window (LanyardTeller *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->overlay)));
}

static void
on_half_done_answered (LanyardTeller    *self,
                       const char       *response,
                       AdwMessageDialog *dialog)
{
  LanyardEntry *entry = g_object_get_data (G_OBJECT (dialog), "entry");
  gint64 id = lanyard_entry_get_id (entry);
  g_autofree char *text = NULL;

  if (strcmp (response, "retry") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self->overlay), "change.retry-entry", "x", id);
  else if (strcmp (response, "give-back") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self->overlay), "change.undo-entry", "x", id);
  else
    {
      text = lanyard_entry_text (entry);
      lanyard_toaster_tell_entry (self->toaster, entry, text);
    }
}

static void
ask_about_half_done (LanyardTeller *self,
                     LanyardEntry  *entry,
                     const char    *text)
{
  AdwMessageDialog *dialog = lanyard_question_half_done (get_window (self), entry, text);

  g_object_set_data_full (G_OBJECT (dialog), "entry", g_object_ref (entry), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_half_done_answered), self, G_CONNECT_SWAPPED);
}

static void
tell (LanyardTeller    *self,
      LanyardDirectory *directory,
      LanyardEntry     *entry,
      const char       *text)
{
  GtkApplication *application = gtk_window_get_application (get_window (self));

  if (lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_HALF_DONE)
    ask_about_half_done (self, entry, text);
  else
    lanyard_toaster_tell_entry (self->toaster, entry, text);
  if (application != NULL)
    lanyard_notifier_tell (G_APPLICATION (application), directory, entry, text, self->connection);
}

static void
on_ended (LanyardTeller   *self,
          LanyardEntry    *entry,
          LanyardExecutor *executor)
{
  LanyardDirectory *directory = lanyard_changes_get_directory (lanyard_executor_get_changes (executor));
  g_autofree char *text = lanyard_outcome_text (directory, entry);

  tell (self, directory, entry, text);
}

static void
on_recovered (LanyardTeller   *self,
              LanyardEntry    *entry,
              LanyardExecutor *executor)
{
  LanyardDirectory *directory = lanyard_changes_get_directory (lanyard_executor_get_changes (executor));
  g_autofree char *text = lanyard_outcome_recovered_text (directory, entry);

  tell (self, directory, entry, text);
}

static const char *
get_endpoint (LanyardTeller *self)
{
  return self->connection != NULL ? lanyard_connection_get_endpoint (self->connection) : NULL;
}

/* Takes @report, which may be floating. */
static void
say_failure (LanyardTeller *self,
             const char    *text,
             GVariant      *report)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (report);
  g_autofree char *action = g_action_print_detailed_name ("tell.details", sunk);

  lanyard_toaster_offer (self->toaster, text, _("Details"), action);
}

static void
tell_batch (LanyardTeller *self,
            LanyardBatch  *batch,
            const char    *text)
{
  GtkApplication *application = gtk_window_get_application (get_window (self));

  lanyard_toaster_tell_batch (self->toaster, batch, text);
  if (application != NULL)
    lanyard_notifier_tell_batch (G_APPLICATION (application), batch, text, self->connection);
}

static void
on_batch_ended (LanyardTeller *self,
                LanyardBatch  *batch)
{
  g_autofree char *text = lanyard_batch_text (batch);

  tell_batch (self, batch, text);
}

static void
on_batch_recovered (LanyardTeller *self,
                    LanyardBatch  *batch)
{
  g_autofree char *text = lanyard_batch_recovered_text (batch);

  tell_batch (self, batch, text);
}

static void
on_failed (LanyardTeller   *self,
           const GError    *error,
           LanyardEntry    *entry,
           LanyardExecutor *executor)
{
  LanyardDirectory *directory = lanyard_changes_get_directory (lanyard_executor_get_changes (executor));
  SeamCredential *credential = entry != NULL ? lanyard_entry_find_credential (entry, directory) : NULL;
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* That is said once, by the changes' signal. */
  if (g_error_matches (error, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_JOURNAL))
    return;

  text = lanyard_error_text (error);
  /* What is refused here has its whole reason in that. */
  if (error->domain == LANYARD_CHANGES_ERROR)
    lanyard_teller_say (self, text);
  else
    say_failure (self, text, lanyard_error_report_about (credential, text, error, get_endpoint (self)));
}

static void
on_begun (LanyardTeller *self)
{
  /* Translators: read out after a change was sent to the server, before the response */
  lanyard_announce (GTK_WIDGET (self->overlay), _("Change in progress…"));
}

static void
on_record_answered (LanyardTeller *self,
                    const char    *response)
{
  g_clear_weak_pointer (&self->record_dialog);
  if (strcmp (response, "retry") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self->overlay), "session.retry-record", NULL);
  else if (strcmp (response, "waive") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self->overlay), "session.waive-record", NULL);
}

/**
 * lanyard_teller_explain_record:
 * @self: the teller
 *
 * Explains why assigning is off, and asks whether to go on without a record.
 */
void
lanyard_teller_explain_record (LanyardTeller *self)
{
  g_return_if_fail (LANYARD_IS_TELLER (self));

  /* Each change of a batch would ask anew. */
  if (self->record_dialog != NULL)
    {
      gtk_window_present (GTK_WINDOW (self->record_dialog));
      return;
    }

  g_set_weak_pointer (&self->record_dialog,
                      lanyard_question_record (lanyard_assigner_get_front (self->assigner),
                                               lanyard_record_standing_get_error (self->standing)));
  g_signal_connect_object (self->record_dialog, "response", G_CALLBACK (on_record_answered), self, G_CONNECT_SWAPPED);
}

/* That it can't be written down is explained also when it was known: it was tried again. */
static void
on_record_changed (LanyardTeller *self)
{
  if (lanyard_record_standing_get_record (self->standing) == LANYARD_RECORD_BROKEN)
    lanyard_teller_explain_record (self);
}

/**
 * lanyard_teller_say:
 * @self: the teller
 * @text: what to say, plain text
 *
 * Says something in a toast.
 */
void
lanyard_teller_say (LanyardTeller *self,
                    const char    *text)
{
  g_return_if_fail (LANYARD_IS_TELLER (self));

  lanyard_toaster_tell (self->toaster, text);
}

/**
 * lanyard_teller_offer:
 * @self: the teller
 * @text: (nullable): what to say, plain text; NULL where what was offered last is over
 * @label: (nullable): the label of a button
 * @action: (nullable): the detailed name of its action
 *
 * Says something in a toast with a button.
 */
void
lanyard_teller_offer (LanyardTeller *self,
                      const char    *text,
                      const char    *label,
                      const char    *action)
{
  g_return_if_fail (LANYARD_IS_TELLER (self));

  if (text != NULL)
    lanyard_toaster_offer (self->toaster, text, label, action);
  else
    lanyard_toaster_take_back (self->toaster);
}

/**
 * lanyard_teller_clear:
 * @self: the teller
 *
 * Takes away what is said: it is about a workspace that was left.
 */
void
lanyard_teller_clear (LanyardTeller *self)
{
  g_return_if_fail (LANYARD_IS_TELLER (self));

  lanyard_toaster_clear (self->toaster);
}

static void
lanyard_teller_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CONNECTION:
      g_value_set_object (value, LANYARD_TELLER (object)->connection);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_teller_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_CONNECTION:
      if (g_set_object (&LANYARD_TELLER (object)->connection, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
on_toast (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  lanyard_teller_say (LANYARD_TELLER (user_data), g_variant_get_string (parameter, NULL));
}

static void
on_explain_record (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  lanyard_teller_explain_record (LANYARD_TELLER (user_data));
}

static void
on_failure (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  g_autoptr (GVariant) report = g_variant_get_child_value (parameter, 1);
  const char *text;

  g_variant_get_child (parameter, 0, "&s", &text);
  say_failure (LANYARD_TELLER (user_data), text, report);
}

static void
on_details (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  lanyard_report_window_present (GTK_WIDGET (LANYARD_TELLER (user_data)->overlay), parameter);
}

/* What the button of the toast does: the desktop has an application for such a file, or says that it has none. */
static void
on_open_file (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  gtk_show_uri (get_window (LANYARD_TELLER (user_data)), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static void
on_saved (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  const char *text, *uri;
  g_autoptr (GVariant) target = NULL;
  g_autofree char *open = NULL;

  g_variant_get (parameter, "(&s&s)", &text, &uri);
  target = g_variant_ref_sink (g_variant_new_string (uri));
  open = g_action_print_detailed_name ("tell.open-file", target);
  /* Translators: a button that opens the file that was just saved */
  lanyard_teller_offer (LANYARD_TELLER (user_data), text, _("Open"), open);
}

/**
 * lanyard_teller_add_actions:
 * @self: the teller, which lives as long as @map
 * @map: where to put them
 *
 * Adds the actions "toast" (what to say, plain text), "saved" (the same, and the URI of a file that can be opened),
 * "open-file" (its URI), "failure" (what to say, and the report that is behind Details), "details" (such a report) and
 * "explain-record".
 */
void
lanyard_teller_add_actions (LanyardTeller *self,
                            GActionMap    *map)
{
  static const GActionEntry entries[] = {
    { "toast", on_toast, "s" },
    { "failure", on_failure, "(s" LANYARD_REPORT_TYPE ")" },
    { "details", on_details, LANYARD_REPORT_TYPE },
    { "saved", on_saved, "(ss)" },
    { "open-file", on_open_file, "s" },
    { "explain-record", on_explain_record },
  };

  g_return_if_fail (LANYARD_IS_TELLER (self));
  g_return_if_fail (G_IS_ACTION_MAP (map));

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
}

static void
lanyard_teller_dispose (GObject *object)
{
  LanyardTeller *self = LANYARD_TELLER (object);

  g_clear_weak_pointer (&self->record_dialog);
  g_clear_object (&self->assigner);
  g_clear_object (&self->toaster);
  g_clear_object (&self->standing);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (lanyard_teller_parent_class)->dispose (object);
}

static void
lanyard_teller_class_init (LanyardTellerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_teller_get_property;
  object_class->set_property = lanyard_teller_set_property;
  object_class->dispose = lanyard_teller_dispose;

  properties[PROP_CONNECTION] = g_param_spec_object ("connection", NULL, NULL, LANYARD_TYPE_CONNECTION,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                       | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_teller_init (LanyardTeller *self)
{
}

static void
follow_batches (LanyardTeller  *self,
                LanyardBatches *batches)
{
  g_signal_connect_object (batches, "begun", G_CALLBACK (on_begun), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (batches, "ended", G_CALLBACK (on_batch_ended), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (batches, "recovered", G_CALLBACK (on_batch_recovered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (batches, "said", G_CALLBACK (lanyard_teller_say), self, G_CONNECT_SWAPPED);
}

/**
 * lanyard_teller_new:
 * @overlay: (transfer none): where toasts are shown, in the window that will own this
 * @assigner: who knows in front of what a question is asked
 * @executor: whose outcomes are told
 * @standing: whether what is done is being written down
 *
 * Returns: (transfer full): what tells in that window
 */
LanyardTeller *
lanyard_teller_new (AdwToastOverlay       *overlay,
                    LanyardAssigner       *assigner,
                    LanyardExecutor       *executor,
                    LanyardRecordStanding *standing)
{
  LanyardTeller *self;

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);
  g_return_val_if_fail (LANYARD_IS_ASSIGNER (assigner), NULL);
  g_return_val_if_fail (LANYARD_IS_EXECUTOR (executor), NULL);
  g_return_val_if_fail (LANYARD_IS_RECORD_STANDING (standing), NULL);

  self = g_object_new (LANYARD_TYPE_TELLER, NULL);
  self->overlay = overlay;
  self->assigner = g_object_ref (assigner);
  self->toaster = lanyard_toaster_new (overlay);
  self->standing = g_object_ref (standing);
  g_signal_connect_object (standing, "changed", G_CALLBACK (on_record_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (executor, "begun", G_CALLBACK (on_begun), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (executor, "ended", G_CALLBACK (on_ended), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (executor, "recovered", G_CALLBACK (on_recovered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (executor, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (executor, "said", G_CALLBACK (lanyard_teller_say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (executor, "offered", G_CALLBACK (lanyard_teller_offer), self, G_CONNECT_SWAPPED);
  follow_batches (self, lanyard_executor_get_batches (executor));
  g_signal_connect_object (executor, "refused", G_CALLBACK (lanyard_teller_explain_record), self, G_CONNECT_SWAPPED);

  return self;
}
