/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a credential that somebody looks at again, until the access system has its latest state. */
#pragma once

#include "lanyard-holdings.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_WATCHER (lanyard_watcher_get_type ())
G_DECLARE_FINAL_TYPE (LanyardWatcher, lanyard_watcher, LANYARD, WATCHER, GObject)

LanyardWatcher *lanyard_watcher_new     (SeamClient      *client,
                                         LanyardHoldings *holdings);
void            lanyard_watcher_watch   (LanyardWatcher  *self,
                                         SeamCredential  *credential);
void            lanyard_watcher_unwatch (LanyardWatcher  *self,
                                         SeamCredential  *credential);

G_END_DECLS
