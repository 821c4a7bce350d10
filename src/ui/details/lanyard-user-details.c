/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of a user says of them. */
#include "lanyard-user-details.h"

#include <glib/gi18n.h>

#include "lanyard-failure-text.h"
#include "lanyard-notice.h"
#include "lanyard-time-text.h"
#include "lanyard-user-text.h"

struct _LanyardUserDetails
{
  LanyardDetails parent_instance;

  GListModel   *held; /* what they have; NULL where nobody is shown */
  GSignalGroup *held_signals;
  GSignalGroup *directory_signals;
};

G_DEFINE_FINAL_TYPE (LanyardUserDetails, lanyard_user_details, LANYARD_TYPE_DETAILS)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_FULL_NAME,
  PROP_EMAIL,
  PROP_PHONE,
  PROP_IDENTITY,
  PROP_SCHEDULE,
  PROP_NOTHING_TITLE,
  PROP_NOTHING_TEXT,
  PROP_CAN_ASSIGN,
  PROP_CAN_SUSPEND,
  PROP_CAN_RESTORE,
  PROP_MAY_SUSPEND,
  PROP_HELD,
  PROP_SAME_PERSON,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
lanyard_user_details_show (LanyardDetails *details)
{
  LanyardUserDetails *self = LANYARD_USER_DETAILS (details);
  LanyardDirectory *directory = lanyard_details_get_directory (details);

  g_clear_object (&self->held);
  if (lanyard_details_get_shown (details))
    self->held = lanyard_directory_list_held_by (directory, lanyard_details_get_record (details));
  g_signal_group_set_target (self->held_signals, self->held);
  g_signal_group_set_target (self->directory_signals, directory);
}

/* That somebody has nothing is said only where that was looked at. */
static void
offer_nothing (LanyardDetails *details,
               SeamUser       *user)
{
  LanyardSystemLoad *failure = lanyard_directory_lookup_failure (lanyard_details_get_directory (details),
                                                                 seam_user_get_system_id (user),
                                                                 LANYARD_RESOURCE_CREDENTIALS);
  gboolean unread = failure != NULL && !lanyard_system_load_get_was_read (failure, LANYARD_RESOURCE_CREDENTIALS);
  char *text = failure != NULL ? lanyard_failure_resource_text (failure, LANYARD_RESOURCE_CREDENTIALS) : NULL;

  if (text == NULL)
    text = g_strdup (_("Assigned cards, PINs and mobile keys show up here."));
  lanyard_bindable_offer_text (details, properties[PROP_NOTHING_TITLE],
                               g_strdup (unread ? _("Credentials Not Loaded") : _("No Credentials")));
  lanyard_bindable_offer_text (details, properties[PROP_NOTHING_TEXT], text);
}

/* Done is not yet done at the door. */
static void
append_suspension (GListStore *notices,
                   SeamUser   *user)
{
  const char * const *pending = seam_user_get_pending_mutations (user);
  gboolean is_pending = pending != NULL && g_strv_contains (pending, SEAM_MUTATION_SUSPENSION);

  if (seam_user_get_is_suspended (user))
    lanyard_notices_append_offer (notices, LANYARD_SIGN_WARNING, C_("user", "Suspended"),
                                  is_pending
                                    ? _("The access system has not confirmed this yet. Until then, this user’s "
                                        "credentials may still work.")
                                    : _("This user’s credentials will not work until access is restored."),
                                  _("Restore Access"), "user-page.restore");
  else if (is_pending)
    lanyard_notices_append (notices, LANYARD_SIGN_NOTE, _("Access Is Being Restored"),
                            _("The access system has not confirmed this yet. Until then, this user’s credentials may "
                              "not work."));
}

/* Once it is suspended, the notice has what takes it back. */
static void
offer_suspension (LanyardDetails *details,
                  SeamUser       *user)
{
  gboolean is_here = lanyard_details_get_presence (details) == LANYARD_PRESENCE_HERE;
  gboolean is_suspended = seam_user_get_is_suspended (user);
  gboolean busy = seam_user_get_busy (user);

  lanyard_bindable_offer_flag (details, properties[PROP_MAY_SUSPEND], is_here && !is_suspended);
  lanyard_bindable_offer_flag (details, properties[PROP_CAN_SUSPEND], is_here && !is_suspended && !busy);
  lanyard_bindable_offer_flag (details, properties[PROP_CAN_RESTORE], is_here && is_suspended && !busy);
}

static void
offer_notices (LanyardDetails *details,
               SeamUser       *user)
{
  g_autoptr (GListStore) notices = g_list_store_new (LANYARD_TYPE_NOTICE);

  if (lanyard_details_get_presence (details) == LANYARD_PRESENCE_GONE)
    lanyard_notices_append (notices, LANYARD_SIGN_ERROR, _("This User No Longer Exists"),
                            _("The access system no longer lists this user, so nothing can be assigned to them."));
  append_suspension (notices, user);
  lanyard_notices_append_record (notices, SEAM_RECORD (user), LANYARD_USER_DETAILS (details)->held);
  lanyard_details_offer_notices (details, notices);
}

static gpointer
list_same_person (LanyardDetails *details,
                  SeamUser       *user)
{
  LanyardDirectory *directory = lanyard_details_get_directory (details);

  return lanyard_holdings_list_same_person (lanyard_directory_get_holdings (directory), user);
}

