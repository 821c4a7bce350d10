/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a credential in its row on the page of who has it. */
#include "lanyard-held-details.h"

#include <string.h>

#include "lanyard-credential-text.h"
#include "lanyard-entry-text.h"

struct _LanyardHeldDetails
{
  LanyardDetails parent_instance;
};

G_DEFINE_FINAL_TYPE (LanyardHeldDetails, lanyard_held_details, LANYARD_TYPE_DETAILS)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_ICON_NAME,
  PROP_STATE,
  PROP_SIGN,
  PROP_SIGN_TEXT,
  PROP_LABEL,
  PROP_WAITING,
  PROP_CAN_UNASSIGN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
offer_texts (LanyardDetails *details,
             SeamCredential *credential)
{
  LanyardChanges *changes = lanyard_details_get_changes (details);
  SeamSystem *system = lanyard_details_get_system (details);
  LanyardEntry *under_way = lanyard_changes_get_under_way (changes, LANYARD_SUBJECT_CREDENTIAL,
                                                           seam_record_get_id (SEAM_RECORD (credential)));
  g_autofree char *name = lanyard_credential_name (credential);
  g_autofree char *state = under_way != NULL ? lanyard_entry_step_text (under_way)
                                             : lanyard_credential_state_text (credential, system);
  g_autofree char *sign_text = NULL;
  LanyardSign sign = lanyard_credential_sign (credential, system, &sign_text);
  /* What the sign stands for may be part of the state. */
  gboolean is_said = sign_text == NULL || strstr (state, sign_text) != NULL;

  lanyard_bindable_offer_text (details, properties[PROP_NAME], g_strdup (name));
  lanyard_bindable_offer_text (details, properties[PROP_STATE], g_strdup (state));
  lanyard_bindable_offer_text (details, properties[PROP_SIGN_TEXT], g_strdup (sign_text));
  lanyard_bindable_offer_text (details, properties[PROP_LABEL],
                               g_strjoin (", ", name, state, is_said ? NULL : sign_text, NULL));
  /* That it waits for the access system is what the spinner says. */
  lanyard_bindable_offer_sign (details, properties[PROP_SIGN],
                               sign == LANYARD_SIGN_WAITING ? LANYARD_SIGN_NONE : sign);
}

static void
lanyard_held_details_refresh (LanyardDetails *details)
{
  SeamCredential *credential = lanyard_details_get_record (details);
  gboolean busy;

  if (!lanyard_details_get_shown (details))
    return;

  busy = seam_credential_get_busy (credential);
  lanyard_bindable_offer_text (details, properties[PROP_ICON_NAME],
                               g_strdup (lanyard_credential_icon_name (credential)));
  offer_texts (details, credential);
  lanyard_bindable_offer_flag (details, properties[PROP_WAITING],
                               busy || lanyard_credential_is_under_way (credential));
  lanyard_bindable_offer_flag (details, properties[PROP_CAN_UNASSIGN],
                               !busy && lanyard_details_get_presence (details) == LANYARD_PRESENCE_HERE);
}

static void
lanyard_held_details_class_init (LanyardHeldDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = lanyard_bindable_get_property;
  LANYARD_DETAILS_CLASS (klass)->refresh = lanyard_held_details_refresh;

  properties[PROP_NAME] = lanyard_bindable_text ("name");
  properties[PROP_ICON_NAME] = lanyard_bindable_text ("icon-name");
  properties[PROP_STATE] = lanyard_bindable_text ("state");
  properties[PROP_SIGN] = lanyard_bindable_sign ("sign");
  properties[PROP_SIGN_TEXT] = lanyard_bindable_text ("sign-text");
  properties[PROP_LABEL] = lanyard_bindable_text ("label");
  properties[PROP_WAITING] = lanyard_bindable_flag ("waiting");
  properties[PROP_CAN_UNASSIGN] = lanyard_bindable_flag ("can-unassign");
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
lanyard_held_details_init (LanyardHeldDetails *self)
{
}

/**
 * lanyard_held_details_new:
 *
 * Returns: (transfer full): details of nothing yet
 */
LanyardHeldDetails *
lanyard_held_details_new (void)
{
  return g_object_new (LANYARD_TYPE_HELD_DETAILS, NULL);
}
