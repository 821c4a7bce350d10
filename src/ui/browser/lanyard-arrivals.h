/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a window from outside: by the desktop's search, the launcher's menu, a notification. */
#pragma once

#include "lanyard-browser.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ARRIVALS (lanyard_arrivals_get_type ())
G_DECLARE_FINAL_TYPE (LanyardArrivals, lanyard_arrivals, LANYARD, ARRIVALS, GObject)

/* Signal "said" (text): for a toast. */
LanyardArrivals *lanyard_arrivals_new           (LanyardBrowser   *browser);
void             lanyard_arrivals_set_directory (LanyardArrivals  *self,
                                                 LanyardDirectory *directory);
void             lanyard_arrivals_search        (LanyardArrivals  *self,
                                                 const char       *view,
                                                 const char       *text);
void             lanyard_arrivals_show          (LanyardArrivals  *self,
                                                 gboolean          is_user,
                                                 const char       *id);
void             lanyard_arrivals_add_actions   (LanyardArrivals  *self,
                                                 GActionMap       *map);

G_END_DECLS
