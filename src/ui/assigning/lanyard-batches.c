/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carries out batches for a window: what is asked to be done, tried again and undone as one. */
#include "lanyard-batches.h"

#include <glib/gi18n.h>

#include "lanyard-errand.h"
#include "lanyard-error-text.h"

struct _LanyardBatches
{
  GObject parent_instance;

  GApplication   *application;
  LanyardChanges *changes;
  GListStore     *running; /* LanyardBatch, those that are paused included */
};

G_DEFINE_FINAL_TYPE (LanyardBatches, lanyard_batches, G_TYPE_OBJECT)

enum
{
  PROP_APPLICATION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  BEGUN,
  STARTED,
  LEFT,
  ENDED,
  RECOVERED,
  SAID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
say (LanyardBatches *self,
     const char     *text)
{
  g_signal_emit (self, signals[SAID], 0, text);
}

static void
forget (LanyardBatches *self,
        LanyardBatch   *batch)
{
  guint position;

  if (g_list_store_find (self->running, batch, &position))
    g_list_store_remove (self->running, position);
}

static void
on_run (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  LanyardBatch *batch = LANYARD_BATCH (source);
  g_autoptr (LanyardErrand) errand = LANYARD_ERRAND (user_data);
  g_autoptr (LanyardBatches) self = lanyard_errand_dup_sender (errand);
  g_autofree char *text = NULL;

  lanyard_batch_run_finish (batch, result, NULL);
  if (self != NULL)
    forget (self, batch);
  if (self != NULL && self->changes == lanyard_batch_get_changes (batch))
    {
      g_signal_emit (self, signals[ENDED], 0, batch);
      return;
    }
  text = lanyard_errand_tell_batch_from_elsewhere (errand, batch);
  if (self != NULL)
    say (self, text);
}

/**
 * lanyard_batches_run:
 * @self: the batches, which have a workspace
 * @batch: what to do in it
 *
 * Carries out a batch.
 */
void
lanyard_batches_run (LanyardBatches *self,
                     LanyardBatch   *batch)
{
  g_return_if_fail (LANYARD_IS_BATCHES (self));
  g_return_if_fail (LANYARD_IS_BATCH (batch));

  g_signal_emit (self, signals[BEGUN], 0);
  g_list_store_append (self->running, batch);
  g_signal_emit (self, signals[STARTED], 0, batch);
  lanyard_batch_run_async (batch, NULL, on_run, lanyard_errand_new (self, self->application, NULL));
}

/* The key was pressed twice: what was begun by the first is told when it is through. */
static gboolean
is_under_way (LanyardBatches *self,
              GPtrArray      *entries)
{
  for (guint i = 0; i < entries->len; i++)
    if (lanyard_changes_get_under_way (self->changes, lanyard_entry_get_subject_type (entries->pdata[i]),
                                       lanyard_entry_get_subject_id (entries->pdata[i])) != NULL)
      return TRUE;

  return FALSE;
}

static void
undo (LanyardBatches *self,
      GPtrArray      *entries)
{
  g_autoptr (LanyardBatch) batch = NULL;

  if (is_under_way (self, entries))
    return;

  batch = lanyard_batch_new_undo (self->changes, entries);
  if (lanyard_batch_get_n_items (batch) > 0)
    lanyard_batches_run (self, batch);
  else
    say (self, _("This change can’t be undone because it is no longer in effect"));
}

static void
retry (LanyardBatches *self,
       GPtrArray      *entries)
{
  g_autoptr (LanyardBatch) batch = NULL;

  if (is_under_way (self, entries))
    return;

  batch = lanyard_batch_new_of_entries (self->changes, entries);
  lanyard_batches_run (self, batch);
}

static void
offer_left (LanyardBatches *self,
            GPtrArray      *entries)
{
  g_autoptr (LanyardBatch) batch = NULL;

  if (is_under_way (self, entries))
    return;

  batch = lanyard_batch_new_left (self->changes, entries);
  g_signal_emit (self, signals[LEFT], 0, batch);
}

/* What is still to be found out will be told with the rest then. */
static void
tell_recovered (LanyardBatches *self,
                GPtrArray      *entries)
{
  g_autoptr (LanyardBatch) batch = lanyard_batch_new_of_entries (self->changes, entries);

  if (lanyard_batch_count (batch, LANYARD_OUTCOME_PENDING) == 0)
    g_signal_emit (self, signals[RECOVERED], 0, batch);
}

/* What is to be done with the entries of a batch, once they are read. */
typedef struct
{
  GWeakRef        batches;
  LanyardChanges *changes; /* of the workspace that it was asked for in */
  void   (*act) (LanyardBatches *self, GPtrArray *entries);
} Request;

static void
request_free (Request *request)
{
  g_weak_ref_clear (&request->batches);
  g_object_unref (request->changes);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, &error);
  g_autoptr (LanyardBatches) self = g_weak_ref_get (&request->batches);
  g_autofree char *text = NULL;

  if (self == NULL || self->changes != request->changes)
    return;

