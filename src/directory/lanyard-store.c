/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All users, or all credentials, of a workspace: one object per id, with what is needed to search them. */
#include "lanyard-store.h"

#include "lanyard-search-key.h"

struct _LanyardStore
{
  GObject parent_instance;

  GType       record_type;
  GHashTable *rows; /* id (the record's own) -> Row */
};

typedef struct
{
  SeamRecord *record;
  char       *search_key;
  char       *sort_key;
} Row;

enum
{
  RECORDS_ADDED,
  RECORDS_REMOVED,
  RECORDS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardStore, lanyard_store, G_TYPE_OBJECT)

static void
row_fill (Row *row)
{
  const char *name = seam_record_get_display_name (row->record);

  g_free (row->search_key);
  g_free (row->sort_key);
  row->search_key = lanyard_search_key_for_record (row->record);
  row->sort_key = g_utf8_collate_key (name != NULL ? name : "", -1);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->record);
  g_free (row->search_key);
  g_free (row->sort_key);
  g_free (row);
}

static void
lanyard_store_finalize (GObject *object)
{
  g_hash_table_unref (LANYARD_STORE (object)->rows);
  G_OBJECT_CLASS (lanyard_store_parent_class)->finalize (object);
}

static void
lanyard_store_class_init (LanyardStoreClass *klass)
{
  static const char * const names[] = { "records-added", "records-removed", "records-changed" };

  G_OBJECT_CLASS (klass)->finalize = lanyard_store_finalize;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], LANYARD_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_PTR_ARRAY);
}

static void
lanyard_store_init (LanyardStore *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, row_free);
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

static Row *
find_row (LanyardStore *self,
          const char   *id)
{
  return id != NULL ? g_hash_table_lookup (self->rows, id) : NULL;
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
  Row *row = find_row (self, id);

  return row != NULL ? row->record : NULL;
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
  return g_hash_table_size (self->rows);
}

static SeamRecord *
take_one (LanyardStore *self,
          SeamRecord   *record,
          GPtrArray    *added,
          GPtrArray    *changed)
{
  Row *row = find_row (self, seam_record_get_id (record));

  g_return_val_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (record, self->record_type), NULL);

  if (row == NULL)
    {
      row = g_new0 (Row, 1);
      row->record = g_object_ref (record);
      row_fill (row);
      g_hash_table_insert (self->rows, (gpointer) seam_record_get_id (record), row);
      g_ptr_array_add (added, record);
    }
  else if (seam_record_merge (row->record, record))
    {
      row_fill (row);
      g_ptr_array_add (changed, row->record);
    }
  return row->record;
}

static void
emit (LanyardStore *self,
      guint         id,
      GPtrArray    *records)
{
  if (records->len > 0)
    g_signal_emit (self, signals[id], 0, records);
}

/**
 * lanyard_store_take_page:
 * @self: a store
 * @records: (element-type SeamRecord): a page of them, as the server gave them
 *
 * Merges those that are known, adopts the others, and tells both, each in one signal.
 */
void
lanyard_store_take_page (LanyardStore *self,
                         GPtrArray    *records)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    take_one (self, records->pdata[i], added, changed);
  emit (self, RECORDS_ADDED, added);
  emit (self, RECORDS_CHANGED, changed);
}

/**
 * lanyard_store_take:
 * @self: a store
 * @record: (transfer none): a record, as the server gave it
 *
 * Returns: (transfer none): the object that now stands for it
 */
gpointer
lanyard_store_take (LanyardStore *self,
                    SeamRecord   *record)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new ();

  g_ptr_array_add (page, record);
  lanyard_store_take_page (self, page);
  return lanyard_store_lookup (self, seam_record_get_id (record));
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
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    {
      const char *id = seam_record_get_id (records->pdata[i]);

      if (lanyard_store_lookup (self, id) != records->pdata[i])
        continue;
      g_ptr_array_add (removed, g_object_ref (records->pdata[i]));
      g_hash_table_remove (self->rows, id);
    }
  emit (self, RECORDS_REMOVED, removed);
}

/**
 * lanyard_store_touch:
 * @self: a store
 * @record: one of its records
 *
 * Tells that something of @record which isn't from the server, such as its holder, has changed.
 */
void
lanyard_store_touch (LanyardStore *self,
                     SeamRecord   *record)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  g_ptr_array_add (changed, record);
  emit (self, RECORDS_CHANGED, changed);
}

/**
 * lanyard_store_get_search_key:
 * @self: a store
 * @record: one of its records
 *
 * Returns: what it is found by, folded
 */
const char *
lanyard_store_get_search_key (LanyardStore *self,
                              SeamRecord   *record)
{
  return find_row (self, seam_record_get_id (record))->search_key;
}

/**
 * lanyard_store_get_sort_key:
 * @self: a store
 * @record: one of its records
 *
 * Returns: its place among the others by name, for strcmp()
 */
const char *
lanyard_store_get_sort_key (LanyardStore *self,
                            SeamRecord   *record)
{
  return find_row (self, seam_record_get_id (record))->sort_key;
}

/**
 * lanyard_store_foreach:
 * @self: a store
 * @func: called with each record, in no order
 * @user_data: for @func
 */
void
lanyard_store_foreach (LanyardStore *self,
                       GFunc         func,
                       gpointer      user_data)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    func (((Row *) value)->record, user_data);
}
