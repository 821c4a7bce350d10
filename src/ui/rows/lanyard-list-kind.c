/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of a workspace's two long lists is meant. */
#include "lanyard-list-kind.h"

#include <glib/gi18n.h>

G_DEFINE_ENUM_TYPE (LanyardListKind, lanyard_list_kind,
                    G_DEFINE_ENUM_VALUE (LANYARD_LIST_KIND_USERS, "users"),
                    G_DEFINE_ENUM_VALUE (LANYARD_LIST_KIND_CREDENTIALS, "credentials"))

/**
 * lanyard_list_kind_get_store:
 * @kind: which list
 * @directory: a workspace
 *
 * Returns: (transfer none): everything that the list may show
 */
LanyardStore *
lanyard_list_kind_get_store (LanyardListKind   kind,
                             LanyardDirectory *directory)
{
  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);

  return kind == LANYARD_LIST_KIND_USERS ? lanyard_directory_get_users (directory)
                                         : lanyard_directory_get_credentials (directory);
}

/**
 * lanyard_list_kind_count_text:
 * @kind: which list
 * @n_shown: how many rows it shows
 * @n_all: how many there are
 *
 * Returns: (transfer full): both numbers in words
 */
char *
lanyard_list_kind_count_text (LanyardListKind kind,
                              guint           n_shown,
                              guint           n_all)
{
  gboolean users = kind == LANYARD_LIST_KIND_USERS;

  if (n_shown == n_all)
    return g_strdup_printf (users ? ngettext ("%'u user", "%'u users", n_all)
                                  : ngettext ("%'u credential", "%'u credentials", n_all), n_all);

  /* Translators: the first number is of those that match the search, the second is of all */
  return g_strdup_printf (users ? ngettext ("%'u of %'u user", "%'u of %'u users", n_all)
                                : ngettext ("%'u of %'u credential", "%'u of %'u credentials", n_all), n_shown, n_all);
}

/* That there is nothing is said only where everything was looked at. */
static gboolean
is_missing (LanyardListKind   kind,
            LanyardDirectory *directory)
{
  return directory != NULL
         && lanyard_directory_is_missing (directory, kind == LANYARD_LIST_KIND_USERS ? LANYARD_RESOURCE_USERS
                                                                                     : LANYARD_RESOURCE_CREDENTIALS);
}

/**
 * lanyard_list_kind_has_none:
 * @kind: which list
 * @directory: (nullable): a workspace
 *
 * Returns: whether the workspace has nothing to list, as far as it could be loaded
 */
gboolean
lanyard_list_kind_has_none (LanyardListKind   kind,
                            LanyardDirectory *directory)
{
  return directory != NULL && lanyard_directory_get_state (directory) != LANYARD_DIRECTORY_LOADING
         && lanyard_store_get_n_records (lanyard_list_kind_get_store (kind, directory)) == 0;
}

/* Whether there is nothing at all, not even where it could come from. */
static gboolean
has_no_systems (LanyardDirectory *directory)
{
  return directory != NULL && lanyard_directory_get_state (directory) == LANYARD_DIRECTORY_READY
         && g_list_model_get_n_items (lanyard_directory_get_systems (directory)) == 0
         && lanyard_list_kind_has_none (LANYARD_LIST_KIND_USERS, directory)
         && lanyard_list_kind_has_none (LANYARD_LIST_KIND_CREDENTIALS, directory);
}

/**
 * lanyard_list_kind_empty_title:
 * @kind: which list
 * @directory: (nullable): a workspace
 *
 * Returns: what to say where there is none to show
 */
const char *
lanyard_list_kind_empty_title (LanyardListKind   kind,
                               LanyardDirectory *directory)
{
  gboolean users = kind == LANYARD_LIST_KIND_USERS;

  if (is_missing (kind, directory))
    return users ? _("Users Not Loaded") : _("Credentials Not Loaded");
  if (has_no_systems (directory))
    return _("No Access Systems");

  return users ? _("No Users") : _("No Credentials");
}

/**
 * lanyard_list_kind_empty_text:
 * @kind: which list
 * @directory: (nullable): a workspace
 *
 * Returns: (nullable): what to say below lanyard_list_kind_empty_title()
 */
const char *
lanyard_list_kind_empty_text (LanyardListKind   kind,
                              LanyardDirectory *directory)
{
  if (is_missing (kind, directory))
    return NULL;
  if (has_no_systems (directory))
    return _("Connect an access system to this workspace in the Seam Console, then refresh.");

  return kind == LANYARD_LIST_KIND_USERS ? _("Users of this workspace’s access systems show up here.")
                                         : _("Cards, PINs and mobile keys of this workspace’s access systems show "
                                             "up here.");
}
