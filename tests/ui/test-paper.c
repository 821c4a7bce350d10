/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is printed: nothing runs into anything else, whatever the names, the language and the paper; and a PDF, read
 * back, says what it should and no more. */
#include <string.h>

#include "lanyard-entry-private.h"
#include "lanyard-holder.h"
#include "lanyard-slip-operation.h"
#include "lanyard-summary-layout.h"
#include "lanyard-summary-operation.h"
#include "paper-checks.h"
#include "records.h"

#define ADA "{\"acs_user_id\": \"u1\", \"acs_system_id\": \"s1\", \"display_name\": \"Ada Okafor\"," \
            " \"email_address\": \"ada@example.com\"}"
#define CARD "{\"acs_credential_id\": \"c1\", \"acs_system_id\": \"s1\", \"access_method\": \"card\"," \
             " \"display_name\": \"Card 82****\", \"card_number\": \"10482233\", \"acs_user_id\": \"u1\"}"
#define PIN "{\"acs_credential_id\": \"c2\", \"acs_system_id\": \"s1\", \"access_method\": \"code\"," \
            " \"display_name\": \"PIN 4821\", \"code\": \"4821\", \"acs_user_id\": \"u1\"}"
#define LONG_WORD "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

#define NOW (G_GINT64_CONSTANT (1700000000) * G_USEC_PER_SEC)

#define A4_WIDTH 559.0 /* points that are printed on */
#define A4_HEIGHT 806.0
#define LETTER_WIDTH 576.0
#define LETTER_HEIGHT 756.0

static const char * const names[] = {
  "Ada Okafor", "李小龍", "محمد عبد الله الأحمد بن يوسف", "Jürgen Müller-Lüdenscheidt von und zu Hohenstein-Schillingsfürst",
  LONG_WORD LONG_WORD, "Ελένη Παπαδοπούλου", "राजेश कुमार शर्मा", "דוד בן גוריון", "\u202eevil\u202c", "👩‍🚀👩‍🚀",
};

static GPtrArray *
make_entrances (guint       n,
                const char *name)
{
  GPtrArray *entrances = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"acs_entrance_id\": \"e%u\", \"acs_system_id\": \"s1\","
                                               " \"display_name\": \"%s %u\"}", i, name, i + 1);

      g_ptr_array_add (entrances, records_make (SEAM_TYPE_ENTRANCE, json));
    }
  return entrances;
}

/* --- Where everything stands --- */

static void
check_slip (LanyardSlip *slip)
{
  static const struct
  {
    double width;
    double height;
  } papers[] = { { A4_WIDTH, A4_HEIGHT }, { LETTER_WIDTH, LETTER_HEIGHT }, { A4_HEIGHT, A4_WIDTH } };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    for (guint size = LANYARD_SLIP_SHEET; size <= LANYARD_SLIP_QUARTER; size++)
      for (guint mirrored = 0; mirrored < 2; mirrored++)
        {
          PangoContext *context = paper_get_context ();
          guint n = size == LANYARD_SLIP_QUARTER ? 2 : 1;
          g_autoptr (LanyardPlacement) placement =
            lanyard_slip_lay_out (slip, context, papers[i].width / n, papers[i].height / n, (LanyardSlipSize) size,
                                  mirrored);

          g_test_message ("paper %u, size %u, mirrored %u", i, size, mirrored);
          paper_assert_apart (placement, papers[i].width / n, papers[i].height / n);
        }
}

static void
test_apart (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (LanyardDirectory) directory = records_new_directory ();
      g_autofree char *user = g_strdup_printf ("{\"acs_user_id\": \"u1\", \"acs_system_id\": \"s1\", \"display_name\":"
                                               " \"%s\", \"email_address\": \"%s@example.com\"}", names[i], LONG_WORD);
      g_autofree char *card = g_strdup_printf ("{\"acs_credential_id\": \"c1\", \"acs_system_id\": \"s1\","
                                               " \"access_method\": \"card\", \"display_name\": \"%s\","
                                               " \"card_number\": \"10482233\", \"acs_user_id\": \"u1\"}", names[i]);
      g_autoptr (GPtrArray) entrances = make_entrances (i * 30, names[i]);
      g_autoptr (LanyardSlip) slip = NULL;

      records_add (directory, SEAM_TYPE_USER, user);
      slip = lanyard_slip_new (directory, records_add (directory, SEAM_TYPE_CREDENTIAL, card), i % 3 == 1 ? NULL : entrances,
                               names[i], NOW);
      check_slip (slip);
    }
}

