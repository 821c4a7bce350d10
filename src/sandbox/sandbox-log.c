/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was asked and answered: counted, the latest kept for tests, all of it written to a file when one is given. */
#include "sandbox-log.h"

#include "sandbox-json.h"

#define N_KEPT 1000

struct _SandboxLog
{
  GQueue requests;    /* char *: JSON, the latest last */
  GHashTable *counts; /* path → how many */
  GOutputStream *file;
};

/**
 * sandbox_log_new:
 *
 * Returns: (transfer full): an empty log
 */
SandboxLog *
sandbox_log_new (void)
{
  SandboxLog *log = g_new0 (SandboxLog, 1);

  g_queue_init (&log->requests);
  log->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return log;
}

/**
 * sandbox_log_free:
 * @log: (transfer full): a log
 */
void
sandbox_log_free (SandboxLog *log)
{
  g_queue_clear_full (&log->requests, g_free);
  g_hash_table_unref (log->counts);
  g_clear_object (&log->file);
  g_free (log);
}

/**
 * sandbox_log_open:
 * @log: a log
 * @path: a file, which is replaced
 * @error: return location
 *
 * From now on each request is written to the file with its answer, as a line of JSON.
 *
 * Returns: whether the file could be made
 */
gboolean
sandbox_log_open (SandboxLog  *log,
                  const char  *path,
                  GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);

  log->file = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, error));

  return log->file != NULL;
}

/**
 * sandbox_log_add_request:
 * @log: a log
 * @method: the HTTP method
 * @path: the route
 * @params: the parameters
 * @fault: (nullable): the fault that the request gets
 *
 * Counts a request and keeps it for tests to see, from the moment that it has arrived.
 */
void
sandbox_log_add_request (SandboxLog *log,
                         const char *method,
                         const char *path,
                         JsonObject *params,
                         const char *fault)
{
  GString *json = g_string_new ("{");
  g_autofree char *text = sandbox_json_from_object (params);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (log->counts, path));

  sandbox_json_append_string (json, "method", method);
  sandbox_json_append_string (json, "route", path);
  sandbox_json_append_raw (json, "request", text);
  sandbox_json_append_string (json, "fault", fault);
  g_string_append_c (json, '}');

  g_hash_table_insert (log->counts, g_strdup (path), GUINT_TO_POINTER (count + 1));
  g_queue_push_tail (&log->requests, g_string_free (json, FALSE));
  if (log->requests.length > N_KEPT)
    g_free (g_queue_pop_head (&log->requests));
}

static void
append_body (GString    *json,
             const char *name,
             const char *body,
             gsize       length)
{
  g_autofree char *text = g_utf8_make_valid (body, (gssize) length);

  /* As it was, in a string: whether it is right is for the reader of the file to judge. */
  sandbox_json_append_string (json, name, text);
}

/**
 * sandbox_log_add_answer:
 * @log: a log
 * @call: an answered request
 * @method: the HTTP method
 * @request: the body that came with it
 * @fault: (nullable): the fault that it got
 * @was_let_act: whether that let it be carried out; %TRUE where there is none
 *
 * Writes a request and its answer to the file, where there is one.
 */
void
sandbox_log_add_answer (SandboxLog  *log,
                        SandboxCall *call,
                        const char  *method,
                        GBytes      *request,
                        const char  *fault,
                        gboolean     was_let_act)
{
  g_autoptr(GString) json = NULL;
  g_autoptr(GError) error = NULL;

  if (log->file == NULL)
    return;

  json = g_string_new ("{");
  sandbox_json_append_string (json, "method", method);
  sandbox_json_append_string (json, "route", call->path);
  append_body (json, "request", g_bytes_get_data (request, NULL), g_bytes_get_size (request));
  g_string_append_printf (json, ",\"status\":%u", call->status);
  sandbox_json_append_string (json, "content_type", call->content_type);
  append_body (json, "answer", call->body->str, call->body->len);
  sandbox_json_append_string (json, "fault", fault);
  g_string_append_printf (json, ",\"was_let_act\":%s", was_let_act ? "true" : "false");
  g_string_append (json, "}\n");

  if (!g_output_stream_write_all (log->file, json->str, json->len, NULL, NULL, &error))
    {
      g_warning ("Recording ends: %s", error->message);
      g_clear_object (&log->file);
    }
}

/**
 * sandbox_log_clear:
 * @log: a log
 *
 * Forgets the requests so far; the file keeps them.
 */
void
sandbox_log_clear (SandboxLog *log)
{
  g_queue_clear_full (&log->requests, g_free);
  g_hash_table_remove_all (log->counts);
}

/**
 * sandbox_log_append_json:
 * @log: a log
 * @json: what to append to
 *
 * Appends the members "counts" and "requests".
 */
void
sandbox_log_append_json (SandboxLog *log,
                         GString    *json)
{
  GHashTableIter iter;
  gpointer path, count;

  sandbox_json_append_raw (json, "counts", "{");
  g_hash_table_iter_init (&iter, log->counts);
  while (g_hash_table_iter_next (&iter, &path, &count))
    {
      /* A path is what a client has sent: not a name to be trusted. */
      if (json->str[json->len - 1] != '{')
        g_string_append_c (json, ',');
      sandbox_json_append_quoted (json, path);
      g_string_append_printf (json, ":%u", GPOINTER_TO_UINT (count));
    }

  g_string_append (json, "},\"requests\":[");
  for (GList *l = log->requests.head; l != NULL; l = l->next)
    {
      if (l != log->requests.head)
        g_string_append_c (json, ',');
      g_string_append (json, l->data);
    }
  g_string_append_c (json, ']');
}
