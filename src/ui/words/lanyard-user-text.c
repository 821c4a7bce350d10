/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a user in rows and on pages. */
#include "lanyard-user-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-directory.h"
#include "lanyard-name-text.h"
#include "lanyard-problem-text.h"

/* What the access system knows, or else what is known of the person across access systems. */
static char *
own_or_identity (const char *own,
                 const char *of_identity)
{
  char *text = lanyard_name_text (own);

  return text != NULL ? text : lanyard_name_text (of_identity);
}

/**
 * lanyard_user_full_name:
 * @user: a user
 *
 * Returns: (transfer full) (nullable): the full name, or else that of their identity
 */
char *
lanyard_user_full_name (SeamUser *user)
{
  g_return_val_if_fail (SEAM_IS_USER (user), NULL);

  return own_or_identity (seam_user_get_full_name (user), seam_user_get_identity_full_name (user));
}

/**
 * lanyard_user_email:
 * @user: a user
 *
 * Returns: (transfer full) (nullable): the e-mail address, or else that of their identity
 */
char *
lanyard_user_email (SeamUser *user)
{
  g_return_val_if_fail (SEAM_IS_USER (user), NULL);

  return own_or_identity (seam_user_get_email_address (user), seam_user_get_identity_email_address (user));
}

/**
 * lanyard_user_phone:
 * @user: a user
 *
 * Returns: (transfer full) (nullable): the phone number, or else that of their identity
 */
char *
lanyard_user_phone (SeamUser *user)
{
  g_return_val_if_fail (SEAM_IS_USER (user), NULL);

  return own_or_identity (seam_user_get_phone_number (user), seam_user_get_identity_phone_number (user));
}

static void
add_other (GStrvBuilder *parts,
           const char   *of_identity,
           char         *shown)
{
  g_autofree char *text = lanyard_name_text (of_identity);

  if (text != NULL && g_strcmp0 (text, shown) != 0)
    g_strv_builder_add (parts, text);
  g_free (shown);
}

/**
 * lanyard_user_identity_text:
 * @user: a user
 *
 * Returns: (transfer full) (nullable): what is known of the person across access systems, and is something else than
 *   the access system knows; %NULL when nothing is
 */
char *
lanyard_user_identity_text (SeamUser *user)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (SEAM_IS_USER (user), NULL);

  add_other (builder, seam_user_get_identity_full_name (user), lanyard_user_full_name (user));
  add_other (builder, seam_user_get_identity_email_address (user), lanyard_user_email (user));
  add_other (builder, seam_user_get_identity_phone_number (user), lanyard_user_phone (user));
  parts = g_strv_builder_end (builder);

  return *parts != NULL ? g_strjoinv (" · ", parts) : NULL;
}

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
    name = lanyard_user_full_name (user);

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

  contact = lanyard_user_email (user);
  if (contact == NULL)
    contact = lanyard_user_phone (user);

  return contact != NULL ? contact : g_strdup (_("No email or phone number"));
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
  gboolean is_error, needs_attention;

  g_return_val_if_fail (SEAM_IS_USER (user), LANYARD_SIGN_NONE);

  *text = lanyard_record_first_problem (SEAM_RECORD (user), &is_error, &needs_attention);
  if (needs_attention && is_error)
    return LANYARD_SIGN_ERROR;
  if (seam_user_get_is_suspended (user))
    {
      *text = C_("user", "Suspended");
      return LANYARD_SIGN_WARNING;
    }

  if (needs_attention)
    return LANYARD_SIGN_WARNING;

  return *text != NULL ? LANYARD_SIGN_NOTE : LANYARD_SIGN_NONE;
}

/**
 * lanyard_user_attention_text:
 * @user: a user
 *
 * Returns: (transfer full) (nullable): why they need attention, in a few words; %NULL when they don't
 */
char *
lanyard_user_attention_text (SeamUser *user)
{
  const char *text;

  g_return_val_if_fail (SEAM_IS_USER (user), NULL);

  if (!lanyard_record_needs_attention (SEAM_RECORD (user)))
    return NULL;

  lanyard_user_sign (user, &text);

  return g_strdup (text);
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
