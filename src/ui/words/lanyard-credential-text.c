/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a credential in rows and on pages. */
#include "lanyard-credential-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-directory.h"
#include "lanyard-name-text.h"
#include "lanyard-problem-text.h"
#include "lanyard-time-text.h"
#include "lanyard-user-text.h"
#include "lanyard-zone.h"

/* Of a card number, this much at the end is shown: enough to tell two cards apart, too little to copy one. */
#define SHOWN_DIGITS 4
#define MIN_DIGITS_TO_SHOW_ANY 7

/**
 * lanyard_credential_kind_text:
 * @credential: a credential
 *
 * Returns: (transfer full): what kind it is; kinds that are newer than Lanyard are called what the server calls them
 */
char *
lanyard_credential_kind_text (SeamCredential *credential)
{
  char *kind = NULL;

  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);

  switch (seam_credential_get_access_method (credential))
    {
    case SEAM_ACCESS_METHOD_CODE:
      return g_strdup (_("PIN"));
    case SEAM_ACCESS_METHOD_CARD:
      return g_strdup (C_("kind of credential", "Card"));
    case SEAM_ACCESS_METHOD_MOBILE_KEY:
      return g_strdup (_("Mobile Key"));
    case SEAM_ACCESS_METHOD_CLOUD_KEY:
      return g_strdup (_("Cloud Key"));
    case SEAM_ACCESS_METHOD_UNKNOWN:
    default:
      kind = lanyard_name_text (seam_credential_get_access_method_name (credential));
      return kind != NULL ? kind : g_strdup (C_("kind of credential", "Credential"));
    }
}

/**
 * lanyard_credential_name:
 * @credential: a credential
 *
 * Returns: (transfer full): the name to show; its kind where it has none
 */
char *
lanyard_credential_name (SeamCredential *credential)
{
  char *name;

  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);

  name = lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (credential)));

  return name != NULL ? name : lanyard_credential_kind_text (credential);
}

/**
 * lanyard_credential_icon_name:
 * @credential: a credential
 *
 * Returns: (transfer none): the icon of its kind
 */
const char *
lanyard_credential_icon_name (SeamCredential *credential)
{
  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);

  switch (seam_credential_get_access_method (credential))
    {
    case SEAM_ACCESS_METHOD_CODE:
      return "lanyard-code-symbolic";
    case SEAM_ACCESS_METHOD_CARD:
      return "lanyard-card-symbolic";
    case SEAM_ACCESS_METHOD_MOBILE_KEY:
      return "lanyard-mobile-key-symbolic";
    case SEAM_ACCESS_METHOD_CLOUD_KEY:
      return "lanyard-cloud-key-symbolic";
    case SEAM_ACCESS_METHOD_UNKNOWN:
    default:
      return "lanyard-key-symbolic";
    }
}

/**
 * lanyard_credential_masked_number:
 * @credential: a credential
 *
 * Returns: (transfer full) (nullable): its card number, or that it has a PIN, without giving either away;
 *   %NULL when it has neither
 */
char *
lanyard_credential_masked_number (SeamCredential *credential)
{
  g_autofree char *number = NULL;
  g_autofree char *masked = NULL;
  glong length;

  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);

  number = lanyard_name_text (seam_credential_get_card_number (credential));
  if (number == NULL)
    {
      const char *code = seam_credential_get_code (credential);

      return code != NULL && *code != '\0' ? g_strdup (LANYARD_MASK) : NULL;
    }

  length = g_utf8_strlen (number, -1);
  if (length < MIN_DIGITS_TO_SHOW_ANY)
    return g_strdup (LANYARD_MASK);

  masked = g_strconcat ("•••• ", g_utf8_offset_to_pointer (number, length - SHOWN_DIGITS), NULL);

  return lanyard_name_in_sentence (masked);
}

static char *
system_name (SeamSystem *system)
{
  char *name = NULL;

  if (system != NULL)
    name = lanyard_name_text (seam_system_get_external_type_name (system));
  if (name == NULL && system != NULL)
    name = lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (system)));

  return name;
}

/**
 * lanyard_credential_public_text:
 * @credential: (nullable): a credential
 * @text: a text about it
 *
 * Makes a text fit for where others may look: in the desktop's search and notifications. Some systems put a card's
 * number into the name.
 *
 * Returns: (transfer full): @text without the card number and the PIN
 */
char *
lanyard_credential_public_text (SeamCredential *credential,
                                const char     *text)
{
  return credential != NULL ? seam_credential_mask_text (credential, text) : g_strdup (text);
}

/**
 * lanyard_credential_is_under_way:
 * @credential: a credential
 *
 * Returns: whether the access system has yet to take a change, and nothing tells that it won't
 */
gboolean
lanyard_credential_is_under_way (SeamCredential *credential)
{
  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), FALSE);

  return seam_credential_get_sync (credential) == SEAM_SYNC_WAITING && !seam_credential_get_sync_overdue (credential)
      && seam_record_get_errors (SEAM_RECORD (credential)) == NULL;
}

