/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A GListModel over a store: sorted, filtered and searched on a worker, published a few times a second. */
#pragma once

#include <gio/gio.h>

#include "lanyard-store.h"
#include "lanyard-view.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_LIST (lanyard_list_get_type ())
G_DECLARE_FINAL_TYPE (LanyardList, lanyard_list, LANYARD, LIST, GObject)

/* Properties, all read-write and notifying: "search" (string), "system-id" (string, NULL for all), "sort",
 * "show", "method", "picker" (gboolean: unassigned first, then by name); read-only: "n-items" (guint), "searching"
 * (gboolean: what was asked for last is not shown yet). A search matches when every word of it is part of a name, an
 * e-mail address or, when it is long, an id, or is the beginning, the end or all of a phone's or a card's number; see
 * lanyard-query.h. When it has found no more than a person looks through, those that it fits best come first. */
/* Signal "published": after all that a publication changed has been told. */
LanyardList *lanyard_list_new          (LanyardStore *store);
/* The position of @record, or GTK_INVALID_LIST_POSITION's value (G_MAXUINT) when it isn't listed. */
guint        lanyard_list_find         (LanyardList  *self,
                                        gpointer      record);
/* Many of them at once: (transfer full), GPtrArray of SeamRecord. */
GPtrArray   *lanyard_list_dup_range   (LanyardList  *self,
                                       guint         position,
                                       guint         n_items);
/* Whether it shows all that the store has told and all that was asked for. */
gboolean     lanyard_list_is_settled   (LanyardList  *self);
void         lanyard_list_update_time  (LanyardList  *self);

G_END_DECLS