/* Where nobody has it, and nobody is known to hand it over, there are lines to write on. */
static void
test_by_hand (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  SeamCredential *card = records_add (directory, SEAM_TYPE_CREDENTIAL, "{\"acs_credential_id\": \"c1\", \"acs_system_id\": \"s1\"}");
  g_autoptr (LanyardSlip) slip = lanyard_slip_new (directory, card, NULL, "", NOW);
  PangoContext *context = paper_get_context ();
  g_autoptr (LanyardPlacement) placement = lanyard_slip_lay_out (slip, context, A4_WIDTH, A4_HEIGHT,
                                                                 LANYARD_SLIP_SHEET, FALSE);
  guint n_rules;

  g_assert_null (slip->name);
  check_slip (slip);
  lanyard_placement_get_rules (placement, &n_rules);
  /* Below the title, for the name, for who hands it over, and two to sign. */
  g_assert_cmpuint (n_rules, ==, 5);
}

/* Of entrances there are as many as there is room for, and how many more. */
static void
test_many_entrances (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  SeamCredential *card = records_add (directory, SEAM_TYPE_CREDENTIAL, CARD);
  g_autoptr (GPtrArray) entrances = make_entrances (2000, "Door");
  g_autoptr (LanyardSlip) slip = lanyard_slip_new (directory, card, entrances, "Grace", NOW);
  PangoContext *context = paper_get_context ();
  g_autoptr (LanyardPlacement) placement = lanyard_slip_lay_out (slip, context, A4_WIDTH, A4_HEIGHT,
                                                                 LANYARD_SLIP_SHEET, FALSE);
  guint n, n_named = 0, n_more = 0;
  const LanyardPlacedText *texts = lanyard_placement_get_texts (placement, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *text = pango_layout_get_text (texts[i].layout);
      g_auto (GStrv) parts = g_strsplit (text, " · ", -1);
      const char *more = strstr (text, " and ");

      if (!g_str_has_prefix (text, "Door 1 "))
        continue;
      g_assert_false (pango_layout_is_ellipsized (texts[i].layout));
      n_named = g_strv_length (parts);
      g_assert_nonnull (more);
      n_more = (guint) g_ascii_strtoull (more + strlen (" and "), NULL, 10);
    }
  g_assert_cmpuint (n_named, >, 100);
  g_assert_cmpuint (n_named + n_more, ==, 2000);
}

/* Read from right to left, everything is where it would be in a mirror. */
static void
test_mirrored (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  SeamCredential *card = records_add (directory, SEAM_TYPE_CREDENTIAL, CARD);
  g_autoptr (LanyardSlip) slip = lanyard_slip_new (directory, card, NULL, "Grace", NOW);
  PangoContext *context = paper_get_context ();
  g_autoptr (LanyardPlacement) plain = lanyard_slip_lay_out (slip, context, A4_WIDTH, A4_HEIGHT, LANYARD_SLIP_SHEET,
                                                             FALSE);
  g_autoptr (LanyardPlacement) mirrored = lanyard_slip_lay_out (slip, context, A4_WIDTH, A4_HEIGHT, LANYARD_SLIP_SHEET,
                                                                TRUE);
  guint n, n_mirrored;
  const LanyardPlacedText *texts = lanyard_placement_get_texts (plain, &n);
  const LanyardPlacedText *others = lanyard_placement_get_texts (mirrored, &n_mirrored);

  g_assert_cmpuint (n, ==, n_mirrored);
  for (guint i = 0; i < n; i++)
    {
      PangoRectangle ink;

      g_assert_cmpfloat_with_epsilon (others[i].x, A4_WIDTH - texts[i].x - texts[i].width, 0.01);
      pango_layout_get_extents (others[i].layout, NULL, &ink);
      /* A Latin text, too, begins at the right. */
      g_assert_cmpfloat_with_epsilon ((double) (ink.x + ink.width) / PANGO_SCALE, others[i].width, 1);
    }
}

