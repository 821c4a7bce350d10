/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which access systems of a workspace could not be read, for who shows them. */
#include "lanyard-directory-private.h"

/**
 * lanyard_directory_get_failures:
 * @self: a directory
 *
 * Returns: (transfer none): a list of #LanyardSystemLoad: the access systems that could not be read
 */
GListModel *
lanyard_directory_get_failures (LanyardDirectory *self)
{
  return lanyard_system_loads_get_failures (self->loads);
}

/**
 * lanyard_directory_lookup_failure:
 * @self: a directory
 * @system_id: (nullable): an access system
 * @resource: one of its lists
 *
 * Returns: (transfer none) (nullable): what is known of that access system's reading, if that list could not be read
 */
LanyardSystemLoad *
lanyard_directory_lookup_failure (LanyardDirectory *self,
                                  const char       *system_id,
                                  LanyardResource   resource)
{
  LanyardSystemLoad *load = lanyard_system_loads_lookup (self->loads, system_id);

  return load != NULL && lanyard_system_load_get_failed (load, resource) ? load : NULL;
}

/**
 * lanyard_directory_is_missing:
 * @self: a directory
 * @resource: a kind of list
 *
 * Returns: whether an access system has some that could not be read and so are not listed
 */
gboolean
lanyard_directory_is_missing (LanyardDirectory *self,
                              LanyardResource   resource)
{
  return lanyard_system_loads_is_missing (self->loads, resource);
}
