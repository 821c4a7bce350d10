/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of faults as tests: one for each row, and one that no kind of fault is missing. */
#include "fault-table.h"

#include "lanyard-sandbox.h"

typedef struct
{
  const char *rows;
  gsize       size;
  guint       n;
} Table;

static const char *
kind_of (const Table *table,
         guint        i)
{
  return *(const char * const *) (gconstpointer) (table->rows + i * table->size);
}

/* A fault that is added to the sandbox is added to the table. */
static void
test_complete (gconstpointer data)
{
  const Table *table = data;
  g_autofree char *described = lanyard_sandbox_describe_faults ();
  g_auto (GStrv) lines = g_strsplit (g_strchomp (described), "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (lines[i]), " ", 2);
      gboolean is_known = FALSE;

      for (guint j = 0; j < table->n; j++)
        is_known |= g_str_equal (kind_of (table, j), words[0]);
      g_test_message ("%s", words[0]);
      g_assert_true (is_known);
    }
}

void
fault_table_add_tests (const char    *prefix,
                       gconstpointer  rows,
                       gsize          size,
                       guint          n,
                       GTestDataFunc  test)
{
  Table table = { rows, size, n };
  g_autofree char *complete = g_strconcat (prefix, "/complete", NULL);

  g_test_add_data_func_full (complete, g_memdup2 (&table, sizeof table), test_complete, g_free);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%02u-%s", prefix, i, kind_of (&table, i));

      g_test_add_data_func (path, (const char *) rows + i * size, test);
    }
}
