/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The client: where it talks to, and as whom. */
#pragma once

#include <gio/gio.h>

#include "seam-error.h"

G_BEGIN_DECLS

#define SEAM_DEFAULT_ENDPOINT "https://connect.getseam.com"

/**
 * SeamAssignRoute:
 * @SEAM_ASSIGN_ROUTE_AUTO: the first; where the server has no such route, the second, remembered
 * @SEAM_ASSIGN_ROUTE_CREDENTIALS: /acs/credentials/assign
 * @SEAM_ASSIGN_ROUTE_USERS: /acs/users/assign
 */
typedef enum
{
  SEAM_ASSIGN_ROUTE_AUTO,
  SEAM_ASSIGN_ROUTE_CREDENTIALS,
  SEAM_ASSIGN_ROUTE_USERS,
} SeamAssignRoute;

#define SEAM_TYPE_ASSIGN_ROUTE (seam_assign_route_get_type ())
GType seam_assign_route_get_type (void);

#define SEAM_TYPE_CLIENT (seam_client_get_type ())
G_DECLARE_FINAL_TYPE (SeamClient, seam_client, SEAM, CLIENT, GObject)

gboolean       seam_endpoint_is_allowed          (const char           *endpoint,
                                                  GError              **error);

SeamClient    *seam_client_new                   (const char           *endpoint,
                                                  const char           *token,
                                                  const char           *workspace_id,
                                                  GError              **error);
guint          seam_client_get_timeout           (SeamClient           *self);
const char    *seam_client_get_endpoint          (SeamClient           *self);
/* Property "assign-route" (SeamAssignRoute), read-write. Property "timeout" (guint, milliseconds, default
 * 30000): the deadline of one request.
 * Signal "limited": the server has said that there are too many requests; the one that it said it to waits. */

G_END_DECLS
