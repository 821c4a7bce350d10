/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can take the place of what was lost. */
#include "lanyard-spare.h"

#include "lanyard-directory.h"
#include "lanyard-holder-text.h"
#include "lanyard-lost-text.h"

/**
 * lanyard_spare_fits:
 * @credential: a credential
 * @lost: (nullable): what was lost; %NULL: it is not chosen yet
 * @user: whose it is
 *
 * Returns: whether @credential is free to be handed out in place of @lost
 */
gboolean
lanyard_spare_fits (SeamCredential *credential,
                    SeamCredential *lost,
                    SeamUser       *user)
{
  return credential != lost && lanyard_credential_can_be_lost (credential)
         && seam_credential_get_system_id (credential) == seam_user_get_system_id (user)
         && (lost == NULL
             || seam_credential_get_access_method (credential) == seam_credential_get_access_method (lost))
         && !lanyard_credential_is_held (credential) && !seam_credential_get_lost (credential)
         && !seam_credential_get_busy (credential) && !lanyard_record_is_being_deleted (SEAM_RECORD (credential));
}
