/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two writes, and finding out by reading back what became of them. */
#include "seam-answer.h"
#include "seam-client-private.h"
#include "seam-error-private.h"
#include "seam-record-private.h"

typedef struct
{
  char            *credential_id;
  char            *user_id;
  char            *identity_id; /* of an unassignment: in place of the user */
  gboolean         is_assign;
  SeamAssignRoute  route;
  gboolean         is_route_open;   /* where the server has no such route, the other may be tried */
  gboolean         is_second_route;
  GError          *error;       /* why the answer isn't enough; NULL when it was a success that says too little */
  gboolean         is_refusal;  /* the server certainly didn't do it */
  guint            n_late_looks;
  SeamCredential  *credential;
} Write;

/* When to look again at what isn't as asked yet, in milliseconds after the look before. */
static const guint late_waits[] = { 500, 1500, 3000 };

static void send_write (GTask *task);
static void read_back  (GTask *task);

static void
write_free (Write *write)
{
  g_free (write->credential_id);
  g_free (write->user_id);
  g_free (write->identity_id);
  g_clear_error (&write->error);
  g_clear_object (&write->credential);
  g_free (write);
}

/* @whose: an id of the kind that the write names */
static JsonObject *
make_body (Write      *write,
           const char *whose)
{
  JsonObject *body = json_object_new ();

  json_object_set_string_member (body, "acs_credential_id", write->credential_id);
  json_object_set_string_member (body, write->identity_id != NULL ? "user_identity_id" : "acs_user_id", whose);
  return body;
}

static gboolean
is_as_asked (Write          *write,
             SeamCredential *credential)
{
  if (write->identity_id != NULL && seam_credential_get_identity_id (credential) != NULL)
    return FALSE;
  return g_strcmp0 (seam_credential_get_user_id (credential), write->is_assign ? write->user_id : NULL) == 0;
}

