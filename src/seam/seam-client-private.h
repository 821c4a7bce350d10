/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the client's reads and writes share. */
#pragma once

#include <json-glib/json-glib.h>

#include "seam-client.h"

G_BEGIN_DECLS

void            seam_client_post_async           (SeamClient           *self,
                                                  const char           *path,
                                                  JsonObject           *body,
                                                  gboolean              is_write,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
GBytes         *seam_client_post_finish          (SeamClient           *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
SeamAssignRoute seam_client_get_assign_route     (SeamClient           *self);
SeamAssignRoute seam_client_get_found_route      (SeamClient           *self);
void            seam_client_set_found_route      (SeamClient           *self,
                                                  SeamAssignRoute       route);

G_END_DECLS
