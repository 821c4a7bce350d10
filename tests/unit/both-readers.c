/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One text read in both ways: by the reader of lists, and by json-glib. */
#include "both-readers.h"

#include "seam-json.h"
#include "seam-record-private.h"

static SeamRecord *
read_text (GType       type,
           const char *text,
           gsize       size,
           SeamExtent  extent)
{
  g_autoptr (SeamRecord) record = NULL;
  SeamReader reader;

  seam_reader_init (&reader, text, size);
  if (seam_reader_peek (&reader) == SEAM_TOKEN_OBJECT)
    record = seam_record_new_from_reader (type, &reader, extent);
  return record != NULL && seam_reader_is_done (&reader) ? g_steal_pointer (&record) : NULL;
}

static SeamRecord *
read_nodes (GType       type,
            const char *text,
            gsize       size,
            SeamExtent  extent)
{
  g_autoptr (JsonNode) node = seam_json_parse (text, size);

  return node != NULL ? seam_record_new_from_node (type, node, extent, NULL) : NULL;
}

static void
assert_rewritten (SeamRecord *record,
                  JsonNode   *written,
                  SeamExtent  extent)
{
  g_autoptr (SeamRecord) again = seam_record_new_from_node (G_OBJECT_TYPE (record), written, extent, NULL);
  g_autoptr (JsonNode) rewritten = NULL;

  g_assert_nonnull (again);
  rewritten = seam_record_to_json (again);
  g_assert_true (json_node_equal (written, rewritten));
}

/* Ends the process unless equal records come of @text, or none both ways, and what is written of them is read again as
 * the same. Returns whether it is a record. */
gboolean
both_readers_agree (GType       type,
                    const char *text,
                    gsize       size,
                    SeamExtent  extent)
{
  g_autoptr (SeamRecord) a = read_text (type, text, size, extent);
  g_autoptr (SeamRecord) b = read_nodes (type, text, size, extent);
  g_autoptr (JsonNode) written_a = NULL;
  g_autoptr (JsonNode) written_b = NULL;

  if ((a != NULL) != (b != NULL))
    g_error ("Only one of them reads %.*s", (int) size, text);
  if (a == NULL)
    return FALSE;

  /* What they were told of, and what that is; then what they show. */
  written_a = seam_record_to_json (a);
  written_b = seam_record_to_json (b);
  if (!json_node_equal (written_a, written_b))
    g_error ("They differ in %.*s", (int) size, text);
  assert_rewritten (a, written_a, extent);
  g_assert_cmpstr (seam_record_get_display_name (a), ==, seam_record_get_display_name (b));
  g_assert_false (seam_record_merge (a, b));
  return TRUE;
}
