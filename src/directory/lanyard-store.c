/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All users, or all credentials, of a workspace: one object per id, with what is needed to list them. */
#include "lanyard-store.h"

#include <string.h>

#include "lanyard-drop.h"

struct _LanyardStore
{
  GObject parent_instance;

  GType       record_type;
  GHashTable *keys;    /* id (the record's own) -> LanyardKey */
  GPtrArray  *retired; /* since the last commit */
  GPtrArray  *fresh;
  LanyardLooksTable *looks; /* of the keys in force */
  gboolean    has_new_looks; /* since the last commit, a row is to say more, or less */
  guint       generation;
  guint       n_read; /* how many are of this generation */
};

enum
{
  CHANGED,
  FLUSHED,
  LOOKS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardStore, lanyard_store, G_TYPE_OBJECT)

static void
lanyard_store_finalize (GObject *object)
{
  LanyardStore *self = LANYARD_STORE (object);

  g_ptr_array_unref (self->retired);
  g_ptr_array_unref (self->fresh);
  lanyard_drop_values (self->keys, (GDestroyNotify) lanyard_key_unref);
  g_hash_table_unref (self->keys);
  lanyard_looks_table_free (self->looks);
  G_OBJECT_CLASS (lanyard_store_parent_class)->finalize (object);
}

static void
lanyard_store_class_init (LanyardStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_store_finalize;
  signals[CHANGED] = g_signal_new ("changed", LANYARD_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   2, G_TYPE_PTR_ARRAY, G_TYPE_PTR_ARRAY);
  signals[FLUSHED] = g_signal_new ("flushed", LANYARD_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
  signals[LOOKS_CHANGED] = g_signal_new ("looks-changed", LANYARD_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
lanyard_store_init (LanyardStore *self)
{
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) lanyard_key_unref);
  self->retired = lanyard_keys_new ();
  self->fresh = lanyard_keys_new ();
  self->looks = lanyard_looks_table_new ();
}

/**
 * lanyard_store_new:
 * @record_type: %SEAM_TYPE_USER or %SEAM_TYPE_CREDENTIAL
 *
 * Returns: (transfer full): an empty store
 */
LanyardStore *
lanyard_store_new (GType record_type)
{
  LanyardStore *self = g_object_new (LANYARD_TYPE_STORE, NULL);

  self->record_type = record_type;
  return self;
}

/**
 * lanyard_store_lookup_key:
 * @self: a store
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the key in force of the object of that id
 */
LanyardKey *
lanyard_store_lookup_key (LanyardStore *self,
                          const char   *id)
{
  return id != NULL ? g_hash_table_lookup (self->keys, id) : NULL;
}

/**
 * lanyard_store_lookup:
 * @self: a store
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the one object of that id
 */
gpointer
lanyard_store_lookup (LanyardStore *self,
                      const char   *id)
{
  LanyardKey *key = lanyard_store_lookup_key (self, id);

  return key != NULL ? key->record : NULL;
}

/**
 * lanyard_store_get_n_records:
 * @self: a store
 *
 * Returns: how many there are
 */
guint
lanyard_store_get_n_records (LanyardStore *self)
{
  return g_hash_table_size (self->keys);
}

/**
 * lanyard_store_get_keys:
 * @self: a store
 *
 * Returns: (transfer full) (element-type LanyardKey): the keys of all records, in no order
 */
GPtrArray *
lanyard_store_get_keys (LanyardStore *self)
{
  GPtrArray *keys = g_ptr_array_new_full (g_hash_table_size (self->keys), (GDestroyNotify) lanyard_key_unref);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, NULL, &key))
    g_ptr_array_add (keys, lanyard_key_ref (key));
  return keys;
}

static void
retire (LanyardStore *self,
        LanyardKey   *key)
{
  if (key->is_told)
    g_ptr_array_add (self->retired, lanyard_key_ref (key));
  else
    g_ptr_array_remove_fast (self->fresh, key);
}

static LanyardLooks
looks_of (LanyardKey *key)
{
  return lanyard_looks_with (key->looks, key->holder != NULL ? key->holder->text : NULL);
}

static void
add_looks (LanyardStore *self,
           LanyardKey   *key)
{
  self->has_new_looks |= lanyard_looks_table_add (self->looks, looks_of (key));
}

static void
remove_looks (LanyardStore *self,
              LanyardKey   *key)
{
  self->has_new_looks |= lanyard_looks_table_remove (self->looks, looks_of (key));
}

/**
 * lanyard_store_get_likeness:
 * @self: a store
 * @record: one of its records
 *
 * Returns: whether there is another one whose row would read like its own; found at once, however many there are
 */
LanyardLikeness
lanyard_store_get_likeness (LanyardStore *self,
                            SeamRecord   *record)
{
  LanyardKey *key = lanyard_store_lookup_key (self, seam_record_get_id (record));

  return key != NULL ? lanyard_looks_table_look (self->looks, looks_of (key)) : LANYARD_LIKENESS_NONE;
}

/* Puts @key (transfer full) into force, in place of @old if there is one. */
static void
put (LanyardStore *self,
     LanyardKey   *old,
     LanyardKey   *key)
{
  if (old != NULL)
    {
      key->generation = old->generation;
      remove_looks (self, old);
      retire (self, old);
    }
  add_looks (self, key);
  g_ptr_array_add (self->fresh, lanyard_key_ref (key));
  g_hash_table_insert (self->keys, (gpointer) seam_record_get_id (key->record), key);
}

static void
mark_read (LanyardStore *self,
           LanyardKey   *key)
{
  if (key->generation == self->generation)
    return;
  key->generation = self->generation;
  self->n_read++;
}

