/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What takes back a batch, and in which order. What came after something else has to be taken back before that is: who
 * has got a spare for a lost card keeps the spare unless they have the card again. */
#include "lanyard-reversal.h"

/* Also what is not known to be done may be in force. */
static gboolean
may_be_in_force (LanyardEntry *entry)
{
  return lanyard_entry_get_outcome (entry) != LANYARD_OUTCOME_REFUSED && lanyard_entry_get_undone_by (entry) == 0;
}

/* Returns: (transfer container): from the id of a record to that of the one whose change came after its own */
static GHashTable *
map_followers (GPtrArray *entries)
{
  GHashTable *followers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      LanyardEntry *entry = entries->pdata[i];
      const char *first_id = lanyard_entry_get_first_id (entry);

      if (first_id != NULL && may_be_in_force (entry))
        g_hash_table_insert (followers, (gpointer) first_id, (gpointer) lanyard_entry_get_subject_id (entry));
    }
  return followers;
}

/* Returns: (transfer full) (nullable): %NULL where there is nothing to take back */
static LanyardBatchItem *
plan_one (LanyardChanges *changes,
          LanyardEntry   *entry,
          const char     *first_id)
{
  GError *error = NULL;
  LanyardChange *change = lanyard_changes_describe_undo (changes, entry, &error);
  LanyardBatchItem *item;

  if (g_error_matches (error, LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_NOT_UNDOABLE))
    {
      g_error_free (error);
      return NULL;
    }
  item = lanyard_batch_item_new (lanyard_entry_get_subject_name (entry));
  item->error = error;
  if (change != NULL)
    {
      lanyard_change_set_first_id (change, first_id);
      lanyard_batch_item_set_change (item, change);
    }
  return item;
}

/* lanyard_reversal_plan:
 * @changes: what is done to the workspace
 * @entries: (element-type LanyardEntry): all of one batch, newest first
 *
 * Returns: (transfer full) (element-type LanyardBatchItem): what takes back what @entries did, the last of it first, but
 *   for what something else came after; of what was not done, or is taken back already, nothing is in it */
GPtrArray *
lanyard_reversal_plan (LanyardChanges *changes,
                       GPtrArray      *entries)
{
  GPtrArray *items = g_ptr_array_new ();
  g_autoptr (GHashTable) followers = map_followers (entries);

  for (int is_awaited = FALSE; is_awaited <= TRUE; is_awaited++)
    for (guint i = 0; i < entries->len; i++)
      {
        const char *first_id = g_hash_table_lookup (followers, lanyard_entry_get_subject_id (entries->pdata[i]));
        LanyardBatchItem *item =
          (first_id != NULL) == is_awaited ? plan_one (changes, entries->pdata[i], first_id) : NULL;

        if (item != NULL)
          g_ptr_array_add (items, item);
      }
  return items;
}
