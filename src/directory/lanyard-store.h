/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All users, or all credentials, of a workspace: one object per id, with what is needed to list them. */
#pragma once

#include "lanyard-key.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_STORE (lanyard_store_get_type ())
G_DECLARE_FINAL_TYPE (LanyardStore, lanyard_store, LANYARD, STORE, GObject)

/* Signal "changed" (GPtrArray of LanyardKey that are no longer in force, GPtrArray of those that are from now on),
 * once for a batch: a record that has changed is in both. */
/* Signal "looks-changed": rows of records that didn't change may have to say more or less than they do. */
LanyardStore *lanyard_store_new              (GType         record_type);
gpointer      lanyard_store_lookup           (LanyardStore *self,
                                              const char   *id);
LanyardKey   *lanyard_store_lookup_key       (LanyardStore *self,
                                              const char   *id);
guint         lanyard_store_get_n_records    (LanyardStore *self);
LanyardLikeness
              lanyard_store_get_likeness     (LanyardStore *self,
                                              SeamRecord   *record);
GPtrArray    *lanyard_store_get_keys         (LanyardStore *self);

gboolean      lanyard_store_see              (LanyardStore *self,
                                              const char   *id);

/* These become known at the next commit. */
void          lanyard_store_take_keys        (LanyardStore *self,
                                              GPtrArray    *keys);
void          lanyard_store_remove           (LanyardStore *self,
                                              GPtrArray    *records);
gboolean      lanyard_store_relink       (LanyardStore *self,
                                              SeamRecord   *record,
                                              LanyardKey   *holder);
void          lanyard_store_commit           (LanyardStore *self);

/* Nothing more is to be waited for: emits "flushed", upon which lists show at once what they have been told. */
void          lanyard_store_flush            (LanyardStore *self);

/* Finding out what is no longer there. */
void          lanyard_store_begin_reading    (LanyardStore *self);
GPtrArray    *lanyard_store_list_unread      (LanyardStore *self);

G_END_DECLS
