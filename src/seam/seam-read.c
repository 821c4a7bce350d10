/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reads: one record, all of a list, or a page of it. */
#include "seam-read.h"

#include "seam-answer.h"
#include "seam-client-private.h"
#include "seam-page-private.h"

#define PAGE_LIMIT 500

typedef struct
{
  const SeamRoute *route;
  char            *asked; /* the id of the one record, or the page's cursor; or NULL */
  GBytes          *answer;
} Read;

static void
read_free (Read *read)
{
  g_free (read->asked);
  g_clear_pointer (&read->answer, g_bytes_unref);
  g_free (read);
}

static SeamRecord *
make_one (Read    *read,
          GError **error)
{
  g_autoptr (SeamRecord) record = NULL;

  if (!seam_answer_read (read->answer, read->route->get_type (), read->route->answer, SEAM_EXTENT_WHOLE, &record,
                         error))
    return NULL;
  if (record == NULL)
    g_set_error (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "The answer has no “%s”", read->route->answer);
  else if (read->asked != NULL && !g_str_equal (read->asked, seam_record_get_id (record)))
    g_set_error_literal (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "The answer is about something else");
  else
    return g_steal_pointer (&record);
  return NULL;
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Read *read = task_data;
  g_autoptr (GError) error = NULL;
  gpointer made;

  if (read->route->shape == SEAM_ROUTE_ONE)
    made = make_one (read, &error);
  else
    made = seam_page_parse (read->answer, read->route->get_type (), read->route->answer, read->asked, &error);
  g_clear_pointer (&read->answer, g_bytes_unref);
  if (made)
    g_task_return_pointer (task, made, NULL); /* on_made() takes it */
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Read *read = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gpointer made = g_task_propagate_pointer (G_TASK (result), &error);

  if (!made)
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else if (read->route->shape == SEAM_ROUTE_ALL)
    {
      g_autoptr (SeamPage) page = made;

      g_task_return_pointer (task, g_steal_pointer (&page->records), (GDestroyNotify) g_ptr_array_unref);
    }
  else
    {
      g_task_return_pointer (task, made, read->route->shape == SEAM_ROUTE_ONE ? g_object_unref
                                                                        : (GDestroyNotify) seam_page_free);
    }
}

/* The worker gets a task of its own. It may be the last to let go of that, and with the client would go its session,
 * whose connections are the main thread's. */
static void
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Read *read = g_task_get_task_data (task);
  g_autoptr (GTask) making = NULL;
  g_autoptr (GError) error = NULL;

  read->answer = seam_client_post_finish (SEAM_CLIENT (source), result, &error);
  if (!read->answer)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  making = g_task_new (NULL, NULL, on_made, g_steal_pointer (&task));
  g_task_set_source_tag (making, on_answered);
  g_task_set_task_data (making, read, NULL);
  g_task_run_in_thread (making, make_in_thread);
}

static void
start (SeamClient          *client,
       const SeamRoute     *route,
       JsonObject          *body,
       const char          *asked,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (client, cancellable, callback, user_data);
  Read *read = g_new0 (Read, 1);

  g_task_set_source_tag (task, (gpointer) route);
  read->route = route;
  read->asked = g_strdup (asked);
  g_task_set_task_data (task, read, (GDestroyNotify) read_free);
  seam_client_post_async (client, route->path, body, FALSE, cancellable, on_answered, g_steal_pointer (&task));
}

/* seam_read_async:
 * @client: a client
 * @id: a route that reads one record, or all of a list
 * @values: (nullable): a value for each member of its request
 * @cancellable: (nullable): a cancellable
 * @callback: called with what was read
 * @user_data: for @callback */
void
seam_read_async (SeamClient          *client,
                 SeamRouteId          id,
                 const char * const  *values,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  const SeamRoute *route = seam_route_get (id);
  const char *asked = route->shape == SEAM_ROUTE_ONE && route->members[0] != NULL ? values[0] : NULL;
  g_autoptr (JsonObject) body = NULL;

  g_return_if_fail (SEAM_IS_CLIENT (client));
  for (guint i = 0; i < route->n_required; i++)
    g_return_if_fail (values[i] != NULL);

  body = seam_route_make_body (route, values);
  start (client, route, body, asked, cancellable, callback, user_data);
}

/* What the list that @query asks for has as @member of its request. */
static const char *
value_of (const char          *member,
          const SeamListQuery *query,
          const char          *cursor)
{
  if (g_str_equal (member, "page_cursor"))
    return cursor;
  if (query == NULL)
    return NULL;
  if (g_str_equal (member, "acs_system_id"))
    return query->system_id;
  if (g_str_equal (member, "acs_user_id"))
    return query->user_id;
  g_assert (g_str_equal (member, "search"));
  return query->search;
}

/* seam_read_page_async:
 * @client: a client
 * @id: a route that reads a page of a list
 * @query: (nullable): what to list
 * @cursor: (nullable): where the page begins; %NULL for the first
 * @cancellable: (nullable): a cancellable
 * @callback: called with the page
 * @user_data: for @callback */
void
seam_read_page_async (SeamClient          *client,
                      SeamRouteId          id,
                      const SeamListQuery *query,
                      const char          *cursor,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  const SeamRoute *route = seam_route_get (id);
  const char *values[SEAM_ROUTE_MAX_MEMBERS] = { NULL };
  g_autoptr (JsonObject) body = NULL;

  g_return_if_fail (SEAM_IS_CLIENT (client));

  for (guint i = 0; i < seam_route_n_members (route); i++)
    values[i] = value_of (route->members[i], query, cursor);
  body = seam_route_make_body (route, values);
  json_object_set_int_member (body, "limit", query && query->limit ? query->limit : PAGE_LIMIT);
  start (client, route, body, cursor, cancellable, callback, user_data);
}

/* seam_read_finish:
 * @client: a client
 * @id: the route that was asked
 * @result: what the callback got
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the record, the #GPtrArray of records or the #SeamPage, or %NULL with @error */
gpointer
seam_read_finish (SeamClient    *client,
                  SeamRouteId    id,
                  GAsyncResult  *result,
                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, client), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == seam_route_get (id), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
