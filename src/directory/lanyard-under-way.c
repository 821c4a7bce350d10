/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was asked for in this run and has no outcome yet. */
#include "lanyard-directory-private.h"

void
lanyard_directory_add_under_way (LanyardDirectory *self,
                                 LanyardEntry     *entry)
{
  g_list_store_append (self->under_way, entry);
}

void
lanyard_directory_remove_under_way (LanyardDirectory *self,
                                    LanyardEntry     *entry)
{
  guint position;

  if (g_list_store_find (self->under_way, entry, &position))
    g_list_store_remove (self->under_way, position);
}

/**
 * lanyard_directory_list_under_way:
 * @self: a directory
 *
 * Returns: (transfer none): (element-type LanyardEntry): what this run has begun and has no outcome yet
 */
GListModel *
lanyard_directory_list_under_way (LanyardDirectory *self)
{
  return G_LIST_MODEL (self->under_way);
}

/**
 * lanyard_directory_get_under_way:
 * @self: a directory
 * @credential_id: of a credential
 *
 * Returns: (transfer none) (nullable): what is under way with it
 */
LanyardEntry *
lanyard_directory_get_under_way (LanyardDirectory *self,
                                 const char       *credential_id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->under_way));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LanyardEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->under_way), i);

      if (g_strcmp0 (lanyard_entry_get_credential_id (entry), credential_id) == 0)
        return entry;
    }
  return NULL;
}

/**
 * lanyard_entry_get_own_reason:
 * @entry: an entry
 *
 * Returns: the #LanyardDirectoryError for which it was not sent; -1 when it was sent, or the reason is the server's
 */
int
lanyard_entry_get_own_reason (LanyardEntry *entry)
{
  int code = lanyard_entry_get_error_code (entry);

  return code >= LANYARD_ENTRY_OWN_REASONS ? code - LANYARD_ENTRY_OWN_REASONS : -1;
}
