/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what a page shows still exists. */
#include "lanyard-presence.h"

/**
 * lanyard_presence_of:
 * @directory: (nullable): the workspace it is of
 * @record: a user or a credential
 *
 * Returns: whether it still exists
 */
LanyardPresence
lanyard_presence_of (LanyardDirectory *directory,
                     SeamRecord       *record)
{
  LanyardStore *store;

  g_return_val_if_fail (SEAM_IS_RECORD (record), LANYARD_PRESENCE_GONE);

  if (directory == NULL)
    return LANYARD_PRESENCE_GONE;

  store = SEAM_IS_USER (record) ? lanyard_directory_get_users (directory)
                                : lanyard_directory_get_credentials (directory);
  if (lanyard_store_lookup (store, seam_record_get_id (record)) != record)
    return LANYARD_PRESENCE_GONE;

  return lanyard_record_is_being_deleted (record) ? LANYARD_PRESENCE_LEAVING : LANYARD_PRESENCE_HERE;
}
