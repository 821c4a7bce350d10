/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All rows of a sheet with what they come to, and what somebody has chosen of them.
 *
 * Which user and which credential a row means is found once. What comes of that, with what other rows want, takes a few
 * looks a row, and is found again for all of them whenever somebody chooses. */
#include "lanyard-matches.h"

#include "lanyard-match-settling.h"
#include "lanyard-matcher.h"

/* A worker looks whether it is still wanted after so many rows. */
#define N_BETWEEN 1000

struct _LanyardMatches
{
  GObject parent_instance;

  LanyardSheet   *sheet;
  LanyardRoster  *roster;
  LanyardMatcher *matcher;
  LanyardSheetColumns columns;
  GArray         *rows; /* LanyardMatch */
  guint           n_of[LANYARD_MATCH_N_STATES];
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardMatches, lanyard_matches, G_TYPE_OBJECT)

static void
lanyard_matches_finalize (GObject *object)
{
  LanyardMatches *self = LANYARD_MATCHES (object);

  g_clear_pointer (&self->matcher, lanyard_matcher_free);
  g_clear_pointer (&self->sheet, lanyard_sheet_unref);
  g_clear_pointer (&self->roster, lanyard_roster_unref);
  g_array_unref (self->rows);
  G_OBJECT_CLASS (lanyard_matches_parent_class)->finalize (object);
}

static void
lanyard_matches_class_init (LanyardMatchesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_matches_finalize;
  signals[CHANGED] = g_signal_new ("changed", LANYARD_TYPE_MATCHES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
}

static void
lanyard_matches_init (LanyardMatches *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (LanyardMatch));
}

static LanyardMatch *
get_row (LanyardMatches *self,
         guint           position)
{
  return &g_array_index (self->rows, LanyardMatch, position);
}

/* --- Making them --- */

static void
settle (LanyardMatches *self)
{
  lanyard_match_settle ((LanyardMatch *) (gpointer) self->rows->data, self->rows->len, self->roster, self->n_of);
}

static void
change (LanyardMatches *self)
{
  settle (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static LanyardMatches *
new_matches (LanyardSheet              *sheet,
             const LanyardSheetColumns *columns,
             LanyardRoster             *roster)
{
  LanyardMatches *self = g_object_new (LANYARD_TYPE_MATCHES, NULL);
  guint first = columns->has_header ? 1 : 0;

  self->sheet = lanyard_sheet_ref (sheet);
  self->roster = lanyard_roster_ref (roster);
  self->columns = *columns;
  self->matcher = lanyard_matcher_new (sheet, columns, roster);
  for (guint row = first; row < lanyard_sheet_get_n_rows (sheet); row++)
    {
      LanyardMatch match = { .row = row };

      g_array_append_val (self->rows, match);
    }
  return self;
}

static void
match_all (LanyardMatches *self,
           GCancellable   *cancellable)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (i % N_BETWEEN == 0 && g_cancellable_is_cancelled (cancellable))
        return;
      lanyard_matcher_match (self->matcher, get_row (self, i)->row, get_row (self, i));
    }
  settle (self);
}

/**
 * lanyard_matches_new:
 * @sheet: a table
 * @columns: what its columns say
 * @roster: who and what there is
 *
 * Returns: (transfer full): what its rows come to
 */
LanyardMatches *
lanyard_matches_new (LanyardSheet              *sheet,
                     const LanyardSheetColumns *columns,
                     LanyardRoster             *roster)
{
  LanyardMatches *self = new_matches (sheet, columns, roster);

  match_all (self, NULL);
  return self;
}

static void
match_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  match_all (data, cancellable);
  g_task_return_boolean (task, TRUE);
}

/**
 * lanyard_matches_new_async:
 * @sheet: a table
 * @columns: what its columns say
 * @roster: who and what there is
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As lanyard_matches_new(), on a worker.
 */
void
lanyard_matches_new_async (LanyardSheet              *sheet,
                           const LanyardSheetColumns *columns,
                           LanyardRoster             *roster,
                           GCancellable              *cancellable,
                           GAsyncReadyCallback        callback,
                           gpointer                   user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, lanyard_matches_new_async);
  g_task_set_task_data (task, new_matches (sheet, columns, roster), g_object_unref);
  g_task_run_in_thread (task, match_in_thread);
}

