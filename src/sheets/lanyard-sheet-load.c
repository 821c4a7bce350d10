/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table from a file, on a worker: first its bytes, no more than a table may have, and then what is in them. */
#include "lanyard-sheet-load.h"

#include "lanyard-sheet-error.h"
#include "lanyard-sheet-text.h"

#define N_AT_ONCE (256 * 1024)

/* A file's size is not believed: a device or a pipe has none. */
static GBytes *
read_all (GInputStream *stream,
          GCancellable *cancellable,
          GError      **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize n = 0;

  do
    {
      guint begin = bytes->len;

      if (begin > LANYARD_SHEET_MAX_BYTES)
        {
          lanyard_sheet_error_set (error, LANYARD_SHEET_ERROR_TOO_LARGE, 0);
          return NULL;
        }
      g_byte_array_set_size (bytes, begin + N_AT_ONCE);
      if (!g_input_stream_read_all (stream, bytes->data + begin, N_AT_ONCE, &n, cancellable, error))
        return NULL;
      g_byte_array_set_size (bytes, begin + (guint) n);
    }
  while (n == N_AT_ONCE);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (source, cancellable, &error);
  GBytes *bytes = stream != NULL ? read_all (G_INPUT_STREAM (stream), cancellable, &error) : NULL;

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * lanyard_sheet_load_async:
 * @file: a file
 * @cancellable: (nullable): stops it
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads a file, if it is no larger than a table may be.
 */
void
lanyard_sheet_load_async (GFile              *file,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, lanyard_sheet_load_async);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * lanyard_sheet_load_finish:
 * @file: the file
 * @result: what the callback was given
 * @error: return location for an error of GIO, or %LANYARD_SHEET_ERROR_TOO_LARGE
 *
 * Returns: (transfer full): all of it; %NULL with @error
 */
GBytes *
lanyard_sheet_load_finish (GFile        *file,
                           GAsyncResult *result,
                           GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  GBytes *bytes;
  char    separator;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_bytes_unref (reading->bytes);
  g_free (reading);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  gsize size;
  const guint8 *bytes = g_bytes_get_data (reading->bytes, &size);
  LanyardSheet *sheet = lanyard_sheet_new (bytes, size, reading->separator, &error);

  if (sheet != NULL)
    g_task_return_pointer (task, sheet, (GDestroyNotify) lanyard_sheet_unref);
  else
    g_task_return_error (task, error);
}

/**
 * lanyard_sheet_new_async:
 * @bytes: all of a file
 * @separator: what parts its cells; 0: what the file says, or a guess
 * @cancellable: (nullable): makes nothing of it
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * As lanyard_sheet_new(), on a worker.
 */
void
lanyard_sheet_new_async (GBytes             *bytes,
                         char                separator,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *reading = g_new (Reading, 1);

  reading->bytes = g_bytes_ref (bytes);
  reading->separator = separator;
  g_task_set_source_tag (task, lanyard_sheet_new_async);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * lanyard_sheet_new_finish:
 * @result: what the callback was given
 * @error: return location for a #LanyardSheetError
 *
 * Returns: (transfer full): the table; %NULL with @error
 */
LanyardSheet *
lanyard_sheet_new_finish (GAsyncResult *result,
                          GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
