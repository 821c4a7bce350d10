/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds users and credentials of a workspace by their names, and by nothing else, without a list to show them in. */
#pragma once

#include "lanyard-directory.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_NAME_SEARCH (lanyard_name_search_get_type ())
G_DECLARE_FINAL_TYPE (LanyardNameSearch, lanyard_name_search, LANYARD, NAME_SEARCH, GObject)

LanyardNameSearch *lanyard_name_search_new           (LanyardDirectory     *directory);
LanyardDirectory  *lanyard_name_search_get_directory (LanyardNameSearch    *self);
void               lanyard_name_search_find_async    (LanyardNameSearch    *self,
                                                      const char           *search,
                                                      guint                 limit,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
GPtrArray         *lanyard_name_search_find_finish   (LanyardNameSearch    *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);

G_END_DECLS
