/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sees to it that nothing lost goes on opening doors unnoticed: where it could not be unassigned, it is asked what to do.
 * Where Lanyard ended before it was, that shows with all else that was left. */
#include "lanyard-survivors.h"

#include "lanyard-lost-question.h"
#include "lanyard-replacement.h"

struct _LanyardSurvivors
{
  GObject parent_instance;

  GtkWindow       *window; /* which owns this */
  LanyardExecutor *executor;
  GtkWindow       *dialog; /* weak; the question; NULL: nothing is asked */
};

G_DEFINE_FINAL_TYPE (LanyardSurvivors, lanyard_survivors, G_TYPE_OBJECT)

static SeamCredential *
look_up_credential (LanyardBatch *batch,
                    LanyardEntry *entry)
{
  LanyardDirectory *directory = lanyard_changes_get_directory (lanyard_batch_get_changes (batch));

  return entry != NULL ? lanyard_store_lookup (lanyard_directory_get_credentials (directory),
                                               lanyard_entry_get_credential_id (entry))
                       : NULL;
}

/* Whether @entry was to take a lost credential from somebody who has it still. */
static gboolean
is_left_alive (LanyardBatch *batch,
               LanyardEntry *entry)
{
  LanyardMarks *marks = lanyard_changes_get_marks (lanyard_batch_get_changes (batch));
  SeamCredential *credential = look_up_credential (batch, entry);
  SeamUser *holder = credential != NULL ? seam_credential_get_holder (credential) : NULL;

  return entry != NULL && lanyard_entry_get_operation (entry) == LANYARD_OPERATION_UNASSIGN
         && lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_REFUSED && holder != NULL
         && lanyard_marks_is_lost (marks, lanyard_entry_get_credential_id (entry))
         && g_strcmp0 (seam_record_get_id (SEAM_RECORD (holder)), lanyard_entry_get_from_id (entry)) == 0;
}

/* (nullable): what came of the spare of @lost in the same batch */
static LanyardEntry *
find_spare (LanyardBatch *batch,
            LanyardEntry *lost)
{
  for (guint i = 0; i < lanyard_batch_get_n_items (batch); i++)
    {
      LanyardEntry *entry = lanyard_batch_get_entry (batch, i);

      if (entry != NULL && lanyard_entry_get_operation (entry) == LANYARD_OPERATION_ASSIGN
          && g_strcmp0 (lanyard_entry_get_to_id (entry), lanyard_entry_get_from_id (lost)) == 0)
        return entry;
    }

  return NULL;
}

static void
on_answered (LanyardSurvivors    *self,
             const char       *response,
             AdwMessageDialog *dialog)
{
  g_autoptr (LanyardBatch) batch = g_object_ref (g_object_get_data (G_OBJECT (dialog), "batch"));
  LanyardEntry *entry = g_object_get_data (G_OBJECT (dialog), "entry");
  LanyardEntry *assign = find_spare (batch, entry);
  SeamCredential *lost = look_up_credential (batch, entry);
  SeamCredential *spare = look_up_credential (batch, assign);
  SeamUser *holder = lost != NULL ? seam_credential_get_holder (lost) : NULL;

  g_clear_weak_pointer (&self->dialog);
  if (g_str_equal (response, "leave") || lost == NULL
      || lanyard_executor_get_changes (self->executor) != lanyard_batch_get_changes (batch)
      || !lanyard_executor_may_write (self->executor))
    return;

  if (spare != NULL && holder != NULL && lanyard_entry_get_outcome (assign) != LANYARD_OUTCOME_DONE)
    lanyard_replacement_run (self->executor, lost, spare, holder, g_str_equal (response, "retry"));
  else
    lanyard_executor_unassign (self->executor, lost);
}

static void
ask_about (LanyardSurvivors *self,
           LanyardBatch  *batch,
           LanyardEntry  *entry)
{
  AdwMessageDialog *dialog;

  /* Each entry of a batch that is found out about tells of all of it. */
  if (self->dialog != NULL)
    return;

  dialog = lanyard_lost_question_still_held (self->window, entry, find_spare (batch, entry));
  g_set_weak_pointer (&self->dialog, GTK_WINDOW (dialog));
  g_object_set_data_full (G_OBJECT (dialog), "batch", g_object_ref (batch), g_object_unref);
  g_object_set_data_full (G_OBJECT (dialog), "entry", g_object_ref (entry), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
}

static void
on_batch_ended (LanyardSurvivors *self,
                LanyardBatch  *batch)
{
  for (guint i = 0; i < lanyard_batch_get_n_items (batch); i++)
    if (is_left_alive (batch, lanyard_batch_get_entry (batch, i)))
      ask_about (self, batch, lanyard_batch_get_entry (batch, i));
}

static void
lanyard_survivors_dispose (GObject *object)
{
  LanyardSurvivors *self = LANYARD_SURVIVORS (object);

  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->executor);

  G_OBJECT_CLASS (lanyard_survivors_parent_class)->dispose (object);
}

static void
lanyard_survivors_class_init (LanyardSurvivorsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_survivors_dispose;
}

static void
lanyard_survivors_init (LanyardSurvivors *self)
{
}

/**
 * lanyard_survivors_new:
 * @window: (transfer none): the window that will own this, where it is asked
 * @executor: whose batches are looked at
 *
 * Returns: (transfer full): what asks about what was lost and is still assigned
 */
LanyardSurvivors *
lanyard_survivors_new (GtkWindow       *window,
                       LanyardExecutor *executor)
{
  LanyardSurvivors *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (LANYARD_IS_EXECUTOR (executor), NULL);

  self = g_object_new (LANYARD_TYPE_SURVIVORS, NULL);
  self->window = window;
  self->executor = g_object_ref (executor);
  g_signal_connect_object (lanyard_executor_get_batches (executor), "ended", G_CALLBACK (on_batch_ended), self,
                           G_CONNECT_SWAPPED);

  return self;
}
