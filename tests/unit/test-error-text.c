/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every code that can reach a person has words of ours; what others wrote is behind Details alone, without secrets. */
#include <libsoup/soup.h>

#include "lanyard-changes-error.h"
#include "lanyard-entry-private.h"
#include "lanyard-entry-text.h"
#include "lanyard-error-report.h"
#include "lanyard-error-text.h"
#include "lanyard-error-words.h"
#include "lanyard-file-text.h"
#include "lanyard-journal.h"
#include "seam-error-private.h"

/* What a server or a library may write: none of it may be seen outside of a report. */
#define RAW "Zeichenkette roh: 42 <b>"
#define KEY "seam_testkey1_0123456789abcdef"
#define ID "48217735-4821-4821-9821-482177354821"
#define GENERAL "An unexpected error occurred"

static void
assert_ours (const char *text)
{
  g_assert_nonnull (text);
  g_assert_cmpstr (text, !=, "");
  g_assert_null (strstr (text, "roh"));
  g_assert_null (strstr (text, "req-1"));
  g_assert_null (strstr (text, "seam_"));
}

static void
assert_line (const char *line)
{
  assert_ours (line);
  g_assert_true (g_unichar_isupper (g_utf8_get_char (line)));
  g_assert_null (strstr (line, "%s"));
}

static void
assert_report (const GError *error,
               const char   *part)
{
  g_autofree char *line = lanyard_error_text (error);
  g_autoptr (GVariant) report = g_variant_ref_sink (lanyard_error_report (line, error, "https://seam.example:8443/"));
  g_autofree char *text = lanyard_report_text (report);

  g_assert_true (g_str_has_prefix (text, "What Happened: "));
  g_assert_nonnull (strstr (text, line));
  g_assert_nonnull (strstr (text, part));
  g_assert_nonnull (strstr (text, "Error Type: "));
  g_assert_nonnull (strstr (text, "Lanyard Version: "));
  g_assert_nonnull (strstr (text, "Time: "));
  g_assert_nonnull (strstr (text, "Server: seam.example\n"));
  g_assert_null (strstr (text, "0123456789abcdef"));
}

static void
assert_trouble (const GError *error)
{
  g_autoptr (LanyardTrouble) trouble = lanyard_trouble_new (error, "https://seam.example");

  assert_line (trouble->title);
  assert_ours (trouble->body);
  g_assert_null (strstr (trouble->body, "%s"));
  g_assert_true (g_str_has_suffix (trouble->body, "."));
  g_assert_true (g_variant_is_of_type (trouble->report, G_VARIANT_TYPE (LANYARD_REPORT_TYPE)));
  g_assert_true (trouble->can_retry || trouble->wants_key || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_ENDPOINT)
                 || g_strcmp0 (seam_error_get_type_name (error), "full_name_required") == 0
                 || seam_error_get_fields (error) != NULL);
}

static void
assert_seam (int                    code,
             const SeamErrorDetail *detail)
{
  g_autoptr (GError) error = seam_error_new_detailed (code, RAW " " KEY, detail);
  g_autofree char *line = lanyard_error_text (error);
  g_autofree char *because = lanyard_error_text_because ("The lists are incomplete.", error);

  assert_line (line);
  g_assert_false (g_str_has_suffix (line, "."));
  assert_line (because);
  g_assert_true (g_str_has_suffix (because, "."));
  assert_trouble (error);
  assert_report (error, RAW);
}

static void
test_seam_codes (void)
{
  SeamErrorDetail detail = {
    .type_name = "nobody_knows_it", .request_id = "req-1", .server_text = RAW " " KEY "\nfield: " RAW, .status = 499,
    .retry_after = SEAM_RETRY_AFTER_UNSET,
  };

  for (int code = 0; code <= SEAM_ERROR_PROXY; code++)
    {
      g_autoptr (GError) error = seam_error_new_detailed (code, "", &detail);

      assert_seam (code, NULL);
      assert_seam (code, &detail);
      assert_report (error, "HTTP Status: 499\n");
      assert_report (error, "Request ID: req-1\n");
      assert_report (error, "Error Type: nobody_knows_it\n");
    }
}