/**
 * lanyard_credential_sync_text:
 * @credential: a credential
 * @system: (nullable): the access system it is in
 *
 * Returns: (transfer full) (nullable): what the access system has yet to do; %NULL when nothing, or nothing is claimed
 */
char *
lanyard_credential_sync_text (SeamCredential *credential,
                              SeamSystem     *system)
{
  g_autofree char *name = NULL;
  gboolean under_way;

  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);

  if (seam_credential_get_sync (credential) != SEAM_SYNC_WAITING)
    return NULL;

  under_way = lanyard_credential_is_under_way (credential);
  name = system_name (system);
  if (name == NULL)
    return g_strdup (under_way ? _("Waiting for the access system…")
                               : _("The access system has not applied the change yet"));
  if (!under_way)
    /* Translators: %s is an access control product, for instance "Salto KS" */
    return g_strdup_printf (_("%s has not applied the change yet"), name);

  /* Translators: %s is an access control product, for instance "Salto KS" */
  return g_strdup_printf (_("Waiting for %s…"), name);
}

/* What a record carries that doesn't touch whether a door opens. */
static gboolean
is_sound (SeamRecord         *record,
          const char * const *harmless)
{
  GPtrArray *warnings = seam_record_get_warnings (record);

  if (seam_record_get_errors (record) != NULL)
    return FALSE;
  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    {
      const char *code = seam_problem_get_code (warnings->pdata[i]);

      if (code == NULL || !g_strv_contains (harmless, code))
        return FALSE;
    }

  return TRUE;
}

/* Whether anything that is known besides says that the credential isn't, or may not be, in the access system as it
 * should be. What is new is taken for a reason to be silent. */
static gboolean
is_contradicted (SeamCredential *credential,
                 SeamSystem     *system)
{
  static const char * const harmless[] = { "schedule_modified", NULL };
  static const char * const harmless_of_user[] = { "latch_resident_user", NULL };
  static const char * const harmless_of_system[] = {
    "salto_ks_subscription_limit_almost_reached", "time_zone_does_not_match_location", NULL
  };
  SeamUser *holder = seam_credential_get_holder (credential);
  gint64 now = g_get_real_time ();

  if (!is_sound (SEAM_RECORD (credential), harmless)
      || !lanyard_validity_is_in_force (seam_credential_get_starts_at (credential),
                                        seam_credential_get_ends_at (credential), now)
      || (system != NULL && !is_sound (SEAM_RECORD (system), harmless_of_system)))
    return TRUE;
  if (holder == NULL)
    return FALSE;

  return !is_sound (SEAM_RECORD (holder), harmless_of_user) || seam_user_get_is_suspended (holder)
      || seam_user_get_pending_mutations (holder) != NULL
      || !lanyard_validity_is_in_force (seam_user_get_access_starts_at (holder),
                                        seam_user_get_access_ends_at (holder), now);
}

/**
 * lanyard_credential_sync_details:
 * @credential: a credential
 * @system: (nullable): the access system it is in
 *
 * It is never said that all is well next to something that says otherwise: an error, a warning, an expiry, a
 * suspension.
 *
 * Returns: (transfer full) (nullable): whether the access system has it as it should be; %NULL when nothing is claimed
 */
char *
lanyard_credential_sync_details (SeamCredential *credential,
                                 SeamSystem     *system)
{
  g_autofree char *synced_at = NULL;

  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);

  if (seam_credential_get_sync (credential) != SEAM_SYNC_SYNCED)
    return lanyard_credential_sync_text (credential, system);
  if (is_contradicted (credential, system))
    return NULL;

  synced_at = lanyard_time_text_full (seam_credential_get_synced_at (credential), lanyard_zone_of_system (system));
  if (synced_at == NULL)
    return g_strdup (_("Up to date"));

  /* Translators: %s is a day with the time of day */
  return g_strdup_printf (_("Up to date since %s"), synced_at);
}

/**
 * lanyard_credential_validity_details:
 * @credential: a credential
 * @system: (nullable): the access system it is in
 * @sign: (out): how bad it is
 *
 * Returns: (transfer full): from when to when it is valid, and on a line above, that this is over or nearly so, or
 *   has not begun
 */
char *
lanyard_credential_validity_details (SeamCredential *credential,
                                     SeamSystem     *system,
                                     LanyardSign    *sign)
{
  gint64 starts_at, ends_at, now = g_get_real_time ();
  char *text;
  LanyardValidity validity;

  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);

  starts_at = seam_credential_get_starts_at (credential);
  ends_at = seam_credential_get_ends_at (credential);
  validity = lanyard_validity_of (starts_at, ends_at, now);
  text = lanyard_validity_details (starts_at, ends_at, now, lanyard_zone_of_system (system), "\n");
  *sign = validity == LANYARD_VALIDITY_EXPIRED ? LANYARD_SIGN_ERROR
        : validity == LANYARD_VALIDITY_EXPIRING ? LANYARD_SIGN_WARNING : LANYARD_SIGN_NONE;

  return text != NULL ? text : g_strdup (_("No end date"));
}