static void
lanyard_user_details_refresh (LanyardDetails *details)
{
  SeamUser *user = lanyard_details_get_record (details);

  lanyard_bindable_offer_object (details, properties[PROP_HELD], LANYARD_USER_DETAILS (details)->held);
  if (!lanyard_details_get_shown (details))
    return;

  lanyard_bindable_offer_object (details, properties[PROP_SAME_PERSON], list_same_person (details, user));
  lanyard_bindable_offer_text (details, properties[PROP_NAME], lanyard_user_name (user));
  lanyard_bindable_offer_text (details, properties[PROP_FULL_NAME], lanyard_user_full_name (user));
  lanyard_bindable_offer_text (details, properties[PROP_EMAIL], lanyard_user_email (user));
  lanyard_bindable_offer_text (details, properties[PROP_PHONE], lanyard_user_phone (user));
  lanyard_bindable_offer_text (details, properties[PROP_IDENTITY], lanyard_user_identity_text (user));
  lanyard_bindable_offer_text (details, properties[PROP_SCHEDULE],
                               lanyard_validity_details (seam_user_get_access_starts_at (user),
                                                         seam_user_get_access_ends_at (user), g_get_real_time (),
                                                         lanyard_details_get_zone (details), " · "));
  lanyard_bindable_offer_flag (details, properties[PROP_CAN_ASSIGN],
                               lanyard_details_get_presence (details) == LANYARD_PRESENCE_HERE);
  offer_suspension (details, user);
  offer_nothing (details, user);
  offer_notices (details, user);
}

static void
lanyard_user_details_dispose (GObject *object)
{
  LanyardUserDetails *self = LANYARD_USER_DETAILS (object);

  g_clear_object (&self->held_signals);
  g_clear_object (&self->directory_signals);
  g_clear_object (&self->held);

  G_OBJECT_CLASS (lanyard_user_details_parent_class)->dispose (object);
}

static void
lanyard_user_details_class_init (LanyardUserDetailsClass *klass)
{
  LanyardDetailsClass *details_class = LANYARD_DETAILS_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = lanyard_bindable_get_property;
  G_OBJECT_CLASS (klass)->dispose = lanyard_user_details_dispose;
  details_class->show = lanyard_user_details_show;
  details_class->refresh = lanyard_user_details_refresh;

  properties[PROP_NAME] = lanyard_bindable_text ("name");
  properties[PROP_FULL_NAME] = lanyard_bindable_text ("full-name");
  properties[PROP_EMAIL] = lanyard_bindable_text ("email");
  properties[PROP_PHONE] = lanyard_bindable_text ("phone");
  properties[PROP_IDENTITY] = lanyard_bindable_text ("identity");
  properties[PROP_SCHEDULE] = lanyard_bindable_text ("schedule");
  properties[PROP_NOTHING_TITLE] = lanyard_bindable_text ("nothing-title");
  properties[PROP_NOTHING_TEXT] = lanyard_bindable_text ("nothing-text");
  properties[PROP_CAN_ASSIGN] = lanyard_bindable_flag ("can-assign");
  properties[PROP_CAN_SUSPEND] = lanyard_bindable_flag ("can-suspend");
  properties[PROP_CAN_RESTORE] = lanyard_bindable_flag ("can-restore");
  properties[PROP_MAY_SUSPEND] = lanyard_bindable_flag ("may-suspend");
  properties[PROP_SAME_PERSON] = lanyard_bindable_object ("same-person", G_TYPE_LIST_MODEL);
  properties[PROP_HELD] = lanyard_bindable_object ("held", G_TYPE_LIST_MODEL);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
lanyard_user_details_init (LanyardUserDetails *self)
{
  self->held_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_object (self->held_signals, "items-changed", G_CALLBACK (lanyard_details_refresh), self,
                                 G_CONNECT_SWAPPED);
  self->directory_signals = g_signal_group_new (LANYARD_TYPE_DIRECTORY);
  g_signal_group_connect_object (self->directory_signals, "notify::failures", G_CALLBACK (lanyard_details_refresh),
                                 self, G_CONNECT_SWAPPED);
}

/**
 * lanyard_user_details_new:
 *
 * Returns: (transfer full): details of nobody yet
 */
LanyardUserDetails *
lanyard_user_details_new (void)
{
  return g_object_new (LANYARD_TYPE_USER_DETAILS, NULL);
}

/**
 * lanyard_user_details_get_held:
 * @self: details of a user
 *
 * Returns: (transfer none) (nullable): a live list of what they have, of #SeamCredential; %NULL where nobody is shown
 */
GListModel *
lanyard_user_details_get_held (LanyardUserDetails *self)
{
  g_return_val_if_fail (LANYARD_IS_USER_DETAILS (self), NULL);

  return self->held;
}

/**
 * lanyard_user_details_get_same_person:
 * @self: details of a user
 *
 * Returns: (transfer none) (nullable): a live list of #SeamUser, of the same identity in all access systems; %NULL where
 *   nobody is shown, or they have no identity
 */
GListModel *
lanyard_user_details_get_same_person (LanyardUserDetails *self)
{
  g_return_val_if_fail (LANYARD_IS_USER_DETAILS (self), NULL);

  return lanyard_bindable_get_object (LANYARD_DETAILS (self), properties[PROP_SAME_PERSON]);
}
