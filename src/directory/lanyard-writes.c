/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records were written when, so that what was read of them before is not taken for how they are now. */
#include "lanyard-writes.h"

/* Records of all kinds: of two that had the same id, one would only be read once more. */
struct _LanyardWrites
{
  guint64     n;       /* answered so far: the time */
  GHashTable *written; /* id -> n when it was written last */
};

/* Returns: (transfer full): no writes yet */
LanyardWrites *
lanyard_writes_new (void)
{
  LanyardWrites *self = g_new0 (LanyardWrites, 1);

  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
lanyard_writes_free (LanyardWrites *self)
{
  g_hash_table_unref (self->written);
  g_free (self);
}

/* Returns: the time at which something is asked for now */
guint64
lanyard_writes_get_now (LanyardWrites *self)
{
  return self->n;
}

/* A write of @id was answered. */
void
lanyard_writes_note (LanyardWrites *self,
                     const char    *id)
{
  self->n++;
  g_hash_table_insert (self->written, g_strdup (id), g_memdup2 (&self->n, sizeof self->n));
}

static gboolean
is_outdated (LanyardWrites *self,
             const char    *id,
             guint64        asked_at)
{
  guint64 *written_at = g_hash_table_lookup (self->written, id);

  return written_at != NULL && *written_at > asked_at;
}

/* lanyard_writes_find_fresh:
 * @self: the writes
 * @store: what is known; of what is out of date, but known, it is told that it is still there
 * @keys: (element-type LanyardKey): what was read
 * @asked_at: when it was asked for
 *
 * Returns: (transfer container) (element-type LanyardKey): those of @keys that say no less than what is known */
GPtrArray *
lanyard_writes_find_fresh (LanyardWrites *self,
                           LanyardStore  *store,
                           GPtrArray     *keys,
                           guint64        asked_at)
{
  GPtrArray *fresh = g_ptr_array_new ();

  for (guint i = 0; i < keys->len; i++)
    {
      const char *id = seam_record_get_id (((LanyardKey *) keys->pdata[i])->record);

      if (!is_outdated (self, id, asked_at) || !lanyard_store_see (store, id))
        g_ptr_array_add (fresh, keys->pdata[i]);
    }
  return fresh;
}
