/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why what is assigned may open nothing yet, in words where it is chosen and once it is done. */
#include "lanyard-caveat.h"

#include <glib/gi18n.h>

#include "lanyard-change-words.h"
#include "lanyard-credential-text.h"
#include "lanyard-problem-text.h"
#include "lanyard-time-text.h"
#include "lanyard-user-text.h"
#include "lanyard-zone.h"

static char *
caveat_of_credential (SeamCredential *credential,
                      SeamSystem     *system)
{
  gint64 starts_at = seam_credential_get_starts_at (credential);
  gint64 ends_at = seam_credential_get_ends_at (credential);
  gint64 now = g_get_real_time ();
  g_autofree char *text = NULL;
  LanyardSign sign = lanyard_credential_sign (credential, system, &text);

  /* That it begins later is no reason for a sign: most do at some time. */
  if (sign != LANYARD_SIGN_ERROR && lanyard_validity_of (starts_at, ends_at, now) == LANYARD_VALIDITY_NOT_YET)
    return lanyard_validity_text (starts_at, ends_at, now, lanyard_zone_of_system (system));

  return sign != LANYARD_SIGN_WAITING ? g_steal_pointer (&text) : NULL;
}

static char *
caveat_of_schedule (SeamUser   *user,
                    SeamSystem *system)
{
  gint64 starts_at = seam_user_get_access_starts_at (user);
  gint64 ends_at = seam_user_get_access_ends_at (user);
  LanyardValidity validity = lanyard_validity_of (starts_at, ends_at, g_get_real_time ());
  g_autofree char *date = lanyard_time_text_date (validity == LANYARD_VALIDITY_EXPIRED ? ends_at : starts_at,
                                                  lanyard_zone_of_system (system));

  if (date == NULL)
    return NULL;
  if (validity == LANYARD_VALIDITY_EXPIRED)
    /* Translators: of a user; %s is a day */
    return g_strdup_printf (_("Access ended on %s"), date);
  if (validity == LANYARD_VALIDITY_NOT_YET)
    /* Translators: of a user; %s is a day */
    return g_strdup_printf (_("Access starts on %s"), date);

  return NULL;
}

static char *
caveat_of_user (SeamUser   *user,
                SeamSystem *system)
{
  const char *text;
  LanyardSign sign = lanyard_user_sign (user, &text);
  char *schedule = NULL;

  if (sign != LANYARD_SIGN_ERROR && !seam_user_get_is_suspended (user))
    schedule = caveat_of_schedule (user, system);

  return schedule != NULL ? schedule : g_strdup (text);
}

/**
 * lanyard_caveat_of:
 * @record: a credential or a user
 * @system: (nullable): the access system it is in
 *
 * Returns: (transfer full) (nullable): what is the matter with it if it is assigned now, in a few words; %NULL when
 *   nothing is
 */
char *
lanyard_caveat_of (SeamRecord *record,
                   SeamSystem *system)
{
  g_return_val_if_fail (SEAM_IS_CREDENTIAL (record) || SEAM_IS_USER (record), NULL);

  return SEAM_IS_CREDENTIAL (record) ? caveat_of_credential (SEAM_CREDENTIAL (record), system)
                                     : caveat_of_user (SEAM_USER (record), system);
}

static gboolean
has_to_be_encoded (SeamCredential *credential)
{
  GPtrArray *warnings = seam_record_get_warnings (SEAM_RECORD (credential));

  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    {
      const char *code = seam_problem_get_code (warnings->pdata[i]);

      if (g_strcmp0 (code, "waiting_to_be_issued") == 0 || g_strcmp0 (code, "needs_to_be_reissued") == 0)
        return TRUE;
    }

  return FALSE;
}

/* NULL when there is nothing to add because of @credential. */
static char *
with_credential (const char     *text,
                 SeamCredential *credential,
                 SeamSystem     *system)
{
  gint64 starts_at = seam_credential_get_starts_at (credential);
  g_autofree char *date = lanyard_time_text_date (starts_at, lanyard_zone_of_system (system));
  LanyardValidity validity = lanyard_validity_of (starts_at, seam_credential_get_ends_at (credential),
                                                  g_get_real_time ());

  if (validity == LANYARD_VALIDITY_EXPIRED)
    /* Translators: %s is what was done, such as "Card 82**** assigned to Ada Okafor" */
    return g_strdup_printf (_("%s, but the credential has expired"), text);
  if (validity == LANYARD_VALIDITY_NOT_YET && date != NULL)
    /* Translators: the first %s is what was done, such as "Card 82**** assigned to Ada Okafor", the second a day */
    return g_strdup_printf (_("%s, but the credential is not valid before %s"), text, date);
  if (has_to_be_encoded (credential))
    /* Translators: %s is what was done, such as "Card 82**** assigned to Ada Okafor" */
    return g_strdup_printf (_("%s, but the credential must still be encoded"), text);

  return NULL;
}

/* NULL when there is nothing to add because of @user. */
static char *
with_user (const char *text,
           SeamUser   *user,
           SeamSystem *system)
{
  gint64 starts_at = seam_user_get_access_starts_at (user);
  g_autofree char *date = lanyard_time_text_date (starts_at, lanyard_zone_of_system (system));
  LanyardValidity validity = lanyard_validity_of (starts_at, seam_user_get_access_ends_at (user), g_get_real_time ());

  if (seam_user_get_is_suspended (user))
    /* Translators: %s is what was done, such as "Card 82**** assigned to Ada Okafor" */
    return g_strdup_printf (_("%s, but the user is suspended"), text);
  if (validity == LANYARD_VALIDITY_EXPIRED)
    /* Translators: %s is what was done, such as "Card 82**** assigned to Ada Okafor" */
    return g_strdup_printf (_("%s, but the user’s access has ended"), text);
  if (validity == LANYARD_VALIDITY_NOT_YET && date != NULL)
    /* Translators: the first %s is what was done, such as "Card 82**** assigned to Ada Okafor", the second a day */
    return g_strdup_printf (_("%s, but the user’s access starts on %s"), text, date);

  return NULL;
}

/**
 * lanyard_caveat_with:
 * @directory: a workspace
 * @entry: what was done in it
 * @text: the same in words
 *
 * Who reads that a card was assigned takes it that it opens doors now.
 *
 * Returns: (transfer full): @text, and why it may open nothing
 */
char *
lanyard_caveat_with (LanyardDirectory *directory,
                     LanyardEntry     *entry,
                     const char       *text)
{
  SeamCredential *credential;
  SeamUser *user;
  SeamSystem *system;
  char *with = NULL;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), NULL);

  if (lanyard_entry_get_outcome (entry) != LANYARD_OUTCOME_DONE
      || !lanyard_change_words_get (lanyard_entry_get_operation (entry))->opens)
    return g_strdup (text);

  credential = lanyard_store_lookup (lanyard_directory_get_credentials (directory),
                                     lanyard_entry_get_credential_id (entry));
  user = lanyard_store_lookup (lanyard_directory_get_users (directory), lanyard_entry_get_to_id (entry));
  system = lanyard_directory_lookup_system (directory, lanyard_entry_get_system_id (entry));
  if (credential != NULL)
    with = with_credential (text, credential, system);
  if (with == NULL && user != NULL)
    with = with_user (text, user, system);

  return with != NULL ? with : g_strdup (text);
}
