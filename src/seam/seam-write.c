/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The writes, and finding out by reading back what became of them. */
#include "seam-write.h"

#include "seam-answer.h"
#include "seam-client-private.h"
#include "seam-error-private.h"
#include "seam-read.h"
#include "seam-record-private.h"

typedef struct
{
  const SeamRoute *route;
  char            *values[SEAM_ROUTE_MAX_MEMBERS];
  gboolean         is_other_path;
  gboolean         is_path_open; /* where the server has no such route, the other path may be tried */
  gboolean         is_second_path;
  GError          *error;        /* why the answer isn't enough; NULL when it was a success that says too little */
  gboolean         is_refusal;   /* the server certainly didn't do it */
  guint            n_late_looks;
  SeamRecord      *record;
} Write;

/* When to look again at what isn't as asked yet, in milliseconds after the look before. */
static const guint late_waits[] = { 500, 1500, 3000 };

static void send_write (GTask *task);
static void read_back  (GTask *task);

static void
write_free (Write *write)
{
  for (guint i = 0; i < SEAM_ROUTE_MAX_MEMBERS; i++)
    g_free (write->values[i]);
  g_clear_error (&write->error);
  g_clear_object (&write->record);
  g_free (write);
}

static const char * const *
values_of (Write *write)
{
  return (const char * const *) write->values;
}

static gboolean
is_done (Write      *write,
         SeamRecord *record)
{
  return write->route->is_done (record, values_of (write));
}

/* What was asked for, as a part of a record: for a server that says yes and nothing more. */
static SeamRecord *
make_asked (Write *write)
{
  g_autoptr (JsonObject) object = seam_route_make_body (write->route, values_of (write));
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  if (write->route->takes)
    json_object_set_null_member (object, write->route->members[seam_route_n_members (write->route) - 1]);
  if (write->route->sets != NULL)
    json_object_set_boolean_member (object, write->route->sets, write->route->set_to);
  return seam_record_new_from_node (write->route->get_type (), node, SEAM_EXTENT_PART, NULL);
}

static void
return_unknown (GTask *task)
{
  Write *write = g_task_get_task_data (task);
  SeamErrorDetail detail = {
    .type_name = seam_error_get_type_name (write->error),
    .request_id = seam_error_get_request_id (write->error),
    .server_text = seam_error_get_server_text (write->error),
    .retry_after = SEAM_RETRY_AFTER_UNSET,
  };

  g_task_return_error (task, seam_error_new_detailed (SEAM_ERROR_UNKNOWN_OUTCOME,
                                                      "It could not be found out whether the change was made",
                                                      &detail));
}

/* With nothing read, what is known is what the answer to the write was. */
static void
return_unread (GTask *task)
{
  Write *write = g_task_get_task_data (task);

  if (write->is_refusal)
    {
      g_task_return_error (task, g_steal_pointer (&write->error));
    }
  else if (write->error || write->record)
    {
      return_unknown (task);
    }
  else
    {
      write->record = make_asked (write);
      g_task_return_boolean (task, TRUE);
    }
}

/* How often to look again before what was read last is believed. */
static guint
count_late_waits (Write *write)
{
  if (write->is_refusal)
    return 0;
  /* Without an answer, the server may still be at it; after a yes, what is read may be older. */
  if (write->error == NULL || g_error_matches (write->error, SEAM_ERROR, SEAM_ERROR_TIMED_OUT))
    return G_N_ELEMENTS (late_waits);
  return g_error_matches (write->error, SEAM_ERROR, SEAM_ERROR_NETWORK) ? 1 : 0;
}

static void
return_read (GTask *task)
{
  Write *write = g_task_get_task_data (task);

  if (is_done (write, write->record))
    g_task_return_boolean (task, TRUE);
  else if (count_late_waits (write) == G_N_ELEMENTS (late_waits))
    return_unknown (task);
  else
    g_task_return_error (task, g_steal_pointer (&write->error));
}

static gboolean
on_waited (gpointer user_data)
{
  read_back (user_data);
  return G_SOURCE_REMOVE;
}

