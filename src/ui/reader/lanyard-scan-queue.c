/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds scanned cards, one after the other: each scan is a number of its own, however fast they come. */
#include "lanyard-scan-queue.h"

/* After so long without an answer a person is told that there is something to wait for; milliseconds. */
#define PATIENCE 300

struct _LanyardScanQueue
{
  GObject parent_instance;

  LanyardDirectory *directory;
  GQueue waiting;       /* LanyardScan */
  LanyardScan *current; /* is being looked for */
  GCancellable *cancellable;
  guint patience_source;
};

G_DEFINE_FINAL_TYPE (LanyardScanQueue, lanyard_scan_queue, G_TYPE_OBJECT)

enum
{
  SIGNAL_DELAYED,
  SIGNAL_FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/**
 * lanyard_scan_free:
 * @self: (transfer full): a scan
 */
void
lanyard_scan_free (LanyardScan *self)
{
  g_clear_pointer (&self->number, lanyard_number_unref);
  g_clear_object (&self->on_show);
  g_free (self);
}

static gboolean
on_impatient (gpointer user_data)
{
  LanyardScanQueue *self = user_data;

  self->patience_source = 0;
  self->current->delayed = TRUE;
  g_signal_emit (self, signals[SIGNAL_DELAYED], 0, self->current);

  return G_SOURCE_REMOVE;
}

/* Gives up what is being looked for. */
static void
stop_looking (LanyardScanQueue *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->patience_source, g_source_remove);
  g_clear_pointer (&self->current, lanyard_scan_free);
}

static void look_for_next (LanyardScanQueue *self);

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LanyardScanQueue) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardFinding) finding = lanyard_finder_find_finish (LANYARD_FINDER (source), result, &error);
  g_autoptr (LanyardScan) scan = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_handle_id (&self->patience_source, g_source_remove);
  g_clear_object (&self->cancellable);
  scan = g_steal_pointer (&self->current);
  g_signal_emit (self, signals[SIGNAL_FOUND], 0, scan, finding, error);
  look_for_next (self);
}

static void
look_for_next (LanyardScanQueue *self)
{
  if (self->current != NULL || self->directory == NULL)
    return;

  self->current = g_queue_pop_head (&self->waiting);
  if (self->current == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  self->patience_source = g_timeout_add (PATIENCE, on_impatient, self);
  lanyard_finder_find_async (lanyard_directory_get_finder (self->directory), self->current->number, self->cancellable,
                             on_found, g_object_ref (self));
}

/**
 * lanyard_scan_queue_push:
 * @self: a queue with a directory
 * @scan: (transfer full): what is to be found
 *
 * Has @scan found when those before it are; one that has to wait for the server gives way.
 */
void
lanyard_scan_queue_push (LanyardScanQueue *self,
                         LanyardScan      *scan)
{
  g_return_if_fail (LANYARD_IS_SCAN_QUEUE (self));
  g_return_if_fail (self->directory != NULL);

  if (self->current != NULL && self->current->delayed)
    stop_looking (self);
  g_queue_push_tail (&self->waiting, scan);
  look_for_next (self);
}

/**
 * lanyard_scan_queue_set_directory:
 * @self: a queue
 * @directory: (nullable): where to look; what waited for another one is forgotten
 */
void
lanyard_scan_queue_set_directory (LanyardScanQueue *self,
                                  LanyardDirectory *directory)
{
  g_return_if_fail (LANYARD_IS_SCAN_QUEUE (self));

  stop_looking (self);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) lanyard_scan_free);
  g_set_object (&self->directory, directory);
}

static void
lanyard_scan_queue_dispose (GObject *object)
{
  lanyard_scan_queue_set_directory (LANYARD_SCAN_QUEUE (object), NULL);

  G_OBJECT_CLASS (lanyard_scan_queue_parent_class)->dispose (object);
}

static void
lanyard_scan_queue_class_init (LanyardScanQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_scan_queue_dispose;

  signals[SIGNAL_DELAYED] = g_signal_new ("delayed", LANYARD_TYPE_SCAN_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_FOUND] = g_signal_new ("found", LANYARD_TYPE_SCAN_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_POINTER, G_TYPE_ERROR);
}

static void
lanyard_scan_queue_init (LanyardScanQueue *self)
{
  g_queue_init (&self->waiting);
}

/**
 * lanyard_scan_queue_new:
 *
 * Returns: (transfer full): a queue that has no directory yet
 */
LanyardScanQueue *
lanyard_scan_queue_new (void)
{
  return g_object_new (LANYARD_TYPE_SCAN_QUEUE, NULL);
}
