/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between a record and the widgets that show it: ready texts that templates can be bound to. */
#include "lanyard-details.h"

#include "lanyard-name-text.h"
#include "lanyard-notice.h"
#include "lanyard-time-text.h"
#include "lanyard-zone.h"

typedef struct
{
  LanyardChanges   *changes;
  LanyardDirectory *directory; /* theirs */
  SeamRecord       *record;
  SeamSystem       *system; /* that it is in; NULL: not known */
  LanyardPresence   presence;
  gboolean          says_nothing; /* as long as nothing is shown */
  GSignalGroup     *record_signals;
  GSignalGroup     *store_signals;
  GSignalGroup     *systems_signals;
  GSignalGroup     *system_signals;
} LanyardDetailsPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LanyardDetails, lanyard_details, LANYARD_TYPE_BINDABLE)

enum
{
  PROP_0,
  PROP_CHANGES,
  PROP_RECORD,
  PROP_SHOWN,
  PROP_ID,
  PROP_CREATED,
  PROP_SYSTEM_NAME,
  PROP_NOTICES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static LanyardDetailsPrivate *
priv_of (LanyardDetails *self)
{
  return lanyard_details_get_instance_private (self);
}

/**
 * lanyard_details_offer_notices:
 * @self: an object of details
 * @notices: a list of #LanyardNotice, not to be changed any more
 *
 * A list that says the same as before is not another: the bars of a page stay, and are not read out again.
 */
void
lanyard_details_offer_notices (LanyardDetails *self,
                               GListStore     *notices)
{
  GListModel *kept = lanyard_bindable_get_object (self, properties[PROP_NOTICES]);

  if (!lanyard_notices_are_same (kept, G_LIST_MODEL (notices)))
    lanyard_bindable_offer_object (self, properties[PROP_NOTICES],
                                   g_list_model_get_n_items (G_LIST_MODEL (notices)) > 0 ? notices : NULL);
}

static const char *
system_id_of (SeamRecord *record)
{
  return SEAM_IS_USER (record) ? seam_user_get_system_id (SEAM_USER (record))
                               : seam_credential_get_system_id (SEAM_CREDENTIAL (record));
}

static void
offer_common (LanyardDetails *self)
{
  LanyardDetailsPrivate *priv = priv_of (self);
  char *system_name = NULL;

  if (priv->system != NULL)
    system_name = lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (priv->system)));
  lanyard_bindable_offer_flag (self, properties[PROP_SHOWN], TRUE);
  lanyard_bindable_offer_text (self, properties[PROP_ID], g_strdup (seam_record_get_id (priv->record)));
  lanyard_bindable_offer_text (self, properties[PROP_CREATED],
                               lanyard_time_text_full (seam_record_get_created_at (priv->record),
                                                       lanyard_details_get_zone (self)));
  lanyard_bindable_offer_text (self, properties[PROP_SYSTEM_NAME], system_name);
}

/**
 * lanyard_details_refresh:
 * @self: an object of details
 *
 * Says anew all that is to be said. It does so by itself when something has changed, but for the time.
 */
