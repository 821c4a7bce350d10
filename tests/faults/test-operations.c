/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Assigning, unassigning, moving, undoing and checking with a random fault on each, through the real client, directory
 * and journal: nothing is lost, doubled or misreported.
 *
 *   test-operations [CASES [SEED [CASE]]]
 * Each case has a credential of its own; several are on their way at a time. One can be run alone, of as many. */
#include <stdlib.h>

#include "desk.h"
#include "lanyard-change-holder.h"

#define N_LANES 12
#define TIMEOUT 700
#define MAX_CHECKS 12

static guint n_cases = 150;
static guint seed = 20;
static int only_case = -1;

static const char * const kinds[] = {
  "latency", "status", "plain", "empty", "unauthorized", "not-found", "rate-limited", "html", "html-after",
  "unavailable", "redirect", "close-before", "close-after", "reset-before", "reset-after", "hang-before", "hang-after",
  "truncated", "stalled", "garbage", "bad-utf8", "wrong-types", "nulls", "wrong-id", "trailing-commas", "ok-false",
  "deep", "body",
};

typedef struct
{
  Desk           *desk;
  LanyardSandbox *sandbox;
  guint           next_case;
  guint           n_running;
} Run;

typedef struct
{
  Run            *run;
  GRand          *rand;
  SeamCredential *credential;
  guint           n_operations;
  guint           n_checks;
} Case;

static void next_operation (Case *self);
static void start_case     (Run *run);

static void
end_case (Case *self)
{
  Run *run = self->run;

  g_rand_free (self->rand);
  g_object_unref (self->credential);
  g_free (self);
  run->n_running--;
  start_case (run);
}

static void
add_fault_on (Case       *self,
              const char *route,
              int         skip)
{
  static const int times[] = { 1, 1, 1, 2, 5 };
  const char *kind = kinds[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (kinds))];
  /* Only some kinds take these; with the others it would be another fault. */
  g_autofree char *delay = g_str_equal (kind, "latency")
                             ? g_strdup_printf ("\"delay_ms\": %d, ", g_rand_int_range (self->rand, 0, 2 * TIMEOUT))
                             : g_strdup ("");
  g_autofree char *status = g_str_equal (kind, "status")
                              ? g_strdup_printf ("\"status\": %d, ", g_rand_int_range (self->rand, 500, 505))
                              : g_strdup ("");
  g_autofree char *options =
    g_strdup_printf ("{\"times\": %d, \"skip\": %d, %s%s\"location\": \"http://127.0.0.1:1/\","
                     " \"match\": {\"acs_credential_id\": \"%s\"}}",
                     times[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (times))], skip, delay, status,
                     seam_record_get_id (SEAM_RECORD (self->credential)));

  lanyard_sandbox_add_fault (self->run->sandbox, route, kind, options);
}

/* What goes wrong: the look before, a write, or a write and finding out what became of it. */
static void
add_fault (Case    *self,
           gboolean assigns,
           gboolean unassigns)
{
  int what = g_rand_int_range (self->rand, 0, 10);

  if (what < 2)
    add_fault_on (self, "/acs/credentials/get", 0);
  if (what >= 2)
    add_fault_on (self, !unassigns || (assigns && g_rand_boolean (self->rand)) ? "/acs/credentials/assign"
                                                                              : "/acs/credentials/unassign", 0);
  if (what >= 7)
    add_fault_on (self, "/acs/credentials/get", 1);
}

static void check (Case         *self,
                   LanyardEntry *entry);

typedef struct
{
  Case         *of;
  LanyardEntry *entry;
} Checking;

static void
on_checked (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Checking *checking = user_data;
  Case *self = checking->of;
  g_autoptr (LanyardEntry) entry = checking->entry;

  g_free (checking);
  lanyard_changes_check_finish (LANYARD_CHANGES (source), result, NULL);
  check (self, entry);
}

/* Until it is known. */
static void
check (Case         *self,
       LanyardEntry *entry)
{
  Checking *checking;

  if (lanyard_entry_get_outcome (entry) != LANYARD_OUTCOME_UNKNOWN || ++self->n_checks > MAX_CHECKS)
    {
      next_operation (self);
      return;
    }
  checking = g_new0 (Checking, 1);
  checking->of = self;
  checking->entry = g_object_ref (entry);
  lanyard_changes_check_async (self->run->desk->changes, entry, NULL, on_checked, checking);
}

static void on_done (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data);

