/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the picker says of what was typed and of what choosing a row does. */
#include "lanyard-picker-text.h"

#include <glib/gi18n.h>

#include "lanyard-choice.h"
#include "lanyard-credential-text.h"
#include "lanyard-finder.h"
#include "lanyard-name-text.h"
#include "lanyard-scan-text.h"
#include "lanyard-user-text.h"

/**
 * lanyard_picker_system_id:
 * @for_record: who or what something is chosen for
 *
 * Returns: (nullable): the id of the access system that all that is offered is in
 */
const char *
lanyard_picker_system_id (SeamRecord *for_record)
{
  return SEAM_IS_USER (for_record) ? seam_user_get_system_id (SEAM_USER (for_record))
                                   : seam_credential_get_system_id (SEAM_CREDENTIAL (for_record));
}

/**
 * lanyard_picker_system:
 * @directory: the workspace
 * @for_record: who or what something is chosen for
 *
 * Returns: (transfer none) (nullable): the access system that all that is offered is in
 */
SeamSystem *
lanyard_picker_system (LanyardDirectory *directory,
                       SeamRecord       *for_record)
{
  return lanyard_directory_lookup_system (directory, lanyard_picker_system_id (for_record));
}

/**
 * lanyard_picker_taking_text:
 * @credential: (nullable): what will be assigned
 *
 * Returns: (transfer full) (nullable): whom it will be taken from; %NULL when nobody has it
 */
char *
lanyard_picker_taking_text (SeamCredential *credential)
{
  SeamUser *holder = credential != NULL ? seam_credential_get_holder (credential) : NULL;
  g_autofree char *credential_name = NULL;
  g_autofree char *shown_credential = NULL;
  g_autofree char *holder_name = NULL;
  g_autofree char *shown_holder = NULL;

  if (holder == NULL)
    return NULL;

  credential_name = lanyard_credential_name (credential);
  shown_credential = lanyard_name_in_sentence (credential_name);
  holder_name = lanyard_user_name (holder);
  shown_holder = lanyard_name_in_sentence (holder_name);

  /* Translators: the first %s is the name of a credential, the second the name of its holder */
  return g_strdup_printf (_("%s will be unassigned from %s."), shown_credential, shown_holder);
}

static char *
system_name (SeamSystem *system)
{
  return system != NULL ? lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (system))) : NULL;
}

/**
 * lanyard_picker_empty_title:
 * @kind: what there is to choose from
 * @missing: whether it could not be read
 *
 * Returns: what is said in place of the rows
 */
const char *
lanyard_picker_empty_title (LanyardListKind kind,
                            gboolean        missing)
{
  if (kind == LANYARD_LIST_KIND_CREDENTIALS)
    return missing ? _("Credentials Not Loaded") : _("No Credentials to Assign");

  return missing ? _("Users Not Loaded") : _("No Users Available");
}

/**
 * lanyard_picker_empty_text:
 * @system: (nullable): where something is chosen from
 *
 * Returns: (transfer full) (nullable): why there is nothing to choose from
 */
char *
lanyard_picker_empty_text (SeamSystem *system)
{
  g_autofree char *name = system_name (system);

  /* Translators: %s is the name of an access system */
  return name != NULL ? g_strdup_printf (_("There are no others in %s."), name) : NULL;
}

/* Why a credential that has the number isn't offered. */
static char *
not_offered_text (LanyardDirectory *directory,
                  SeamUser         *user,
                  SeamCredential   *found)
{
  g_autofree char *credential_name = lanyard_credential_name (found);
  g_autofree char *credential = lanyard_name_in_sentence (credential_name);
  g_autofree char *user_name = lanyard_user_name (user);
  g_autofree char *shown_user = lanyard_name_in_sentence (user_name);
  g_autofree char *other_system = NULL;

  if (seam_credential_get_holder (found) == user)
    /* Translators: the first %s is a credential, such as "Card 82****", the second the name of a user */
    return g_strdup_printf (_("%s is already assigned to %s."), credential, shown_user);
  if (seam_credential_get_lost (found))
    /* Translators: %s is a credential, such as "Card 82****" */
    return g_strdup_printf (_("%s is marked as lost."), credential);
  if (lanyard_record_is_being_deleted (SEAM_RECORD (found)))
    /* Translators: %s is a credential, such as "Card 82****" */
    return g_strdup_printf (_("%s is being deleted."), credential);
  if (g_strcmp0 (seam_credential_get_system_id (found), seam_user_get_system_id (user)) == 0)
    /* Translators: %s is a credential, such as "Mobile Key" */
    return g_strdup_printf (_("%s is part of another credential and can’t be assigned by itself."), credential);

  other_system = system_name (lanyard_directory_lookup_system (directory, seam_credential_get_system_id (found)));
  if (other_system == NULL)
    /* Translators: %s is a credential, such as "Card 82****" */
    return g_strdup_printf (_("%s is in another access system."), credential);

  return lanyard_scan_other_system_text (directory, found, user);
}

