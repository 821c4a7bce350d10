/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The writes, and finding out by reading back what became of them. */
#pragma once

#include "seam-client.h"
#include "seam-route.h"

G_BEGIN_DECLS

void     seam_write_async  (SeamClient           *client,
                            SeamRouteId           id,
                            const char * const   *values,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data);
gboolean seam_write_finish (SeamClient           *client,
                            GAsyncResult         *result,
                            SeamRecord          **record,
                            GError              **error);

G_END_DECLS
