/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two houses with people and cards, as a sheet is compared with them. */
#include "houses.h"

#include <string.h>

#include "lanyard-roster-taking.h"
#include "records.h"

static const char * const systems[] = {
  "{\"acs_system_id\":\"s-1\",\"name\":\"North House\"}",
  "{\"acs_system_id\":\"s-2\",\"name\":\"South House\"}",
};

/* Ada is in both houses; there are two called Ece Yilmaz in the north. */
static const char * const users[] = {
  "{\"acs_user_id\":\"u-ada\",\"acs_system_id\":\"s-1\",\"full_name\":\"Ada Okafor\","
  "\"email_address\":\"ada@a.example\",\"phone_number\":\"+442079460018\"}",
  "{\"acs_user_id\":\"u-ada-2\",\"acs_system_id\":\"s-2\",\"full_name\":\"Ada Okafor\","
  "\"email_address\":\"ada@a.example\"}",
  "{\"acs_user_id\":\"u-ece\",\"acs_system_id\":\"s-1\",\"full_name\":\"Ece Yılmaz\","
  "\"email_address\":\"ece@a.example\"}",
  "{\"acs_user_id\":\"u-ece-2\",\"acs_system_id\":\"s-1\",\"full_name\":\"Ece Yilmaz\"}",
  "{\"acs_user_id\":\"u-joerg\",\"acs_system_id\":\"s-1\",\"full_name\":\"Jörg Müller\"}",
  "{\"acs_user_id\":\"u-south\",\"acs_system_id\":\"s-2\",\"full_name\":\"=cmd\",\"email_address\":\"x@a.example\"}",
  "{\"acs_user_id\":\"u-hooft\",\"acs_system_id\":\"s-2\",\"full_name\":\"'t Hooft\"}",
};

static const char * const credentials[] = {
  "{\"acs_credential_id\":\"c-free\",\"acs_system_id\":\"s-1\",\"card_number\":\"0008271645\",\"display_name\":\"Card\"}",
  "{\"acs_credential_id\":\"c-held\",\"acs_system_id\":\"s-1\",\"card_number\":\"20481234\",\"acs_user_id\":\"u-ece\"}",
  "{\"acs_credential_id\":\"c-ada\",\"acs_system_id\":\"s-1\",\"card_number\":\"555001\",\"acs_user_id\":\"u-ada\"}",
  "{\"acs_credential_id\":\"c-both-1\",\"acs_system_id\":\"s-1\",\"card_number\":\"777001\"}",
  "{\"acs_credential_id\":\"c-both-2\",\"acs_system_id\":\"s-2\",\"card_number\":\"777001\"}",
  "{\"acs_credential_id\":\"c-twice-1\",\"acs_system_id\":\"s-2\",\"card_number\":\"888001\"}",
  "{\"acs_credential_id\":\"c-twice-2\",\"acs_system_id\":\"s-2\",\"card_number\":\"888001\"}",
  "{\"acs_credential_id\":\"c-facility\",\"acs_system_id\":\"s-1\",\"card_number\":\"9104021\"}",
  "{\"acs_credential_id\":\"c-hidden\",\"acs_system_id\":\"s-1\",\"card_number\":\"****9876\"}",
  "{\"acs_credential_id\":\"c-long\",\"acs_system_id\":\"s-1\",\"card_number\":\"1234567890123450\"}",
  "{\"acs_credential_id\":\"c-pin\",\"acs_system_id\":\"s-1\",\"code\":\"4711\",\"display_name\":\"PIN 4711\"}",
  "{\"acs_credential_id\":\"c-gone\",\"acs_system_id\":\"s-1\",\"card_number\":\"606060\",\"acs_user_id\":\"u-left\"}",
};

G_STATIC_ASSERT (G_N_ELEMENTS (users) == HOUSES_N_USERS);
G_STATIC_ASSERT (G_N_ELEMENTS (credentials) == HOUSES_N_CREDENTIALS);

static void
add_all (LanyardDirectory   *directory,
         GType               type,
         const char * const *records,
         gsize               n)
{
  for (gsize i = 0; i < n; i++)
    {
      G_GNUC_UNUSED gpointer record = records_add (directory, type, records[i]);
    }
}

LanyardDirectory *
houses_new (void)
{
  LanyardDirectory *directory = records_new_directory ();

  add_all (directory, SEAM_TYPE_SYSTEM, systems, G_N_ELEMENTS (systems));
  add_all (directory, SEAM_TYPE_USER, users, G_N_ELEMENTS (users));
  add_all (directory, SEAM_TYPE_CREDENTIAL, credentials, G_N_ELEMENTS (credentials));
  return directory;
}

static void
on_taken (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(LanyardRoster **) user_data = lanyard_roster_take_finish (LANYARD_DIRECTORY (source), result, &error);
  g_assert_no_error (error);
}

LanyardRoster *
houses_take_roster (LanyardDirectory *directory)
{
  LanyardRoster *roster = NULL;

  lanyard_roster_take_async (directory, NULL, on_taken, &roster);
  while (roster == NULL)
    g_main_context_iteration (NULL, TRUE);
  return roster;
}

LanyardMatches *
houses_match_bytes (LanyardDirectory *directory,
                    const char       *data,
                    gsize             size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardRoster) roster = houses_take_roster (directory);
  g_autoptr (LanyardSheet) sheet = lanyard_sheet_new ((const guint8 *) data, size, '\0', &error);
  LanyardSheetColumns columns;

  g_assert_no_error (error);
  lanyard_sheet_columns_guess (&columns, sheet, roster);
  g_assert_cmpint (lanyard_sheet_columns_check (&columns, NULL), ==, LANYARD_SHEET_LACK_NOTHING);
  return lanyard_matches_new (sheet, &columns, roster);
}

LanyardMatches *
houses_match (LanyardDirectory *directory,
              const char       *text)
{
  return houses_match_bytes (directory, text, strlen (text));
}

void
houses_assert_match (LanyardMatches    *matches,
                     guint              position,
                     LanyardMatchState  state,
                     LanyardMatchReason reason,
                     const char        *user_id,
                     const char        *credential_id)
{
  const LanyardMatch *found = lanyard_matches_get (matches, position);
  gpointer user = lanyard_matches_get_user (matches, position);
  gpointer credential = lanyard_matches_get_credential (matches, position);

  g_assert_cmpint (found->state, ==, state);
  g_assert_cmpint (found->reason, ==, reason);
  g_assert_cmpstr (user != NULL ? seam_record_get_id (user) : NULL, ==, user_id);
  g_assert_cmpstr (credential != NULL ? seam_record_get_id (credential) : NULL, ==, credential_id);
}