/* --- What a PDF says --- */

static void
add_slip (GPtrArray        *slips,
          LanyardDirectory *directory,
          SeamCredential   *credential,
          guint             n_entrances)
{
  g_autoptr (GPtrArray) entrances = make_entrances (n_entrances, "North Gate");

  g_ptr_array_add (slips, lanyard_slip_new (directory, credential, entrances, "Grace Hopper", g_get_real_time ()));
}

static void
test_slip (void)
{
  static const char * const parts[] = {
    "Hand-Over Slip", "Ada Okafor", "ada@example.com", "Card 82****", "•••• 2233", "Grace Hopper", "North Gate 1",
    "Handed over (signature)", "Received (signature)", "No end date",
  };
  static const char * const papers[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_LETTER };
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (GPtrArray) slips = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_slip_free);

  if (!paper_can_read ())
    return;

  records_add (directory, SEAM_TYPE_USER, ADA);
  add_slip (slips, directory, records_add (directory, SEAM_TYPE_CREDENTIAL, CARD), 7);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (GtkPrintOperation) operation = lanyard_slip_operation_new (slips);
      g_autofree char *name = g_strdup_printf ("slip-%s.pdf", papers[i]);
      g_autofree char *text = paper_export (operation, papers[i], name, 1);

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        paper_assert_says (text, parts[j]);
      paper_assert_says_not (text, "10482233");
      paper_assert_says_not (text, "1048");
    }
}

/* Not even that it has four digits. */
static void
test_no_pin (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (GPtrArray) slips = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_slip_free);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *text = NULL;

  if (!paper_can_read ())
    return;

  records_add (directory, SEAM_TYPE_USER, ADA);
  add_slip (slips, directory, records_add (directory, SEAM_TYPE_CREDENTIAL, PIN), 1);
  operation = lanyard_slip_operation_new (slips);
  text = paper_export (operation, GTK_PAPER_NAME_A4, "pin.pdf", 1);
  paper_assert_says (text, "PIN ••••••");
  paper_assert_says_not (text, "4821");
  paper_assert_says_not (text, "Card Number");
}

static void
test_many (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (GPtrArray) slips = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_slip_free);

  if (!paper_can_read ())
    return;

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *user = g_strdup_printf ("{\"acs_user_id\": \"u%u\", \"acs_system_id\": \"s1\","
                                               " \"display_name\": \"%s\"}", i, names[i]);
      g_autofree char *card = g_strdup_printf ("{\"acs_credential_id\": \"c%u\", \"acs_system_id\": \"s1\","
                                               " \"access_method\": \"card\", \"display_name\": \"Card %u\","
                                               " \"card_number\": \"1048223%u\", \"acs_user_id\": \"u%u\"}", i, i, i, i);

      records_add (directory, SEAM_TYPE_USER, user);
      add_slip (slips, directory, records_add (directory, SEAM_TYPE_CREDENTIAL, card), 6 * i);
    }
  for (guint size = LANYARD_SLIP_SHEET; size <= LANYARD_SLIP_QUARTER; size++)
    {
      g_autoptr (GtkPrintOperation) operation = lanyard_slip_operation_new (slips);
      g_autofree char *text = NULL;

      lanyard_slip_operation_set_size (LANYARD_SLIP_OPERATION (operation), (LanyardSlipSize) size);
      text = paper_export (operation, GTK_PAPER_NAME_A4, size == LANYARD_SLIP_SHEET ? "sheets.pdf" : "quarters.pdf",
                     size == LANYARD_SLIP_SHEET ? 6 : 2);
      for (guint i = 0; i < 6; i++)
        {
          g_autofree char *number = g_strdup_printf ("•••• 223%u", i);

          paper_assert_says (text, number);
        }
      paper_assert_says (text, "Ada Okafor");
      /* Of some scripts there may be no font. */
      paper_assert_says (text, "Ελένη Παπαδοπούλου");
    }
}