/**
 * lanyard_matches_new_finish:
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): what the rows come to; %NULL with @error
 */
LanyardMatches *
lanyard_matches_new_finish (GAsyncResult *result,
                            GError      **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_object_ref (g_task_get_task_data (G_TASK (result)));
}

/* --- What there is to see --- */

/**
 * lanyard_matches_get_sheet:
 * @self: the rows
 *
 * Returns: (transfer none): the table that they are of
 */
LanyardSheet *
lanyard_matches_get_sheet (LanyardMatches *self)
{
  return self->sheet;
}

/**
 * lanyard_matches_get_columns:
 * @self: the rows
 *
 * Returns: (transfer none): what its columns say
 */
const LanyardSheetColumns *
lanyard_matches_get_columns (LanyardMatches *self)
{
  return &self->columns;
}

/**
 * lanyard_matches_get_n:
 * @self: the rows
 *
 * Returns: how many there are, without the header
 */
guint
lanyard_matches_get_n (LanyardMatches *self)
{
  return self->rows->len;
}

/**
 * lanyard_matches_get:
 * @self: the rows
 * @position: which one
 *
 * Returns: (transfer none): what it comes to
 */
const LanyardMatch *
lanyard_matches_get (LanyardMatches *self,
                     guint           position)
{
  g_return_val_if_fail (position < self->rows->len, NULL);

  return get_row (self, position);
}

/**
 * lanyard_matches_count:
 * @self: the rows
 * @state: what they come to
 *
 * Returns: how many come to that and are not left out
 */
guint
lanyard_matches_count (LanyardMatches   *self,
                       LanyardMatchState state)
{
  return self->n_of[state];
}

/**
 * lanyard_matches_get_user:
 * @self: the rows
 * @position: which one
 *
 * Returns: (transfer none) (nullable): whom it means, as far as that is clear
 */
SeamUser *
lanyard_matches_get_user (LanyardMatches *self,
                          guint           position)
{
  guint32 user = get_row (self, position)->user;

  return user != 0 ? lanyard_roster_get_user (self->roster, user)->record : NULL;
}

/**
 * lanyard_matches_get_credential:
 * @self: the rows
 * @position: which one
 *
 * Returns: (transfer none) (nullable): which credential it means, as far as that is clear
 */
SeamCredential *
lanyard_matches_get_credential (LanyardMatches *self,
                                guint           position)
{
  guint32 credential = get_row (self, position)->credential;

  return credential != 0 ? lanyard_roster_get_credential (self->roster, credential)->record : NULL;
}

/**
 * lanyard_matches_get_holder_id:
 * @self: the rows
 * @position: which one
 *
 * Returns: (transfer none) (nullable): who had the credential when the workspace was looked at
 */
const char *
lanyard_matches_get_holder_id (LanyardMatches *self,
                               guint           position)
{
  guint32 credential = get_row (self, position)->credential;

  return credential != 0 ? lanyard_roster_get_credential (self->roster, credential)->holder_id : NULL;
}

/* --- Choosing --- */

/* What fits is found again: few rows are ever asked about. */
static void
find_candidates (LanyardMatches *self,
                 guint           position)
{
  LanyardMatch match;

  lanyard_matcher_match (self->matcher, get_row (self, position)->row, &match);
}

/**
 * lanyard_matches_list_users:
 * @self: the rows
 * @position: which one
 *
 * Returns: (transfer full) (element-type SeamUser): who may be meant
 */
GPtrArray *
lanyard_matches_list_users (LanyardMatches *self,
                            guint           position)
{
  GPtrArray *users = g_ptr_array_new_with_free_func (g_object_unref);
  GArray *found;

  find_candidates (self, position);
  found = lanyard_matcher_get_users (self->matcher);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (users, g_object_ref (lanyard_roster_get_user (self->roster,
                                                                   g_array_index (found, guint32, i))->record));
  return users;
}

/**
 * lanyard_matches_list_credentials:
 * @self: the rows
 * @position: which one
 *
 * Returns: (transfer full) (element-type SeamCredential): which credentials may be meant, of whom is chosen if one is
 */
