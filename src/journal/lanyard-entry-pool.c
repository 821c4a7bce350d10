/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One object per entry, ever: those in use, by their ids. */
#include "lanyard-entry-pool.h"

/* At first; grown with what is in use. */
#define SWEEP_AT 256

struct _LanyardEntryPool
{
  GHashTable *known; /* id -> GWeakRef, since entries may end on the journal's thread */
  guint       sweep_at;
};

static void
weak_free (gpointer weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

LanyardEntryPool *
lanyard_entry_pool_new (void)
{
  LanyardEntryPool *self = g_new0 (LanyardEntryPool, 1);

  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, weak_free);
  self->sweep_at = SWEEP_AT;
  return self;
}

void
lanyard_entry_pool_free (LanyardEntryPool *self)
{
  g_hash_table_unref (self->known);
  g_free (self);
}

/* Returns: (transfer full) (nullable): the object in use for @id */
LanyardEntry *
lanyard_entry_pool_look_up (LanyardEntryPool *self,
                            gint64            id)
{
  GWeakRef *weak = g_hash_table_lookup (self->known, &id);

  return weak != NULL ? g_weak_ref_get (weak) : NULL;
}

static gboolean
is_gone (gpointer id,
         gpointer weak,
         gpointer user_data)
{
  g_autoptr (LanyardEntry) entry = g_weak_ref_get (weak);

  return entry == NULL;
}

/* Returns: (transfer full): the object that stands for the id of @entry: the one in use, or else @entry */
LanyardEntry *
lanyard_entry_pool_take (LanyardEntryPool *self,
                         LanyardEntry     *entry)
{
  gint64 id = lanyard_entry_get_id (entry);
  LanyardEntry *known = lanyard_entry_pool_look_up (self, id);
  GWeakRef *weak;

  if (known != NULL)
    return known;
  if (g_hash_table_size (self->known) >= self->sweep_at)
    {
      g_hash_table_foreach_remove (self->known, is_gone, NULL);
      self->sweep_at = MAX (SWEEP_AT, 2 * g_hash_table_size (self->known));
    }
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, entry);
  g_hash_table_insert (self->known, g_memdup2 (&id, sizeof id), weak);
  return g_object_ref (entry);
}
