/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of a list, and where the next one begins. */
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

void seam_page_free (SeamPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeamPage, seam_page_free)

G_END_DECLS
