/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers with a list, or with a page of one and the cursor that the next page is asked for with. */
#include "sandbox-list.h"

#include "sandbox-json.h"

#define CURSOR_LENGTH 24 /* hexadecimal: 16 digits of the query's hash, 8 of the row that comes next */

/**
 * sandbox_query_init:
 * @query: (out caller-allocates): a query for everything
 * @kind: the kind of object
 * @limit: rows a page, unless the request says otherwise; 0 for a list without pages
 */
void
sandbox_query_init (SandboxQuery *query,
                    SandboxKind   kind,
                    guint         limit)
{
  *query = (SandboxQuery) {
    .kind = kind,
    .limit = limit,
    .system = SANDBOX_NONE,
    .user = SANDBOX_NONE,
    .created_before = G_MAXINT64,
    .is_multi_phone = -1,
    .entrances = G_MAXUINT64,
    .end = SANDBOX_NONE,
  };
}

static guint64
hash_text (guint64     hash,
           const char *text)
{
  /* FNV-1a; the text's end counts, so that "ab","c" isn't "a","bc". */
  do
    hash = (hash ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  while (*text++);

  return hash;
}

/* Of everything that was asked but the cursor itself: a cursor belongs to its query. */
static guint64
hash_query (SandboxCall *call)
{
  guint64 hash = hash_text (G_GUINT64_CONSTANT (0xcbf29ce484222325), call->path);
  g_autoptr(GList) names = g_list_sort (json_object_get_members (call->params), (GCompareFunc) g_strcmp0);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *value = NULL;

      if (g_str_equal (l->data, "page_cursor"))
        continue;

      value = sandbox_json_from_node (json_object_get_member (call->params, l->data));
      hash = hash_text (hash_text (hash, l->data), value);
    }

  return hash;
}

static char *
make_cursor (guint64 hash,
             guint32 next)
{
  char text[CURSOR_LENGTH + 1];

  g_snprintf (text, sizeof text, "%016" G_GINT64_MODIFIER "x%08x", hash, next);

  return g_base64_encode ((const guchar *) text, CURSOR_LENGTH);
}

static gboolean
read_cursor (SandboxCall *call,
             guint64      hash,
             guint32     *start)
{
  g_autofree char *decoded = NULL;
  g_autofree guchar *bytes = NULL;
  const char *cursor;
  guint64 cursor_hash, next;
  gsize length;

  *start = 0;

  if (!sandbox_call_read_text (call, "page_cursor", &cursor))
    return FALSE;

  if (cursor == NULL)
    return TRUE;

  bytes = g_base64_decode (cursor, &length);
  decoded = g_strndup ((const char *) bytes, length);

  if (length != CURSOR_LENGTH || !g_ascii_string_to_unsigned (decoded + 16, 16, 0, G_MAXUINT32, &next, NULL))
    {
      sandbox_call_fail_parameter (call, "page_cursor", "Invalid page_cursor");
      return FALSE;
    }

  decoded[16] = '\0';
  if (!g_ascii_string_to_unsigned (decoded, 16, 0, G_MAXUINT64, &cursor_hash, NULL) || cursor_hash != hash)
    {
      sandbox_call_fail (call, 400, "mismatched_page_parameters",
                         "When using page_cursor, the other parameters must be the same as for the first page");
      return FALSE;
    }

  *start = (guint32) next;

  return TRUE;
}

/* The rows that a query has to look at: all, those of a system, or those of a user; always in the same order. */
typedef struct
{
  SandboxState *state;
  SandboxQuery *query;
  GArray *array;
  guint at;
  guint32 row;
} Rows;

static guint
find_position (GArray *array,
               guint32 row)
{
  guint low = 0, high = array->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (array, guint32, middle) < row)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
rows_init (Rows         *rows,
           SandboxState *state,
           SandboxQuery *query,
           guint32       start)
{
  *rows = (Rows) { .state = state, .query = query, .row = start };

  if (query->user != SANDBOX_NONE)
    {
      rows->row = sandbox_state_get (state, SANDBOX_USER, query->user)->chain;
      while (rows->row != SANDBOX_NONE && rows->row < start)
        rows->row = sandbox_state_get (state, SANDBOX_CREDENTIAL, rows->row)->chain;
    }
  else if (query->system != SANDBOX_NONE)
    {
      rows->array = g_ptr_array_index (state->by_system[query->kind], query->system);
      rows->at = find_position (rows->array, start);
    }
}

static guint32
rows_next (Rows *rows)
{
  guint32 row = rows->row;

  if (rows->query->user != SANDBOX_NONE)
    {
      if (row != SANDBOX_NONE)
        rows->row = sandbox_state_get (rows->state, SANDBOX_CREDENTIAL, row)->chain;
      return row;
    }

  if (rows->array != NULL)
    return rows->at < rows->array->len ? g_array_index (rows->array, guint32, rows->at++) : SANDBOX_NONE;

  if (row >= rows->state->n[rows->query->kind] || row >= rows->query->end)
    return SANDBOX_NONE;

  rows->row++;

  return row;
}

static gboolean
matches_search (SandboxState *state,
                SandboxQuery *query,
                guint32       row,
                const char   *needle)
{
  g_autoptr(GString) text = g_string_new (NULL);

  sandbox_state_append_text (state, query->kind, row, text);

  return strstr (text->str, needle) != NULL;
}