void
lanyard_details_refresh (LanyardDetails *self)
{
  LanyardDetailsPrivate *priv = priv_of (self);
  gboolean shown = priv->record != NULL && priv->directory != NULL;
  SeamSystem *system = shown ? lanyard_directory_lookup_system (priv->directory, system_id_of (priv->record)) : NULL;

  if (!shown && priv->says_nothing)
    return;

  priv->says_nothing = !shown;
  g_object_freeze_notify (G_OBJECT (self));
  priv->presence = shown ? lanyard_presence_of (priv->directory, priv->record) : LANYARD_PRESENCE_GONE;
  g_set_object (&priv->system, system);
  g_signal_group_set_target (priv->system_signals, priv->system);
  if (shown)
    offer_common (self);
  else
    lanyard_bindable_offer_nothing (self);
  LANYARD_DETAILS_GET_CLASS (self)->refresh (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
show (LanyardDetails *self)
{
  LanyardDetailsPrivate *priv = priv_of (self);
  LanyardStore *store = NULL;

  if (priv->directory != NULL && priv->record != NULL)
    store = SEAM_IS_USER (priv->record) ? lanyard_directory_get_users (priv->directory)
                                        : lanyard_directory_get_credentials (priv->directory);
  g_signal_group_set_target (priv->store_signals, store);
  if (LANYARD_DETAILS_GET_CLASS (self)->show != NULL)
    LANYARD_DETAILS_GET_CLASS (self)->show (self);
  lanyard_details_refresh (self);
}

/* Of the many records that come and go, only this one matters. */
static void
on_records_changed (LanyardDetails *self)
{
  LanyardDetailsPrivate *priv = priv_of (self);

  if (priv->presence != lanyard_presence_of (priv->directory, priv->record))
    lanyard_details_refresh (self);
}

/**
 * lanyard_details_get_directory:
 * @self: an object of details
 *
 * Returns: (transfer none) (nullable): the workspace that the record is of
 */
LanyardDirectory *
lanyard_details_get_directory (LanyardDetails *self)
{
  g_return_val_if_fail (LANYARD_IS_DETAILS (self), NULL);

  return priv_of (self)->directory;
}

/**
 * lanyard_details_get_changes:
 * @self: an object of details
 *
 * Returns: (transfer none) (nullable): what is done to that workspace
 */
LanyardChanges *
lanyard_details_get_changes (LanyardDetails *self)
{
  g_return_val_if_fail (LANYARD_IS_DETAILS (self), NULL);

  return priv_of (self)->changes;
}

/**
 * lanyard_details_set_changes:
 * @self: an object of details
 * @changes: (nullable): what is done to the workspace that the record is of
 */
void
lanyard_details_set_changes (LanyardDetails *self,
                             LanyardChanges *changes)
{
  LanyardDirectory *directory = changes != NULL ? lanyard_changes_get_directory (changes) : NULL;
  LanyardDetailsPrivate *priv;

  g_return_if_fail (LANYARD_IS_DETAILS (self));
  g_return_if_fail (changes == NULL || LANYARD_IS_CHANGES (changes));

  priv = priv_of (self);
  if (!g_set_object (&priv->changes, changes))
    return;

  g_set_object (&priv->directory, directory);
  g_signal_group_set_target (priv->systems_signals,
                             directory != NULL ? lanyard_directory_get_systems (directory) : NULL);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGES]);
}

/**
 * lanyard_details_get_record:
 * @self: an object of details
 *
 * Returns: (transfer none) (nullable) (type SeamRecord): what is to be shown
 */
gpointer
lanyard_details_get_record (LanyardDetails *self)
{
  g_return_val_if_fail (LANYARD_IS_DETAILS (self), NULL);

  return priv_of (self)->record;
}

/**
 * lanyard_details_set_record:
 * @self: an object of details
 * @record: (nullable) (type SeamRecord): what is to be shown
 */
