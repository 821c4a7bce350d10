/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of a list, and where the next one begins. */
#include "seam-page.h"

/**
 * seam_page_free:
 * @page: (nullable): a page
 */
void
seam_page_free (SeamPage *page)
{
  if (page == NULL)
    return;
  g_clear_pointer (&page->records, g_ptr_array_unref);
  g_free (page->next_cursor);
  g_free (page);
}
