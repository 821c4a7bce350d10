/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for the types of error that the API is known to have, and for the parameters that it may not accept. Both
 * are open sets: the OpenAPI document names none, so that these are what its servers and clients are seen to have. */
#include "lanyard-error-words.h"

#include <glib/gi18n.h>

typedef struct
{
  const char       *name;
  LanyardErrorWords words;
} Named;

static const Named types[] = {
  { "access_token_used_for_api_key",
    { N_("Workspace Not Selected"),
      NULL,
      N_("A personal access token needs a workspace. Enter it again and select a workspace"),
      "dialog-password-symbolic", FALSE, TRUE } },
  { "acs_access_group_not_found",
    { N_("Access Group Not Found"),
      NULL,
      N_("The access group no longer exists in Seam. Refresh the lists"),
      "edit-find-symbolic", TRUE, FALSE } },
  { "acs_credential_already_assigned",
    { N_("Already Assigned"),
      NULL,
      N_("The credential is already assigned. Refresh the lists to see its holder"),
      "dialog-warning-symbolic", TRUE, FALSE } },
  { "acs_credential_not_assigned_to_acs_user",
    { N_("Not Assigned"),
      NULL,
      N_("The credential is not assigned to this user. Refresh the lists"),
      "dialog-warning-symbolic", TRUE, FALSE } },
  { "acs_credential_not_found",
    { N_("Credential Not Found"),
      NULL,
      N_("The credential no longer exists in Seam. Refresh the lists"),
      "edit-find-symbolic", TRUE, FALSE } },
  { "acs_entrance_not_found",
    { N_("Entrance Not Found"),
      NULL,
      N_("The entrance no longer exists in Seam. Refresh the lists"),
      "edit-find-symbolic", TRUE, FALSE } },
  { "acs_system_not_found",
    { N_("Access System Not Found"),
      NULL,
      N_("The access system is no longer connected to Seam. Refresh the lists"),
      "edit-find-symbolic", TRUE, FALSE } },
  { "acs_user_not_found",
    { N_("User Not Found"),
      NULL,
      N_("The user no longer exists in Seam. Refresh the lists"),
      "edit-find-symbolic", TRUE, FALSE } },
  { "client_session_expired",
    { N_("API Key Not Accepted"),
      NULL,
      N_("This client session token is no longer valid. Enter an API key"),
      "dialog-password-symbolic", FALSE, TRUE } },
  { "client_session_not_found",
    { N_("API Key Not Accepted"),
      NULL,
      N_("This client session token is no longer valid. Enter an API key"),
      "dialog-password-symbolic", FALSE, TRUE } },
  { "client_session_revoked",
    { N_("API Key Not Accepted"),
      NULL,
      N_("This client session token is no longer valid. Enter an API key"),
      "dialog-password-symbolic", FALSE, TRUE } },
  { "connected_account_not_found",
    { N_("Account Not Found"),
      NULL,
      N_("The account of the access system is no longer connected to Seam. Connect it again in the "
         "Seam Console"),
      "edit-find-symbolic", TRUE, FALSE } },
  { "full_name_required",
    { N_("Full Name Required"),
      NULL,
      N_("The user needs a full name. Add it in the access system"),
      "dialog-warning-symbolic", FALSE, FALSE } },
  { "invalid_client_session_token",
    { N_("API Key Not Accepted"),
      NULL,
      N_("This client session token is no longer valid. Enter an API key"),
      "dialog-password-symbolic", FALSE, TRUE } },
  { "method_not_allowed",
    { N_("Not a Seam Server"),
      NULL,
      N_("The server does not support this action. Check the server address"),
      "network-server-symbolic", TRUE, FALSE } },
  { "mismatched_page_parameters",
    { N_("Loading Interrupted"),
      NULL,
      N_("The lists changed while they were loading. Try again"),
      "dialog-warning-symbolic", TRUE, FALSE } },
  { "user_identity_not_found",
    { N_("User Identity Not Found"),
      NULL,
      N_("The user identity no longer exists in Seam. Refresh the lists"),
      "edit-find-symbolic", TRUE, FALSE } },
  { "workspace_not_found",
    { N_("Workspace Not Found"),
      NULL,
      N_("The workspace no longer exists, or the API key has no access to it. Enter another API key"),
      "dialog-password-symbolic", FALSE, TRUE } },
};

static const Named fields[] = {
  { "acs_credential_id",
    { N_("Credential Not Accepted"),
      NULL,
      N_("Seam did not accept this credential. Refresh the lists, then try again"),
      "dialog-warning-symbolic", TRUE, FALSE } },
  { "acs_system_id",
    { N_("Access System Not Accepted"),
      NULL,
      N_("Seam did not accept this access system. Refresh the lists, then try again"),
      "dialog-warning-symbolic", TRUE, FALSE } },
  { "acs_user_id",
    { N_("User Not Accepted"),
      NULL,
      N_("Seam did not accept this user. Refresh the lists, then try again"),
      "dialog-warning-symbolic", TRUE, FALSE } },
  { "page_cursor",
    { N_("Loading Interrupted"),
      NULL,
      N_("The lists changed while they were loading. Try again"),
      "dialog-warning-symbolic", TRUE, FALSE } },
  { "search",
    { N_("Search Not Accepted"),
      NULL,
      N_("Seam did not accept this search. Search for something else"),
      "edit-find-symbolic", FALSE, FALSE } },
  { "user_identity_id",
    { N_("User Identity Not Accepted"),
      NULL,
      N_("Seam did not accept this user identity. Refresh the lists, then try again"),
      "dialog-warning-symbolic", TRUE, FALSE } },
  { "workspace_id",
    { N_("Workspace Not Accepted"),
      NULL,
      N_("Seam did not accept this workspace. Enter another API key"),
      "dialog-password-symbolic", FALSE, TRUE } },
};

static const LanyardErrorWords *
find (const Named *named,
      gsize        n,
      const char  *name)
{
  for (gsize i = 0; name != NULL && i < n; i++)
    if (g_str_equal (named[i].name, name))
      return &named[i].words;

  return NULL;
}

/**
 * lanyard_error_words_of_type:
 * @type_name: (nullable): the server's name for a kind of error
 *
 * Returns: (transfer none) (nullable): the words for it; %NULL where it is not known, or says no more than the status
 */
const LanyardErrorWords *
lanyard_error_words_of_type (const char *type_name)
{
  return find (types, G_N_ELEMENTS (types), type_name);
}

/**
 * lanyard_error_words_of_field:
 * @field: a parameter that the server did not accept
 *
 * Returns: (transfer none) (nullable): the words for that; %NULL where it is not known
 */
const LanyardErrorWords *
lanyard_error_words_of_field (const char *field)
{
  return find (fields, G_N_ELEMENTS (fields), field);
}
