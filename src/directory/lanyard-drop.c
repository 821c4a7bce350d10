/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Freeing much, a little at a time: a large workspace that is left must not hold up the one that comes. */
#include "lanyard-drop.h"

#include <gio/gio.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* How many are freed between two looks at what else is to be done. */
#define SLICE 200

/* After more than this, memory is given back. */
#define MANY 10000

/* What workers have allocated goes back to the system only when that is asked for. */
static void
give_back (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  g_task_return_boolean (task, TRUE);
}

static gboolean
drop_some (gpointer user_data)
{
  GPtrArray *values = user_data;

  g_ptr_array_set_size (values, (int) values->len - (int) MIN (values->len, SLICE));
  return values->len > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
end_dropping (gpointer user_data)
{
  g_ptr_array_unref (user_data);
}

static void
end_dropping_many (gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_ptr_array_unref (user_data);
  g_task_set_source_tag (task, end_dropping_many);
  g_task_run_in_thread (task, give_back);
}

static gboolean
take (gpointer key,
      gpointer value,
      gpointer values)
{
  g_ptr_array_add (values, value);
  return TRUE;
}

/* lanyard_drop_values:
 * @table: a table whose keys belong to its values
 * @free_func: frees a value
 *
 * Empties @table; what was in it is freed when nothing else is to be done. */
void
lanyard_drop_values (GHashTable     *table,
                     GDestroyNotify  free_func)
{
  GPtrArray *values = g_ptr_array_new_full (g_hash_table_size (table), free_func);

  g_hash_table_foreach_steal (table, take, values);
  g_idle_add_full (G_PRIORITY_LOW, drop_some, values, values->len > MANY ? end_dropping_many : end_dropping);
}
