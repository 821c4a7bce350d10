/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who holds what, by a user's id or through an identity, in whichever order it becomes known. */
#include "directory-fixture.h"
#include "lanyard-change-holder.h"
#include "records.h"

#define N_USERS 6
#define N_CREDENTIALS 8
#define N_IDENTITIES 3
#define N_SYSTEMS 2
#define N_STEPS 400

/* --- Without a server: what is taken, against what is plain --- */

/* What each record says at the moment; -1: nothing. */
typedef struct
{
  LanyardDirectory *directory;
  gboolean          user_is_there[N_USERS];
  int               user_identity[N_USERS];
  gboolean          credential_is_there[N_CREDENTIALS];
  int               credential_user[N_CREDENTIALS];
  int               credential_identity[N_CREDENTIALS];
} Model;

static gpointer
look_up (LanyardDirectory *directory,
         GType             type,
         const char       *id)
{
  return lanyard_store_lookup (type == SEAM_TYPE_USER ? lanyard_directory_get_users (directory)
                                                      : lanyard_directory_get_credentials (directory), id);
}

static void
drop (LanyardDirectory *directory,
      GType             type,
      const char       *id)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, g_object_ref (look_up (directory, type, id)));
  if (type == SEAM_TYPE_USER)
    lanyard_holdings_remove_users (lanyard_directory_get_holdings (directory), records);
  else
    lanyard_holdings_remove_credentials (lanyard_directory_get_holdings (directory), records);
}

static void
change_user (Model *model,
             int    user)
{
  g_autofree char *id = g_strdup_printf ("u%d", user);
  g_autoptr (GString) json = NULL;

  if (model->user_is_there[user] && g_test_rand_int_range (0, 3) == 0)
    {
      drop (model->directory, SEAM_TYPE_USER, id);
      model->user_is_there[user] = FALSE;
      return;
    }
  model->user_is_there[user] = TRUE;
  model->user_identity[user] = g_test_rand_int_range (-1, N_IDENTITIES);
  json = g_string_new (NULL);
  g_string_printf (json, "{\"acs_user_id\":\"%s\",\"display_name\":\"%s\",\"acs_system_id\":\"s%d\"", id, id,
                   user % N_SYSTEMS);
  if (model->user_identity[user] >= 0)
    g_string_append_printf (json, ",\"user_identity_id\":\"i%d\"", model->user_identity[user]);
  g_string_append_c (json, '}');
  records_add (model->directory, SEAM_TYPE_USER, json->str);
}

static void
change_credential (Model *model,
                   int    credential)
{
  g_autofree char *id = g_strdup_printf ("c%d", credential);
  g_autoptr (GString) json = NULL;

  if (model->credential_is_there[credential] && g_test_rand_int_range (0, 3) == 0)
    {
      drop (model->directory, SEAM_TYPE_CREDENTIAL, id);
      model->credential_is_there[credential] = FALSE;
      return;
    }
  model->credential_is_there[credential] = TRUE;
  model->credential_user[credential] = g_test_rand_int_range (-N_USERS, N_USERS);
  model->credential_identity[credential] = g_test_rand_int_range (-1, N_IDENTITIES);
  json = g_string_new (NULL);
  g_string_printf (json, "{\"acs_credential_id\":\"%s\",\"acs_system_id\":\"s%d\"", id, credential % N_SYSTEMS);
  if (model->credential_user[credential] >= 0)
    g_string_append_printf (json, ",\"acs_user_id\":\"u%d\"", model->credential_user[credential]);
  if (model->credential_identity[credential] >= 0)
    g_string_append_printf (json, ",\"user_identity_id\":\"i%d\"", model->credential_identity[credential]);
  g_string_append_c (json, '}');
  records_add (model->directory, SEAM_TYPE_CREDENTIAL, json->str);
}

