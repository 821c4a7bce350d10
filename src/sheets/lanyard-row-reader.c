/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one row of a sheet says about users, credentials and access systems, as candidates of a roster. */
#include "lanyard-row-reader.h"

#include <string.h>

#include "lanyard-number.h"
#include "lanyard-roster-fold.h"
#include "lanyard-sheet-damage.h"

static const LanyardMatchReason reason_of_damage[] = {
  [LANYARD_SHEET_DAMAGE_NONE] = LANYARD_MATCH_OK,
  [LANYARD_SHEET_DAMAGE_ROUNDED] = LANYARD_MATCH_ROUNDED,
  [LANYARD_SHEET_DAMAGE_DIGITS] = LANYARD_MATCH_DIGITS,
  [LANYARD_SHEET_DAMAGE_ZEROS] = LANYARD_MATCH_ZEROS,
};

void
lanyard_row_reader_init (LanyardRowReader          *self,
                         LanyardSheet              *sheet,
                         const LanyardSheetColumns *columns,
                         LanyardRoster             *roster)
{
  int number = lanyard_sheet_columns_find (columns, LANYARD_SHEET_MEANING_CARD_NUMBER);

  self->sheet = sheet;
  self->roster = roster;
  self->columns[LANYARD_SHEET_MEANING_NONE] = -1;
  for (LanyardSheetMeaning meaning = LANYARD_SHEET_MEANING_NONE + 1; meaning < LANYARD_SHEET_N_MEANINGS; meaning++)
    self->columns[meaning] = lanyard_sheet_columns_find (columns, meaning);
  self->width = number >= 0 ? lanyard_sheet_damage_get_width (sheet, (guint) number, columns->has_header ? 1 : 0) : 0;
  self->folded = g_string_new (NULL);
  self->found = g_array_new (FALSE, FALSE, sizeof (guint32));
}

void
lanyard_row_reader_clear (LanyardRowReader *self)
{
  g_string_free (self->folded, TRUE);
  g_array_unref (self->found);
}

/* lanyard_row_reader_get:
 * @self: a reader
 * @row: which row
 * @meaning: what is asked for
 *
 * Returns: (transfer none): what the row says of it, "" for nothing */
const char *
lanyard_row_reader_get (LanyardRowReader   *self,
                        guint               row,
                        LanyardSheetMeaning meaning)
{
  int column = self->columns[meaning];
  const char *cell = column >= 0 ? lanyard_sheet_get_cell (self->sheet, row, (guint) column) : "";

  return cell + strspn (cell, " ");
}

static void
find_address (LanyardRowReader  *self,
              LanyardRosterTrait trait,
              const char        *text,
              GArray            *found)
{
  g_array_set_size (found, 0);
  lanyard_roster_fold_address (self->folded, text);
  lanyard_roster_find (self->roster, trait, self->folded->str, found);
}

/* --- Credentials --- */

static gboolean
has_number (LanyardRowReader    *self,
            guint32              credential,
            const LanyardNumber *number,
            LanyardSameness      least)
{
  const char *text = lanyard_roster_get_credential (self->roster, credential)->number;
  g_autoptr (LanyardNumber) own = text != NULL ? lanyard_number_new (text, NULL) : NULL;

  return own != NULL && lanyard_number_compare (own, number) >= least;
}

/* Those whose number may be written the way the row has it, or of which a vendor shows but a part. */
static LanyardMatchReason
list_maybe (LanyardRowReader    *self,
            const LanyardNumber *number,
            GArray              *credentials)
{
  g_auto (GStrv) keys = lanyard_number_list_maybe_keys (number);
  g_autoptr (GArray) ends = lanyard_number_list_ends (number);

  for (guint i = 0; keys[i] != NULL; i++)
    lanyard_roster_find (self->roster, LANYARD_ROSTER_CREDENTIAL_NUMBER, keys[i], credentials);
  g_array_set_size (self->found, 0);
  for (guint i = 0; i < ends->len; i++)
    {
      char text[16];

      g_snprintf (text, sizeof text, "%x", g_array_index (ends, guint32, i));
      lanyard_roster_find (self->roster, LANYARD_ROSTER_CREDENTIAL_MAYBE, text, self->found);
    }
  for (guint i = 0; i < self->found->len; i++)
    if (has_number (self, g_array_index (self->found, guint32, i), number, LANYARD_SAMENESS_MAYBE))
      g_array_append_val (credentials, g_array_index (self->found, guint32, i));
  return credentials->len > 0 ? LANYARD_MATCH_NUMBER_MAYBE : LANYARD_MATCH_UNKNOWN_CREDENTIAL;
}

static LanyardMatchReason
list_by_number (LanyardRowReader    *self,
                const LanyardNumber *number,
                GArray              *credentials)
{
  lanyard_roster_find (self->roster, LANYARD_ROSTER_CREDENTIAL_NUMBER, lanyard_number_get_exact_key (number),
                       credentials);
  return credentials->len > 0 ? LANYARD_MATCH_OK : list_maybe (self, number, credentials);
}

