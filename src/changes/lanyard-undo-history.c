/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Ctrl+Z takes back: the changes of this run, the last one first. */
#include "lanyard-undo-history.h"

/* So many are taken back, one after the other. */
#define MAX_ENTRIES 100

struct _LanyardUndoHistory
{
  GObject parent_instance;

  GQueue        entries; /* LanyardEntry, the last one first */
  GPtrArray    *held;    /* LanyardEntry of batches that still run */
  LanyardEntry *last;    /* as told */
};

enum
{
  PROP_LAST = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LanyardUndoHistory, lanyard_undo_history, G_TYPE_OBJECT)

static void
lanyard_undo_history_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LAST:
      g_value_set_object (value, lanyard_undo_history_get_last (LANYARD_UNDO_HISTORY (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_undo_history_finalize (GObject *object)
{
  LanyardUndoHistory *self = LANYARD_UNDO_HISTORY (object);

  g_queue_clear_full (&self->entries, g_object_unref);
  g_ptr_array_unref (self->held);
  g_clear_object (&self->last);
  G_OBJECT_CLASS (lanyard_undo_history_parent_class)->finalize (object);
}

static void
lanyard_undo_history_class_init (LanyardUndoHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_undo_history_get_property;
  object_class->finalize = lanyard_undo_history_finalize;
  properties[PROP_LAST] = g_param_spec_object ("last", NULL, NULL, LANYARD_TYPE_ENTRY,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_undo_history_init (LanyardUndoHistory *self)
{
  g_queue_init (&self->entries);
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
}

/* lanyard_undo_history_new:
 *
 * Returns: (transfer full): a history of nothing */
LanyardUndoHistory *
lanyard_undo_history_new (void)
{
  return g_object_new (LANYARD_TYPE_UNDO_HISTORY, NULL);
}

/* lanyard_undo_history_get_last:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what is taken back next */
LanyardEntry *
lanyard_undo_history_get_last (LanyardUndoHistory *self)
{
  return self->last;
}

static void
set_last (LanyardUndoHistory *self)
{
  if (g_set_object (&self->last, g_queue_peek_head (&self->entries)))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST]);
}

static void
push (LanyardUndoHistory *self,
      LanyardEntry       *entry)
{
  g_queue_push_head (&self->entries, g_object_ref (entry));
  if (self->entries.length > MAX_ENTRIES)
    g_object_unref (g_queue_pop_tail (&self->entries));
}

/* lanyard_undo_history_add:
 * @self: a history
 * @entry: (transfer none): what was done
 *
 * What is of a batch is taken back only when lanyard_undo_history_release() says that all of it is through. */
void
lanyard_undo_history_add (LanyardUndoHistory *self,
                          LanyardEntry       *entry)
{
  if (lanyard_entry_get_batch (entry) != 0)
    {
      g_ptr_array_add (self->held, g_object_ref (entry));
      return;
    }
  push (self, entry);
  set_last (self);
}

/* lanyard_undo_history_release:
 * @self: a history
 * @batch: the number of a batch of which nothing is under way any more */
void
lanyard_undo_history_release (LanyardUndoHistory *self,
                              gint64              batch)
{
  for (guint i = 0; i < self->held->len;)
    if (lanyard_entry_get_batch (self->held->pdata[i]) == batch)
      {
        push (self, self->held->pdata[i]);
        g_ptr_array_remove_index (self->held, i);
      }
    else
      i++;
  set_last (self);
}

/* lanyard_undo_history_remove:
 * @self: a history
 * @id: of an entry that was taken back, or can't be any more */
void
lanyard_undo_history_remove (LanyardUndoHistory *self,
                             gint64              id)
{
  for (GList *l = self->entries.head; l != NULL; l = l->next)
    if (lanyard_entry_get_id (l->data) == id)
      {
        g_object_unref (l->data);
        g_queue_delete_link (&self->entries, l);
        break;
      }
  for (guint i = 0; i < self->held->len; i++)
    if (lanyard_entry_get_id (self->held->pdata[i]) == id)
      {
        g_ptr_array_remove_index (self->held, i);
        break;
      }
  set_last (self);
}
