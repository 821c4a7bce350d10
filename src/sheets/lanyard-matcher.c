/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which user and which credential a row of a sheet means.
 *
 * Whoever and whatever fits is a candidate. A user and a credential of the same access system make a pair, and where
 * there is one pair, that is meant: a card's number may be used in two buildings, and a person has a user in each. */
#include "lanyard-matcher.h"

#include "lanyard-row-reader.h"

struct _LanyardMatcher
{
  LanyardRowReader reader;
  GArray          *users;       /* guint32, of the row that was matched last; here and below */
  GArray          *credentials;
  GArray          *systems;
};

/* lanyard_matcher_new:
 * @sheet: (transfer none): a table; has to stay as long as the matcher
 * @columns: what its columns say
 * @roster: (transfer none): who and what there is; likewise
 *
 * Returns: (transfer full): a matcher, for one thread */
LanyardMatcher *
lanyard_matcher_new (LanyardSheet              *sheet,
                     const LanyardSheetColumns *columns,
                     LanyardRoster             *roster)
{
  LanyardMatcher *self = g_new0 (LanyardMatcher, 1);

  lanyard_row_reader_init (&self->reader, sheet, columns, roster);
  self->users = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->credentials = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->systems = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
lanyard_matcher_free (LanyardMatcher *self)
{
  lanyard_row_reader_clear (&self->reader);
  g_array_unref (self->users);
  g_array_unref (self->credentials);
  g_array_unref (self->systems);
  g_free (self);
}

static const char *
get_system_of_user (LanyardMatcher *self,
                    guint32         user)
{
  return lanyard_roster_get_user (self->reader.roster, user)->system_id;
}

static const char *
get_system_of_credential (LanyardMatcher *self,
                          guint32         credential)
{
  return lanyard_roster_get_credential (self->reader.roster, credential)->system_id;
}

/* Also where the same was found by two ways. */
static void
keep_those (LanyardMatcher *self,
            GArray         *records,
            gboolean      (*is_kept) (LanyardMatcher *self,
                                      guint32         record))
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    {
      guint32 record = g_array_index (records, guint32, i);
      gboolean is_new = TRUE;

      for (guint k = 0; k < n; k++)
        is_new = is_new && g_array_index (records, guint32, k) != record;
      if (is_new && is_kept (self, record))
        g_array_index (records, guint32, n++) = record;
    }
  g_array_set_size (records, n);
}

static gboolean
is_of_systems (LanyardMatcher *self,
               const char     *system_id)
{
  for (guint i = 0; i < self->systems->len; i++)
    if (lanyard_roster_get_system_id (self->reader.roster, g_array_index (self->systems, guint32, i)) == system_id)
      return TRUE;
  return self->systems->len == 0;
}

static gboolean
is_credential_of_systems (LanyardMatcher *self,
                          guint32         credential)
{
  return is_of_systems (self, get_system_of_credential (self, credential));
}

static gboolean
is_user_of_systems (LanyardMatcher *self,
                    guint32         user)
{
  return is_of_systems (self, get_system_of_user (self, user));
}

static gboolean
has_user_beside (LanyardMatcher *self,
                 guint32         credential)
{
  for (guint i = 0; i < self->users->len; i++)
    if (get_system_of_user (self, g_array_index (self->users, guint32, i))
        == get_system_of_credential (self, credential))
      return TRUE;
  return FALSE;
}

static gboolean
has_credential_beside (LanyardMatcher *self,
                       guint32         user)
{
  for (guint i = 0; i < self->credentials->len; i++)
    if (get_system_of_credential (self, g_array_index (self->credentials, guint32, i))
        == get_system_of_user (self, user))
      return TRUE;
  return FALSE;
}

static gboolean
is_held_by_those (LanyardMatcher *self,
                  guint32         credential)
{
  guint32 holder = lanyard_roster_get_credential (self->reader.roster, credential)->holder;

  for (guint i = 0; i < self->users->len; i++)
    if (g_array_index (self->users, guint32, i) == holder)
      return TRUE;
  return FALSE;
}

/* Of several with the same number, the one is meant that the person has. */
static void
prefer_held (LanyardMatcher *self)
{
  g_autoptr (GArray) all = g_array_copy (self->credentials);

  keep_those (self, self->credentials, is_held_by_those);
  if (self->credentials->len == 0)
    g_array_append_vals (self->credentials, all->data, all->len);
}

/* Of several people with the same name, the one is meant that has it: nothing else would come of the row. */
static void
prefer_holder (LanyardMatcher *self)
{
  guint32 holder = lanyard_roster_get_credential (self->reader.roster,
                                                  g_array_index (self->credentials, guint32, 0))->holder;

  for (guint i = 0; i < self->users->len; i++)
    if (g_array_index (self->users, guint32, i) == holder)
      {
        g_array_set_size (self->users, 0);
        g_array_append_val (self->users, holder);
        return;
      }
}

static gboolean
is_cant (LanyardMatchReason reason)
{
  return reason >= LANYARD_MATCH_FIRST_CANT;
}