static void
test_right_to_left (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (GPtrArray) slips = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_slip_free);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  if (!paper_can_read ())
    return;

  records_add (directory, SEAM_TYPE_USER, ADA);
  add_slip (slips, directory, records_add (directory, SEAM_TYPE_CREDENTIAL, CARD), 3);
  operation = lanyard_slip_operation_new (slips);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  text = paper_export (operation, GTK_PAPER_NAME_A4, "right-to-left.pdf", 1);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  line = g_strndup (text, strcspn (text, "\n"));
  /* The title is at the right, and the label right of the value. */
  g_assert_true (g_str_has_prefix (line, "            "));
  paper_assert_says (line, "Hand-Over Slip");
  g_assert_true (strstr (text, "Grace Hopper") < strstr (text, "Handed Over By"));
}

/* --- The summary --- */

static GPtrArray *
make_entries (guint n)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 now = g_get_real_time ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *before = lanyard_holder_write (NULL, NULL);
      g_autofree char *after = lanyard_holder_write ("u1", names[i % G_N_ELEMENTS (names)]);
      LanyardEntry *entry = g_object_new (LANYARD_TYPE_ENTRY, "begun-at", now - (gint64) i * 40 * 60 * G_USEC_PER_SEC,
                                          "operation", LANYARD_OPERATION_ASSIGN, "subject-type",
                                          LANYARD_SUBJECT_CREDENTIAL, "subject-id", "c", "subject-name",
                                          "Card 10482233", "before", before, "after", after, "operator", "grace", NULL);

      lanyard_entry_set_outcome (entry, i % 7 == 3 ? LANYARD_OUTCOME_REFUSED : LANYARD_OUTCOME_DONE, 1,
                                 i % 7 == 3 ? SEAM_ERROR_CONFLICT : -1, NULL, NULL);
      g_ptr_array_add (entries, entry);
    }
  return entries;
}

static void
test_summary (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (GPtrArray) entries = make_entries (100);

  for (guint mirrored = 0; mirrored < 2; mirrored++)
    {
      g_autoptr (LanyardSummary) summary = lanyard_summary_new (directory, entries, "by grace", TRUE);
      PangoContext *context = paper_get_context ();
      g_autoptr (GPtrArray) sheets = lanyard_summary_lay_out (summary, context, LETTER_WIDTH, LETTER_HEIGHT, mirrored);

      g_assert_cmpuint (sheets->len, >, 2);
      g_assert_cmpuint (sheets->len, <, 10);
      for (guint i = 0; i < sheets->len; i++)
        paper_assert_apart (sheets->pdata[i], LETTER_WIDTH, LETTER_HEIGHT);
    }
}

static void
test_summary_says (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (GPtrArray) entries = make_entries (12);
  g_autoptr (GtkPrintOperation) operation =
    lanyard_summary_operation_new (lanyard_summary_new (directory, entries, "by grace", FALSE));
  g_autofree char *text = NULL;

  if (!paper_can_read ())
    return;

  text = paper_export (operation, GTK_PAPER_NAME_A4, "summary.pdf", 1);
  paper_assert_says (text, "Activity");
  paper_assert_says (text, "by grace");
  paper_assert_says (text, "Today");
  paper_assert_says (text, "Card •••••• assigned to Ada Okafor");
  paper_assert_says (text, "Page 1 of 1");
  paper_assert_says_not (text, "10482233");
}

static void
test_nothing (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (GPtrArray) entries = make_entries (0);
  g_autoptr (GtkPrintOperation) operation =
    lanyard_summary_operation_new (lanyard_summary_new (directory, entries, NULL, FALSE));
  g_autofree char *text = NULL;

  if (!paper_can_read ())
    return;

  text = paper_export (operation, GTK_PAPER_NAME_LETTER, "nothing.pdf", 1);
  paper_assert_says (text, "No changes");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/paper/apart", test_apart);
  g_test_add_func ("/paper/by-hand", test_by_hand);
  g_test_add_func ("/paper/many-entrances", test_many_entrances);
  g_test_add_func ("/paper/mirrored", test_mirrored);
  g_test_add_func ("/paper/slip", test_slip);
  g_test_add_func ("/paper/no-pin", test_no_pin);
  g_test_add_func ("/paper/many", test_many);
  g_test_add_func ("/paper/right-to-left", test_right_to_left);
  g_test_add_func ("/paper/summary", test_summary);
  g_test_add_func ("/paper/summary-says", test_summary_says);
  g_test_add_func ("/paper/nothing", test_nothing);
  return g_test_run ();
}
