/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be opened as a table: any file. What is read of it is written, and read again to the byte. */
#include "fuzz.h"

#include "lanyard-matches.h"
#include "lanyard-sheet-error.h"
#include "lanyard-sheet-writer.h"
#include "lanyard-sheet.h"

static LanyardRoster *
make_roster (void)
{
  static const char * const users[] = {
    "{\"acs_user_id\":\"u-1\",\"acs_system_id\":\"s-1\",\"full_name\":\"Ada Okafor\",\"email_address\":\"ada@a.example\"}",
    "{\"acs_user_id\":\"u-2\",\"acs_system_id\":\"s-1\",\"full_name\":\"Jörg\",\"phone_number\":\"+44 20 7946 0018\"}",
  };
  static const char * const credentials[] = {
    "{\"acs_credential_id\":\"c-1\",\"acs_system_id\":\"s-1\",\"card_number\":\"0008271645\"}",
    "{\"acs_credential_id\":\"c-2\",\"acs_system_id\":\"s-2\",\"card_number\":\"****1645\",\"acs_user_id\":\"u-1\"}",
  };
  LanyardRoster *roster = lanyard_roster_new ();

  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    {
      g_autoptr (SeamRecord) user = seam_record_new_from_text (SEAM_TYPE_USER, users[i], SEAM_EXTENT_WHOLE, NULL);

      lanyard_roster_add_user (roster, SEAM_USER (user));
    }
  for (guint i = 0; i < G_N_ELEMENTS (credentials); i++)
    {
      g_autoptr (SeamRecord) credential = seam_record_new_from_text (SEAM_TYPE_CREDENTIAL, credentials[i],
                                                                     SEAM_EXTENT_WHOLE, NULL);

      lanyard_roster_add_credential (roster, SEAM_CREDENTIAL (credential),
                                     seam_credential_get_user_id (SEAM_CREDENTIAL (credential)));
    }
  lanyard_roster_settle (roster);
  return roster;
}

static void
match (LanyardSheet *sheet)
{
  static LanyardRoster *roster;
  g_autoptr (LanyardMatches) matches = NULL;
  LanyardSheetColumns columns;
  guint n = 0;

  if (roster == NULL)
    roster = make_roster ();
  lanyard_sheet_columns_guess (&columns, sheet, roster);
  g_assert_cmpuint (columns.n, ==, lanyard_sheet_get_n_columns (sheet));
  matches = lanyard_matches_new (sheet, &columns, roster);
  for (guint state = 0; state < LANYARD_MATCH_N_STATES; state++)
    n += lanyard_matches_count (matches, (LanyardMatchState) state);
  g_assert_cmpuint (n, ==, lanyard_matches_get_n (matches));
  for (guint i = 0; i < n; i++)
    if (lanyard_matches_get (matches, i)->state == LANYARD_MATCH_DO)
      g_assert_nonnull (lanyard_matches_get_credential (matches, i));
}

/* A whole first row keeps empty columns at the end from being left out. */
static void
write_again (LanyardSheet *sheet)
{
  guint n_columns = lanyard_sheet_get_n_columns (sheet);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (LanyardSheetWriter) writer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LanyardSheet) again = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  const guint8 *data;

  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (cells, (gpointer) "head");
  g_ptr_array_add (cells, NULL);
  writer = lanyard_sheet_writer_new (LANYARD_SHEET_FORMAT_CSV, ';', (const char * const *) cells->pdata);
  for (guint row = 0; row < lanyard_sheet_get_n_rows (sheet); row++)
    {
      for (guint i = 0; i < n_columns; i++)
        cells->pdata[i] = (gpointer) lanyard_sheet_get_cell (sheet, row, i);
      lanyard_sheet_writer_append (writer, (const char * const *) cells->pdata);
    }
  bytes = lanyard_sheet_writer_end (writer);
  data = g_bytes_get_data (bytes, &size);
  again = lanyard_sheet_new (data, size, ';', &error);
  /* A cell that grows by its guard may become too long, and one row more too many. */
  if (again == NULL)
    {
      g_assert_true (error->domain == LANYARD_SHEET_ERROR);
      return;
    }
  for (guint row = 0, at = 1; row < lanyard_sheet_get_n_rows (sheet) && at < lanyard_sheet_get_n_rows (again);
       row++, at++)
    for (guint i = 0; i < n_columns; i++)
      g_assert_cmpstr (lanyard_sheet_get_cell (sheet, row, i), ==, lanyard_sheet_get_cell (again, at, i));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char separators[] = { '\0', ',', ';', '\t', '|' };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardSheet) sheet = lanyard_sheet_new (data, size, separators[i], &error);

      if (sheet == NULL)
        {
          g_assert_true (error->domain == LANYARD_SHEET_ERROR);
          continue;
        }
      for (guint row = 0; row < lanyard_sheet_get_n_rows (sheet); row++)
        for (guint column = 0; column < lanyard_sheet_get_n_columns (sheet); column++)
          fuzz_assert_text (lanyard_sheet_get_cell (sheet, row, column));
      write_again (sheet);
      match (sheet);
    }
  return 0;
}