/**
 * lanyard_picker_choose_text:
 *
 * Returns: what to do where nothing is chosen yet
 */
const char *
lanyard_picker_choose_text (void)
{
  return _("First, select an item with the arrow keys or the pointer.");
}

/* One of the user's access system, which says more, before one of another. */
static SeamCredential *
pick_found (LanyardFinding *finding,
            SeamUser       *user)
{
  for (guint i = 0; i < finding->credentials->len; i++)
    if (g_strcmp0 (seam_credential_get_system_id (finding->credentials->pdata[i]), seam_user_get_system_id (user)) == 0)
      return finding->credentials->pdata[i];

  return finding->credentials->pdata[0];
}

/**
 * lanyard_picker_number_text:
 * @directory: the workspace
 * @user: whom a credential is chosen for
 * @typed: a number
 *
 * Returns: (transfer full) (nullable): why nothing with that number is chosen; %NULL as long as it may yet come
 */
char *
lanyard_picker_number_text (LanyardDirectory *directory,
                            SeamUser         *user,
                            const char       *typed)
{
  g_autofree char *shown = g_strstrip (g_strdup (typed));
  g_autoptr (LanyardNumber) number = lanyard_number_new (shown, NULL);
  g_autoptr (LanyardFinding) finding = NULL;

  if (number != NULL)
    finding = lanyard_finder_look (lanyard_directory_get_finder (directory), number);
  if (finding != NULL && (finding->found == LANYARD_FOUND_ONE || finding->found == LANYARD_FOUND_SEVERAL))
    {
      SeamCredential *found = pick_found (finding, user);

      if (lanyard_choice_fits (SEAM_RECORD (found), SEAM_RECORD (user))
          && g_strcmp0 (seam_credential_get_system_id (found), seam_user_get_system_id (user)) == 0)
        return g_strdup (lanyard_picker_choose_text ());
      return not_offered_text (directory, user, found);
    }
  if (lanyard_directory_get_state (directory) == LANYARD_DIRECTORY_LOADING)
    return NULL;
  return lanyard_scan_none_text (shown, lanyard_directory_get_state (directory) != LANYARD_DIRECTORY_INCOMPLETE
                                        && g_list_model_get_n_items (lanyard_directory_get_failures (directory)) == 0);
}

/**
 * lanyard_picker_elsewhere_text:
 * @directory: the workspace
 * @for_record: who or what something is chosen for
 * @found: (nullable): the one that was searched for, if it is in another access system
 *
 * Returns: (transfer full): why what was searched for isn't offered
 */
char *
lanyard_picker_elsewhere_text (LanyardDirectory *directory,
                               SeamRecord       *for_record,
                               SeamRecord       *found)
{
  SeamRecord *credential = SEAM_IS_USER (for_record) ? found : for_record;
  SeamRecord *user = SEAM_IS_USER (for_record) ? for_record : found;
  const char *system_id = found != NULL ? lanyard_record_get_system_id (found) : NULL;
  g_autofree char *name = system_name (lanyard_directory_lookup_system (directory, system_id));

  if (name == NULL || g_strcmp0 (system_id, lanyard_picker_system_id (for_record)) == 0)
    return g_strdup (_("Only items in the same access system are listed."));

  return lanyard_scan_other_system_text (directory, SEAM_CREDENTIAL (credential), SEAM_USER (user));
}
