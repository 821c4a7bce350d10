/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes of rows, once it is clear whom and what each of them means; and what is to be chosen until then. */
#include "lanyard-match-settling.h"

#include <string.h>

static void
set_state (LanyardMatch      *match,
           LanyardMatchState  state,
           LanyardMatchReason reason,
           guint32            other)
{
  match->state = (guint8) state;
  match->reason = (guint8) reason;
  match->other = other;
}

/* Of a list of credentials that was exported: nobody has it, and nobody is to get it. */
static gboolean
is_without_anybody (LanyardRoster      *roster,
                    const LanyardMatch *match)
{
  return match->trouble == LANYARD_MATCH_NO_USER && match->credential != 0
         && lanyard_roster_get_credential (roster, match->credential)->holder_id == NULL;
}

/* By itself, whatever other rows want. */
static void
judge (LanyardRoster *roster,
       LanyardMatch  *match)
{
  const LanyardRosterCredential *credential;
  gboolean is_held;

  if (match->is_held)
    {
      set_state (match, LANYARD_MATCH_ALREADY, LANYARD_MATCH_OK, 0);
      return;
    }
  if (is_without_anybody (roster, match))
    {
      set_state (match, LANYARD_MATCH_ALREADY, LANYARD_MATCH_NO_USER, 0);
      return;
    }
  if (match->trouble != LANYARD_MATCH_OK || match->of_credential == LANYARD_MATCH_UNKNOWN_CREDENTIAL)
    {
      set_state (match, LANYARD_MATCH_CANT, match->trouble != LANYARD_MATCH_OK ? match->trouble : match->of_credential,
                 0);
      return;
    }
  if (match->of_user != LANYARD_MATCH_OK || match->of_credential != LANYARD_MATCH_OK)
    {
      set_state (match, LANYARD_MATCH_CHOICE,
                 match->of_user != LANYARD_MATCH_OK ? match->of_user : match->of_credential, 0);
      return;
    }
  credential = lanyard_roster_get_credential (roster, match->credential);
  is_held = credential->holder_id != NULL;
  if (match->is_unassign && is_held && match->user != 0 && match->user != credential->holder)
    set_state (match, LANYARD_MATCH_CANT, LANYARD_MATCH_HELD_BY_OTHER, 0);
  else if (match->is_unassign ? !is_held : match->user == credential->holder)
    set_state (match, LANYARD_MATCH_ALREADY, LANYARD_MATCH_OK, 0);
  else
    set_state (match, LANYARD_MATCH_DO, LANYARD_MATCH_OK, 0);
}

/* A row that names nobody asks for nothing, and is in nobody's way. */
static gboolean
is_settled (const LanyardMatch *match)
{
  return !match->is_left_out && match->trouble == LANYARD_MATCH_OK
         && (match->state == LANYARD_MATCH_DO || match->state == LANYARD_MATCH_ALREADY);
}

/* Two rows about one credential either want the same, or neither is done. @other: the first about it. */
static void
hold_against (LanyardMatch *match,
              LanyardMatch *other)
{
  if (match->is_unassign == other->is_unassign && (match->is_unassign || match->user == other->user))
    {
      set_state (match, LANYARD_MATCH_ALREADY, LANYARD_MATCH_REPEATED, other->row);
      return;
    }
  set_state (match, LANYARD_MATCH_CONFLICT, LANYARD_MATCH_SAME_CREDENTIAL, other->row);
  set_state (other, LANYARD_MATCH_CONFLICT, LANYARD_MATCH_SAME_CREDENTIAL, match->row);
}

/* lanyard_match_settle:
 * @rows: (array length=n_rows): rows that are matched
 * @n_rows: how many
 * @roster: what they were matched with
 * @n_of: return location for how many come to what, of those that are not left out
 *
 * Sets what comes of each: a few looks a row, so it is done anew for all whenever somebody chooses. */
void
lanyard_match_settle (LanyardMatch  *rows,
                      guint          n_rows,
                      LanyardRoster *roster,
                      guint          n_of[LANYARD_MATCH_N_STATES])
{
  g_autofree guint32 *first = g_new0 (guint32, lanyard_roster_get_n_credentials (roster) + 1);

  for (guint i = 0; i < n_rows; i++)
    judge (roster, &rows[i]);
  for (guint i = 0; i < n_rows; i++)
    {
      if (!is_settled (&rows[i]))
        continue;
      if (first[rows[i].credential] == 0)
        first[rows[i].credential] = i + 1;
      else
        hold_against (&rows[i], &rows[first[rows[i].credential] - 1]);
    }
  memset (n_of, 0, LANYARD_MATCH_N_STATES * sizeof (guint));
  for (guint i = 0; i < n_rows; i++)
    if (!rows[i].is_left_out)
      n_of[rows[i].state]++;
}

/**
 * lanyard_match_ask:
 * @match: a row whose state is set
 *
 * Who gets something is chosen among all users once it is clear what, and what somebody gets once it is clear who.
 *
 * Returns: what somebody can choose of it next
 */
LanyardMatchAsk
lanyard_match_ask (const LanyardMatch *match)
{
  if (match->is_left_out || match->is_held || match->trouble != LANYARD_MATCH_OK)
    return LANYARD_MATCH_ASK_NOTHING;
  if (match->of_user != LANYARD_MATCH_OK && match->of_user != LANYARD_MATCH_UNKNOWN_USER)
    return LANYARD_MATCH_ASK_USER;
  if (match->of_credential != LANYARD_MATCH_OK && match->of_credential != LANYARD_MATCH_UNKNOWN_CREDENTIAL)
    return LANYARD_MATCH_ASK_CREDENTIAL;
  if (match->of_user == LANYARD_MATCH_UNKNOWN_USER && match->credential != 0)
    return LANYARD_MATCH_ASK_ANY_USER;
  if (match->of_credential == LANYARD_MATCH_UNKNOWN_CREDENTIAL && match->user != 0 && !match->is_unassign)
    return LANYARD_MATCH_ASK_ANY_CREDENTIAL;
  return LANYARD_MATCH_ASK_NOTHING;
}
