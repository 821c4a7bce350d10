/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says of a credential that it is lost, or found. */
#pragma once

#include "lanyard-changes.h"

G_BEGIN_DECLS

void     lanyard_marking_write_async  (LanyardChanges      *changes,
                                       SeamCredential      *credential,
                                       LanyardMark         *mark,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean lanyard_marking_write_finish (LanyardChanges      *changes,
                                       GAsyncResult        *result,
                                       GError             **error);

G_END_DECLS
