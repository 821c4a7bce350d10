/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a line of the activity says: an operation with what came of it and what can be done about it, or a day. */
#include "lanyard-entry-details.h"

#include <glib/gi18n.h>

#include "lanyard-day.h"
#include "lanyard-entry-text.h"
#include "lanyard-error-report.h"

struct _LanyardEntryDetails
{
  LanyardBindable parent_instance;

  GObject        *item; /* an entry or a day; NULL: none */
  LanyardChanges *changes;
  GSignalGroup   *entry_signals;
  GSignalGroup   *credential_signals;
};

G_DEFINE_FINAL_TYPE (LanyardEntryDetails, lanyard_entry_details, LANYARD_TYPE_BINDABLE)

enum
{
  PROP_0,
  PROP_IS_DAY,
  PROP_IS_ENTRY,
  PROP_UNDER_WAY,
  PROP_SETTLED,
  PROP_CAN_UNDO,
  PROP_CAN_CHECK,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_DAY,
  PROP_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_open (LanyardEntry *entry)
{
  LanyardOutcome outcome = lanyard_entry_get_outcome (entry);

  return outcome == LANYARD_OUTCOME_UNKNOWN || outcome == LANYARD_OUTCOME_PENDING;
}

static void
offer_day (LanyardEntryDetails *self,
           LanyardDay          *day)
{
  g_autofree char *text = lanyard_day_text (day, g_get_real_time ());

  lanyard_bindable_offer_text (self, properties[PROP_DAY], g_strdup (text));
  lanyard_bindable_offer_text (self, properties[PROP_LABEL], g_strdup (text));
}

static void
offer_entry (LanyardEntryDetails *self,
             LanyardEntry        *entry)
{
  const char *id = lanyard_entry_get_credential_id (entry);
  LanyardDirectory *directory = lanyard_changes_get_directory (self->changes);
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (directory), id);
  gboolean busy = credential != NULL && seam_credential_get_busy (credential);
  gboolean under_way = lanyard_changes_get_under_way (self->changes, lanyard_entry_get_subject_type (entry),
                                                      lanyard_entry_get_subject_id (entry)) == entry;
  g_autofree char *title = under_way ? lanyard_entry_under_way_text (entry) : lanyard_entry_title (entry);
  g_autofree char *detail = lanyard_entry_detail (entry);

  g_signal_group_set_target (self->credential_signals, credential);
  lanyard_bindable_offer_flag (self, properties[PROP_UNDER_WAY], under_way);
  lanyard_bindable_offer_flag (self, properties[PROP_SETTLED], !under_way);
  lanyard_bindable_offer_flag (self, properties[PROP_CAN_UNDO],
                               !busy && lanyard_changes_can_undo (self->changes, entry));
  lanyard_bindable_offer_flag (self, properties[PROP_CAN_CHECK], !busy && is_open (entry));
  lanyard_bindable_offer_text (self, properties[PROP_TITLE], g_strdup (title));
  lanyard_bindable_offer_text (self, properties[PROP_DETAIL], g_strdup (detail));
  /* Translators: a line of the activity as a screen reader says it: what was done, then when and why not */
  lanyard_bindable_offer_text (self, properties[PROP_LABEL], g_strdup_printf (_("%s, %s"), title, detail));
}

/**
 * lanyard_entry_details_refresh:
 * @self: details of a line
 *
 * Says anew all that is to be said. It does so by itself when the entry or its credential has changed; not when the
 * time has, or who has what.
 */
void
lanyard_entry_details_refresh (LanyardEntryDetails *self)
{
  gboolean is_day;

  g_return_if_fail (LANYARD_IS_ENTRY_DETAILS (self));

  /* A line that shows nothing is out of sight, and the next thing in it is most often of the same kind. */
  if (self->item == NULL)
    return;

  is_day = LANYARD_IS_DAY (self->item);
  g_object_freeze_notify (G_OBJECT (self));
  lanyard_bindable_offer_flag (self, properties[PROP_IS_DAY], is_day);
  lanyard_bindable_offer_flag (self, properties[PROP_IS_ENTRY], !is_day);
  if (is_day)
    offer_day (self, LANYARD_DAY (self->item));
  else
    offer_entry (self, LANYARD_ENTRY (self->item));
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_TOLD], 0);
}

static void
lanyard_entry_details_dispose (GObject *object)
{
  LanyardEntryDetails *self = LANYARD_ENTRY_DETAILS (object);

  g_clear_object (&self->entry_signals);
  g_clear_object (&self->credential_signals);
  g_clear_object (&self->item);
  g_clear_object (&self->changes);

  G_OBJECT_CLASS (lanyard_entry_details_parent_class)->dispose (object);
}