GPtrArray *
lanyard_matches_list_credentials (LanyardMatches *self,
                                  guint           position)
{
  GPtrArray *credentials = g_ptr_array_new_with_free_func (g_object_unref);
  guint32 user = get_row (self, position)->user;
  const char *system_id = user != 0 ? lanyard_roster_get_user (self->roster, user)->system_id : NULL;
  GArray *found;

  find_candidates (self, position);
  found = lanyard_matcher_get_credentials (self->matcher);
  for (guint i = 0; i < found->len; i++)
    {
      const LanyardRosterCredential *credential =
        lanyard_roster_get_credential (self->roster, g_array_index (found, guint32, i));

      if (user == 0 || credential->system_id == system_id)
        g_ptr_array_add (credentials, g_object_ref (credential->record));
    }
  return credentials;
}

/**
 * lanyard_matches_choose_user:
 * @self: the rows
 * @position: which one
 * @user: whom it means, of lanyard_matches_list_users()
 *
 * Settles whom a row means.
 */
void
lanyard_matches_choose_user (LanyardMatches *self,
                             guint           position,
                             SeamUser       *user)
{
  LanyardMatch *match = get_row (self, position);
  g_autoptr (GPtrArray) users = lanyard_matches_list_users (self, position);
  guint chosen;

  g_return_if_fail (g_ptr_array_find (users, user, &chosen));

  match->user = g_array_index (lanyard_matcher_get_users (self->matcher), guint32, chosen);
  match->of_user = LANYARD_MATCH_OK;
  if (match->of_credential == LANYARD_MATCH_SEVERAL_CREDENTIALS)
    {
      g_autoptr (GPtrArray) left = lanyard_matches_list_credentials (self, position);

      if (left->len == 1)
        {
          lanyard_matches_choose_credential (self, position, left->pdata[0]);
          return;
        }
    }
  change (self);
}

/**
 * lanyard_matches_choose_credential:
 * @self: the rows
 * @position: which one
 * @credential: which it means, of lanyard_matches_list_credentials()
 *
 * Settles which credential a row means.
 */
void
lanyard_matches_choose_credential (LanyardMatches *self,
                                   guint           position,
                                   SeamCredential *credential)
{
  LanyardMatch *match = get_row (self, position);
  GArray *found;

  find_candidates (self, position);
  found = lanyard_matcher_get_credentials (self->matcher);
  for (guint i = 0; i < found->len; i++)
    {
      guint32 candidate = g_array_index (found, guint32, i);

      if (lanyard_roster_get_credential (self->roster, candidate)->record != credential)
        continue;
      match->credential = candidate;
      match->of_credential = LANYARD_MATCH_OK;
      change (self);
      return;
    }
  g_return_if_reached ();
}

/**
 * lanyard_matches_choose_any:
 * @self: the rows
 * @position: which one, of which lanyard_match_ask() asks for any user or any credential
 * @id: who gets what it is about, or what its user gets, of the same access system
 *
 * Settles what a row means that matches nobody, or nothing.
 *
 * Returns: whether it was chosen; not what came after the workspace was looked at
 */
gboolean
lanyard_matches_choose_any (LanyardMatches *self,
                            guint           position,
                            const char     *id)
{
  LanyardMatch *match = get_row (self, position);
  gboolean is_user = lanyard_match_ask (match) == LANYARD_MATCH_ASK_ANY_USER;
  guint32 found = lanyard_roster_find_id (self->roster,
                                          is_user ? LANYARD_ROSTER_USER_ID : LANYARD_ROSTER_CREDENTIAL_ID, id);

  g_return_val_if_fail (is_user || lanyard_match_ask (match) == LANYARD_MATCH_ASK_ANY_CREDENTIAL, FALSE);

  if (found == 0)
    return FALSE;
  *(is_user ? &match->user : &match->credential) = found;
  *(is_user ? &match->of_user : &match->of_credential) = LANYARD_MATCH_OK;
  change (self);
  return TRUE;
}

/**
 * lanyard_matches_leave_out:
 * @self: the rows
 * @position: which one
 * @is_left_out: whether nothing is to come of it
 *
 * Leaves a row out, or takes it in again; others may no longer be in conflict then.
 */
void
lanyard_matches_leave_out (LanyardMatches *self,
                           guint           position,
                           gboolean        is_left_out)
{
  LanyardMatch *match = get_row (self, position);

  if (match->is_left_out == is_left_out)
    return;
  match->is_left_out = is_left_out != 0;
  change (self);
}
