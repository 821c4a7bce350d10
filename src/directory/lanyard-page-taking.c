/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a page of records into the lists: what those look at is made on a worker. */
#include "lanyard-page-taking.h"

typedef struct
{
  LanyardHoldings      *holdings;
  LanyardSystemLoad    *owner; /* the reading is its */
  LanyardSystemReading *reading;
  GPtrArray            *records;
  GPtrArray            *keys;
  guint64               asked_at;
  LanyardTakenFunc      func;
  gpointer              user_data;
} Taking;

static void
taking_free (Taking *taking)
{
  g_object_unref (taking->holdings);
  g_object_unref (taking->owner);
  g_ptr_array_unref (taking->records);
  g_clear_pointer (&taking->keys, g_ptr_array_unref);
  g_free (taking);
}

static void
make_keys (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  Taking *taking = task_data;

  taking->keys = lanyard_keys_of_records (taking->records);
  g_task_return_boolean (task, TRUE);
}

static void
on_keys (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Taking *taking = user_data;

  if (taking->reading->resource == LANYARD_RESOURCE_USERS)
    lanyard_holdings_take_user_keys (taking->holdings, taking->keys, taking->asked_at);
  else
    lanyard_holdings_take_credential_keys (taking->holdings, taking->keys, taking->asked_at);
  taking->func (taking->reading, taking->user_data);
  taking_free (taking);
}

/* lanyard_page_take:
 * @holdings: what takes them
 * @reading: what they are a page of
 * @records: (element-type SeamRecord): as the server gave them
 * @func: called when they have been taken
 * @user_data: for @func
 *
 * As in LanyardList, nothing of the page may be left to the worker to free. */
void
lanyard_page_take (LanyardHoldings      *holdings,
                   LanyardSystemReading *reading,
                   GPtrArray            *records,
                   LanyardTakenFunc      func,
                   gpointer              user_data)
{
  Taking *taking = g_new0 (Taking, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_keys, taking);

  taking->holdings = g_object_ref (holdings);
  taking->owner = g_object_ref (reading->owner);
  taking->reading = reading;
  taking->records = g_ptr_array_ref (records);
  taking->asked_at = reading->asked_at;
  taking->func = func;
  taking->user_data = user_data;
  g_task_set_source_tag (task, lanyard_page_take);
  g_task_set_task_data (task, taking, NULL);
  g_task_run_in_thread (task, make_keys);
}
