/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of a credential says of it; not its number and its PIN, which are in nobody's hands but the rows'. */
#include "lanyard-credential-details.h"

#include <glib/gi18n.h>

#include "lanyard-credential-text.h"
#include "lanyard-entry-text.h"
#include "lanyard-holder-text.h"
#include "lanyard-lost-text.h"
#include "lanyard-notice.h"
#include "lanyard-time-text.h"

struct _LanyardCredentialDetails
{
  LanyardDetails parent_instance;

  GSignalGroup *holder_signals;
};

G_DEFINE_FINAL_TYPE (LanyardCredentialDetails, lanyard_credential_details, LANYARD_TYPE_DETAILS)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_ICON_NAME,
  PROP_KIND,
  PROP_KIND_AND_SYSTEM,
  PROP_VALIDITY,
  PROP_VALIDITY_SIGN,
  PROP_SYNC,
  PROP_SYNC_SIGN,
  PROP_SYNCING,
  PROP_ISSUED,
  PROP_USER_ID,
  PROP_IDENTITY_ID,
  PROP_HOLDER_NAME,
  PROP_HOLDER_CONTACT,
  PROP_HOLDER_LABEL,
  PROP_AVATAR,
  PROP_HELD,
  PROP_HAS_HOLDER,
  PROP_HAS_NO_HOLDER,
  PROP_BUSY,
  PROP_CAN_ASSIGN,
  PROP_CAN_UNASSIGN,
  PROP_MAY_LINGER,
  PROP_LOST,
  PROP_CAN_LOSE,
  PROP_LOSE_LABEL,
  PROP_LAST_LOST,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
offer_what_it_is (LanyardDetails *details,
                  SeamCredential *credential)
{
  g_autofree char *kind = lanyard_credential_kind_text (credential);
  const char *system_name = lanyard_bindable_get_text (details, "system-name");

  lanyard_bindable_offer_text (details, properties[PROP_NAME], lanyard_credential_name (credential));
  lanyard_bindable_offer_text (details, properties[PROP_ICON_NAME],
                               g_strdup (lanyard_credential_icon_name (credential)));
  lanyard_bindable_offer_text (details, properties[PROP_KIND], g_strdup (kind));
  lanyard_bindable_offer_text (details, properties[PROP_KIND_AND_SYSTEM],
                               g_strjoin (" · ", kind, *system_name != '\0' ? system_name : NULL, NULL));
  lanyard_bindable_offer_text (details, properties[PROP_ISSUED],
                               lanyard_time_text_full (seam_credential_get_issued_at (credential),
                                                       lanyard_details_get_zone (details)));
  lanyard_bindable_offer_text (details, properties[PROP_USER_ID], g_strdup (seam_credential_get_user_id (credential)));
  lanyard_bindable_offer_text (details, properties[PROP_IDENTITY_ID],
                               g_strdup (seam_credential_get_identity_id (credential)));
}

/* Whether all is well in the access system depends on who has it, too. */
static void
offer_state (LanyardDetails *details,
             SeamCredential *credential)
{
  SeamSystem *system = lanyard_details_get_system (details);
  gboolean here = lanyard_details_get_presence (details) == LANYARD_PRESENCE_HERE;
  char *sync = here ? lanyard_credential_sync_details (credential, system) : NULL;
  gboolean syncing = sync != NULL && lanyard_credential_is_under_way (credential);
  gboolean overdue = seam_credential_get_sync (credential) == SEAM_SYNC_WAITING && !syncing;
  LanyardSign sign;

  lanyard_bindable_offer_text (details, properties[PROP_VALIDITY],
                               lanyard_credential_validity_details (credential, system, &sign));
  lanyard_bindable_offer_sign (details, properties[PROP_VALIDITY_SIGN], sign);
  lanyard_bindable_offer_text (details, properties[PROP_SYNC], sync);
  lanyard_bindable_offer_sign (details, properties[PROP_SYNC_SIGN],
                               overdue ? LANYARD_SIGN_WARNING : LANYARD_SIGN_NONE);
  lanyard_bindable_offer_flag (details, properties[PROP_SYNCING], syncing);
}