  if (entries == NULL)
    {
      text = lanyard_error_text (error);
      say (self, text);
    }
  else if (entries->len == 0)
    say (self, _("The change is no longer in the activity log"));
  else
    request->act (self, entries);
}

static void
look_up (LanyardBatches *self,
         gint64          number,
         void          (*act) (LanyardBatches *self, GPtrArray *entries))
{
  Request *request = g_new0 (Request, 1);

  g_weak_ref_init (&request->batches, self);
  request->changes = g_object_ref (self->changes);
  request->act = act;
  lanyard_journal_list_batch_async (lanyard_changes_get_journal (self->changes), number, NULL, on_listed, request);
}

/**
 * lanyard_batches_undo:
 * @self: the batches, which have a workspace
 * @number: the number of a batch that is on record
 *
 * Takes back what of a batch is done and in force.
 */
void
lanyard_batches_undo (LanyardBatches *self,
                      gint64          number)
{
  g_return_if_fail (LANYARD_IS_BATCHES (self));

  look_up (self, number, undo);
}

/**
 * lanyard_batches_retry:
 * @self: the batches, which have a workspace
 * @number: the number of a batch that is on record
 *
 * Tries again what of a batch has failed, and finds out what is not known.
 */
void
lanyard_batches_retry (LanyardBatches *self,
                       gint64          number)
{
  g_return_if_fail (LANYARD_IS_BATCHES (self));

  look_up (self, number, retry);
}

/**
 * lanyard_batches_offer_left:
 * @self: the batches, which have a workspace
 * @number: the number of a batch that an earlier run has not come to the end of
 *
 * Tells of that batch, for somebody to say what is to become of it.
 */
void
lanyard_batches_offer_left (LanyardBatches *self,
                            gint64          number)
{
  g_return_if_fail (LANYARD_IS_BATCHES (self));

  look_up (self, number, offer_left);
}

/**
 * lanyard_batches_get_running:
 * @self: the batches
 *
 * Returns: (transfer none): a live list of #LanyardBatch, which run or are paused
 */
GListModel *
lanyard_batches_get_running (LanyardBatches *self)
{
  g_return_val_if_fail (LANYARD_IS_BATCHES (self), NULL);

  return G_LIST_MODEL (self->running);
}

/**
 * lanyard_batches_tell_recovered:
 * @self: the batches, which have a workspace
 * @number: the number of a batch of an earlier run
 *
 * Tells what came of a batch, once all of it is known.
 */
void
lanyard_batches_tell_recovered (LanyardBatches *self,
                                gint64          number)
{
  g_return_if_fail (LANYARD_IS_BATCHES (self));

  look_up (self, number, tell_recovered);
}

/**
 * lanyard_batches_set_changes:
 * @self: the batches
 * @changes: (nullable): what is done to the workspace
 *
 * Says what is to be changed from now on. What was begun before goes on to its end.
 */
void
lanyard_batches_set_changes (LanyardBatches *self,
                             LanyardChanges *changes)
{
  g_return_if_fail (LANYARD_IS_BATCHES (self));
  g_return_if_fail (changes == NULL || LANYARD_IS_CHANGES (changes));

  g_set_object (&self->changes, changes);
}

static void
lanyard_batches_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_APPLICATION:
      g_value_set_object (value, LANYARD_BATCHES (object)->application);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_batches_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_APPLICATION:
      if (g_set_object (&LANYARD_BATCHES (object)->application, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_batches_dispose (GObject *object)
{
  LanyardBatches *self = LANYARD_BATCHES (object);

  g_clear_object (&self->application);
  g_clear_object (&self->changes);
  g_clear_object (&self->running);

  G_OBJECT_CLASS (lanyard_batches_parent_class)->dispose (object);
}

static guint
add_signal (const char *name,
            guint       n_params,
            GType       param)
{
  return g_signal_new (name, LANYARD_TYPE_BATCHES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, n_params, param);
}

static void
lanyard_batches_class_init (LanyardBatchesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_batches_get_property;
  object_class->set_property = lanyard_batches_set_property;
  object_class->dispose = lanyard_batches_dispose;

  properties[PROP_APPLICATION] = g_param_spec_object ("application", NULL, NULL, G_TYPE_APPLICATION,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                        | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[BEGUN] = add_signal ("begun", 0, G_TYPE_NONE);
  signals[STARTED] = add_signal ("started", 1, LANYARD_TYPE_BATCH);
  signals[LEFT] = add_signal ("left", 1, LANYARD_TYPE_BATCH);
  signals[ENDED] = add_signal ("ended", 1, LANYARD_TYPE_BATCH);
  signals[RECOVERED] = add_signal ("recovered", 1, LANYARD_TYPE_BATCH);
  signals[SAID] = add_signal ("said", 1, G_TYPE_STRING);
}

static void
lanyard_batches_init (LanyardBatches *self)
{
  self->running = g_list_store_new (LANYARD_TYPE_BATCH);
}

/**
 * lanyard_batches_new:
 *
 * Returns: (transfer full): batches of no workspace yet
 */
LanyardBatches *
lanyard_batches_new (void)
{
  return g_object_new (LANYARD_TYPE_BATCHES, NULL);
}
