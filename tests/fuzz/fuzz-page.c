/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of lists. The input is what a server answers to one page after the other, with lines that begin with "~" in
 * between; its first letter is the kind of what is listed. A page is asked for with the cursor of the one before. */
#include "fuzz.h"

#include "seam-page-private.h"
#include "seam.h"

typedef struct
{
  char letter;
  GType (*get_type) (void);
  const char *member;
} Kind;

static const Kind kinds[] = {
  { 'u', seam_user_get_type, "acs_users" },
  { 'c', seam_credential_get_type, "acs_credentials" },
  { 's', seam_system_get_type, "acs_systems" },
  { 'e', seam_entrance_get_type, "acs_entrances" },
  { 'w', seam_workspace_get_type, "workspaces" },
};

static void
check_page (SeamPage   *page,
            const char *asked)
{
  for (guint i = 0; i < page->records->len; i++)
    {
      SeamRecord *record = page->records->pdata[i];

      g_assert_nonnull (seam_record_get_id (record));
      g_assert_cmpstr (seam_record_get_id (record), !=, "");
      fuzz_assert_texts (G_OBJECT (record));
    }
  if (page->next_cursor == NULL)
    return;
  fuzz_assert_text (page->next_cursor);
  g_assert_cmpstr (page->next_cursor, !=, "");
  g_assert_cmpstr (page->next_cursor, !=, asked);
}

/* As one record is read again and again: the ids needn't be the same here. */
static void
merge_equal_ids (SeamPage *page)
{
  for (guint i = 1; i < page->records->len; i++)
    {
      SeamRecord *shown = page->records->pdata[i - 1];
      SeamRecord *fresh = page->records->pdata[i];

      if (!g_str_equal (seam_record_get_id (shown), seam_record_get_id (fresh)))
        continue;
      seam_record_merge (shown, fresh);
      fuzz_assert_texts (G_OBJECT (shown));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const Kind *kind = &kinds[0];
  const char *next = (const char *) data + 1;
  const char *end = (const char *) data + size;
  g_autofree char *cursor = NULL;

  if (size == 0)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].letter == (char) data[0])
      kind = &kinds[i];

  while (next < end)
    {
      const char *mark = memmem (next, end - next, "\n~", 2);
      const char *stop = mark != NULL ? mark : end;
      /* A copy of just its size, so that whoever reads past its end is caught. */
      g_autoptr (GBytes) body = g_bytes_new (next, stop - next);
      g_autoptr (GError) error = NULL;
      g_autoptr (SeamPage) page = seam_page_parse (body, kind->get_type (), kind->member, cursor, &error);

      g_assert_true ((page != NULL) == (error == NULL));
      if (page == NULL)
        {
          g_assert_error (error, SEAM_ERROR, SEAM_ERROR_MALFORMED);
          break;
        }
      check_page (page, cursor);
      merge_equal_ids (page);
      g_free (cursor);
      cursor = g_steal_pointer (&page->next_cursor);
      if (cursor == NULL || mark == NULL)
        break;
      next = mark + 2;
    }
  return 0;
}