static void
test_api_types (void)
{
  static const char * const types[] = {
    "acs_access_group_not_found", "acs_credential_already_assigned", "acs_credential_not_assigned_to_acs_user",
    "acs_credential_not_found", "acs_entrance_not_found", "acs_system_not_found", "acs_user_not_found",
    "access_token_used_for_api_key", "client_session_expired", "client_session_not_found", "client_session_revoked",
    "connected_account_not_found", "full_name_required", "invalid_client_session_token", "mismatched_page_parameters",
    "method_not_allowed", "user_identity_not_found", "workspace_not_found",
  };
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      SeamErrorDetail detail = { .type_name = types[i], .server_text = RAW, .status = 404 };
      const LanyardErrorWords *words = lanyard_error_words_of_type (types[i]);

      g_assert_nonnull (words);
      g_assert_true (words->line != lanyard_error_words_of_code (SEAM_ERROR_NOT_FOUND)->line);
      g_hash_table_add (lines, (char *) words->line);
      assert_seam (SEAM_ERROR_NOT_FOUND, &detail);
    }
  /* What was not found is told apart; only the client sessions have one text. */
  g_assert_cmpuint (g_hash_table_size (lines), ==, G_N_ELEMENTS (types) - 3);
}

static void
test_proxies (void)
{
  for (int fault = SEAM_PROXY_FAULT_WANTS_ACCOUNT; fault <= SEAM_PROXY_FAULT_NO_WAY; fault++)
    {
      SeamErrorDetail detail = { .proxy = "proxy.example.org:3128", .proxy_fault = fault };
      g_autoptr (GError) error = seam_error_new_detailed (SEAM_ERROR_PROXY, RAW, &detail);
      g_autoptr (LanyardTrouble) trouble = lanyard_trouble_new (error, "https://seam.example");

      assert_seam (SEAM_ERROR_PROXY, &detail);
      g_assert_nonnull (strstr (trouble->body, "proxy.example.org:3128"));
    }
}

static void
test_fields (void)
{
  static const char * const known[] = {
    "acs_credential_id", "acs_system_id", "acs_user_id", "page_cursor", "search", "user_identity_id", "workspace_id",
  };
  const char *unknown[] = { "of_tomorrow", NULL };
  SeamErrorDetail detail = { .type_name = "invalid_input", .server_text = RAW, .status = 400, .fields = unknown };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const char *fields[] = { "of_tomorrow", known[i], NULL };

      detail.fields = fields;
      assert_seam (SEAM_ERROR_INVALID, &detail);
      g_assert_nonnull (lanyard_error_words_of_field (known[i]));
    }
  detail.fields = unknown;
  assert_seam (SEAM_ERROR_INVALID, &detail);
  g_assert_null (lanyard_error_words_of_field ("of_tomorrow"));
}

static void
assert_causes (GQuark domain,
               int    first,
               int    last)
{
  for (int code = first; code <= last; code++)
    {
      g_autoptr (GError) cause = g_error_new (domain, code, RAW);
      SeamErrorDetail detail = { .cause = cause };
      g_autofree char *type = g_strdup_printf ("Error Type: %s %d\n", g_quark_to_string (domain), code);
      g_autoptr (GError) error = seam_error_new_detailed (SEAM_ERROR_NETWORK, RAW, &detail);

      assert_seam (SEAM_ERROR_NETWORK, &detail);
      assert_seam (SEAM_ERROR_TLS, &detail);
      assert_report (error, type);
    }
}

/* On the way to the server. */
static void
test_causes (void)
{
  g_autoptr (GError) bad_certificate = g_error_new (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, RAW);

  assert_causes (G_IO_ERROR, G_IO_ERROR_FAILED, G_IO_ERROR_NO_SUCH_DEVICE);
  assert_causes (G_TLS_ERROR, G_TLS_ERROR_UNAVAILABLE, G_TLS_ERROR_BAD_CERTIFICATE_PASSWORD);
  assert_causes (G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, G_RESOLVER_ERROR_INTERNAL);
  assert_causes (SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING, SOUP_SESSION_ERROR_MESSAGE_ALREADY_IN_QUEUE);
  assert_causes (g_quark_from_static_string ("of-tomorrow"), 0, 1);
  g_assert_null (lanyard_error_words_of_cause (bad_certificate));
}

