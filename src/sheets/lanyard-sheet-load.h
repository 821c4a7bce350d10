/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table from a file, on a worker. */
#pragma once

#include <gio/gio.h>

#include "lanyard-sheet.h"

G_BEGIN_DECLS

void          lanyard_sheet_load_async  (GFile               *file,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
GBytes       *lanyard_sheet_load_finish (GFile               *file,
                                         GAsyncResult        *result,
                                         GError             **error);
void          lanyard_sheet_new_async   (GBytes              *bytes,
                                         char                 separator,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
LanyardSheet *lanyard_sheet_new_finish  (GAsyncResult        *result,
                                         GError             **error);

G_END_DECLS
