/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has a credential, by themselves or through an identity, in words. */
#include "lanyard-holder-text.h"

#include <glib/gi18n.h>

#include "lanyard-name-text.h"
#include "lanyard-user-text.h"

/**
 * lanyard_credential_is_held:
 * @credential: a credential
 *
 * Returns: whether somebody has it, listed or not, by themselves or through an identity
 */
gboolean
lanyard_credential_is_held (SeamCredential *credential)
{
  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), FALSE);

  return seam_credential_get_user_id (credential) != NULL || seam_credential_get_identity_id (credential) != NULL;
}

/* Whether it names no user, but somebody's identity across access systems. */
static gboolean
is_held_through_identity (SeamCredential *credential)
{
  return seam_credential_get_user_id (credential) == NULL && seam_credential_get_identity_id (credential) != NULL;
}

/**
 * lanyard_credential_holder_text:
 * @credential: a credential
 *
 * Returns: (transfer full): who has it
 */
char *
lanyard_credential_holder_text (SeamCredential *credential)
{
  SeamUser *holder;

  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);

  holder = seam_credential_get_holder (credential);
  if (holder != NULL)
    {
      g_autofree char *name = lanyard_user_name (holder);
      g_autofree char *isolated = lanyard_name_in_sentence (name);

      if (is_held_through_identity (credential))
        /* Translators: %s is the name of a user, to whose user identity in Seam the credential is assigned */
        return g_strdup_printf (_("Assigned to %s via user identity"), isolated);

      /* Translators: %s is the name of a user */
      return g_strdup_printf (_("Assigned to %s"), isolated);
    }
  if (is_held_through_identity (credential))
    return g_strdup (_("Assigned via user identity"));
  if (seam_credential_get_user_id (credential) != NULL)
    return g_strdup (_("Assigned to an unknown user"));

  return g_strdup (C_("credential", "Unassigned"));
}

/**
 * lanyard_credential_holder_title:
 * @credential: a credential
 *
 * Returns: (transfer full): who has it, by the name alone
 */
char *
lanyard_credential_holder_title (SeamCredential *credential)
{
  SeamUser *holder;

  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);

  holder = seam_credential_get_holder (credential);
  if (holder != NULL)
    return lanyard_user_name (holder);
  if (is_held_through_identity (credential))
    return g_strdup (_("Assigned via user identity"));

  return g_strdup (lanyard_credential_is_held (credential) ? _("Unknown User")
                                                           : C_("credential", "Unassigned"));
}

/**
 * lanyard_credential_holder_details:
 * @credential: a credential
 *
 * Returns: (transfer full) (nullable): more of who has it: how to reach them, or the id where no more is known; %NULL
 *   where nobody has it
 */
char *
lanyard_credential_holder_details (SeamCredential *credential)
{
  SeamUser *holder;
  g_autofree char *contact = NULL;

  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);

  holder = seam_credential_get_holder (credential);
  if (holder != NULL)
    contact = lanyard_user_contact_text (holder);
  if (holder != NULL && is_held_through_identity (credential))
    /* Translators: %s is an email address or phone number */
    return g_strdup_printf (_("Assigned via user identity · %s"), contact);
  if (holder != NULL)
    return g_steal_pointer (&contact);
  if (is_held_through_identity (credential))
    return g_strdup (_("No matching user in this access system"));

  return g_strdup (seam_credential_get_user_id (credential));
}

/**
 * lanyard_credential_taking_text:
 * @credential: a credential that is to be given to somebody
 *
 * Returns: (transfer full): who has it, and that giving it away takes it from them
 */
char *
lanyard_credential_taking_text (SeamCredential *credential)
{
  SeamUser *holder;

  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);

  holder = seam_credential_get_holder (credential);
  if (holder != NULL)
    {
      g_autofree char *name = lanyard_user_name (holder);
      g_autofree char *isolated = lanyard_name_in_sentence (name);

      if (is_held_through_identity (credential))
        /* Translators: %s is the name of a user, to whose user identity in Seam the credential is assigned */
        return g_strdup_printf (_("Assigned to %s via user identity · will be reassigned"), isolated);

      /* Translators: %s is the name of the user who holds the credential now */
      return g_strdup_printf (_("Assigned to %s · will be reassigned"), isolated);
    }
  if (is_held_through_identity (credential))
    return g_strdup (_("Assigned via user identity · will be reassigned"));
  if (seam_credential_get_user_id (credential) != NULL)
    return g_strdup (_("Assigned to an unknown user · will be reassigned"));

  return lanyard_credential_holder_text (credential);
}
