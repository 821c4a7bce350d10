/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to become of one record of a batch, and what became of it. */
#include "lanyard-batch-item.h"

LanyardBatchItem *
lanyard_batch_item_new (const char *name)
{
  LanyardBatchItem *self = g_new0 (LanyardBatchItem, 1);

  self->name = g_strdup (name);
  return self;
}

void
lanyard_batch_item_free (gpointer data)
{
  LanyardBatchItem *self = data;

  g_free (self->name);
  g_clear_object (&self->record);
  g_clear_object (&self->change);
  g_clear_object (&self->entry);
  g_clear_object (&self->run);
  g_clear_error (&self->error);
  g_free (self);
}

/* Takes @change, which is to be run for it. */
void
lanyard_batch_item_set_change (LanyardBatchItem *self,
                               LanyardChange    *change)
{
  self->change = change;
  self->record = g_object_ref (lanyard_change_get_record (change));
}

/* Returns: (transfer container): of @entries, newest first, the last about each record, in the order in which they were
 * begun at first: what was tried again counts, and not what it was before, and it still comes before what follows it. */
GPtrArray *
lanyard_batch_item_find_latest (GPtrArray *entries)
{
  g_autoptr (GHashTable) positions = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *latest = g_ptr_array_new ();

  for (guint i = entries->len; i > 0; i--)
    {
      LanyardEntry *entry = entries->pdata[i - 1];
      const char *id = lanyard_entry_get_subject_id (entry);
      gpointer position;

      if (g_hash_table_lookup_extended (positions, id, NULL, &position))
        latest->pdata[GPOINTER_TO_UINT (position)] = entry;
      else
        {
          g_hash_table_insert (positions, (gpointer) id, GUINT_TO_POINTER (latest->len));
          g_ptr_array_add (latest, entry);
        }
    }
  return latest;
}

/* Whether it is written down, and was not sent. */
gboolean
lanyard_batch_item_is_waiting (LanyardBatchItem *self)
{
  return self->entry != NULL && lanyard_entry_get_outcome (self->entry) == LANYARD_OUTCOME_PENDING
         && !lanyard_entry_get_is_sent (self->entry);
}

/* Whether it is to be found out what came of it. */
gboolean
lanyard_batch_item_is_open (LanyardBatchItem *self)
{
  return self->entry != NULL && lanyard_entry_result_of (self->entry) == LANYARD_ENTRY_RESULT_UNCONFIRMED
         && !lanyard_batch_item_is_waiting (self);
}

LanyardBatchPart
lanyard_batch_item_find_part (LanyardBatchItem *self)
{
  if (self->error != NULL)
    return LANYARD_BATCH_PART_REFUSED;
  if (self->entry == NULL || lanyard_batch_item_is_waiting (self))
    return LANYARD_BATCH_PART_LEFT;
  switch (lanyard_entry_get_outcome (self->entry))
    {
    case LANYARD_OUTCOME_DONE:
      return LANYARD_BATCH_PART_DONE;
    case LANYARD_OUTCOME_REFUSED:
    case LANYARD_OUTCOME_HALF_DONE:
      return LANYARD_BATCH_PART_REFUSED;
    case LANYARD_OUTCOME_PENDING:
      return self->run != NULL ? LANYARD_BATCH_PART_LEFT : LANYARD_BATCH_PART_UNKNOWN;
    case LANYARD_OUTCOME_UNKNOWN:
    default:
      return LANYARD_BATCH_PART_UNKNOWN;
    }
}

/* Whether the end of an earlier run came between it and its outcome, and it was found out that it is not done. A server
 * that refuses something gives a reason. */
static gboolean
was_cut_off (LanyardEntry *entry)
{
  return lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_REFUSED && lanyard_entry_get_is_sent (entry)
         && lanyard_entry_get_error_code (entry) < 0;
}

static gboolean
is_to_be_done (LanyardBatchItem *self,
               gboolean          only_left)
{
  LanyardOutcome outcome = lanyard_entry_get_outcome (self->entry);

  if (lanyard_batch_item_is_waiting (self))
    return TRUE;
  if (only_left)
    return was_cut_off (self->entry);
  return outcome == LANYARD_OUTCOME_REFUSED || outcome == LANYARD_OUTCOME_HALF_DONE;
}

/* What is left to do of it, where something is on record. */
void
lanyard_batch_item_plan (LanyardBatchItem *self,
                         LanyardChanges   *changes,
                         gboolean          only_left)
{
  if (self->entry != NULL)
    {
      g_clear_error (&self->error);
      g_clear_object (&self->change);
      if (is_to_be_done (self, only_left))
        self->change = lanyard_changes_describe_retry (changes, self->entry, &self->error);
    }
  if (self->change != NULL)
    g_clear_error (&self->error);
}

/* Returns whether it can be begun; if not, its error says why. What waits on record keeps its entry. */
gboolean
lanyard_batch_item_begin (LanyardBatchItem *self,
                          LanyardRunner    *runner)
{
  LanyardEntry *waiting = lanyard_batch_item_is_waiting (self) ? self->entry : NULL;

  self->run = lanyard_run_new (runner, self->change, waiting, &self->error);
  return self->run != NULL;
}
