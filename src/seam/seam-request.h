/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One JSON POST: one message, one answer, one deadline. */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * SeamRequest:
 * @workspace_id: (nullable): what a personal access token is used for
 * @is_write: whether it changes something: once sent, it is followed to its end
 * @is_repeated: whether it has been sent before and failed
 * @timeout: milliseconds
 */
typedef struct
{
  const char *endpoint;
  const char *path;
  const char *token;
  const char *workspace_id;
  GBytes     *body;
  gboolean    is_write;
  gboolean    is_repeated;
  guint       timeout;
} SeamRequest;

SoupSession *seam_request_session_new (gboolean              is_loopback);
void         seam_request_send_async  (SoupSession          *session,
                                       const SeamRequest    *request,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GBytes      *seam_request_send_finish (GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
