/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the server for what is searched while the lists are not complete. */
#pragma once

#include "lanyard-holdings.h"
#include "lanyard-progress.h"
#include "lanyard-system-loads.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SERVER_SEARCH (lanyard_server_search_get_type ())
G_DECLARE_FINAL_TYPE (LanyardServerSearch, lanyard_server_search, LANYARD, SERVER_SEARCH, GObject)

LanyardServerSearch *lanyard_server_search_new   (SeamClient          *client,
                                                  LanyardHoldings     *holdings,
                                                  LanyardProgress     *progress,
                                                  LanyardSystemLoads  *loads);
void                 lanyard_server_search_begin (LanyardServerSearch *self,
                                                  const char          *search);
void                 lanyard_server_search_stop  (LanyardServerSearch *self);

G_END_DECLS
