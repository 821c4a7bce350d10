/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reads: one record, all of a list, or a page of it. */
#pragma once

#include "seam-client.h"
#include "seam-page.h"
#include "seam-route.h"

G_BEGIN_DECLS

void     seam_read_async      (SeamClient           *client,
                               SeamRouteId           id,
                               const char * const   *values,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
void     seam_read_page_async (SeamClient           *client,
                               SeamRouteId           id,
                               const SeamListQuery  *query,
                               const char           *cursor,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
gpointer seam_read_finish     (SeamClient           *client,
                               SeamRouteId           id,
                               GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