static void
lanyard_entry_details_class_init (LanyardEntryDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = lanyard_bindable_get_property;
  G_OBJECT_CLASS (klass)->dispose = lanyard_entry_details_dispose;

  properties[PROP_IS_DAY] = lanyard_bindable_flag ("is-day");
  properties[PROP_IS_ENTRY] = lanyard_bindable_flag ("is-entry");
  properties[PROP_UNDER_WAY] = lanyard_bindable_flag ("under-way");
  properties[PROP_SETTLED] = lanyard_bindable_flag ("settled");
  properties[PROP_CAN_UNDO] = lanyard_bindable_flag ("can-undo");
  properties[PROP_CAN_CHECK] = lanyard_bindable_flag ("can-check");
  properties[PROP_TITLE] = lanyard_bindable_text ("title");
  properties[PROP_DETAIL] = lanyard_bindable_text ("detail");
  properties[PROP_DAY] = lanyard_bindable_text ("day");
  properties[PROP_LABEL] = lanyard_bindable_text ("label");
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  signals[SIGNAL_TOLD] = g_signal_new ("told", LANYARD_TYPE_ENTRY_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
lanyard_entry_details_init (LanyardEntryDetails *self)
{
  self->entry_signals = g_signal_group_new (LANYARD_TYPE_ENTRY);
  g_signal_group_connect_object (self->entry_signals, "notify", G_CALLBACK (lanyard_entry_details_refresh), self,
                                 G_CONNECT_SWAPPED);
  self->credential_signals = g_signal_group_new (SEAM_TYPE_CREDENTIAL);
  g_signal_group_connect_object (self->credential_signals, "notify::user-id",
                                 G_CALLBACK (lanyard_entry_details_refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->credential_signals, "notify::busy",
                                 G_CALLBACK (lanyard_entry_details_refresh), self, G_CONNECT_SWAPPED);
}

/**
 * lanyard_entry_details_new:
 *
 * Returns: (transfer full): details of nothing yet
 */
LanyardEntryDetails *
lanyard_entry_details_new (void)
{
  return g_object_new (LANYARD_TYPE_ENTRY_DETAILS, NULL);
}

/**
 * lanyard_entry_details_set_item:
 * @self: details of a line
 * @item: (nullable): a #LanyardEntry or a #LanyardDay
 * @changes: (nullable): what is done to the workspace that it is of
 */
void
lanyard_entry_details_set_item (LanyardEntryDetails *self,
                                gpointer             item,
                                LanyardChanges      *changes)
{
  g_return_if_fail (LANYARD_IS_ENTRY_DETAILS (self));
  g_return_if_fail (item == NULL || LANYARD_IS_CHANGES (changes));

  g_set_object (&self->changes, changes);
  g_set_object (&self->item, item);
  g_signal_group_set_target (self->entry_signals, LANYARD_IS_ENTRY (item) ? item : NULL);
  if (!LANYARD_IS_ENTRY (item))
    g_signal_group_set_target (self->credential_signals, NULL);
  lanyard_entry_details_refresh (self);
}

/**
 * lanyard_entry_details_get_entry:
 * @self: details of a line
 *
 * Returns: (transfer none) (nullable): the entry; %NULL where there is none, and of a day
 */
LanyardEntry *
lanyard_entry_details_get_entry (LanyardEntryDetails *self)
{
  g_return_val_if_fail (LANYARD_IS_ENTRY_DETAILS (self), NULL);

  return LANYARD_IS_ENTRY (self->item) ? LANYARD_ENTRY (self->item) : NULL;
}

/**
 * lanyard_entry_details_report:
 * @self: details of a line
 *
 * Returns: (transfer floating) (nullable): what is behind Details of it; %NULL where there is nothing more to say
 */
GVariant *
lanyard_entry_details_report (LanyardEntryDetails *self)
{
  LanyardEntry *entry;
  g_autofree char *text = NULL;

  g_return_val_if_fail (LANYARD_IS_ENTRY_DETAILS (self), NULL);

  entry = lanyard_entry_details_get_entry (self);
  if (entry == NULL || !lanyard_entry_has_report (entry))
    return NULL;

  text = lanyard_entry_text (entry);
  return lanyard_entry_report (entry, text,
                               seam_client_get_endpoint (
                                 lanyard_directory_get_client (lanyard_changes_get_directory (self->changes))));
}
