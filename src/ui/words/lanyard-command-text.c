/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records and changes as calls of the vendor's command line, seam, one on each line.
 *
 * Its commands are the routes of the API, and its options their parameters, with dashes (README.md of
 * github.com/seamapi/cli). Each line has -y, so that it never asks: what is pasted would answer it with the next line.
 * It has its key from "seam login" or from the environment, so that none is in here. */
#include "lanyard-command-text.h"

#include <string.h>

/* A shell takes these for what they are. */
#define PLAIN G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-_.:@%+,"

static void
append_option (GString    *text,
               const char *option,
               const char *value)
{
  g_autofree char *quoted = NULL;

  if (*value != '\0' && strspn (value, PLAIN) == strlen (value))
    quoted = g_strdup (value);
  else
    quoted = g_shell_quote (value);
  g_string_append_printf (text, " --%s %s", option, quoted);
}

static void
append_end (GString *text)
{
  g_string_append (text, " -y\n");
}

static void
append_assign (GString       *text,
               LanyardChange *change)
{
  g_string_append (text, "seam acs credentials assign");
  append_option (text, "acs-user-id", lanyard_change_get_after (change));
  append_option (text, "acs-credential-id", lanyard_change_get_record_id (change));
  append_end (text);
}

/* Where it names no user, somebody has it through their identity. */
static void
append_unassign (GString       *text,
                 LanyardChange *change)
{
  SeamCredential *credential = SEAM_CREDENTIAL (lanyard_change_get_record (change));
  const char *identity_id = seam_credential_get_identity_id (credential);

  g_string_append (text, "seam acs credentials unassign");
  if (seam_credential_get_user_id (credential) == NULL && identity_id != NULL)
    append_option (text, "user-identity-id", identity_id);
  else if (lanyard_change_get_before (change) != NULL)
    append_option (text, "acs-user-id", lanyard_change_get_before (change));
  append_option (text, "acs-credential-id", lanyard_change_get_record_id (change));
  append_end (text);
}

static void
append_user (GString    *text,
             const char *command,
             SeamRecord *user)
{
  g_string_append (text, command);
  append_option (text, "acs-user-id", seam_record_get_id (user));
  append_end (text);
}

/**
 * lanyard_command_text_of_changes:
 * @changes: (element-type LanyardChange): what is to be done
 *
 * Returns: (transfer full): the commands that do it, in this order
 */
char *
lanyard_command_text_of_changes (GPtrArray *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    switch (lanyard_change_get_operation (changes->pdata[i]))
      {
      case LANYARD_OPERATION_ASSIGN:
        append_assign (text, changes->pdata[i]);
        break;
      case LANYARD_OPERATION_UNASSIGN:
        append_unassign (text, changes->pdata[i]);
        break;
      case LANYARD_OPERATION_MOVE:
        append_unassign (text, changes->pdata[i]);
        append_assign (text, changes->pdata[i]);
        break;
      case LANYARD_OPERATION_SUSPEND:
        append_user (text, "seam acs users suspend", lanyard_change_get_record (changes->pdata[i]));
        break;
      case LANYARD_OPERATION_RESTORE:
        append_user (text, "seam acs users unsuspend", lanyard_change_get_record (changes->pdata[i]));
        break;
      case LANYARD_OPERATION_LOSE:
      case LANYARD_OPERATION_FIND:
      default:
        g_assert_not_reached ();
      }

  return g_string_free (text, FALSE);
}

/**
 * lanyard_command_text_of_records:
 * @records: (element-type SeamRecord): users and credentials
 *
 * They only read: nothing that is pasted unawares changes anything.
 *
 * Returns: (transfer full): the commands that show them, in this order
 */
char *
lanyard_command_text_of_records (GPtrArray *records)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      gboolean is_user = SEAM_IS_USER (records->pdata[i]);

      g_string_append (text, is_user ? "seam acs users get" : "seam acs credentials get");
      append_option (text, is_user ? "acs-user-id" : "acs-credential-id", seam_record_get_id (records->pdata[i]));
      append_end (text);
    }

  return g_string_free (text, FALSE);
}
