/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of a list: what it is asked for, what is on it, and where the next one begins. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SeamPage:
 * @records: (element-type SeamRecord): the records, in the server's order
 * @next_cursor: (nullable): what to ask the next page with; %NULL when this is the last
 */
typedef struct
{
  GPtrArray *records;
  char      *next_cursor;
} SeamPage;

/**
 * SeamListQuery:
 * @system_id: (nullable): only what is in this access system
 * @user_id: (nullable): only what this user has (credentials)
 * @search: (nullable): only what matches
 * @limit: rows a page; 0 for the client's own choice
 *
 * What a list is asked for; the same for every page of it.
 */
typedef struct
{
  const char *system_id;
  const char *user_id;
  const char *search;
  guint       limit;
} SeamListQuery;

void seam_page_free (SeamPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeamPage, seam_page_free)

G_END_DECLS