/* All of GIO's that a file may fail with are told apart from what nobody expects. */
static void
test_files (void)
{
  static const int expected[] = {
    G_IO_ERROR_NO_SPACE, G_IO_ERROR_PERMISSION_DENIED, G_IO_ERROR_READ_ONLY, G_IO_ERROR_NOT_FOUND,
    G_IO_ERROR_NOT_DIRECTORY, G_IO_ERROR_IS_DIRECTORY, G_IO_ERROR_EXISTS, G_IO_ERROR_FILENAME_TOO_LONG,
    G_IO_ERROR_INVALID_FILENAME, G_IO_ERROR_CANT_CREATE_BACKUP, G_IO_ERROR_TOO_MANY_LINKS, G_IO_ERROR_BUSY,
    G_IO_ERROR_NOT_MOUNTED, G_IO_ERROR_HOST_NOT_FOUND, G_IO_ERROR_TIMED_OUT, G_IO_ERROR_NOT_SUPPORTED,
    G_IO_ERROR_TOO_MANY_OPEN_FILES,
  };

  for (int code = G_IO_ERROR_FAILED; code <= G_IO_ERROR_NO_SUCH_DEVICE; code++)
    {
      g_autoptr (GError) error = g_error_new (G_IO_ERROR, code, RAW);
      g_autofree char *text = lanyard_file_text (error);

      assert_line (text);
      g_assert_false (g_str_has_suffix (text, "."));
      assert_report (error, RAW);
    }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GError) error = g_error_new (G_IO_ERROR, expected[i], RAW);
      g_autofree char *text = lanyard_file_text (error);

      g_assert_cmpstr (text, !=, GENERAL);
    }
}

static void
assert_own (GQuark domain,
            int    last)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = 0; code <= last; code++)
    {
      g_autoptr (GError) error = g_error_new (domain, code, RAW);
      char *text = lanyard_error_text (error);

      assert_line (text);
      g_assert_cmpstr (text, !=, GENERAL);
      g_assert_true (g_hash_table_add (texts, text));
      assert_report (error, RAW);
    }
}

static void
test_own (void)
{
  g_autoptr (GError) foreign = g_error_new (g_quark_from_static_string ("of-tomorrow"), 3, RAW);
  g_autoptr (GError) journal = g_error_new (LANYARD_JOURNAL_ERROR, 99, RAW);
  g_autofree char *foreign_text = lanyard_error_text (foreign);
  g_autofree char *journal_text = lanyard_error_text (journal);

  assert_own (LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_NOT_SENT);
  assert_own (LANYARD_JOURNAL_ERROR, LANYARD_JOURNAL_ERROR_MEMORY);
  g_assert_cmpstr (foreign_text, ==, GENERAL);
  g_assert_cmpstr (journal_text, ==, GENERAL);
}

/* What is written down of a failure. */
static void
test_entries (void)
{
  for (int outcome = LANYARD_OUTCOME_REFUSED; outcome <= LANYARD_OUTCOME_UNKNOWN; outcome++)
    for (int code = -1; code <= SEAM_ERROR_PROXY; code++)
      {
        g_autoptr (LanyardEntry) entry = g_object_new (LANYARD_TYPE_ENTRY, NULL);
        g_autofree char *text = NULL, *detail = NULL, *all = NULL;
        g_autoptr (GVariant) report = NULL;

        lanyard_entry_set_outcome (entry, outcome, 1, code, "acs_user_not_found: " RAW " Bearer abcdefgh", "req-1");
        text = lanyard_entry_text (entry);
        detail = lanyard_entry_detail (entry);
        report = g_variant_ref_sink (lanyard_entry_report (entry, NULL, text, "https://seam.example"));
        all = lanyard_report_text (report);
        g_assert_null (strstr (text, "roh"));
        g_assert_null (strstr (detail, "roh"));
        g_assert_null (strstr (detail, "req-1"));
        if (code >= 0 && outcome != LANYARD_OUTCOME_UNKNOWN)
          g_assert_nonnull (strstr (text, "The user no longer exists in Seam"));
        g_assert_nonnull (strstr (all, "Server Message: " RAW));
        g_assert_nonnull (strstr (all, "Error Type: acs_user_not_found\n"));
        g_assert_nonnull (strstr (all, "Request ID: req-1\n"));
        g_assert_null (strstr (all, "abcdefgh"));
      }
}