static void
offer_holder (LanyardDetails *details,
              SeamCredential *credential)
{
  LanyardChanges *changes = lanyard_details_get_changes (details);
  LanyardEntry *under_way = lanyard_changes_get_under_way (changes, LANYARD_SUBJECT_CREDENTIAL,
                                                           seam_record_get_id (SEAM_RECORD (credential)));
  g_autofree char *name = lanyard_credential_holder_title (credential);
  g_autofree char *contact = under_way != NULL ? lanyard_entry_under_way_text (under_way)
                                               : lanyard_credential_holder_details (credential);
  gboolean has_holder = seam_credential_get_holder (credential) != NULL;

  lanyard_bindable_offer_text (details, properties[PROP_HOLDER_NAME], g_strdup (name));
  lanyard_bindable_offer_text (details, properties[PROP_HOLDER_CONTACT], g_strdup (contact));
  lanyard_bindable_offer_text (details, properties[PROP_HOLDER_LABEL], g_strjoin (", ", name, contact, NULL));
  lanyard_bindable_offer_text (details, properties[PROP_AVATAR], g_strdup (has_holder ? name : NULL));
  lanyard_bindable_offer_flag (details, properties[PROP_HAS_HOLDER], has_holder);
  lanyard_bindable_offer_flag (details, properties[PROP_HAS_NO_HOLDER], !has_holder);
}

static void
offer_what_can_be_done (LanyardDetails *details,
                        SeamCredential *credential)
{
  gboolean held = lanyard_credential_is_held (credential);
  gboolean busy = seam_credential_get_busy (credential);
  gboolean here = lanyard_details_get_presence (details) == LANYARD_PRESENCE_HERE;

  lanyard_bindable_offer_flag (details, properties[PROP_HELD], held);
  lanyard_bindable_offer_flag (details, properties[PROP_BUSY], busy);
  lanyard_bindable_offer_flag (details, properties[PROP_CAN_ASSIGN], here && !busy);
  lanyard_bindable_offer_flag (details, properties[PROP_CAN_UNASSIGN], held && here && !busy);
  lanyard_bindable_offer_flag (details, properties[PROP_MAY_LINGER],
                               (held || seam_credential_get_lost (credential))
                               && seam_credential_get_is_issued (credential)
                               && seam_credential_get_access_method (credential) == SEAM_ACCESS_METHOD_CARD);
}

/* (nullable): since when it is lost, or that it was once */
static char *
write_mark (LanyardDetails *details,
            SeamCredential *credential)
{
  LanyardMarks *marks = lanyard_changes_get_marks (lanyard_details_get_changes (details));
  const LanyardMark *mark = lanyard_marks_look_up (marks, seam_record_get_id (SEAM_RECORD (credential)));

  return mark != NULL ? lanyard_lost_text_mark (mark, lanyard_details_get_zone (details)) : NULL;
}

/* What nobody has is only marked, and not asked about. */
static void
offer_mark (LanyardDetails *details,
            SeamCredential *credential)
{
  gboolean lost = seam_credential_get_lost (credential);
  gboolean held = lanyard_credential_is_held (credential);
  gboolean here = lanyard_details_get_presence (details) == LANYARD_PRESENCE_HERE;

  lanyard_bindable_offer_flag (details, properties[PROP_LOST], lost);
  lanyard_bindable_offer_flag (details, properties[PROP_CAN_LOSE],
                               here && lanyard_credential_can_be_lost (credential) && (!lost || held));
  lanyard_bindable_offer_text (details, properties[PROP_LOSE_LABEL],
                               g_strdup (held ? _("Mark as Lost…") : _("Mark as Lost")));
  lanyard_bindable_offer_text (details, properties[PROP_LAST_LOST], lost ? NULL : write_mark (details, credential));
}

static void
offer_notices (LanyardDetails *details,
               SeamCredential *credential)
{
  g_autoptr (GListStore) notices = g_list_store_new (LANYARD_TYPE_NOTICE);
  g_autofree char *lost = seam_credential_get_lost (credential) ? write_mark (details, credential) : NULL;

  if (lanyard_details_get_presence (details) == LANYARD_PRESENCE_GONE)
    lanyard_notices_append (notices, LANYARD_SIGN_ERROR, _("This Credential No Longer Exists"),
                            _("The access system no longer lists this credential, so it can’t be assigned or "
                              "unassigned."));
  if (lost != NULL)
    lanyard_notices_append (notices, LANYARD_SIGN_WARNING, _("Lost"), lost);
  lanyard_notices_append_record (notices, SEAM_RECORD (credential), NULL);
  lanyard_details_offer_notices (details, notices);
}