/* -1: nobody who is listed; of two who may be meant, neither is claimed. */
static int
expect_holder (Model *model,
               int    credential)
{
  int found = -1;

  if (model->credential_user[credential] >= 0)
    return model->user_is_there[model->credential_user[credential]] ? model->credential_user[credential] : -1;
  for (int user = 0; user < N_USERS; user++)
    {
      if (!model->user_is_there[user] || model->credential_identity[credential] < 0
          || model->user_identity[user] != model->credential_identity[credential]
          || user % N_SYSTEMS != credential % N_SYSTEMS)
        continue;
      if (found >= 0)
        return -1;
      found = user;
    }
  return found;
}

static void
assert_as_expected (Model *model)
{
  guint n_held[N_USERS] = { 0 };

  for (int i = 0; i < N_CREDENTIALS; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%d", i);
      LanyardKey *key = lanyard_store_lookup_key (lanyard_directory_get_credentials (model->directory), id);
      g_autofree char *holder_id = NULL;
      int holder;

      g_assert_cmpint (key != NULL, ==, model->credential_is_there[i]);
      if (key == NULL)
        continue;
      holder = expect_holder (model, i);
      holder_id = holder >= 0 ? g_strdup_printf ("u%d", holder) : NULL;
      g_assert_true (seam_credential_get_holder (SEAM_CREDENTIAL (key->record))
                     == look_up (model->directory, SEAM_TYPE_USER, holder_id));
      g_assert_true ((key->holder != NULL ? key->holder->record : NULL)
                     == look_up (model->directory, SEAM_TYPE_USER, holder_id));
      /* What somebody has whom nobody knows is not spare. */
      g_assert_cmpuint (key->is_assigned, ==,
                        model->credential_user[i] >= 0 || model->credential_identity[i] >= 0);
      if (holder >= 0)
        n_held[holder]++;
    }
  for (int i = 0; i < N_USERS; i++)
    {
      g_autofree char *id = g_strdup_printf ("u%d", i);
      SeamUser *user = look_up (model->directory, SEAM_TYPE_USER, id);
      g_autoptr (GListModel) held = NULL;

      if (user == NULL)
        continue;
      held = lanyard_directory_list_held_by (model->directory, user);
      g_assert_cmpuint (seam_user_get_n_credentials (user), ==, n_held[i]);
      g_assert_cmpuint (g_list_model_get_n_items (held), ==, n_held[i]);
    }
}

static void
test_any_order (void)
{
  Model model = { .directory = records_new_directory () };

  for (guint i = 0; i < N_STEPS; i++)
    {
      if (g_test_rand_int_range (0, 2) == 0)
        change_user (&model, g_test_rand_int_range (0, N_USERS));
      else
        change_credential (&model, g_test_rand_int_range (0, N_CREDENTIALS));
      assert_as_expected (&model);
    }
  g_assert_finalize_object (model.directory);
}

/* --- With one: taking it from who has it through an identity --- */

/* A mobile key of an identity, whose user in that access system is known or not; and another user there. */
typedef struct
{
  DirectoryFixture base;
  SeamCredential  *key;
  SeamUser        *through;
  SeamUser        *other;
  LanyardEntry    *entry;
  GError          *error;
  gboolean         is_done;
} Taking;

#define KEY_OF_RAVI "Mobile Key 08"   /* in the hotel, where Ravi Menon has a user */
#define KEY_OF_MARISOL "Mobile Key 16" /* in the office, where Marisol Vega has none */

static void
set_up (Taking        *taking,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) keys = NULL;

  directory_fixture_set_up (&taking->base, NULL);
  directory_fixture_load (&taking->base);
  keys = lanyard_store_get_keys (lanyard_directory_get_credentials (taking->base.directory));
  for (guint i = 0; i < keys->len; i++)
    {
      SeamRecord *record = ((LanyardKey *) keys->pdata[i])->record;

      if (g_strcmp0 (seam_record_get_display_name (record), data) == 0)
        taking->key = g_object_ref (SEAM_CREDENTIAL (record));
    }
  g_set_object (&taking->through, seam_credential_get_holder (taking->key));
  g_ptr_array_unref (keys);
  keys = lanyard_store_get_keys (lanyard_directory_get_users (taking->base.directory));
  for (guint i = 0; i < keys->len; i++)
    {
      SeamUser *user = SEAM_USER (((LanyardKey *) keys->pdata[i])->record);

      if (user != taking->through && seam_user_get_system_id (user) == seam_credential_get_system_id (taking->key))
        g_set_object (&taking->other, user);
    }
}