static void
take_key (LanyardStore *self,
          LanyardKey   *key)
{
  LanyardKey *known = lanyard_store_lookup_key (self, seam_record_get_id (key->record));

  g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (key->record, self->record_type));

  if (known == NULL)
    {
      put (self, NULL, lanyard_key_ref (key));
      mark_read (self, key);
    }
  else
    {
      mark_read (self, known);
      if (seam_record_merge (known->record, key->record))
        {
          LanyardKey *changed = lanyard_key_new (known->record);

          lanyard_key_set_holder (changed, known->holder);
          put (self, known, changed);
        }
    }
}

/**
 * lanyard_store_see:
 * @self: a store
 * @id: an id that was read, with what is not to be taken
 *
 * Returns: whether there is an object of that id
 */
gboolean
lanyard_store_see (LanyardStore *self,
                   const char   *id)
{
  LanyardKey *key = lanyard_store_lookup_key (self, id);

  if (key != NULL)
    mark_read (self, key);
  return key != NULL;
}

/**
 * lanyard_store_take_keys:
 * @self: a store
 * @keys: (element-type LanyardKey): of records as the server gave them
 *
 * Merges the records of those that are known into what is there, and adopts the others.
 */
void
lanyard_store_take_keys (LanyardStore *self,
                         GPtrArray    *keys)
{
  for (guint i = 0; i < keys->len; i++)
    take_key (self, keys->pdata[i]);
}

/**
 * lanyard_store_remove:
 * @self: a store
 * @records: (element-type SeamRecord): what is no longer there
 */
void
lanyard_store_remove (LanyardStore *self,
                      GPtrArray    *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const char *id = seam_record_get_id (records->pdata[i]);
      LanyardKey *key = lanyard_store_lookup_key (self, id);

      if (key == NULL || key->record != records->pdata[i])
        continue;
      if (key->generation == self->generation)
        self->n_read--;
      remove_looks (self, key);
      retire (self, key);
      g_hash_table_remove (self->keys, id);
    }
}

/* What it holds is sorted by its place, and found by its name. */
static gboolean
is_same_holder (LanyardKey *a,
                LanyardKey *b)
{
  return a == b
         || (a != NULL && b != NULL && strcmp (a->text, b->text) == 0
             && strcmp (lanyard_key_search_text (a), lanyard_key_search_text (b)) == 0);
}

/**
 * lanyard_store_relink:
 * @self: a store
 * @record: one of its records
 * @holder: (nullable): the key of who has it, when it is a credential
 *
 * Looks anew at who has @record, or whether it has something, and whether it needs attention: what isn't from the
 * server.
 *
 * Returns: whether a list would show or place it differently
 */
gboolean
lanyard_store_relink (LanyardStore *self,
                          SeamRecord   *record,
                          LanyardKey   *holder)
{
  LanyardKey *key = lanyard_store_lookup_key (self, seam_record_get_id (record));
  gboolean is_assigned = lanyard_record_is_assigned (record);
  LanyardAttention attention = lanyard_record_get_attention (record);

  if (key->is_assigned == (guint) is_assigned && is_same_holder (key->holder, holder)
      && key->attention.from == attention.from && key->attention.until == attention.until)
    return FALSE;
  if (key->is_told)
    {
      LanyardKey *copy = lanyard_key_copy (key);

      put (self, key, copy);
      key = copy;
    }
  remove_looks (self, key);
  lanyard_key_set_holder (key, holder);
  add_looks (self, key);
  key->is_assigned = is_assigned;
  key->attention = attention;
  return TRUE;
}

/**
 * lanyard_store_commit:
 * @self: a store
 *
 * Tells what has changed since the last time, in one signal; or nothing.
 */
void
lanyard_store_commit (LanyardStore *self)
{
  g_autoptr (GPtrArray) retired = self->retired;
  g_autoptr (GPtrArray) fresh = self->fresh;

  if (retired->len == 0 && fresh->len == 0)
    {
      g_steal_pointer (&retired);
      g_steal_pointer (&fresh);
      return;
    }
  self->retired = lanyard_keys_new ();
  self->fresh = lanyard_keys_new ();
  for (guint i = 0; i < fresh->len; i++)
    ((LanyardKey *) fresh->pdata[i])->is_told = TRUE;
  g_signal_emit (self, signals[CHANGED], 0, retired, fresh);
  if (self->has_new_looks)
    {
      self->has_new_looks = FALSE;
      g_signal_emit (self, signals[LOOKS_CHANGED], 0);
    }
}

/**
 * lanyard_store_flush:
 * @self: a store
 *
 * Says that nothing more is to be waited for: lists show at once what they have been told.
 */
void
lanyard_store_flush (LanyardStore *self)
{
  g_signal_emit (self, signals[FLUSHED], 0);
}

/**
 * lanyard_store_begin_reading:
 * @self: a store
 *
 * What is taken from now on has been read; see lanyard_store_list_unread().
 */
void
lanyard_store_begin_reading (LanyardStore *self)
{
  self->generation++;
  self->n_read = 0;
}

/**
 * lanyard_store_list_unread:
 * @self: a store
 *
 * Returns: (transfer full) (element-type SeamRecord): what has not been taken since lanyard_store_begin_reading()
 */
GPtrArray *
lanyard_store_list_unread (LanyardStore *self)
{
  GPtrArray *unread = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  if (self->n_read == g_hash_table_size (self->keys))
    return unread;
  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      LanyardKey *key = value;

      if (key->generation != self->generation)
        g_ptr_array_add (unread, g_object_ref (key->record));
    }
  return unread;
}