static gboolean
matches_person (SandboxRecord *record,
                SandboxQuery  *query)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (query->identity_id == NULL && query->email == NULL && query->phone == NULL)
    return TRUE;

  /* Only people of the demo have an identity. */
  if (record->detail == NULL || record->detail->identity_id == NULL)
    return FALSE;

  /* One of a large workspace that was given an identity has no texts of its own. */
  if (record->detail->text == NULL)
    return query->email == NULL && query->phone == NULL && g_str_equal (query->identity_id, record->detail->identity_id);

  lines = g_strsplit (record->detail->text, "\n", 3);

  return (query->identity_id == NULL || g_str_equal (query->identity_id, record->detail->identity_id))
         && (query->email == NULL || g_ascii_strcasecmp (query->email, lines[1]) == 0)
         && (query->phone == NULL || g_str_equal (query->phone, lines[2]));
}

/* By a user of the identity, or by the identity itself. */
static gboolean
is_held_by_identity (SandboxState  *state,
                     SandboxRecord *credential,
                     const char    *identity_id)
{
  SandboxRecord *holder = credential->holder != SANDBOX_NONE ? sandbox_state_get (state, SANDBOX_USER, credential->holder)
                                                             : credential;

  return holder->detail != NULL && g_strcmp0 (holder->detail->identity_id, identity_id) == 0;
}

static gboolean
matches (SandboxState *state,
         SandboxQuery *query,
         guint32       row,
         const char   *needle)
{
  SandboxRecord *record = sandbox_state_get (state, query->kind, row);

  if ((record->flags & SANDBOX_FLAG_DELETED) || record->created_at >= query->created_before)
    return FALSE;

  if (query->system != SANDBOX_NONE && record->system != query->system)
    return FALSE;

  if (query->is_multi_phone >= 0
      && query->is_multi_phone != ((record->flags & SANDBOX_FLAG_MULTI_PHONE) != 0))
    return FALSE;

  if (query->kind == SANDBOX_ENTRANCE && !(query->entrances & G_GUINT64_CONSTANT (1) << row))
    return FALSE;

  if (query->account != NULL
      && strstr (sandbox_state_get_site (state, record->system)->members, query->account) == NULL)
    return FALSE;

  if (query->kind == SANDBOX_USER && !matches_person (record, query))
    return FALSE;

  if (query->kind == SANDBOX_CREDENTIAL && query->identity_id != NULL
      && !is_held_by_identity (state, record, query->identity_id))
    return FALSE;

  return needle == NULL || matches_search (state, query, row, needle);
}

static guint32
next_match (Rows       *rows,
            const char *needle)
{
  guint32 row;

  if (rows->query->nothing)
    return SANDBOX_NONE;

  do
    row = rows_next (rows);
  while (row != SANDBOX_NONE && !matches (rows->state, rows->query, row, needle));

  return row;
}

static void
append_pagination (SandboxCall *call,
                   guint64      hash,
                   guint32      next)
{
  g_autofree char *cursor = NULL;
  g_autofree char *url = NULL;

  sandbox_json_append_raw (call->body, "pagination", "{");
  sandbox_json_append_boolean (call->body, "has_next_page", next != SANDBOX_NONE);

  if (next == SANDBOX_NONE)
    {
      g_string_append (call->body, ",\"next_page_cursor\":null,\"next_page_url\":null}");
      return;
    }

  cursor = make_cursor (hash, next);
  url = g_strdup_printf ("https://sandbox.invalid%s?next_page_cursor=%s", call->path, cursor);
  sandbox_json_append_string (call->body, "next_page_cursor", cursor);
  sandbox_json_append_string (call->body, "next_page_url", url);
  g_string_append_c (call->body, '}');
}

/**
 * sandbox_list_answer:
 * @call: a request
 * @query: what it asks for
 *
 * Answers with the list, or the page of it, that the request asks for.
 */
void
sandbox_list_answer (SandboxCall  *call,
                     SandboxQuery *query)
{
  g_autofree char *needle = query->search != NULL ? g_utf8_casefold (query->search, -1) : NULL;
  g_autofree char *member = g_strconcat (sandbox_kind_get_member (query->kind), "s", NULL);
  gboolean is_paged = query->limit > 0;
  guint limit = is_paged ? query->limit : G_MAXUINT;
  guint64 hash = hash_query (call);
  guint32 row, start = 0;
  Rows rows;

  if (is_paged && (!sandbox_call_read_limit (call, &limit) || !read_cursor (call, hash, &start)))
    return;

  if (query->kind != SANDBOX_WORKSPACE && call->workspace != 0)
    query->nothing = TRUE;
  rows_init (&rows, call->state, query, start);
  sandbox_call_begin (call);
  sandbox_json_append_raw (call->body, member, "[");

  row = next_match (&rows, needle);
  for (guint n = 0; n < limit && row != SANDBOX_NONE; n++)
    {
      if (n > 0)
        g_string_append_c (call->body, ',');

      sandbox_state_append_record (call->state, query->kind, row, call->body);
      row = next_match (&rows, needle);
    }

  g_string_append_c (call->body, ']');
  if (is_paged)
    append_pagination (call, hash, row);

  sandbox_call_end (call);
}