/* lanyard_row_reader_list_credentials:
 * @self: a reader
 * @row: which row
 * @credentials: (element-type guint32): what to set
 *
 * By the id, and by the number where there is no id; where there is one, both have to be of the same credential.
 *
 * Returns: what is the matter with them; %LANYARD_MATCH_OK: each of them is as the row has it */
LanyardMatchReason
lanyard_row_reader_list_credentials (LanyardRowReader *self,
                                     guint             row,
                                     GArray           *credentials)
{
  const char *id = lanyard_row_reader_get (self, row, LANYARD_SHEET_MEANING_CREDENTIAL_ID);
  const char *text = lanyard_row_reader_get (self, row, LANYARD_SHEET_MEANING_CARD_NUMBER);
  g_autoptr (LanyardNumber) number = NULL;
  LanyardSheetDamage damage;

  find_address (self, LANYARD_ROSTER_CREDENTIAL_ID, id, credentials);
  if (*text == '\0')
    {
      if (credentials->len > 0)
        return LANYARD_MATCH_OK;
      return *id != '\0' ? LANYARD_MATCH_UNKNOWN_CREDENTIAL : LANYARD_MATCH_NO_CREDENTIAL;
    }
  damage = lanyard_sheet_damage_find (self->sheet, row, (guint) self->columns[LANYARD_SHEET_MEANING_CARD_NUMBER],
                                      self->width);
  if (damage != LANYARD_SHEET_DAMAGE_NONE)
    return reason_of_damage[damage];
  number = lanyard_number_new (text, NULL);
  if (number == NULL)
    return LANYARD_MATCH_NOT_A_NUMBER;
  if (credentials->len > 0)
    return has_number (self, g_array_index (credentials, guint32, 0), number, LANYARD_SAMENESS_MAYBE)
             ? LANYARD_MATCH_OK : LANYARD_MATCH_NUMBER_DIFFERS;
  if (*id != '\0')
    return LANYARD_MATCH_UNKNOWN_CREDENTIAL;
  return lanyard_number_is_partial (number) ? LANYARD_MATCH_PARTIAL : list_by_number (self, number, credentials);
}

/* --- Users --- */

static void
find_phone (LanyardRowReader *self,
            const char       *text,
            GArray           *found)
{
  LanyardPhone phone;
  guint n = 0;

  g_array_set_size (found, 0);
  if (!lanyard_phone_read (&phone, text))
    return;
  lanyard_roster_find (self->roster, LANYARD_ROSTER_USER_PHONE, lanyard_phone_get_end (&phone), found);
  for (guint i = 0; i < found->len; i++)
    {
      guint32 user = g_array_index (found, guint32, i);

      if (lanyard_roster_has_phone (self->roster, user, &phone))
        g_array_index (found, guint32, n++) = user;
    }
  g_array_set_size (found, n);
}

static char *
dup_name (LanyardRowReader *self,
          guint             row)
{
  const char *name = lanyard_row_reader_get (self, row, LANYARD_SHEET_MEANING_NAME);
  const char *first = lanyard_row_reader_get (self, row, LANYARD_SHEET_MEANING_FIRST_NAME);
  const char *last = lanyard_row_reader_get (self, row, LANYARD_SHEET_MEANING_LAST_NAME);

  return *name != '\0' ? g_strdup (name) : g_strstrip (g_strconcat (first, " ", last, NULL));
}

static gboolean
find_name (LanyardRowReader *self,
           const char       *name,
           GArray           *found)
{
  g_array_set_size (found, 0);
  lanyard_roster_fold_name (self->folded, name, FALSE);
  lanyard_roster_find (self->roster, LANYARD_ROSTER_USER_NAME, self->folded->str, found);
  if (found->len == 0 && lanyard_roster_fold_name (self->folded, name, TRUE))
    lanyard_roster_find (self->roster, LANYARD_ROSTER_USER_NAME, self->folded->str, found);
  return found->len > 0;
}

/* "Okafor, Ada" and "Okafor Ada" are Ada Okafor: the first for certain, the second perhaps. */
static LanyardMatchReason
list_by_name (LanyardRowReader *self,
              const char       *name,
              GArray           *users)
{
  const char *comma = strchr (name, ',');
  const char *space = strchr (name, ' ');
  g_autofree char *turned = NULL;

  if (find_name (self, name, users))
    return LANYARD_MATCH_OK;
  if (comma == NULL && space == NULL)
    return LANYARD_MATCH_UNKNOWN_USER;
  if (comma == NULL)
    space = strrchr (name, ' ');
  turned = comma != NULL ? g_strdup_printf ("%s %.*s", comma + 1, (int) (comma - name), name)
                         : g_strdup_printf ("%s %.*s", space + 1, (int) (space - name), name);
  if (find_name (self, turned, users))
    return comma != NULL ? LANYARD_MATCH_OK : LANYARD_MATCH_NAME_MAYBE;
  return LANYARD_MATCH_UNKNOWN_USER;
}

