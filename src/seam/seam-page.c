/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of a list, and where the next one begins; read from an answer's text without a tree in between. */
#include "seam-page-private.h"

#include "seam-error.h"
#include "seam-record-private.h"

typedef enum
{
  PAGINATION_NONE,
  PAGINATION_LAST,
  PAGINATION_MORE,
  PAGINATION_UNCLEAR,
} Pagination;

typedef struct
{
  SeamReader  reader;
  GType       type;
  const char *member;
  GPtrArray  *records;
  guint       n_unreadable; /* elements of the list that are no records */
  gboolean    is_not_ok;
  Pagination  pagination;
  char       *cursor;
} Answer;

static void
read_records (Answer *answer)
{
  g_clear_pointer (&answer->records, g_ptr_array_unref);
  answer->n_unreadable = 0;
  if (seam_reader_peek (&answer->reader) != SEAM_TOKEN_ARRAY)
    {
      seam_reader_skip (&answer->reader);
      return;
    }
  answer->records = g_ptr_array_new_with_free_func (g_object_unref);
  seam_reader_enter (&answer->reader);
  while (seam_reader_next_element (&answer->reader))
    {
      SeamRecord *record = NULL;

      if (seam_reader_peek (&answer->reader) == SEAM_TOKEN_OBJECT)
        record = seam_record_new_from_reader (answer->type, &answer->reader, SEAM_EXTENT_WHOLE);
      else
        seam_reader_skip (&answer->reader);
      if (record != NULL)
        g_ptr_array_add (answer->records, record);
      else
        answer->n_unreadable++;
    }
}

static void
read_cursor (Answer *answer)
{
  g_clear_pointer (&answer->cursor, g_free);
  if (seam_reader_peek (&answer->reader) == SEAM_TOKEN_STRING)
    answer->cursor = seam_reader_read_string (&answer->reader);
  else
    seam_reader_skip (&answer->reader);
}

static Pagination
read_has_next (Answer *answer)
{
  if (seam_reader_peek (&answer->reader) == SEAM_TOKEN_BOOLEAN)
    return seam_reader_read_boolean (&answer->reader) ? PAGINATION_MORE : PAGINATION_LAST;
  seam_reader_skip (&answer->reader);
  return PAGINATION_UNCLEAR;
}

static void
read_pagination (Answer *answer)
{
  SeamToken token = seam_reader_peek (&answer->reader);
  SeamSlice name;

  answer->pagination = token == SEAM_TOKEN_NULL ? PAGINATION_NONE : PAGINATION_UNCLEAR;
  g_clear_pointer (&answer->cursor, g_free);
  if (token != SEAM_TOKEN_OBJECT)
    {
      seam_reader_skip (&answer->reader);
      return;
    }
  seam_reader_enter (&answer->reader);
  while (seam_reader_next_member (&answer->reader, &name))
    if (seam_slice_is (name, "has_next_page"))
      answer->pagination = read_has_next (answer);
    else if (seam_slice_is (name, "next_page_cursor"))
      read_cursor (answer);
    else
      seam_reader_skip (&answer->reader);
}

static void
read_ok (Answer *answer)
{
  answer->is_not_ok = FALSE;
  if (seam_reader_peek (&answer->reader) == SEAM_TOKEN_BOOLEAN)
    answer->is_not_ok = !seam_reader_read_boolean (&answer->reader);
  else
    seam_reader_skip (&answer->reader);
}

/* Of a member that is there twice, the last one counts. */
static void
read_answer (Answer *answer)
{
  SeamSlice name;

  if (seam_reader_peek (&answer->reader) != SEAM_TOKEN_OBJECT)
    return;
  seam_reader_enter (&answer->reader);
  while (seam_reader_next_member (&answer->reader, &name))
    if (seam_slice_is (name, answer->member))
      read_records (answer);
    else if (seam_slice_is (name, "pagination"))
      read_pagination (answer);
    else if (seam_slice_is (name, "ok"))
      read_ok (answer);
    else
      seam_reader_skip (&answer->reader);
}

/* What is wrong with @answer, or NULL. */
static const char *
find_fault (Answer     *answer,
            const char *asked)
{
  if (!seam_reader_is_done (&answer->reader))
    return "The answer is not a JSON object";
  if (answer->is_not_ok)
    return "The answer says that it is not one";
  if (answer->records == NULL)
    return "The answer has no list";
  if (answer->n_unreadable > 0)
    return "The answer lists something without an id";
  if (answer->pagination == PAGINATION_UNCLEAR
      || (answer->pagination == PAGINATION_MORE
          && (answer->cursor == NULL || *answer->cursor == '\0' || g_strcmp0 (answer->cursor, asked) == 0)))
    return "The answer doesn't say where the next page is";
  return NULL;
}

/* seam_page_parse:
 * @body: the body of an answer with a status of 2xx
 * @type: the #SeamRecord type of what it lists
 * @member: the member that holds the list
 * @asked: (nullable): the cursor that the page was asked for with
 * @error: a %SEAM_ERROR_MALFORMED
 *
 * May be called on any thread.
 *
 * Returns: (transfer full): the page, or %NULL with @error */
SeamPage *
seam_page_parse (GBytes      *body,
                 GType        type,
                 const char  *member,
                 const char  *asked,
                 GError     **error)
{
  g_autoptr (SeamPage) page = g_new0 (SeamPage, 1);
  Answer answer = { .type = type, .member = member };
  gsize size;
  const char *text = g_bytes_get_data (body, &size);
  const char *fault;

  seam_reader_init (&answer.reader, text, size);
  read_answer (&answer);
  fault = find_fault (&answer, asked);
  page->records = answer.records;
  page->next_cursor = answer.cursor;
  if (fault != NULL)
    {
      g_set_error (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "%s (%s)", fault, member);
      return NULL;
    }
  if (answer.pagination != PAGINATION_MORE)
    g_clear_pointer (&page->next_cursor, g_free);
  return g_steal_pointer (&page);
}

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