static void
test_secrets (void)
{
  static const struct
  {
    const char *text;
    const char *masked;
  } cases[] = {
    { "Bad key " KEY "!", "Bad key ••••••!" },
    { "seam_at1AbCdEfGh_ijklmnop failed", "•••••• failed" },
    { "seam_bridge_disconnected", "seam_bridge_disconnected" },
    { "Authorization: Bearer abc.def-123", "Authorization: Bearer ••••••" },
    { "\"api_key\": \"abcdef\", \"x\": 1", "\"api_key\": \"••••••\", \"x\": 1" },
    { "password=hunter22;", "password=••••••;" },
    { "http://me:secret@proxy.example.org:3128/", "http://••••••@proxy.example.org:3128/" },
    { "The code 4821 is taken", "The code •••••• is taken" },
    { "PIN: 48-21-77 is taken in room 94821", "PIN: •••••• is taken in room 94821" },
    { "The server answered with status code 500", "The server answered with status code 500" },
    { "disk I/O error (SQLite 778)", "disk I/O error (SQLite 778)" },
    { "\"access_code\": \"4821\"", "\"access_code\": \"••••••\"" },
    { "{\\\"access_code\\\": \\\"4821\\\"}", "{\\\"access_code\\\": \\\"••••••\\\"}" },
    { "pin_code=4821", "pin_code=••••••" },
    { "keycode 4821", "keycode ••••••" },
    { "accessCode: 4821", "accessCode: ••••••" },
    { "accessCode: A48B21", "accessCode: ••••••" },
    { "userPin=4821", "userPin=••••••" },
    { "PINs 4821", "PINs ••••••" },
    { "The PIN of Jane Doe is 4821", "The PIN of Jane Doe is ••••••" },
    { "The PIN of Jane Doe for room 821 is 4821", "The PIN of Jane Doe for room 821 is ••••••" },
    { "The code of " ID " is 4821", "The code of " ID " is ••••••" },
    { "The code set at 2026-11-28T10:31:07.1234Z is 4821", "The code set at 2026-11-28T10:31:07.1234Z is ••••••" },
    { "code 500", "code ••••••" },
    { "PIN 482", "PIN ••••••" },
    { "card_number: 12345678", "card_number: ••••••" },
    { "\"cardNumber\": \"1234 5678\"", "\"cardNumber\": \"••••••\"" },
    { "Card 12345678 is taken", "Card •••••• is taken" },
    { "client_secret=hunter22", "client_secret=••••••" },
    { "clientSecret: 'hunter22'", "clientSecret: '••••••'" },
    { "refresh_token: abcd.efgh", "refresh_token: ••••••" },
    { "seam_api_key=hunter22", "seam_api_key=••••••" },
    { "x_seam_at1AbCdEfGh", "x_••••••" },
    { "passphrase: \"correct horse, battery\"", "passphrase: \"••••••\"" },
    { "acs_credential_already_assigned", "acs_credential_already_assigned" },
    { "\"code\": \"acs_credential_already_assigned\"", "\"code\": \"acs_credential_already_assigned\"" },
    { "access_code: may not be empty", "access_code: may not be empty" },
    { "status_code=500, statusCode: 404, HTTP code 502", "status_code=500, statusCode: 404, HTTP code 502" },
    { "Error code 778", "Error code 778" },
    { "The code is wrong: HTTP 400", "The code is wrong: HTTP 400" },
    { "The code is wrong at 10:31:07.1234", "The code is wrong at 10:31:07.1234" },
    { "The PIN was refused on 2026-11-28 10:31:07", "The PIN was refused on 2026-11-28 10:31:07" },
    { "The code is wrong, request_id: 48217735", "The code is wrong, request_id: 48217735" },
    { "The code of " ID " is wrong", "The code of " ID " is wrong" },
    { "Shipping 48217 and encoding 48217", "Shipping 48217 and encoding 48217" },
    { "\xff" "x", "\xef\xbf\xbdx" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = lanyard_report_mask (cases[i].text);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error-text/seam-codes", test_seam_codes);
  g_test_add_func ("/error-text/api-types", test_api_types);
  g_test_add_func ("/error-text/proxies", test_proxies);
  g_test_add_func ("/error-text/fields", test_fields);
  g_test_add_func ("/error-text/causes", test_causes);
  g_test_add_func ("/error-text/files", test_files);
  g_test_add_func ("/error-text/own", test_own);
  g_test_add_func ("/error-text/entries", test_entries);
  g_test_add_func ("/error-text/secrets", test_secrets);

  return g_test_run ();
}