static void
tear_down (Taking        *taking,
           gconstpointer  data)
{
  g_clear_object (&taking->key);
  g_clear_object (&taking->through);
  g_clear_object (&taking->other);
  g_clear_object (&taking->entry);
  g_clear_error (&taking->error);
  directory_fixture_tear_down (&taking->base, NULL);
}

static gboolean
is_done (DirectoryFixture *fixture)
{
  return ((Taking *) fixture)->is_done;
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Taking *taking = data;

  g_clear_object (&taking->entry);
  g_clear_error (&taking->error);
  /* The three are one. */
  taking->entry = lanyard_changes_finish (LANYARD_CHANGES (source), result, &taking->error);
  taking->is_done = TRUE;
}

static void
wait (Taking *taking)
{
  taking->is_done = FALSE;
  directory_fixture_wait (&taking->base, is_done);
}

static void
assert_held_through (Taking   *taking,
                     SeamUser *through)
{
  g_assert_null (seam_credential_get_user_id (taking->key));
  g_assert_nonnull (seam_credential_get_identity_id (taking->key));
  g_assert_true (seam_credential_get_holder (taking->key) == through);
}

static void
assert_held_by (Taking   *taking,
                SeamUser *user)
{
  g_assert_no_error (taking->error);
  g_assert_cmpint (lanyard_entry_get_outcome (taking->entry), ==, LANYARD_OUTCOME_DONE);
  g_assert_cmpstr (seam_credential_get_user_id (taking->key), ==,
                   user != NULL ? seam_record_get_id (SEAM_RECORD (user)) : NULL);
  g_assert_null (seam_credential_get_identity_id (taking->key));
}

static void
assign (Taking   *taking,
        SeamUser *from)
{
  g_autoptr (LanyardChange) change = lanyard_change_new_assign (taking->key, taking->other, from);

  lanyard_changes_run_async (taking->base.changes, change, NULL, on_done, taking);
}

static void
unassign (Taking *taking)
{
  g_autoptr (LanyardChange) change = lanyard_change_new_unassign (taking->base.directory, taking->key);

  lanyard_changes_run_async (taking->base.changes, change, NULL, on_done, taking);
}

/* Whoever was told that nobody has it hears that somebody does; nothing is sent. */
static void
test_not_spare (Taking        *taking,
                gconstpointer  data)
{
  g_autofree char *log = NULL;

  assign (taking, NULL);
  wait (taking);
  g_assert_no_error (taking->error);
  g_assert_cmpint (lanyard_entry_get_outcome (taking->entry), ==, LANYARD_OUTCOME_REFUSED);
  g_assert_cmpint (lanyard_entry_get_own_reason (taking->entry), ==, LANYARD_CHANGES_ERROR_HOLDER_CHANGED);
  assert_held_through (taking, taking->through);
  log = directory_fixture_log (&taking->base);
  g_assert_null (strstr (log, "assign"));
}

static void
test_taken (Taking        *taking,
            gconstpointer  data)
{
  g_assert_nonnull (taking->through);
  assert_held_through (taking, taking->through);
  assign (taking, taking->through);
  wait (taking);
  assert_held_by (taking, taking->other);
  g_assert_cmpstr (lanyard_entry_get_from_id (taking->entry), ==, seam_record_get_id (SEAM_RECORD (taking->through)));

  /* Back to the user of that identity, by their own id from now on. */
  g_assert_true (lanyard_changes_can_undo (taking->base.changes, taking->entry));
  lanyard_changes_undo_async (taking->base.changes, taking->entry, NULL, on_done, taking);
  wait (taking);
  assert_held_by (taking, taking->through);
}

