/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All users, or all credentials, of a workspace: one object per id, with what is needed to search them. */
#pragma once

#include "seam.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_STORE (lanyard_store_get_type ())
G_DECLARE_FINAL_TYPE (LanyardStore, lanyard_store, LANYARD, STORE, GObject)

LanyardStore *lanyard_store_new    (GType         record_type);
gpointer      lanyard_store_lookup (LanyardStore *self,
                                    const char   *id);   /* (transfer none) (nullable) */
guint         lanyard_store_get_n_records (LanyardStore *self);
/* Merges a page (or one record) in: known ids are merged into the object that is there, others are adopted.
 * Returns the object that now stands for @record (transfer none). */
void          lanyard_store_take_page (LanyardStore *self,
                                       GPtrArray    *records);
gpointer      lanyard_store_take      (LanyardStore *self,
                                       SeamRecord   *record);
void          lanyard_store_remove    (LanyardStore *self,
                                       GPtrArray    *records);

/* Tells that something of @record which isn't from the server, such as its holder, has changed. */
void          lanyard_store_touch  (LanyardStore *self,
                                    SeamRecord   *record);
const char   *lanyard_store_get_search_key (LanyardStore *self,
                                            SeamRecord   *record);
const char   *lanyard_store_get_sort_key   (LanyardStore *self,
                                            SeamRecord   *record);
void          lanyard_store_foreach        (LanyardStore *self,
                                            GFunc         func,
                                            gpointer      user_data);

/* Signals, each once for a batch: "records-added" (GPtrArray), "records-removed" (GPtrArray),
 * "records-changed" (GPtrArray): something that sorting, searching or filtering looks at has changed. */

G_END_DECLS
