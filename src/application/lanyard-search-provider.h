/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers the desktop's search with users and credentials by name, where somebody has asked for that. */
#pragma once

#include "lanyard-window.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SEARCH_PROVIDER (lanyard_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSearchProvider, lanyard_search_provider, LANYARD, SEARCH_PROVIDER, GObject)

/* Signals: "result-activated" (gboolean is_user, string id, guint timestamp), "search-launched" (string search, guint
 * timestamp). */
LanyardSearchProvider *lanyard_search_provider_new        (void);
void                   lanyard_search_provider_set_window (LanyardSearchProvider  *self,
                                                           LanyardWindow          *window,
                                                           GSettings              *settings);
gboolean               lanyard_search_provider_export     (LanyardSearchProvider  *self,
                                                           GDBusConnection        *connection,
                                                           const char             *application_path,
                                                           GError                **error);
void                   lanyard_search_provider_unexport   (LanyardSearchProvider  *self);

G_END_DECLS