static void
test_unassigned (Taking        *taking,
                 gconstpointer  data)
{
  unassign (taking);
  wait (taking);
  assert_held_by (taking, NULL);
  g_assert_null (seam_credential_get_holder (taking->key));
}

/* A server that refuses has it said that it does, and it stays where it was. */
static void
test_refused (Taking        *taking,
              gconstpointer  data)
{
  lanyard_sandbox_add_fault (taking->base.base.sandbox, "/acs/credentials/unassign", "status", "{\"status\": 400}");
  unassign (taking);
  wait (taking);
  g_assert_no_error (taking->error);
  g_assert_cmpint (lanyard_entry_get_outcome (taking->entry), ==, LANYARD_OUTCOME_REFUSED);
  assert_held_through (taking, taking->through);
}

/* An answer that got lost: what became of it shows in the identity. */
static void
test_answer_lost (Taking        *taking,
                  gconstpointer  data)
{
  lanyard_sandbox_add_fault (taking->base.base.sandbox, "/acs/credentials/unassign", "reset-after", "{}");
  unassign (taking);
  wait (taking);
  assert_held_by (taking, NULL);
}

/* --- In which order --- */

static void
take_made_in (LanyardDirectory *directory,
              int               year,
              const char       *user)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\": \"c%d\", \"acs_user_id\": %s,"
                                           " \"created_at\": \"%d-01-01T00:00:00Z\"}", year, user, year);

  records_add (directory, SEAM_TYPE_CREDENTIAL, json);
}

static void
assert_held (GListModel *held,
             const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (held); i++)
    {
      g_autoptr (SeamRecord) record = g_list_model_get_item (held, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", seam_record_get_id (record));
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

/* What is taken away and given back is where it was. */
static void
test_order (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  LanyardHoldings *holdings = lanyard_directory_get_holdings (directory);
  GListModel *held, *of_other;

  take_made_in (directory, 2023, "\"u1\"");
  take_made_in (directory, 2021, "\"u1\"");
  take_made_in (directory, 2022, "\"u1\"");
  held = lanyard_holdings_list_held_by (holdings, "u1");
  of_other = lanyard_holdings_list_held_by (holdings, "u2");
  assert_held (held, "c2021 c2022 c2023");

  take_made_in (directory, 2021, "null");
  assert_held (held, "c2022 c2023");
  take_made_in (directory, 2021, "\"u1\"");
  assert_held (held, "c2021 c2022 c2023");
  take_made_in (directory, 2022, "\"u2\"");
  assert_held (held, "c2021 c2023");
  assert_held (of_other, "c2022");
  take_made_in (directory, 2022, "\"u1\"");
  assert_held (held, "c2021 c2022 c2023");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/links/any-order", test_any_order);
  g_test_add_func ("/links/order", test_order);
  g_test_add ("/links/not-spare", Taking, KEY_OF_RAVI, set_up, test_not_spare, tear_down);
  g_test_add ("/links/not-spare-nobody-listed", Taking, KEY_OF_MARISOL, set_up, test_not_spare, tear_down);
  g_test_add ("/links/taken", Taking, KEY_OF_RAVI, set_up, test_taken, tear_down);
  g_test_add ("/links/unassigned", Taking, KEY_OF_RAVI, set_up, test_unassigned, tear_down);
  g_test_add ("/links/unassigned-nobody-listed", Taking, KEY_OF_MARISOL, set_up, test_unassigned, tear_down);
  g_test_add ("/links/refused", Taking, KEY_OF_MARISOL, set_up, test_refused, tear_down);
  g_test_add ("/links/answer-lost", Taking, KEY_OF_RAVI, set_up, test_answer_lost, tear_down);
  return g_test_run ();
}
