/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Freeing much, a little at a time: a large workspace that is left must not hold up the one that comes. */
#include "lanyard-drop.h"

/* How many are freed between two looks at what else is to be done. */
#define SLICE 200

static gboolean
drop_some (gpointer user_data)
{
  GPtrArray *values = user_data;

  g_ptr_array_set_size (values, (int) values->len - (int) MIN (values->len, SLICE));
  return values->len > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
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
  g_idle_add_full (G_PRIORITY_LOW, drop_some, values, (GDestroyNotify) g_ptr_array_unref);
}