/* Users and credentials are those of the same access systems after it. */
static LanyardMatchReason
pair (LanyardMatcher     *self,
      const LanyardMatch *match)
{
  gboolean had_users = self->users->len > 0;

  if (!had_users)
    return LANYARD_MATCH_OK;

  keep_those (self, self->users, is_user_of_systems);
  keep_those (self, self->users, has_credential_beside);
  if (had_users && self->users->len == 0)
    return LANYARD_MATCH_OTHER_SYSTEM;
  keep_those (self, self->credentials, has_user_beside);
  if (self->users->len == 1)
    prefer_held (self);
  else if (self->credentials->len == 1 && match->of_user == LANYARD_MATCH_OK
           && match->of_credential == LANYARD_MATCH_OK)
    prefer_holder (self);
  return LANYARD_MATCH_OK;
}

static void
choose_only (GArray            *records,
             LanyardMatchReason of_several,
             guint8            *reason,
             guint32           *only)
{
  if (*reason == LANYARD_MATCH_OK && records->len > 1)
    *reason = (guint8) of_several;
  if (*reason == LANYARD_MATCH_OK && records->len == 1)
    *only = g_array_index (records, guint32, 0);
}

/* Somebody whom the access system doesn't list may have something all the same. */
static gboolean
is_held_by_unlisted (LanyardMatcher *self,
                     guint           row)
{
  const char *id = lanyard_row_reader_get (&self->reader, row, LANYARD_SHEET_MEANING_USER_ID);

  if (self->credentials->len != 1)
    return FALSE;
  return g_strcmp0 (id, lanyard_roster_get_credential (self->reader.roster,
                                                       g_array_index (self->credentials, guint32, 0))->holder_id) == 0;
}

/* Of somebody unknown nothing can be taken, but something can be given to somebody else instead. */
static LanyardMatchReason
find_users (LanyardMatcher *self,
            guint           row,
            LanyardMatch   *match)
{
  LanyardMatchReason reason = lanyard_row_reader_list_users (&self->reader, row, self->users);

  if (reason == LANYARD_MATCH_NO_USER && match->is_unassign)
    return LANYARD_MATCH_OK;
  if (reason == LANYARD_MATCH_UNKNOWN_USER && match->is_unassign)
    return reason;
  if (reason == LANYARD_MATCH_UNKNOWN_USER)
    match->is_held = is_held_by_unlisted (self, row);
  if (is_cant (reason))
    return reason;
  match->of_user = (guint8) reason;
  return LANYARD_MATCH_OK;
}

/* Returns why nothing can come of it. */
static LanyardMatchReason
find (LanyardMatcher *self,
      guint           row,
      LanyardMatch   *match)
{
  const char *word = lanyard_row_reader_get (&self->reader, row, LANYARD_SHEET_MEANING_ACTION);
  LanyardSheetAction action = *word != '\0' ? lanyard_sheet_action_read (word) : LANYARD_SHEET_ACTION_ASSIGN;
  LanyardMatchReason reason;

  if (action == LANYARD_SHEET_ACTION_UNKNOWN)
    return LANYARD_MATCH_UNKNOWN_ACTION;
  match->is_unassign = action == LANYARD_SHEET_ACTION_UNASSIGN;
  reason = lanyard_row_reader_list_systems (&self->reader, row, self->systems);
  if (reason != LANYARD_MATCH_OK)
    return reason;
  reason = lanyard_row_reader_list_credentials (&self->reader, row, self->credentials);
  if (is_cant (reason) && reason != LANYARD_MATCH_UNKNOWN_CREDENTIAL)
    return reason;
  match->of_credential = (guint8) reason;
  keep_those (self, self->credentials, is_credential_of_systems);
  if (self->credentials->len == 0)
    match->of_credential = LANYARD_MATCH_UNKNOWN_CREDENTIAL;
  reason = find_users (self, row, match);
  if (match->of_credential != LANYARD_MATCH_UNKNOWN_CREDENTIAL)
    return reason == LANYARD_MATCH_OK ? pair (self, match) : reason;
  keep_those (self, self->users, is_user_of_systems);
  return LANYARD_MATCH_OK;
}

/* lanyard_matcher_match:
 * @self: a matcher
 * @row: a row of the sheet
 * @match: what to set but for its state, its reason and what they are about
 *
 * Finds which user and which credential are meant. */
void
lanyard_matcher_match (LanyardMatcher *self,
                       guint           row,
                       LanyardMatch   *match)
{
  *match = (LanyardMatch) { .row = row };
  g_array_set_size (self->users, 0);
  g_array_set_size (self->credentials, 0);
  match->trouble = (guint8) find (self, row, match);
  choose_only (self->users, LANYARD_MATCH_SEVERAL_USERS, &match->of_user, &match->user);
  choose_only (self->credentials, LANYARD_MATCH_SEVERAL_CREDENTIALS, &match->of_credential, &match->credential);
}

/* lanyard_matcher_get_users:
 * @self: a matcher
 *
 * Returns: (transfer none) (element-type guint32): who may be meant by the row that was matched last */
GArray *
lanyard_matcher_get_users (LanyardMatcher *self)
{
  return self->users;
}

/* lanyard_matcher_get_credentials:
 * @self: a matcher
 *
 * Returns: (transfer none) (element-type guint32): which credentials may be meant by it */
GArray *
lanyard_matcher_get_credentials (LanyardMatcher *self)
{
  return self->credentials;
}
