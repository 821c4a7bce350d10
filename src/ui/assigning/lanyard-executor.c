/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carries out what is asked in a window. It knows no widget and no words: who tells what came of it, listens. */
#include "lanyard-executor.h"

#include "lanyard-change-holder.h"
#include "lanyard-errand.h"

struct _LanyardExecutor
{
  GObject parent_instance;

  GApplication   *application;
  LanyardChanges *changes;
  LanyardBatches *batches;
  GSignalGroup   *changes_signals;
  gboolean        open;
  gboolean        writable;
};

G_DEFINE_FINAL_TYPE (LanyardExecutor, lanyard_executor, G_TYPE_OBJECT)

enum
{
  PROP_APPLICATION = 1,
  PROP_OPEN,
  PROP_WRITABLE,
  PROP_CAN_UNDO,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  BEGUN,
  ENDED,
  RECOVERED,
  FAILED,
  SAID,
  OFFERED,
  REFUSED,
  OUTDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * lanyard_executor_say:
 * @self: the executor
 * @text: what to say, plain text
 *
 * Has something said that is about no change.
 */
void
lanyard_executor_say (LanyardExecutor *self,
                      const char      *text)
{
  g_return_if_fail (LANYARD_IS_EXECUTOR (self));

  g_signal_emit (self, signals[SAID], 0, text);
}

/**
 * lanyard_executor_offer:
 * @self: the executor
 * @text: what to say, plain text
 * @label: the label of a button
 * @action: the detailed name of its action
 *
 * Like lanyard_executor_say(), with something that can be done about it.
 */
void
lanyard_executor_offer (LanyardExecutor *self,
                        const char      *text,
                        const char      *label,
                        const char      *action)
{
  g_return_if_fail (LANYARD_IS_EXECUTOR (self));
  g_signal_emit (self, signals[OFFERED], 0, text, label, action);
}

/* One of the two may no longer be there: the lists are to say which. */
static void
emit_about (LanyardExecutor *self,
            guint            signal,
            LanyardEntry    *entry)
{
  if (lanyard_entry_get_error_code (entry) == SEAM_ERROR_NOT_FOUND)
    g_signal_emit (self, signals[OUTDATED], 0);
  g_signal_emit (self, signals[signal], 0, entry);
}

static void
on_recovered (LanyardExecutor *self,
              LanyardEntry    *entry)
{
  if (lanyard_entry_get_batch (entry) != 0)
    lanyard_batches_tell_recovered (self->batches, lanyard_entry_get_batch (entry));
  else
    emit_about (self, RECOVERED, entry);
}

static void
on_batch_ended (LanyardExecutor *self,
                LanyardBatch    *batch)
{
  gboolean outdated = FALSE;

  for (guint i = 0; i < lanyard_batch_get_n_items (batch); i++)
    {
      LanyardEntry *entry = lanyard_batch_get_entry (batch, i);

      outdated |= entry != NULL && lanyard_entry_get_error_code (entry) == SEAM_ERROR_NOT_FOUND;
    }
  if (outdated)
    g_signal_emit (self, signals[OUTDATED], 0);
}

/* An errand for one of the changes, or to check @entry. */
static LanyardErrand *
begin (LanyardExecutor *self,
       LanyardEntry    *entry)
{
  g_signal_emit (self, signals[BEGUN], 0);

  return lanyard_errand_new (self, self->application, entry);
}

static void
on_errand_done (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  LanyardChanges *changes = LANYARD_CHANGES (source);
  g_autoptr (LanyardErrand) errand = LANYARD_ERRAND (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardEntry) entry = lanyard_changes_finish (changes, result, &error);
  g_autoptr (LanyardExecutor) self = lanyard_errand_dup_sender (errand);
  g_autofree char *text = NULL;

  if (self == NULL || self->changes != changes)
    {
      text = lanyard_errand_tell_from_elsewhere (errand, lanyard_changes_get_directory (changes), entry, error);
      if (self != NULL)
        lanyard_executor_say (self, text);
    }
  else if (entry != NULL)
    emit_about (self, ENDED, entry);
  else
    g_signal_emit (self, signals[FAILED], 0, error, NULL);
}

static void
on_check_done (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (LanyardErrand) errand = LANYARD_ERRAND (user_data);
  g_autoptr (GError) error = NULL;
  gboolean checked = lanyard_changes_check_finish (LANYARD_CHANGES (source), result, &error);
  g_autoptr (LanyardExecutor) self = lanyard_errand_dup_sender (errand);

  if (self == NULL || self->changes != LANYARD_CHANGES (source))
    return;

  if (!checked)
    g_signal_emit (self, signals[FAILED], 0, error, lanyard_errand_get_entry (errand));
  emit_about (self, ENDED, lanyard_errand_get_entry (errand));
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
 * lanyard_executor_run:
 * @self: the executor, which may write
 * @change: (transfer full): what to do
 *
 * Carries out a change.
 */
void
lanyard_executor_run (LanyardExecutor *self,
                      LanyardChange   *change)
{
  g_autoptr (LanyardChange) owned = change;

  g_return_if_fail (LANYARD_IS_EXECUTOR (self));

  lanyard_changes_run_async (self->changes, owned, NULL, on_errand_done, begin (self, NULL));
}

/**
 * lanyard_executor_unassign:
 * @self: the executor, which may write
 * @credential: what to unassign
 *
 * Unassigns a credential.
 */
void
lanyard_executor_unassign (LanyardExecutor *self,
                           SeamCredential  *credential)
{
  g_return_if_fail (LANYARD_IS_EXECUTOR (self));

  lanyard_executor_run (self, lanyard_change_new_unassign (lanyard_changes_get_directory (self->changes), credential));
}

/**
 * lanyard_executor_undo_entry:
 * @self: the executor, which may write
 * @entry: what was done
 *
 * Takes a change back.
 */
void
lanyard_executor_undo_entry (LanyardExecutor *self,
                             LanyardEntry    *entry)
{
  g_return_if_fail (LANYARD_IS_EXECUTOR (self));

  lanyard_changes_undo_async (self->changes, entry, NULL, on_errand_done, begin (self, NULL));
}

/**
 * lanyard_executor_retry_entry:
 * @self: the executor, which may write
 * @entry: what was not done
 *
 * Tries a change again.
 */
void
lanyard_executor_retry_entry (LanyardExecutor *self,
                              LanyardEntry    *entry)
{
  g_return_if_fail (LANYARD_IS_EXECUTOR (self));

  lanyard_changes_retry_async (self->changes, entry, NULL, on_errand_done, begin (self, NULL));
}

/**
 * lanyard_executor_check_entry:
 * @self: the executor
 * @entry: what is not known to have been done
 *
 * Asks the server whether a change was done.
 */
void
lanyard_executor_check_entry (LanyardExecutor *self,
                              LanyardEntry    *entry)
{
  g_return_if_fail (LANYARD_IS_EXECUTOR (self));

  lanyard_changes_check_async (self->changes, entry, NULL, on_check_done, begin (self, entry));
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
 * Takes back what was done last; a batch as one.
 */
void
lanyard_executor_undo (LanyardExecutor *self)
{
  g_autoptr (LanyardEntry) entry = NULL;

  g_return_if_fail (LANYARD_IS_EXECUTOR (self));

  if (lanyard_executor_may_write (self))
    entry = dup_last_undoable (self);
  if (entry != NULL && lanyard_entry_get_batch (entry) != 0)
    lanyard_batches_undo (self->batches, lanyard_entry_get_batch (entry));
  else if (entry != NULL)
    lanyard_executor_undo_entry (self, entry);
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
  lanyard_batches_set_changes (self->batches, changes);
  g_signal_group_set_target (self->changes_signals, changes);
  notify_can_undo (self);
}

/**
 * lanyard_executor_get_changes:
 * @self: the executor
 *
 * Returns: (transfer none) (nullable): what is done to the workspace that is on show
 */
LanyardChanges *
lanyard_executor_get_changes (LanyardExecutor *self)
{
  g_return_val_if_fail (LANYARD_IS_EXECUTOR (self), NULL);

  return self->changes;
}

/**
 * lanyard_executor_get_batches:
 * @self: the executor
 *
 * Returns: (transfer none): who carries out what is done as one; what it tells is to be listened to there
 */
LanyardBatches *
lanyard_executor_get_batches (LanyardExecutor *self)
{
  g_return_val_if_fail (LANYARD_IS_EXECUTOR (self), NULL);

  return self->batches;
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
  g_clear_object (&self->batches);
  g_clear_object (&self->application);
  g_clear_object (&self->changes);

  G_OBJECT_CLASS (lanyard_executor_parent_class)->dispose (object);
}

static guint
add_signal (const char *name,
            guint       n_params,
            GType       param)
{
  return g_signal_new (name, LANYARD_TYPE_EXECUTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, n_params,
                       param);
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
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, flags);
  properties[PROP_WRITABLE] = g_param_spec_boolean ("writable", NULL, NULL, TRUE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[BEGUN] = add_signal ("begun", 0, G_TYPE_NONE);
  signals[ENDED] = add_signal ("ended", 1, LANYARD_TYPE_ENTRY);
  signals[RECOVERED] = add_signal ("recovered", 1, LANYARD_TYPE_ENTRY);
  signals[FAILED] = g_signal_new ("failed", LANYARD_TYPE_EXECUTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  2, G_TYPE_ERROR, LANYARD_TYPE_ENTRY);
  signals[SAID] = add_signal ("said", 1, G_TYPE_STRING);
  signals[OFFERED] = g_signal_new ("offered", LANYARD_TYPE_EXECUTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[REFUSED] = add_signal ("refused", 0, G_TYPE_NONE);
  signals[OUTDATED] = add_signal ("outdated", 0, G_TYPE_NONE);
}

static void
lanyard_executor_init (LanyardExecutor *self)
{
  self->writable = TRUE;
  self->batches = lanyard_batches_new ();
  g_object_bind_property (self, "application", self->batches, "application", G_BINDING_DEFAULT);
  g_signal_connect_object (self->batches, "ended", G_CALLBACK (on_batch_ended), self, G_CONNECT_SWAPPED);
  self->changes_signals = g_signal_group_new (LANYARD_TYPE_CHANGES);
  g_signal_group_connect_swapped (self->changes_signals, "notify::last-undoable", G_CALLBACK (notify_can_undo), self);
  g_signal_group_connect_swapped (self->changes_signals, "entry-recovered", G_CALLBACK (on_recovered), self);
  g_signal_group_connect_object (self->changes_signals, "batch-left", G_CALLBACK (lanyard_batches_offer_left),
                                 self->batches, G_CONNECT_SWAPPED);
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
