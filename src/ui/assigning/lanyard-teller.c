/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in a window what came of its changes: in toasts, and in questions where more is needed than a toast can carry. */
#include "lanyard-teller.h"

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-entry-text.h"
#include "lanyard-questions.h"
#include "lanyard-toaster.h"

struct _LanyardTeller
{
  GObject parent_instance;

  AdwToastOverlay *overlay; /* of the window that owns this */
  LanyardAssigner *assigner;
  LanyardToaster  *toaster;
  GError          *record_error; /* why nothing can be written down */
};

G_DEFINE_FINAL_TYPE (LanyardTeller, lanyard_teller, G_TYPE_OBJECT)

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
on_told (LanyardTeller *self,
         LanyardEntry  *entry,
         const char    *text)
{
  AdwMessageDialog *dialog;

  if (lanyard_entry_get_outcome (entry) != LANYARD_OUTCOME_HALF_DONE)
    {
      lanyard_toaster_tell_entry (self->toaster, entry, text);
      return;
    }

  dialog = lanyard_question_half_done (get_window (self), entry, text);
  g_object_set_data_full (G_OBJECT (dialog), "entry", g_object_ref (entry), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_half_done_answered), self, G_CONNECT_SWAPPED);
}

static void
on_begun (LanyardTeller *self)
{
  /* Translators: read out when something was sent to the server, before its answer */
  lanyard_announce (GTK_WIDGET (self->overlay), _("Under way…"));
}

static void
on_record_answered (LanyardTeller *self,
                    const char    *response)
{
  if (strcmp (response, "retry") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self->overlay), "win.retry-record", NULL);
  else if (strcmp (response, "waive") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self->overlay), "win.waive-record", NULL);
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
  AdwMessageDialog *dialog;

  g_return_if_fail (LANYARD_IS_TELLER (self));

  dialog = lanyard_question_record (lanyard_assigner_get_front (self->assigner), self->record_error);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_record_answered), self, G_CONNECT_SWAPPED);
}

/**
 * lanyard_teller_set_record:
 * @self: the teller
 * @error: (nullable): why changes can't be written down
 *
 * Says what there is to explain.
 */
void
lanyard_teller_set_record (LanyardTeller *self,
                           const GError  *error)
{
  g_return_if_fail (LANYARD_IS_TELLER (self));

  g_clear_error (&self->record_error);
  if (error != NULL)
    self->record_error = g_error_copy (error);
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
lanyard_teller_dispose (GObject *object)
{
  LanyardTeller *self = LANYARD_TELLER (object);

  g_clear_object (&self->assigner);
  g_clear_object (&self->toaster);
  g_clear_error (&self->record_error);

  G_OBJECT_CLASS (lanyard_teller_parent_class)->dispose (object);
}

static void
lanyard_teller_class_init (LanyardTellerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_teller_dispose;
}

static void
lanyard_teller_init (LanyardTeller *self)
{
}

/**
 * lanyard_teller_new:
 * @overlay: (transfer none): where toasts are shown, in the window that will own this
 * @assigner: who knows in front of what a question is asked
 * @executor: whose outcomes are told
 *
 * Returns: (transfer full): what tells in that window
 */
LanyardTeller *
lanyard_teller_new (AdwToastOverlay *overlay,
                    LanyardAssigner *assigner,
                    LanyardExecutor *executor)
{
  LanyardTeller *self;

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);
  g_return_val_if_fail (LANYARD_IS_ASSIGNER (assigner), NULL);
  g_return_val_if_fail (LANYARD_IS_EXECUTOR (executor), NULL);

  self = g_object_new (LANYARD_TYPE_TELLER, NULL);
  self->overlay = overlay;
  self->assigner = g_object_ref (assigner);
  self->toaster = lanyard_toaster_new (overlay);
  g_signal_connect_object (executor, "begun", G_CALLBACK (on_begun), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (executor, "told", G_CALLBACK (on_told), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (executor, "said", G_CALLBACK (lanyard_teller_say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (executor, "refused", G_CALLBACK (lanyard_teller_explain_record), self, G_CONNECT_SWAPPED);

  return self;
}
