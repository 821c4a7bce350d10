/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which credential, or which user, an entry is about. */
#include "lanyard-entry.h"

static gboolean
is_about (LanyardEntry *self,
          const char   *type)
{
  return g_strcmp0 (lanyard_entry_get_subject_type (self), type) == 0;
}

/**
 * lanyard_entry_get_credential_id:
 * @self: an entry
 *
 * Returns: (nullable): the id of the credential that it is about
 */
const char *
lanyard_entry_get_credential_id (LanyardEntry *self)
{
  return is_about (self, LANYARD_SUBJECT_CREDENTIAL) ? lanyard_entry_get_subject_id (self) : NULL;
}

/**
 * lanyard_entry_get_credential_label:
 * @self: an entry
 *
 * Returns: (nullable): the name of the credential that it is about
 */
const char *
lanyard_entry_get_credential_label (LanyardEntry *self)
{
  return is_about (self, LANYARD_SUBJECT_CREDENTIAL) ? lanyard_entry_get_subject_name (self) : NULL;
}

/**
 * lanyard_entry_get_user_id:
 * @self: an entry
 *
 * Returns: (nullable): the id of the user that it is about, and not only of a credential of theirs
 */
const char *
lanyard_entry_get_user_id (LanyardEntry *self)
{
  return is_about (self, LANYARD_SUBJECT_USER) ? lanyard_entry_get_subject_id (self) : NULL;
}

/**
 * lanyard_entry_get_user_label:
 * @self: an entry
 *
 * Returns: (nullable): the name of the user that it is about
 */
const char *
lanyard_entry_get_user_label (LanyardEntry *self)
{
  return is_about (self, LANYARD_SUBJECT_USER) ? lanyard_entry_get_subject_name (self) : NULL;
}