/* One in three is taken back. */
static void
go_on_after (Case         *self,
             LanyardEntry *entry)
{
  LanyardOutcome outcome = entry != NULL ? lanyard_entry_get_outcome (entry) : LANYARD_OUTCOME_REFUSED;

  if (outcome == LANYARD_OUTCOME_UNKNOWN && g_rand_boolean (self->rand))
    {
      check (self, entry);
      return;
    }
  if ((outcome == LANYARD_OUTCOME_DONE && g_rand_int_range (self->rand, 0, 3) == 0)
      || outcome == LANYARD_OUTCOME_HALF_DONE)
    {
      if (g_rand_boolean (self->rand))
        add_fault (self, lanyard_entry_get_from_id (entry) != NULL, lanyard_entry_get_to_id (entry) != NULL);
      lanyard_changes_undo_async (self->run->desk->changes, entry, NULL, on_done, self);
      return;
    }
  next_operation (self);
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  /* All of them end alike. */
  g_autoptr (LanyardEntry) entry = lanyard_changes_finish (LANYARD_CHANGES (source), result, NULL);

  go_on_after (user_data, entry);
}

/* At the end each case looks again at what it left unknown; without a fault by then, it becomes known. */
static void
on_open_listed (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Case *self = user_data;
  g_autoptr (GPtrArray) entries = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, NULL);
  const char *id = seam_record_get_id (SEAM_RECORD (self->credential));

  for (guint i = 0; i < entries->len; i++)
    if (g_strcmp0 (lanyard_entry_get_credential_id (entries->pdata[i]), id) == 0 && self->n_checks <= MAX_CHECKS)
      {
        check (self, entries->pdata[i]);
        return;
      }
  end_case (self);
}

static void
next_operation (Case *self)
{
  Desk *desk = self->run->desk;
  g_autoptr (LanyardChange) change = NULL;

  if (self->n_operations-- == 0)
    {
      SeamWorkspace *workspace = lanyard_directory_get_workspace (desk->directory);

      self->n_operations = 0;
      lanyard_journal_list_open_async (desk->journal, seam_record_get_id (SEAM_RECORD (workspace)), NULL,
                                       on_open_listed, self);
      return;
    }
  if (seam_credential_get_user_id (self->credential) == NULL)
    {
      add_fault (self, TRUE, FALSE);
      change = lanyard_change_new_assign (self->credential, desk_pick_user (desk, self->credential, self->rand), NULL);
    }
  else if (g_rand_boolean (self->rand))
    {
      add_fault (self, FALSE, TRUE);
      change = lanyard_change_new_unassign (desk->directory, self->credential);
    }
  else
    {
      add_fault (self, TRUE, TRUE);
      change = lanyard_change_new_assign (self->credential, desk_pick_user (desk, self->credential, self->rand),
                                          seam_credential_get_holder (self->credential));
    }
  lanyard_changes_run_async (desk->changes, change, NULL, on_done, self);
}

static void
start_case (Run *run)
{
  Case *self;

  if (run->next_case >= n_cases || (only_case >= 0 && run->next_case > (guint) only_case))
    return;
  self = g_new0 (Case, 1);
  self->run = run;
  self->rand = g_rand_new_with_seed (seed + run->next_case);
  self->credential = g_object_ref (run->desk->credentials->pdata[run->next_case++]);
  self->n_operations = (guint) g_rand_int_range (self->rand, 1, 3);
  run->n_running++;
  next_operation (self);
}

static void
test_operations (void)
{
  g_autofree char *folder = desk_make_folder ();
  g_autofree char *journal_path = g_build_filename (folder, "journal.sqlite", NULL);
  g_autofree char *record_path = g_build_filename (folder, "record.json", NULL);
  g_autoptr (LanyardSandbox) sandbox = desk_start_sandbox (200, n_cases, record_path);
  g_autoptr (GHashTable) before = desk_read_holders (sandbox);
  g_autoptr (GHashTable) after = NULL;
  g_autoptr (Desk) desk = desk_new (lanyard_sandbox_get_endpoint (sandbox), lanyard_sandbox_get_key (sandbox),
                                    journal_path, 30000);
  Run run = { .desk = desk, .sandbox = sandbox };
  g_autofree char *what = NULL;
  Audit audit;

  g_object_set (desk->client, "timeout", TIMEOUT, NULL);
  if (only_case >= 0)
    run.next_case = (guint) only_case;
  for (guint i = 0; i < N_LANES; i++)
    start_case (&run);
  while (run.n_running > 0)
    g_main_context_iteration (NULL, TRUE);

  after = desk_read_holders (sandbox);
  lanyard_sandbox_stop (sandbox);
  audit = desk_audit (journal_path, record_path, before, after, desk);
  what = g_strdup_printf ("operations with a fault: %u cases,", n_cases);
  desk_assert_right (&audit, what);
  g_assert_cmpuint (audit.n_done, >, n_cases / 4);
  g_assert_cmpuint (audit.n_refused, >, n_cases / 20);
  remove_tree (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    n_cases = (guint) atoi (argv[1]);
  if (argc > 2)
    seed = (guint) atoi (argv[2]);
  if (argc > 3)
    only_case = atoi (argv[3]);
  g_test_add_func ("/faults/operations", test_operations);

  return g_test_run ();
}