/* @users keeps those that are in @found. */
static void
intersect (GArray *users,
           GArray *found)
{
  guint n = 0;

  for (guint i = 0; i < users->len; i++)
    {
      guint32 user = g_array_index (users, guint32, i);

      for (guint k = 0; k < found->len; k++)
        if (g_array_index (found, guint32, k) == user)
          {
            g_array_index (users, guint32, n++) = user;
            break;
          }
    }
  g_array_set_size (users, n);
}

/* What identifies a user, the strongest first. Whom all of them identify is meant. */
static LanyardMatchReason
list_by_keys (LanyardRowReader *self,
              guint             row,
              GArray           *users,
              gboolean         *has_key)
{
  static const struct
  {
    LanyardSheetMeaning meaning;
    LanyardRosterTrait  trait;
  } keys[] = {
    { LANYARD_SHEET_MEANING_USER_ID, LANYARD_ROSTER_USER_ID },
    { LANYARD_SHEET_MEANING_EMAIL, LANYARD_ROSTER_USER_EMAIL },
    { LANYARD_SHEET_MEANING_PHONE, LANYARD_ROSTER_USER_PHONE },
  };

  *has_key = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *text = lanyard_row_reader_get (self, row, keys[i].meaning);

      if (*text == '\0')
        continue;
      if (keys[i].trait == LANYARD_ROSTER_USER_PHONE)
        find_phone (self, text, self->found);
      else
        find_address (self, keys[i].trait, text, self->found);
      *has_key = TRUE;
      if (self->found->len == 0)
        continue;
      if (users->len == 0)
        g_array_append_vals (users, self->found->data, self->found->len);
      else
        {
          g_autoptr (GArray) before = g_array_copy (users);

          intersect (users, self->found);
          if (users->len > 0)
            continue;
          g_array_append_vals (users, before->data, before->len);
          g_array_append_vals (users, self->found->data, self->found->len);
          return LANYARD_MATCH_USERS_DIFFER;
        }
    }
  return users->len > 0 ? LANYARD_MATCH_OK : LANYARD_MATCH_UNKNOWN_USER;
}

/* A sheet of which one column alone was sorted has other people's addresses beside names. */
static LanyardMatchReason
check_name (LanyardRowReader *self,
            const char       *name,
            GArray           *users)
{
  lanyard_roster_fold_name (self->folded, name, FALSE);
  for (guint i = 0; i < users->len; i++)
    if (lanyard_roster_share_word (lanyard_roster_get_user (self->roster, g_array_index (users, guint32, i))->name,
                                   self->folded->str))
      return LANYARD_MATCH_OK;
  return LANYARD_MATCH_NAME_DIFFERS;
}

/* lanyard_row_reader_list_users:
 * @self: a reader
 * @row: which row
 * @users: (element-type guint32): what to set
 *
 * By the id, the e-mail address and the phone number; by the name where there is none of these. A person has a user in
 * each access system, so there may be several also where nothing is the matter.
 *
 * Returns: what is the matter with them; %LANYARD_MATCH_OK: each of them is whom the row means */
LanyardMatchReason
lanyard_row_reader_list_users (LanyardRowReader *self,
                               guint             row,
                               GArray           *users)
{
  g_autofree char *name = dup_name (self, row);
  LanyardMatchReason reason;
  gboolean has_key;

  g_array_set_size (users, 0);
  reason = list_by_keys (self, row, users, &has_key);
  if (reason == LANYARD_MATCH_OK)
    return check_name (self, name, users);
  if (reason != LANYARD_MATCH_UNKNOWN_USER)
    return reason;
  if (*name == '\0')
    return has_key ? LANYARD_MATCH_UNKNOWN_USER : LANYARD_MATCH_NO_USER;
  reason = list_by_name (self, name, users);
  return reason == LANYARD_MATCH_OK && has_key ? LANYARD_MATCH_NAME_MAYBE : reason;
}

/* --- Access systems --- */

/* lanyard_row_reader_list_systems:
 * @self: a reader
 * @row: which row
 * @systems: (element-type guint32): what to set; empty: the row doesn't say
 *
 * Returns: %LANYARD_MATCH_OK, or %LANYARD_MATCH_UNKNOWN_SYSTEM */
LanyardMatchReason
lanyard_row_reader_list_systems (LanyardRowReader *self,
                                 guint             row,
                                 GArray           *systems)
{
  const char *text = lanyard_row_reader_get (self, row, LANYARD_SHEET_MEANING_SYSTEM);

  g_array_set_size (systems, 0);
  if (*text == '\0')
    return LANYARD_MATCH_OK;
  find_address (self, LANYARD_ROSTER_SYSTEM, text, systems);
  if (systems->len > 0)
    return LANYARD_MATCH_OK;
  lanyard_roster_fold_name (self->folded, text, FALSE);
  lanyard_roster_find (self->roster, LANYARD_ROSTER_SYSTEM, self->folded->str, systems);
  return systems->len > 0 ? LANYARD_MATCH_OK : LANYARD_MATCH_UNKNOWN_SYSTEM;
}