/**
 * lanyard_credential_state_text:
 * @credential: a credential
 * @system: (nullable): the access system it is in
 *
 * Returns: (transfer full): masked number, validity and sync state on one line; its kind when there is none of these
 */
char *
lanyard_credential_state_text (SeamCredential *credential,
                               SeamSystem     *system)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *number = lanyard_credential_masked_number (credential);
  g_autofree char *sync = lanyard_credential_sync_text (credential, system);
  g_autofree char *kind = lanyard_credential_kind_text (credential);
  g_autofree char *validity = lanyard_validity_text (seam_credential_get_starts_at (credential),
                                                     seam_credential_get_ends_at (credential), g_get_real_time (),
                                                     lanyard_zone_of_system (system));

  g_strv_builder_add (builder, number != NULL ? number : kind);
  if (validity != NULL)
    g_strv_builder_add (builder, validity);
  if (sync != NULL)
    g_strv_builder_add (builder, sync);
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

/**
 * lanyard_credential_sign:
 * @credential: a credential
 * @system: (nullable): the access system it is in
 * @text: (out) (transfer full) (nullable): what is the matter
 *
 * Returns: the sign that its row carries: the worst of what is the matter with it
 */
LanyardSign
lanyard_credential_sign (SeamCredential  *credential,
                         SeamSystem      *system,
                         char           **text)
{
  gint64 starts_at, ends_at, now = g_get_real_time ();
  LanyardValidity validity;
  const char *problem;
  gboolean is_error, needs_attention;

  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), LANYARD_SIGN_NONE);

  if (seam_credential_get_lost (credential))
    {
      *text = g_strdup (_("Marked as lost"));
      return LANYARD_SIGN_WARNING;
    }
  starts_at = seam_credential_get_starts_at (credential);
  ends_at = seam_credential_get_ends_at (credential);
  validity = lanyard_validity_of (starts_at, ends_at, now);
  problem = lanyard_record_first_problem (SEAM_RECORD (credential), &is_error, &needs_attention);
  if (needs_attention && (is_error || validity != LANYARD_VALIDITY_EXPIRED))
    {
      *text = g_strdup (problem);
      return is_error ? LANYARD_SIGN_ERROR : LANYARD_SIGN_WARNING;
    }
  if (validity == LANYARD_VALIDITY_EXPIRED)
    {
      *text = lanyard_validity_text (starts_at, ends_at, now, lanyard_zone_of_system (system));
      return LANYARD_SIGN_ERROR;
    }

  *text = lanyard_credential_sync_text (credential, NULL);
  if (*text != NULL && seam_credential_get_sync_overdue (credential))
    return LANYARD_SIGN_WARNING;

  /* From here on, it is as it should be. */
  if (validity == LANYARD_VALIDITY_EXPIRING)
    {
      g_free (*text);
      *text = lanyard_validity_text (starts_at, ends_at, now, lanyard_zone_of_system (system));
      return LANYARD_SIGN_NOTE;
    }
  if (problem != NULL)
    {
      g_free (*text);
      *text = g_strdup (problem);
      return LANYARD_SIGN_NOTE;
    }

  return *text != NULL ? LANYARD_SIGN_WAITING : LANYARD_SIGN_NONE;
}

/**
 * lanyard_credential_attention_text:
 * @credential: a credential
 * @system: (nullable): the access system it is in
 *
 * Returns: (transfer full) (nullable): why it needs attention, in a few words; %NULL when it doesn't
 */
char *
lanyard_credential_attention_text (SeamCredential *credential,
                                   SeamSystem     *system)
{
  char *text = NULL;

  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);

  if (lanyard_record_needs_attention (SEAM_RECORD (credential)))
    lanyard_credential_sign (credential, system, &text);

  return text;
}

/**
 * lanyard_credential_accessible_label:
 * @credential: a credential
 * @system: (nullable): the access system it is in
 * @second_line: what its row shows below the name
 *
 * Returns: (transfer full): all that its row shows, as a screen reader says it
 */
char *
lanyard_credential_accessible_label (SeamCredential *credential,
                                     SeamSystem     *system,
                                     const char     *second_line)
{
  g_autofree char *name = lanyard_credential_name (credential);
  g_autofree char *kind = lanyard_credential_kind_text (credential);
  g_autofree char *sign = NULL;
  g_autofree char *rest = NULL;

  lanyard_credential_sign (credential, system, &sign);

  /* What the sign stands for may be said already, and what has no name is called by its kind. */
  rest = g_strjoin (", ", second_line, sign != NULL && strstr (second_line, sign) == NULL ? sign : NULL, NULL);
  return g_str_equal (name, kind) ? g_strjoin (", ", name, rest, NULL) : g_strjoin (", ", name, kind, rest, NULL);
}
