/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codes of a record stand in no text of it, however they are written; other numbers stay. */
#include <string.h>

#include "seam.h"

static void
assert_masked (const char *text,
               const char *code,
               const char *expected)
{
  const char *codes[] = { code, NULL };
  g_autofree char *masked = seam_mask_text (text, codes);

  g_assert_cmpstr (masked, ==, expected);
}

static void
test_codes (void)
{
  static const struct
  {
    const char *text;
    const char *code;
    const char *masked; /* NULL: it has no code */
  } cases[] = {
    { "PIN 4821", "4821", "PIN ••••••" },
    { "4821", "4821", "••••••" },
    { "PIN4821, again: 4821.", "4821", "PIN••••••, again: ••••••." },
    { "#4821*", "4821#", "#••••••*" },
    { "48-21 or 4 8 2 1 or 4 - 8 - 2 - 1 or 48\u00a021", "4821", "•••••• or •••••• or •••••• or ••••••" },
    { "48   \n\t  21", "4821", "••••••" },
    { "PIN 4821", "48-21", "PIN ••••••" },
    /* Of what is invisible, nothing is left to part it once it is shown. */
    { "48\u200e21 48\u200b21 4\u03388\u033821", "4821", "•••••• •••••• ••••••" },
    { "PIN ٤٨٢١", "4821", "PIN ••••••" },
    { "PIN 4821", "٤٨٢١", "PIN ••••••" },
    { "４８２１ ④⑧②① 𝟜𝟠𝟚𝟙", "4821", "•••••• •••••• ••••••" },
    { "Door a48b", "A48B", "Door ••••••" },
    { "Suite 7", "7", "Suite ••••••" },
    { "Code ٧", "7", "Code ••••••" },
    /* Parts of other numbers and words. */
    { "Card 94821", "4821", NULL },
    { "Card 48210", "4821", NULL },
    { "Card 9\u200e4821", "4821", NULL },
    { "xA48B", "A48B", NULL },
    { "A48B9", "A48B", NULL },
    { "4 people in 821", "4821", NULL },
    { "4 (821)", "4821", NULL },
    { "Suite 70", "7", NULL },
    { "PIN 0482", "482", NULL },
    { "Card 82****", "4821", NULL },
    { "Front Door", "4821", NULL },
    { "", "4821", NULL },
    /* No digit and no letter: there is nothing to hide. */
    { "Card 82****", "****", NULL },
    { "Card 82****", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_masked (cases[i].text, cases[i].code, cases[i].masked);
}

static void
test_several_codes (void)
{
  const char *codes[] = { "4821", "7350", "48213", NULL };
  g_autofree char *masked = seam_mask_text ("Code 4821 was taken, 7350 set; not 48-21-3 or 735", codes);

  g_assert_cmpstr (masked, ==, "Code •••••• was taken, •••••• set; not •••••• or 735");
}

/* Invalid bytes of a server's message hide nothing behind them. */
static void
test_invalid_text (void)
{
  const char *codes[] = { "4821", NULL };
  g_autofree char *masked = seam_mask_text ("\xff" "4821\xc3", codes);

  g_assert_nonnull (masked);
  g_assert_null (strstr (masked, "4821"));
  g_assert_true (g_utf8_validate (masked, -1, NULL));
}

static SeamRecord *
read_credential (const char *text,
                 SeamExtent  extent)
{
  g_autoptr (GError) error = NULL;
  SeamRecord *record = seam_record_new_from_text (SEAM_TYPE_CREDENTIAL, text, extent, &error);

  g_assert_no_error (error);
  return record;
}

static void
test_record (void)
{
  g_autoptr (SeamRecord) record = read_credential (
    "{\"acs_credential_id\":\"c\",\"display_name\":\"PIN 4821\",\"errors\":[{\"message\":\"No 4821\"}],"
    "\"warnings\":[{\"warning_code\":\"requested_code_unavailable\",\"message\":\"Code 4821 was taken, 7350 set\","
    "\"original_code\":\"4821\",\"new_code\":7350}],\"code\":\"4821\"}", SEAM_EXTENT_WHOLE);
  SeamProblem *error = g_ptr_array_index (seam_record_get_errors (record), 0);
  SeamProblem *warning = g_ptr_array_index (seam_record_get_warnings (record), 0);
  g_autofree char *text = seam_record_mask_text (record, "4821, 7350, 1234");

  g_assert_cmpstr (seam_record_get_display_name (record), ==, "PIN ••••••");
  g_assert_cmpstr (seam_problem_get_message (error), ==, "No ••••••");
  g_assert_cmpstr (seam_problem_get_message (warning), ==, "Code •••••• was taken, •••••• set");
  g_assert_cmpstr (text, ==, "••••••, ••••••, 1234");
  /* Who asks for it gets it. */
  g_assert_cmpstr (seam_credential_get_code (SEAM_CREDENTIAL (record)), ==, "4821");
}

/* A code that the server writes as a number is one, too. */
static void
test_code_as_number (void)
{
  g_autoptr (SeamRecord) record = read_credential (
    "{\"acs_credential_id\":\"c\",\"display_name\":\"PIN 4821\",\"code\":4821}", SEAM_EXTENT_WHOLE);
  g_autoptr (SeamRecord) strange = read_credential (
    "{\"acs_credential_id\":\"c\",\"code\":48.21}", SEAM_EXTENT_WHOLE);

  g_assert_cmpstr (seam_record_get_display_name (record), ==, "PIN ••••••");
  g_assert_cmpstr (seam_credential_get_code (SEAM_CREDENTIAL (record)), ==, "4821");
  g_assert_null (seam_credential_get_code (SEAM_CREDENTIAL (strange)));
}

static void
count_notify (guint *n)
{
  *n += 1;
}

static void
test_merge (void)
{
  g_autoptr (SeamRecord) record = read_credential (
    "{\"acs_credential_id\":\"c\",\"display_name\":\"PIN 4821\",\"code\":\"4821\"}", SEAM_EXTENT_WHOLE);
  g_autoptr (SeamRecord) same = read_credential (
    "{\"acs_credential_id\":\"c\",\"display_name\":\"PIN 4821\"}", SEAM_EXTENT_PART);
  g_autoptr (SeamRecord) other = read_credential (
    "{\"acs_credential_id\":\"c\",\"display_name\":\"PIN 4821 now 7350\",\"code\":\"7350\"}", SEAM_EXTENT_WHOLE);
  guint n = 0;

  g_signal_connect_swapped (record, "notify::display-name", G_CALLBACK (count_notify), &n);
  /* A part that has the name, but not the code. */
  g_assert_false (seam_record_merge (record, same));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (seam_record_get_display_name (record), ==, "PIN ••••••");
  g_assert_true (seam_record_merge (record, other));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (seam_record_get_display_name (record), ==, "PIN •••••• now ••••••");
}

/* The code comes after the name that has it. */
static void
test_merge_late_code (void)
{
  g_autoptr (SeamRecord) record = read_credential (
    "{\"acs_credential_id\":\"c\",\"display_name\":\"PIN 4821\",\"warnings\":[{\"message\":\"4821\"}]}",
    SEAM_EXTENT_WHOLE);
  g_autoptr (SeamRecord) code = read_credential ("{\"acs_credential_id\":\"c\",\"code\":\"4821\"}", SEAM_EXTENT_PART);
  guint n = 0;

  g_signal_connect_swapped (record, "notify::display-name", G_CALLBACK (count_notify), &n);
  g_assert_true (seam_record_merge (record, code));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (seam_record_get_display_name (record), ==, "PIN ••••••");
  g_assert_cmpstr (seam_problem_get_message (g_ptr_array_index (seam_record_get_warnings (record), 0)), ==, "••••••");
}

static void
assert_card_number (const char *members,
                    const char *expected)
{
  g_autofree char *text = g_strdup_printf ("{\"acs_credential_id\":\"c\",%s}", members);
  g_autoptr (SeamRecord) record = read_credential (text, SEAM_EXTENT_WHOLE);

  g_assert_cmpstr (seam_credential_get_card_number (SEAM_CREDENTIAL (record)), ==, expected);
}

static void
test_card_number_is_pin (void)
{
  assert_card_number ("\"access_method\":\"code\",\"card_number\":\"48210003\",\"code\":\"4821 0003\"", NULL);
  assert_card_number ("\"access_method\":\"code\",\"card_number\":\"48210003\",\"code\":\"4821\"", "48210003");
  assert_card_number ("\"access_method\":\"card\",\"card_number\":\"48210003\",\"code\":\"48210003\"", "48210003");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seam/mask/codes", test_codes);
  g_test_add_func ("/seam/mask/several-codes", test_several_codes);
  g_test_add_func ("/seam/mask/invalid-text", test_invalid_text);
  g_test_add_func ("/seam/mask/record", test_record);
  g_test_add_func ("/seam/mask/code-as-number", test_code_as_number);
  g_test_add_func ("/seam/mask/merge", test_merge);
  g_test_add_func ("/seam/mask/merge-late-code", test_merge_late_code);
  g_test_add_func ("/seam/mask/card-number-is-pin", test_card_number_is_pin);
  return g_test_run ();
}
