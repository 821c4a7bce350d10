/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a credential that was lost, of its spare, and of what is done about the two. */
#include "lanyard-lost-text.h"

#include <glib/gi18n.h>

#include "lanyard-credential-text.h"
#include "lanyard-holder-text.h"
#include "lanyard-name-text.h"
#include "lanyard-scan-text.h"
#include "lanyard-time-text.h"
#include "lanyard-user-text.h"

/**
 * lanyard_credential_can_be_lost:
 * @credential: a credential
 *
 * A number that is known by heart can't be lost, and the key of a single phone goes with the one that it is part of.
 *
 * Returns: whether it can be lost
 */
gboolean
lanyard_credential_can_be_lost (SeamCredential *credential)
{
  SeamAccessMethod method = seam_credential_get_access_method (credential);

  return seam_credential_get_parent_id (credential) == NULL && method != SEAM_ACCESS_METHOD_CODE
         && method != SEAM_ACCESS_METHOD_CLOUD_KEY;
}

static char *
name_in_sentence (gpointer record)
{
  g_autofree char *name = SEAM_IS_USER (record) ? lanyard_user_name (record) : lanyard_credential_name (record);

  return lanyard_name_in_sentence (name);
}

/* Their login name, as it stands in a sentence. */
static char *
write_operator (const char *login)
{
  g_autofree char *name = lanyard_name_text (login);

  return lanyard_name_in_sentence (name != NULL ? name : _("Unknown User"));
}

/**
 * lanyard_lost_text_mark:
 * @mark: that a credential was lost
 * @zone: (nullable): the time zone of its site
 *
 * Returns: (transfer full): since when, who said so, and whether it was found
 */
char *
lanyard_lost_text_mark (const LanyardMark *mark,
                        const char        *zone)
{
  g_autofree char *lost_on = lanyard_time_text_date (mark->lost_at, zone);
  g_autofree char *lost_by = write_operator (mark->lost_by);
  g_autofree char *found_on = mark->found_at != 0 ? lanyard_time_text_date (mark->found_at, zone) : NULL;
  g_autofree char *found_by = write_operator (mark->found_by);

  if (found_on != NULL)
    /* Translators: a day, a login name, a day, a login name */
    return g_strdup_printf (_("Lost on %s (%s), found on %s (%s)"), lost_on, lost_by, found_on, found_by);

  /* Translators: a day, and the login name of who did it */
  return g_strdup_printf (_("Marked as lost on %s by %s"), lost_on, lost_by);
}

/**
 * lanyard_lost_text_plan:
 * @lost: (nullable): what was lost
 * @user: (nullable): whose it is, where that is known
 * @spare: (nullable): what they get in its place
 *
 * Returns: (transfer full): what will be done, or what is still to be chosen
 */
char *
lanyard_lost_text_plan (SeamCredential *lost,
                        SeamUser       *user,
                        SeamCredential *spare)
{
  g_autofree char *card = lost != NULL ? name_in_sentence (lost) : NULL;
  g_autofree char *name = user != NULL ? name_in_sentence (user) : NULL;
  g_autofree char *other = spare != NULL ? name_in_sentence (spare) : NULL;

  if (card == NULL)
    return g_strdup (_("Select the credential that was lost."));
  if (name == NULL)
    /* Translators: %s is a credential, such as "Card 82****" */
    return g_strdup_printf (_("%s will be unassigned and marked as lost."), card);
  if (other == NULL)
    return g_strdup (_("Scan or select the spare."));

  /* Translators: the spare, a user, and the credential that was lost */
  return g_strdup_printf (_("%s will be assigned to %s. Then %s will be unassigned and marked as lost."), other, name,
                          card);
}

/**
 * lanyard_lost_text_objection:
 * @directory: the workspace
 * @found: what was scanned
 * @lost: (nullable): what was lost
 * @user: whose it is
 *
 * Returns: (transfer full): why @found can't be the spare
 */
char *
lanyard_lost_text_objection (LanyardDirectory *directory,
                             SeamCredential   *found,
                             SeamCredential   *lost,
                             SeamUser         *user)
{
  SeamUser *holder = seam_credential_get_holder (found);
  g_autofree char *card = name_in_sentence (found);
  g_autofree char *name = holder != NULL ? name_in_sentence (holder) : NULL;

  if (found == lost)
    /* Translators: %s is a credential, such as "Card 82****" */
    return g_strdup_printf (_("%s is the lost one. If it was just scanned, it is not lost."), card);
  if (seam_credential_get_system_id (found) != seam_user_get_system_id (user))
    return lanyard_scan_other_system_text (directory, found, user);
  if (name != NULL)
    /* Translators: the first %s is a credential, such as "Card 82****", the second the name of a user */
    return g_strdup_printf (_("%s is already assigned to %s."), card, name);
  if (seam_credential_get_lost (found))
    /* Translators: %s is a credential, such as "Card 82****" */
    return g_strdup_printf (_("%s is marked as lost."), card);

  /* Translators: %s is a credential, such as "Card 82****" */
  return g_strdup_printf (_("%s can’t be used as a spare."), card);
}
