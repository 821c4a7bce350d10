/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was asked for in this run and has no outcome yet. */
#include "lanyard-under-way.h"

struct _LanyardUnderWay
{
  GObject parent_instance;

  GListStore *entries;
  GHashTable *batches; /* number -> how many entries */
};

G_DEFINE_FINAL_TYPE (LanyardUnderWay, lanyard_under_way, G_TYPE_OBJECT)

static void
lanyard_under_way_finalize (GObject *object)
{
  g_object_unref (LANYARD_UNDER_WAY (object)->entries);
  g_hash_table_unref (LANYARD_UNDER_WAY (object)->batches);
  G_OBJECT_CLASS (lanyard_under_way_parent_class)->finalize (object);
}

static void
lanyard_under_way_class_init (LanyardUnderWayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_under_way_finalize;
}

static void
lanyard_under_way_init (LanyardUnderWay *self)
{
  self->entries = g_list_store_new (LANYARD_TYPE_ENTRY);
  self->batches = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* lanyard_under_way_new:
 *
 * Returns: (transfer full): that nothing is */
LanyardUnderWay *
lanyard_under_way_new (void)
{
  return g_object_new (LANYARD_TYPE_UNDER_WAY, NULL);
}

static guint
count (LanyardUnderWay *self,
       gint64           batch)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->batches, &batch));
}

static void
set_count (LanyardUnderWay *self,
           gint64           batch,
           guint            n)
{
  if (n > 0)
    g_hash_table_insert (self->batches, g_memdup2 (&batch, sizeof batch), GUINT_TO_POINTER (n));
  else
    g_hash_table_remove (self->batches, &batch);
}

void
lanyard_under_way_add (LanyardUnderWay *self,
                       LanyardEntry    *entry)
{
  gint64 batch = lanyard_entry_get_batch (entry);

  set_count (self, batch, count (self, batch) + 1);
  g_list_store_append (self->entries, entry);
}

void
lanyard_under_way_remove (LanyardUnderWay *self,
                          LanyardEntry    *entry)
{
  gint64 batch = lanyard_entry_get_batch (entry);
  guint position;

  if (!g_list_store_find (self->entries, entry, &position))
    return;
  set_count (self, batch, count (self, batch) - 1);
  g_list_store_remove (self->entries, position);
}

/* lanyard_under_way_get_entries:
 * @self: what is under way
 *
 * Returns: (transfer none): a live list of #LanyardEntry */
GListModel *
lanyard_under_way_get_entries (LanyardUnderWay *self)
{
  return G_LIST_MODEL (self->entries);
}

/* lanyard_under_way_look_up:
 * @self: what is under way
 * @subject_type: (nullable): what kind of record
 * @subject_id: (nullable): which of them
 *
 * Returns: (transfer none) (nullable): what is under way with it */
LanyardEntry *
lanyard_under_way_look_up (LanyardUnderWay *self,
                           const char      *subject_type,
                           const char      *subject_id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LanyardEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (g_strcmp0 (lanyard_entry_get_subject_id (entry), subject_id) == 0
          && g_strcmp0 (lanyard_entry_get_subject_type (entry), subject_type) == 0)
        return entry;
    }
  return NULL;
}

/* lanyard_under_way_has_batch:
 * @self: what is under way
 * @batch: the number of a batch
 *
 * Returns: whether anything of it is under way */
gboolean
lanyard_under_way_has_batch (LanyardUnderWay *self,
                             gint64           batch)
{
  return count (self, batch) > 0;
}
