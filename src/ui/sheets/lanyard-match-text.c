/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of a sheet is called, and what comes of it, in words. */
#include "lanyard-match-text.h"

#include <glib/gi18n.h>

#include "lanyard-credential-text.h"
#include "lanyard-name-text.h"
#include "lanyard-user-text.h"

static const char * const reasons[] = {
  [LANYARD_MATCH_OK] = NULL,
  /* Translators: %u is the number of a line in a file */
  [LANYARD_MATCH_SAME_CREDENTIAL] = N_("Line %u changes the same credential"),
  /* Translators: %u is the number of a line in a file */
  [LANYARD_MATCH_REPEATED] = N_("Same as line %u"),
  [LANYARD_MATCH_SEVERAL_USERS] = N_("More than one user matches"),
  [LANYARD_MATCH_USERS_DIFFER] = N_("ID, email, and phone belong to different users"),
  [LANYARD_MATCH_NAME_DIFFERS] = N_("The name does not match the user"),
  [LANYARD_MATCH_NAME_MAYBE] = N_("Only the name matches"),
  [LANYARD_MATCH_SEVERAL_CREDENTIALS] = N_("More than one credential matches"),
  [LANYARD_MATCH_NUMBER_MAYBE] = N_("A similar card number was found"),
  [LANYARD_MATCH_NO_CREDENTIAL] = N_("No credential in this row"),
  [LANYARD_MATCH_NO_USER] = N_("No user in this row"),
  [LANYARD_MATCH_UNKNOWN_CREDENTIAL] = N_("No credential matches. Credentials can’t be created from a card number"),
  [LANYARD_MATCH_UNKNOWN_USER] = N_("No user matches"),
  [LANYARD_MATCH_UNKNOWN_SYSTEM] = N_("No access system matches"),
  [LANYARD_MATCH_UNKNOWN_ACTION] = N_("The action is neither assign nor unassign"),
  [LANYARD_MATCH_OTHER_SYSTEM] = N_("The credential and the user belong to different access systems"),
  [LANYARD_MATCH_HELD_BY_OTHER] = N_("Assigned to someone else"),
  [LANYARD_MATCH_NOT_A_NUMBER] = N_("Not a card number"),
  [LANYARD_MATCH_PARTIAL] = N_("Part of the card number is missing"),
  [LANYARD_MATCH_ROUNDED] = N_("A spreadsheet rounded the card number. Format the column as text"),
  [LANYARD_MATCH_DIGITS] =
    N_("A spreadsheet may have cut the card number to 15 digits. Format the column as text"),
  [LANYARD_MATCH_ZEROS] = N_("A spreadsheet may have removed zeros from the card number. Format the column as text"),
  [LANYARD_MATCH_NUMBER_DIFFERS] = N_("The credential with this ID has a different card number"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (reasons) == LANYARD_MATCH_N_REASONS);

static const char *
get_cell (LanyardMatches      *matches,
          guint                position,
          LanyardSheetMeaning  meaning)
{
  int column = lanyard_sheet_columns_find (lanyard_matches_get_columns (matches), meaning);

  return column < 0 ? "" : lanyard_sheet_get_cell (lanyard_matches_get_sheet (matches),
                                                   lanyard_matches_get (matches, position)->row, (guint) column);
}

/* What the row itself has. */
static char *
dup_first_cell (LanyardMatches            *matches,
                guint                      position,
                const LanyardSheetMeaning *meanings,
                guint                      n_meanings)
{
  for (guint i = 0; i < n_meanings; i++)
    {
      const char *cell = get_cell (matches, position, meanings[i]);

      if (*cell != '\0')
        return lanyard_name_text (cell);
    }
  return NULL;
}

static char *
dup_user (LanyardMatches *matches,
          guint           position)
{
  static const LanyardSheetMeaning meanings[] = {
    LANYARD_SHEET_MEANING_NAME, LANYARD_SHEET_MEANING_LAST_NAME, LANYARD_SHEET_MEANING_EMAIL,
    LANYARD_SHEET_MEANING_PHONE, LANYARD_SHEET_MEANING_USER_ID,
  };
  SeamUser *user = lanyard_matches_get_user (matches, position);

  return user != NULL ? lanyard_user_name (user)
                      : dup_first_cell (matches, position, meanings, G_N_ELEMENTS (meanings));
}

static char *
dup_credential (LanyardMatches *matches,
                guint           position)
{
  static const LanyardSheetMeaning meanings[] = {
    LANYARD_SHEET_MEANING_CARD_NUMBER, LANYARD_SHEET_MEANING_CREDENTIAL_ID,
  };
  SeamCredential *credential = lanyard_matches_get_credential (matches, position);

  return credential != NULL ? lanyard_credential_name (credential)
                            : dup_first_cell (matches, position, meanings, G_N_ELEMENTS (meanings));
}

/**
 * lanyard_match_title:
 * @matches: the rows
 * @position: which one
 *
 * Returns: (transfer full): whom and what it means, as far as that is clear
 */
char *
lanyard_match_title (LanyardMatches *matches,
                     guint           position)
{
  g_autofree char *user = dup_user (matches, position);
  g_autofree char *credential = dup_credential (matches, position);

  if (user == NULL || credential == NULL)
    return g_strdup (user != NULL ? user : credential != NULL ? credential : "—");
  /* Translators: in a row of a list; the first %s is a credential, the second one a user */
  return g_strdup_printf (_("%s · %s"), credential, user);
}

static char *
dup_done_text (LanyardMatches *matches,
               guint           position)
{
  SeamCredential *credential = lanyard_matches_get_credential (matches, position);
  SeamUser *holder = seam_credential_get_holder (credential);
  g_autofree char *name = holder != NULL ? lanyard_user_name (holder) : NULL;
  g_autofree char *shown = name != NULL ? lanyard_name_in_sentence (name) : NULL;

  if (lanyard_matches_get_holder_id (matches, position) == NULL)
    return g_strdup (_("Will be assigned"));
  if (shown == NULL)
    return g_strdup (lanyard_matches_get (matches, position)->is_unassign
                       ? _("Will be unassigned from an unknown user")
                       : _("Will be reassigned, taken from an unknown user"));
  if (lanyard_matches_get (matches, position)->is_unassign)
    /* Translators: %s is the name of the user who has the credential */
    return g_strdup_printf (_("Will be unassigned from %s"), shown);
  /* Translators: %s is the name of the user who has the credential */
  return g_strdup_printf (_("Will be reassigned, taken from %s"), shown);
}

/**
 * lanyard_match_text:
 * @matches: the rows
 * @position: which one
 *
 * Returns: (transfer full): what comes of it, and why
 */
char *
lanyard_match_text (LanyardMatches *matches,
                    guint           position)
{
  const LanyardMatch *match = lanyard_matches_get (matches, position);
  LanyardSheet *sheet = lanyard_matches_get_sheet (matches);
  g_autoptr (GString) text = NULL;

  if (match->is_left_out)
    return g_strdup (_("Left out"));
  if (match->state == LANYARD_MATCH_DO)
    return dup_done_text (matches, position);
  if (match->reason == LANYARD_MATCH_OK)
    return g_strdup (match->is_unassign ? _("Already unassigned") : _("Already assigned"));
  text = g_string_new (gettext (reasons[match->reason]));
  if (match->reason == LANYARD_MATCH_SAME_CREDENTIAL || match->reason == LANYARD_MATCH_REPEATED)
    {
      g_autofree char *line = g_strdup_printf ("%u", lanyard_sheet_get_line (sheet, match->other));

      g_string_replace (text, "%u", line, 1);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * lanyard_match_line:
 * @matches: the rows
 * @position: which one
 *
 * Returns: (transfer full): where it is in the file
 */
char *
lanyard_match_line (LanyardMatches *matches,
                    guint           position)
{
  guint line = lanyard_sheet_get_line (lanyard_matches_get_sheet (matches),
                                       lanyard_matches_get (matches, position)->row);

  /* Translators: %u is the number of a line in a file */
  return g_strdup_printf (_("Line %u"), line);
}

static void
append_count (GString    *text,
              const char *format,
              guint       n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autoptr (GString) part = g_string_new (format);

  if (n == 0)
    return;
  g_string_replace (part, "%u", number, 1);
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part->str);
}

/**
 * lanyard_match_count:
 * @matches: the rows
 *
 * Returns: (transfer full): how many come to what
 */
char *
lanyard_match_count (LanyardMatches *matches)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_do = lanyard_matches_count (matches, LANYARD_MATCH_DO);
  guint n_conflict = lanyard_matches_count (matches, LANYARD_MATCH_CONFLICT);
  guint n_choice = lanyard_matches_count (matches, LANYARD_MATCH_CHOICE);
  guint n_cant = lanyard_matches_count (matches, LANYARD_MATCH_CANT);
  guint n_already = lanyard_matches_count (matches, LANYARD_MATCH_ALREADY);

  if (n_do + n_conflict + n_choice + n_cant == 0)
    return g_strdup (_("Nothing to change"));
  append_count (text, ngettext ("%u will be changed", "%u will be changed", n_do), n_do);
  append_count (text, ngettext ("%u in conflict", "%u in conflict", n_conflict), n_conflict);
  append_count (text, ngettext ("%u needs a choice", "%u need a choice", n_choice), n_choice);
  append_count (text, ngettext ("%u can’t be done", "%u can’t be done", n_cant), n_cant);
  append_count (text, ngettext ("%u already done", "%u already done", n_already), n_already);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * lanyard_match_deed:
 * @matches: the rows
 *
 * Returns: (transfer full): what a button says that does what is to be done
 */
char *
lanyard_match_deed (LanyardMatches *matches)
{
  guint n_do = lanyard_matches_count (matches, LANYARD_MATCH_DO);
  guint n_unassign = 0;

  for (guint i = 0; i < lanyard_matches_get_n (matches); i++)
    {
      const LanyardMatch *match = lanyard_matches_get (matches, i);

      n_unassign += match->state == LANYARD_MATCH_DO && !match->is_left_out && match->is_unassign;
    }
  if (n_do == 0)
    return g_strdup (_("Assign"));
  if (n_unassign == 0)
    return g_strdup_printf (ngettext ("Assign %u Credential", "Assign %u Credentials", n_do), n_do);
  if (n_unassign == n_do)
    return g_strdup_printf (ngettext ("Unassign %u Credential", "Unassign %u Credentials", n_do), n_do);
  return g_strdup_printf (ngettext ("Make %u Change", "Make %u Changes", n_do), n_do);
}
