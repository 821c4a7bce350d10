/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two readings of records, with a line that begins with "~" between them: what is merged is then as it was read last,
 * and merging the same once more changes nothing. */
#include "fuzz.h"

#include "seam.h"

static SeamRecord *
read_record (GType       type,
             const char *text,
             SeamExtent  extent)
{
  g_autoptr (GError) error = NULL;
  SeamRecord *record = seam_record_new_from_text (type, text, extent, &error);

  if (record == NULL)
    g_assert_error (error, SEAM_ERROR, SEAM_ERROR_MALFORMED);
  else
    fuzz_assert_texts (G_OBJECT (record));
  return record;
}

static void
check_merge (GType       type,
             const char *before,
             const char *after,
             SeamExtent  extent)
{
  g_autoptr (SeamRecord) shown = read_record (type, before, SEAM_EXTENT_WHOLE);
  g_autoptr (SeamRecord) fresh = read_record (type, after, extent);
  g_autoptr (SeamRecord) again = read_record (type, after, extent);
  g_autoptr (SeamRecord) whole = read_record (type, after, SEAM_EXTENT_WHOLE);

  if (shown == NULL || fresh == NULL || !g_str_equal (seam_record_get_id (shown), seam_record_get_id (fresh)))
    return;
  seam_record_merge (shown, fresh);
  fuzz_assert_texts (G_OBJECT (shown));
  g_assert_false (seam_record_merge (shown, again));
  if (extent == SEAM_EXTENT_WHOLE)
    g_assert_false (seam_record_merge (shown, whole));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  GType types[] = { SEAM_TYPE_USER, SEAM_TYPE_CREDENTIAL, SEAM_TYPE_SYSTEM };
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) parts = g_strsplit (text, "\n~", 2);
  const char *before = parts[0] != NULL ? parts[0] : "";
  const char *after = parts[0] != NULL && parts[1] != NULL ? parts[1] : before;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      check_merge (types[i], before, after, SEAM_EXTENT_WHOLE);
      check_merge (types[i], before, after, SEAM_EXTENT_PART);
    }
  return 0;
}