/* What was asked for, as a part of a record: for a server that says yes and nothing more. */
static SeamCredential *
make_asked (Write *write)
{
  g_autoptr (JsonObject) object = make_body (write, write->is_assign ? write->user_id : NULL);
  g_autofree char *text = seam_json_print (object);

  return SEAM_CREDENTIAL (seam_record_new_from_text (SEAM_TYPE_CREDENTIAL, text, SEAM_EXTENT_PART, NULL));
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
  else if (write->error || write->credential)
    {
      return_unknown (task);
    }
  else
    {
      write->credential = make_asked (write);
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

  if (is_as_asked (write, write->credential))
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
  g_autoptr (SeamCredential) credential = seam_client_get_credential_finish (SEAM_CLIENT (source), result, NULL);

  if (credential)
    g_set_object (&write->credential, credential);
  if (credential && !is_as_asked (write, credential) && write->n_late_looks < count_late_waits (write))
    read_back_later (task);
  else if (credential)
    return_read (task);
  else
    return_unread (task);
}

/* No cancellable: what was sent is followed to its end. */
static void
read_back (GTask *task)
{
  Write *write = g_task_get_task_data (task);

  seam_client_get_credential_async (g_task_get_source_object (task), write->credential_id, NULL, on_read_back,
                                    g_object_ref (task));
}

/* Whether the answer plainly says that the credential is held as asked. Where not, sets @error unless the answer
 * still is a success that only says too little. */
static gboolean
read_answer (Write   *write,
             GBytes  *body,
             GError **error)
{
  g_autoptr (SeamRecord) record = NULL;

  if (g_bytes_get_size (body) == 0
      || !seam_answer_read (body, SEAM_TYPE_CREDENTIAL, "acs_credential", SEAM_EXTENT_PART, &record, error)
      || !record)
    return FALSE;
  if (!g_str_equal (seam_record_get_id (record), write->credential_id))
    {
      g_set_error_literal (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "The answer is about another credential");
      return FALSE;
    }
  if (!seam_record_was_told (record, write->identity_id != NULL ? "identity-id" : "user-id"))
    return FALSE;
  if (!is_as_asked (write, SEAM_CREDENTIAL (record)))
    {
      g_set_error_literal (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "The answer names another holder");
      return FALSE;
    }
  g_set_object (&write->credential, SEAM_CREDENTIAL (record));
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

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SeamClient *self = SEAM_CLIENT (source);
  Write *write = g_task_get_task_data (task);
  g_autoptr (GBytes) body = seam_client_post_finish (self, result, &write->error);

  if (write->is_route_open && g_error_matches (write->error, SEAM_ERROR, SEAM_ERROR_NO_ROUTE))
    {
      g_clear_error (&write->error);
      write->is_route_open = FALSE;
      write->is_second_route = TRUE;
      write->route = write->route == SEAM_ASSIGN_ROUTE_USERS ? SEAM_ASSIGN_ROUTE_CREDENTIALS : SEAM_ASSIGN_ROUTE_USERS;
      send_write (task);
      return;
    }
  if (body && write->is_second_route)
    seam_client_set_found_route (self, write->route);

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
  g_autoptr (JsonObject) body = make_body (write, write->identity_id != NULL ? write->identity_id : write->user_id);
  const char *path = "/acs/credentials/unassign";

  if (write->is_assign)
    path = write->route == SEAM_ASSIGN_ROUTE_USERS ? "/acs/users/assign" : "/acs/credentials/assign";
  seam_client_post_async (g_task_get_source_object (task), path, body, TRUE, g_task_get_cancellable (task),
                          on_written, g_object_ref (task));
}

static void
start_write (SeamClient          *self,
             gboolean             is_assign,
             const char          *credential_id,
             const char          *user_id,
             const char          *identity_id,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Write *write;

  g_return_if_fail (SEAM_IS_CLIENT (self));
  g_return_if_fail (credential_id != NULL && *credential_id != '\0');
  g_return_if_fail ((user_id != NULL && *user_id != '\0') || (identity_id != NULL && *identity_id != '\0'));

  task = g_task_new (self, cancellable, callback, user_data);
  write = g_new0 (Write, 1);

  /* What became of the write is known by the answer, also when it was cancelled at the last moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, start_write);
  write->is_assign = is_assign;
  write->credential_id = g_strdup (credential_id);
  write->user_id = g_strdup (user_id);
  write->identity_id = g_strdup (identity_id);
  write->route = seam_client_get_assign_route (self);
  write->is_route_open = is_assign && write->route == SEAM_ASSIGN_ROUTE_AUTO;
  if (write->route == SEAM_ASSIGN_ROUTE_AUTO)
    write->route = seam_client_get_found_route (self);
  g_task_set_task_data (task, write, (GDestroyNotify) write_free);
  send_write (task);
}

static gboolean
finish_write (SeamClient      *self,
              GAsyncResult    *result,
              SeamCredential **credential,
              GError         **error)
{
  Write *write;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == start_write, FALSE);

  write = g_task_get_task_data (G_TASK (result));
  if (credential)
    *credential = g_steal_pointer (&write->credential);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * seam_client_assign_credential_async:
 * @self: a client
 * @credential_id: the credential
 * @user_id: the user who is to hold it
 * @cancellable: (nullable): a cancellable; has an effect only as long as nothing was sent
 * @callback: called when it is known what became of it
 * @user_data: for @callback
 */
void
seam_client_assign_credential_async (SeamClient          *self,
                                     const char          *credential_id,
                                     const char          *user_id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  start_write (self, TRUE, credential_id, user_id, NULL, cancellable, callback, user_data);
}

/**
 * seam_client_assign_credential_finish:
 * @self: a client
 * @result: what the callback got
 * @credential: (out) (optional) (nullable) (transfer full): what the server was last seen to have
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the server has it as asked
 */
gboolean
seam_client_assign_credential_finish (SeamClient      *self,
                                      GAsyncResult    *result,
                                      SeamCredential **credential,
                                      GError         **error)
{
  return finish_write (self, result, credential, error);
}

/**
 * seam_client_unassign_credential_async:
 * @self: a client
 * @credential_id: the credential
 * @user_id: the user who is to give it up
 * @cancellable: (nullable): a cancellable; has an effect only as long as nothing was sent
 * @callback: called when it is known what became of it
 * @user_data: for @callback
 */
void
seam_client_unassign_credential_async (SeamClient          *self,
                                       const char          *credential_id,
                                       const char          *user_id,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  start_write (self, FALSE, credential_id, user_id, NULL, cancellable, callback, user_data);
}

/**
 * seam_client_unassign_identity_async:
 * @self: a client
 * @credential_id: a credential that names no user, but an identity
 * @identity_id: the identity that is to give it up
 * @cancellable: (nullable): a cancellable; has an effect only as long as nothing was sent
 * @callback: called when it is known what became of it; for seam_client_unassign_credential_finish()
 * @user_data: for @callback
 */
void
seam_client_unassign_identity_async (SeamClient          *self,
                                     const char          *credential_id,
                                     const char          *identity_id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  start_write (self, FALSE, credential_id, NULL, identity_id, cancellable, callback, user_data);
}

/**
 * seam_client_unassign_credential_finish:
 * @self: a client
 * @result: what the callback got
 * @credential: (out) (optional) (nullable) (transfer full): what the server was last seen to have
 * @error: a #SeamErrorCode, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the server has it as asked
 */
gboolean
seam_client_unassign_credential_finish (SeamClient      *self,
                                        GAsyncResult    *result,
                                        SeamCredential **credential,
                                        GError         **error)
{
  return finish_write (self, result, credential, error);
}
