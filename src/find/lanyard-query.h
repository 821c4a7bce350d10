/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody searches for, and whether a record is found by it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An id's digits and letters mean nothing to people: only a word as long as the first group of one is looked for in it,
 * or "key 06" would find whatever has 06 somewhere in its id. */
#define LANYARD_QUERY_MIN_ID 8

/* See lanyard_query_rank(). */
#define LANYARD_QUERY_N_RANKS 5

typedef struct _LanyardQuery LanyardQuery;

LanyardQuery *lanyard_query_new           (const char         *search);
LanyardQuery *lanyard_query_ref           (LanyardQuery       *self);
void          lanyard_query_unref         (LanyardQuery       *self);
gboolean      lanyard_query_matches       (const LanyardQuery *self,
                                           const char         *text);
gboolean      lanyard_query_matches_held  (const LanyardQuery *self,
                                           const char         *text,
                                           const char         *holder);
gboolean      lanyard_query_matches_name  (const LanyardQuery *self,
                                           const char         *text);
guint         lanyard_query_rank          (const LanyardQuery *self,
                                           const char         *text);
gboolean      lanyard_query_continues     (const LanyardQuery *self,
                                           const LanyardQuery *other);
gboolean      lanyard_query_is_narrower   (const LanyardQuery *self,
                                           const LanyardQuery *other);
char         *lanyard_query_dup_for_server (const char        *search);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardQuery, lanyard_query_unref)

G_END_DECLS
