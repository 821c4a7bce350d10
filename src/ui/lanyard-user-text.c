/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a user in rows and on pages. */
#include "lanyard-user-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-name-text.h"
#include "lanyard-problem-text.h"

/**
 * lanyard_user_name:
 * @user: a user
 *
 * Returns: (transfer full): the name to show
 */
char *
lanyard_user_name (SeamUser *user)
{
  char *name;

  g_return_val_if_fail (SEAM_IS_USER (user), NULL);

  name = lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (user)));
  if (name == NULL)
    name = lanyard_name_text (seam_user_get_full_name (user));

  return name != NULL ? name : g_strdup (_("Unnamed User"));
}

/**
 * lanyard_user_contact_text:
 * @user: a user
 *
 * Returns: (transfer full): how to reach them: e-mail, or else phone number; never empty
 */
char *
lanyard_user_contact_text (SeamUser *user)
{
  char *contact;

  g_return_val_if_fail (SEAM_IS_USER (user), NULL);

  contact = lanyard_name_text (seam_user_get_email_address (user));
  if (contact == NULL)
    contact = lanyard_name_text (seam_user_get_phone_number (user));

  return contact != NULL ? contact : g_strdup (_("No e-mail or phone number"));
}

/**
 * lanyard_user_count_text:
 * @user: a user
 *
 * Returns: (transfer full): how many credentials they have, in words
 */
char *
lanyard_user_count_text (SeamUser *user)
{
  guint n;

  g_return_val_if_fail (SEAM_IS_USER (user), NULL);

  n = seam_user_get_n_credentials (user);
  if (n == 0)
    return g_strdup (_("No credentials"));

  return g_strdup_printf (ngettext ("%'u credential", "%'u credentials", n), n);
}

/**
 * lanyard_user_sign:
 * @user: a user
 * @text: (out) (transfer none) (nullable): what is the matter
 *
 * Returns: the sign that their row carries
 */
LanyardSign
lanyard_user_sign (SeamUser    *user,
                   const char **text)
{
  gboolean is_error;

  g_return_val_if_fail (SEAM_IS_USER (user), LANYARD_SIGN_NONE);

  *text = lanyard_record_first_problem (SEAM_RECORD (user), &is_error);
  if (*text != NULL && is_error)
    return LANYARD_SIGN_ERROR;
  if (seam_user_get_is_suspended (user))
    {
      *text = C_("user", "Suspended");
      return LANYARD_SIGN_WARNING;
    }

  return *text != NULL ? LANYARD_SIGN_WARNING : LANYARD_SIGN_NONE;
}

/**
 * lanyard_user_accessible_label:
 * @user: a user
 * @second_line: what their row shows below the name
 *
 * Returns: (transfer full): all that their row shows, as a screen reader says it
 */
char *
lanyard_user_accessible_label (SeamUser   *user,
                               const char *second_line)
{
  g_autofree char *name = lanyard_user_name (user);
  g_autofree char *count = lanyard_user_count_text (user);
  const char *sign;

  lanyard_user_sign (user, &sign);

  /* What the sign stands for may be said already. */
  return g_strjoin (", ", name, second_line, count,
                    sign != NULL && strstr (second_line, sign) == NULL ? sign : NULL, NULL);
}
