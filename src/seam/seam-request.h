/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One JSON POST: one message, one answer, one deadline. */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * SeamRequest:
 * @workspace_id: (nullable): what a personal access token is used for
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
  guint       timeout;
} SeamRequest;

SoupSession *seam_request_session_new (void);
void         seam_request_send_async  (SoupSession          *session,
                                       const SeamRequest    *request,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GBytes      *seam_request_send_finish (GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