static void
lanyard_credential_details_refresh (LanyardDetails *details)
{
  LanyardCredentialDetails *self = LANYARD_CREDENTIAL_DETAILS (details);
  SeamCredential *credential = lanyard_details_get_shown (details) ? lanyard_details_get_record (details) : NULL;

  g_signal_group_set_target (self->holder_signals,
                             credential != NULL ? seam_credential_get_holder (credential) : NULL);
  if (credential == NULL)
    return;

  offer_what_it_is (details, credential);
  offer_state (details, credential);
  offer_holder (details, credential);
  offer_what_can_be_done (details, credential);
  offer_mark (details, credential);
  offer_notices (details, credential);
}

static void
lanyard_credential_details_dispose (GObject *object)
{
  g_clear_object (&LANYARD_CREDENTIAL_DETAILS (object)->holder_signals);

  G_OBJECT_CLASS (lanyard_credential_details_parent_class)->dispose (object);
}

static void
lanyard_credential_details_class_init (LanyardCredentialDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = lanyard_bindable_get_property;
  G_OBJECT_CLASS (klass)->dispose = lanyard_credential_details_dispose;
  LANYARD_DETAILS_CLASS (klass)->refresh = lanyard_credential_details_refresh;

  properties[PROP_NAME] = lanyard_bindable_text ("name");
  properties[PROP_ICON_NAME] = lanyard_bindable_text ("icon-name");
  properties[PROP_KIND] = lanyard_bindable_text ("kind");
  properties[PROP_KIND_AND_SYSTEM] = lanyard_bindable_text ("kind-and-system");
  properties[PROP_VALIDITY] = lanyard_bindable_text ("validity");
  properties[PROP_VALIDITY_SIGN] = lanyard_bindable_sign ("validity-sign");
  properties[PROP_SYNC] = lanyard_bindable_text ("sync");
  properties[PROP_SYNC_SIGN] = lanyard_bindable_sign ("sync-sign");
  properties[PROP_SYNCING] = lanyard_bindable_flag ("syncing");
  properties[PROP_ISSUED] = lanyard_bindable_text ("issued");
  properties[PROP_USER_ID] = lanyard_bindable_text ("user-id");
  properties[PROP_IDENTITY_ID] = lanyard_bindable_text ("identity-id");
  properties[PROP_HOLDER_NAME] = lanyard_bindable_text ("holder-name");
  properties[PROP_HOLDER_CONTACT] = lanyard_bindable_text ("holder-contact");
  properties[PROP_HOLDER_LABEL] = lanyard_bindable_text ("holder-label");
  properties[PROP_AVATAR] = lanyard_bindable_text ("avatar");
  properties[PROP_HELD] = lanyard_bindable_flag ("held");
  properties[PROP_HAS_HOLDER] = lanyard_bindable_flag ("has-holder");
  properties[PROP_HAS_NO_HOLDER] = lanyard_bindable_flag ("has-no-holder");
  properties[PROP_BUSY] = lanyard_bindable_flag ("busy");
  properties[PROP_CAN_ASSIGN] = lanyard_bindable_flag ("can-assign");
  properties[PROP_CAN_UNASSIGN] = lanyard_bindable_flag ("can-unassign");
  properties[PROP_MAY_LINGER] = lanyard_bindable_flag ("may-linger");
  properties[PROP_LOST] = lanyard_bindable_flag ("lost");
  properties[PROP_CAN_LOSE] = lanyard_bindable_flag ("can-lose");
  properties[PROP_LOSE_LABEL] = lanyard_bindable_text ("lose-label");
  properties[PROP_LAST_LOST] = lanyard_bindable_text ("last-lost");
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
lanyard_credential_details_init (LanyardCredentialDetails *self)
{
  self->holder_signals = g_signal_group_new (SEAM_TYPE_USER);
  g_signal_group_connect_object (self->holder_signals, "notify", G_CALLBACK (lanyard_details_refresh), self,
                                 G_CONNECT_SWAPPED);
}

/**
 * lanyard_credential_details_new:
 *
 * Returns: (transfer full): details of nothing yet
 */
LanyardCredentialDetails *
lanyard_credential_details_new (void)
{
  return g_object_new (LANYARD_TYPE_CREDENTIAL_DETAILS, NULL);
}