static void
read_back_later (GTask *task)
{
  Write *write = g_task_get_task_data (task);
  g_autoptr (GSource) source = g_timeout_source_new (late_waits[write->n_late_looks++]);

  g_source_set_callback (source, on_waited, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static void
on_read_back (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Write *write = g_task_get_task_data (task);
  g_autoptr (SeamRecord) record = seam_read_finish (SEAM_CLIENT (source), write->route->read_back, result, NULL);

  if (record)
    g_set_object (&write->record, record);
  if (record && !is_done (write, record) && write->n_late_looks < count_late_waits (write))
    read_back_later (task);
  else if (record)
    return_read (task);
  else
    return_unread (task);
}

/* No cancellable: what was sent is followed to its end. */
static void
read_back (GTask *task)
{
  Write *write = g_task_get_task_data (task);

  seam_read_async (g_task_get_source_object (task), write->route->read_back, values_of (write), NULL, on_read_back,
                   g_object_ref (task));
}

/* Whether the answer plainly says that it is done. Where not, sets @error unless the answer still is a success that
 * only says too little. */
static gboolean
read_answer (Write   *write,
             GBytes  *body,
             GError **error)
{
  const SeamRoute *route = write->route;
  g_autoptr (SeamRecord) record = NULL;

  if (g_bytes_get_size (body) == 0
      || !seam_answer_read (body, route->get_type (), route->answer, SEAM_EXTENT_PART, &record, error) || !record)
    return FALSE;
  if (!g_str_equal (seam_record_get_id (record), write->values[0]))
    {
      g_set_error_literal (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "The answer is about something else");
      return FALSE;
    }
  if (!seam_record_was_told (record, route->told))
    return FALSE;
  if (!is_done (write, record))
    {
      g_set_error_literal (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "The answer says that it is otherwise");
      return FALSE;
    }
  g_set_object (&write->record, record);
  return TRUE;
}

static gboolean
is_refusal (const GError *error)
{
  static const SeamErrorCode codes[] = {
    SEAM_ERROR_ENDPOINT, SEAM_ERROR_UNAUTHORIZED, SEAM_ERROR_FORBIDDEN, SEAM_ERROR_NOT_FOUND, SEAM_ERROR_NO_ROUTE,
    SEAM_ERROR_INVALID, SEAM_ERROR_CONFLICT, SEAM_ERROR_RATE_LIMITED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, SEAM_ERROR, (int) codes[i]))
      return TRUE;
  return seam_error_get_not_acted (error);
}

/* Where the read-back would only fail in the same way. */
static gboolean
is_hopeless (const GError *error)
{
  return g_error_matches (error, SEAM_ERROR, SEAM_ERROR_ENDPOINT)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_UNAUTHORIZED)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_PROXY)
         || (seam_error_get_not_acted (error)
             && (g_error_matches (error, SEAM_ERROR, SEAM_ERROR_NETWORK)
                 || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_TIMED_OUT)
                 || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_TLS)));
}

static SeamAssignRoute
route_of (Write *write)
{
  return write->is_other_path ? SEAM_ASSIGN_ROUTE_USERS : SEAM_ASSIGN_ROUTE_CREDENTIALS;
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SeamClient *self = SEAM_CLIENT (source);
  Write *write = g_task_get_task_data (task);
  g_autoptr (GBytes) body = seam_client_post_finish (self, result, &write->error);

  if (write->is_path_open && g_error_matches (write->error, SEAM_ERROR, SEAM_ERROR_NO_ROUTE))
    {
      g_clear_error (&write->error);
      write->is_path_open = FALSE;
      write->is_second_path = TRUE;
      write->is_other_path = !write->is_other_path;
      send_write (task);
      return;
    }
  if (body && write->is_second_path)
    seam_client_set_found_route (self, route_of (write));

  write->is_refusal = write->error && is_refusal (write->error);
  if (body && read_answer (write, body, &write->error))
    g_task_return_boolean (task, TRUE);
  /* It can only be cancelled as long as nothing was sent. */
  else if (write->error && (is_hopeless (write->error) || write->error->domain == G_IO_ERROR))
    g_task_return_error (task, g_steal_pointer (&write->error));
  else
    read_back (task);
}

static void
send_write (GTask *task)
{
  Write *write = g_task_get_task_data (task);
  g_autoptr (JsonObject) body = seam_route_make_body (write->route, values_of (write));

  seam_client_post_async (g_task_get_source_object (task),
                          write->is_other_path ? write->route->other_path : write->route->path, body, TRUE,
                          g_task_get_cancellable (task), on_written, g_object_ref (task));
}

/* Which path to begin with, and whether the other may be tried. */
static void
choose_path (Write      *write,
             SeamClient *client)
{
  SeamAssignRoute route = seam_client_get_assign_route (client);

  if (write->route->other_path == NULL)
    return;
  write->is_path_open = route == SEAM_ASSIGN_ROUTE_AUTO;
  if (write->is_path_open)
    route = seam_client_get_found_route (client);
  write->is_other_path = route == SEAM_ASSIGN_ROUTE_USERS;
}

/* seam_write_async:
 * @client: a client
 * @id: a route that changes something
 * @values: a value for each member of its request
 * @cancellable: (nullable): a cancellable; has an effect only as long as nothing was sent
 * @callback: called when it is known what became of it
 * @user_data: for @callback */
void
seam_write_async (SeamClient          *client,
                  SeamRouteId          id,
                  const char * const  *values,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  const SeamRoute *route = seam_route_get (id);
  g_autoptr (GTask) task = NULL;
  Write *write;

  g_return_if_fail (SEAM_IS_CLIENT (client));
  g_return_if_fail (route->shape == SEAM_ROUTE_WRITE);
  for (guint i = 0; i < route->n_required; i++)
    g_return_if_fail (values[i] != NULL && *values[i] != '\0');

  task = g_task_new (client, cancellable, callback, user_data);
  write = g_new0 (Write, 1);

  /* What became of the write is known by the answer, also when it was cancelled at the last moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, seam_write_async);
  write->route = route;
  for (guint i = 0; i < seam_route_n_members (route); i++)
    write->values[i] = g_strdup (values[i]);
  choose_path (write, client);
  g_task_set_task_data (task, write, (GDestroyNotify) write_free);
  send_write (task);
}

/* seam_write_finish:
 * @client: a client
 * @result: what the callback got
 * @record: (out) (optional) (nullable) (transfer full): what the server was last seen to have
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the server has it as asked */
gboolean
seam_write_finish (SeamClient    *client,
                   GAsyncResult  *result,
                   SeamRecord   **record,
                   GError       **error)
{
  Write *write;

  g_return_val_if_fail (g_task_is_valid (result, client), FALSE);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == seam_write_async, FALSE);

  write = g_task_get_task_data (G_TASK (result));
  if (record)
    *record = g_steal_pointer (&write->record);
  return g_task_propagate_boolean (G_TASK (result), error);
}