void
lanyard_details_set_record (LanyardDetails *self,
                            gpointer        record)
{
  LanyardDetailsPrivate *priv;

  g_return_if_fail (LANYARD_IS_DETAILS (self));
  g_return_if_fail (record == NULL || SEAM_IS_USER (record) || SEAM_IS_CREDENTIAL (record));

  priv = priv_of (self);
  if (!g_set_object (&priv->record, record))
    return;

  g_signal_group_set_target (priv->record_signals, record);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

/**
 * lanyard_details_get_shown:
 * @self: an object of details
 *
 * Returns: whether there is something to be shown
 */
gboolean
lanyard_details_get_shown (LanyardDetails *self)
{
  g_return_val_if_fail (LANYARD_IS_DETAILS (self), FALSE);

  return priv_of (self)->directory != NULL && priv_of (self)->record != NULL;
}

/**
 * lanyard_details_get_system:
 * @self: an object of details
 *
 * Returns: (transfer none) (nullable): the access system that the record is in, where it is known
 */
SeamSystem *
lanyard_details_get_system (LanyardDetails *self)
{
  g_return_val_if_fail (LANYARD_IS_DETAILS (self), NULL);

  return priv_of (self)->system;
}

/**
 * lanyard_details_get_zone:
 * @self: an object of details
 *
 * Returns: (transfer none) (nullable): the time zone of the site, whose times are shown
 */
const char *
lanyard_details_get_zone (LanyardDetails *self)
{
  return lanyard_zone_of_system (lanyard_details_get_system (self));
}

/**
 * lanyard_details_get_presence:
 * @self: an object of details
 *
 * Returns: whether the record still exists
 */
LanyardPresence
lanyard_details_get_presence (LanyardDetails *self)
{
  g_return_val_if_fail (LANYARD_IS_DETAILS (self), LANYARD_PRESENCE_GONE);

  return priv_of (self)->presence;
}

static void
lanyard_details_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (pspec == properties[PROP_CHANGES])
    g_value_set_object (value, lanyard_details_get_changes (LANYARD_DETAILS (object)));
  else if (pspec == properties[PROP_RECORD])
    g_value_set_object (value, lanyard_details_get_record (LANYARD_DETAILS (object)));
  else
    lanyard_bindable_get_property (object, prop_id, value, pspec);
}

static void
lanyard_details_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  LanyardDetails *self = LANYARD_DETAILS (object);

  if (pspec == properties[PROP_CHANGES])
    lanyard_details_set_changes (self, g_value_get_object (value));
  else if (pspec == properties[PROP_RECORD])
    lanyard_details_set_record (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lanyard_details_dispose (GObject *object)
{
  LanyardDetailsPrivate *priv = priv_of (LANYARD_DETAILS (object));

  g_clear_object (&priv->record_signals);
  g_clear_object (&priv->store_signals);
  g_clear_object (&priv->systems_signals);
  g_clear_object (&priv->system_signals);
  g_clear_object (&priv->system);
  g_clear_object (&priv->record);
  g_clear_object (&priv->directory);
  g_clear_object (&priv->changes);

  G_OBJECT_CLASS (lanyard_details_parent_class)->dispose (object);
}

static void
lanyard_details_class_init (LanyardDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_details_get_property;
  object_class->set_property = lanyard_details_set_property;
  object_class->dispose = lanyard_details_dispose;

  properties[PROP_CHANGES] =
    g_param_spec_object ("changes", NULL, NULL, LANYARD_TYPE_CHANGES,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, SEAM_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SHOWN] = lanyard_bindable_flag ("shown");
  properties[PROP_ID] = lanyard_bindable_text ("id");
  properties[PROP_CREATED] = lanyard_bindable_text ("created");
  properties[PROP_SYSTEM_NAME] = lanyard_bindable_text ("system-name");
  properties[PROP_NOTICES] = lanyard_bindable_object ("notices", G_TYPE_LIST_MODEL);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GSignalGroup *
follow (LanyardDetails *self,
        GType           type,
        const char     *signal,
        GCallback       callback)
{
  GSignalGroup *signals = g_signal_group_new (type);

  g_signal_group_connect_object (signals, signal, callback, self, G_CONNECT_SWAPPED);

  return signals;
}

static void
lanyard_details_init (LanyardDetails *self)
{
  LanyardDetailsPrivate *priv = priv_of (self);

  priv->presence = LANYARD_PRESENCE_GONE;
  priv->says_nothing = TRUE;
  priv->record_signals = follow (self, SEAM_TYPE_RECORD, "notify", G_CALLBACK (lanyard_details_refresh));
  priv->store_signals = follow (self, LANYARD_TYPE_STORE, "changed", G_CALLBACK (on_records_changed));
  priv->systems_signals = follow (self, G_TYPE_LIST_MODEL, "items-changed", G_CALLBACK (lanyard_details_refresh));
  priv->system_signals = follow (self, SEAM_TYPE_SYSTEM, "notify", G_CALLBACK (lanyard_details_refresh));
}
