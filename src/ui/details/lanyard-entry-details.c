/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a line of the activity says: an operation with what came of it and what can be done about it. */
#include "lanyard-entry-details.h"

#include <glib/gi18n.h>

#include "lanyard-day.h"
#include "lanyard-entry-advice.h"
#include "lanyard-entry-filter.h"
#include "lanyard-entry-text.h"

struct _LanyardEntryDetails
{
  LanyardBindable parent_instance;

  LanyardEntry   *entry; /* NULL: none */
  LanyardChanges *changes;
  GSignalGroup   *entry_signals;
  GSignalGroup   *record_signals; /* of what it is about */
};

G_DEFINE_FINAL_TYPE (LanyardEntryDetails, lanyard_entry_details, LANYARD_TYPE_BINDABLE)

enum
{
  PROP_0,
  PROP_UNDER_WAY,
  PROP_SETTLED,
  PROP_CAN_UNDO,
  PROP_CAN_CHECK,
  PROP_CAN_RETRY,
  PROP_ICON_NAME,
  PROP_TONE,
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

/* How a line looks: its shape says what was done, or what came of it; its colour only adds to that. */
typedef struct
{
  const char *icon_name;
  const char *tone; /* a class of libadwaita's */
} Look;

static const Look done_looks[] = {
  [LANYARD_OPERATION_ASSIGN] = { "list-add-symbolic", "success" },
  [LANYARD_OPERATION_UNASSIGN] = { "list-remove-symbolic", "" },
  [LANYARD_OPERATION_MOVE] = { "object-flip-horizontal-symbolic", "accent" },
  [LANYARD_OPERATION_SUSPEND] = { "media-playback-pause-symbolic", "warning" },
  [LANYARD_OPERATION_RESTORE] = { "media-playback-start-symbolic", "success" },
  [LANYARD_OPERATION_LOSE] = { "dialog-warning-symbolic", "warning" },
  [LANYARD_OPERATION_FIND] = { "object-select-symbolic", "success" },
};

static const Look other_looks[] = {
  [LANYARD_OUTCOME_PENDING] = { "content-loading-symbolic", "" },
  [LANYARD_OUTCOME_REFUSED] = { "action-unavailable-symbolic", "error" },
  [LANYARD_OUTCOME_HALF_DONE] = { "dialog-warning-symbolic", "warning" },
  [LANYARD_OUTCOME_UNKNOWN] = { "dialog-question-symbolic", "warning" },
};

static const Look undone_look = { "edit-undo-symbolic", "dim-label" };

static void
offer_look (LanyardEntryDetails *self)
{
  LanyardOutcome outcome = lanyard_entry_get_outcome (self->entry);
  LanyardOperation operation = lanyard_entry_get_operation (self->entry);
  const Look *look = outcome == LANYARD_OUTCOME_DONE ? &done_looks[operation] : &other_looks[outcome];

  if (lanyard_entry_result_of (self->entry) == LANYARD_ENTRY_RESULT_UNDONE)
    look = &undone_look;
  lanyard_bindable_offer_text (self, properties[PROP_ICON_NAME], g_strdup (look->icon_name));
  lanyard_bindable_offer_text (self, properties[PROP_TONE], g_strdup (look->tone));
}

static void
offer_texts (LanyardEntryDetails *self,
             gboolean             under_way)
{
  g_autoptr (LanyardDay) day = lanyard_day_new (lanyard_entry_get_begun_at (self->entry));
  g_autofree char *day_text = lanyard_day_text (day, g_get_real_time ());
  g_autofree char *title = under_way ? lanyard_entry_under_way_text (self->entry) : lanyard_entry_title (self->entry);
  g_autofree char *detail = lanyard_entry_detail (self->entry);
  /* Translators: a line of the activity as a screen reader says it: what was done, then when and why not */
  g_autofree char *both = g_strdup_printf (_("%s, %s"), title, detail);

  lanyard_bindable_offer_text (self, properties[PROP_TITLE], g_strdup (title));
  lanyard_bindable_offer_text (self, properties[PROP_DETAIL], g_strdup (detail));
  lanyard_bindable_offer_text (self, properties[PROP_DAY], g_strdup (day_text));
  lanyard_bindable_offer_text (self, properties[PROP_LABEL], g_strdup_printf (_("%s, %s"), both, day_text));
}

/* (nullable): what it is about. */
static SeamRecord *
find_record (LanyardEntryDetails *self)
{
  LanyardDirectory *directory = lanyard_changes_get_directory (self->changes);
  const char *user_id = lanyard_entry_get_user_id (self->entry);

  if (user_id != NULL)
    return lanyard_store_lookup (lanyard_directory_get_users (directory), user_id);
  return lanyard_store_lookup (lanyard_directory_get_credentials (directory),
                               lanyard_entry_get_credential_id (self->entry));
}

static gboolean
is_busy (SeamRecord *record)
{
  gboolean busy = FALSE;

  if (record != NULL)
    g_object_get (record, "busy", &busy, NULL);
  return busy;
}

static void
offer_entry (LanyardEntryDetails *self)
{
  LanyardEntry *entry = self->entry;
  SeamRecord *record = find_record (self);
  gboolean busy = is_busy (record);
  gboolean under_way = lanyard_changes_get_under_way (self->changes, lanyard_entry_get_subject_type (entry),
                                                      lanyard_entry_get_subject_id (entry)) == entry;

  g_signal_group_set_target (self->record_signals, record);
  lanyard_bindable_offer_flag (self, properties[PROP_UNDER_WAY], under_way);
  lanyard_bindable_offer_flag (self, properties[PROP_SETTLED], !under_way);
  lanyard_bindable_offer_flag (self, properties[PROP_CAN_UNDO],
                               !busy && lanyard_changes_can_undo (self->changes, entry));
  lanyard_bindable_offer_flag (self, properties[PROP_CAN_CHECK],
                               !busy && lanyard_entry_result_of (entry) == LANYARD_ENTRY_RESULT_UNCONFIRMED);
  lanyard_bindable_offer_flag (self, properties[PROP_CAN_RETRY],
                               !busy && lanyard_entry_may_succeed_again (entry)
                               && lanyard_changes_can_retry (self->changes, entry));
  offer_look (self);
  offer_texts (self, under_way);
}

/**
 * lanyard_entry_details_refresh:
 * @self: details of a line
 *
 * Says anew all that is to be said. It does so by itself when the entry or its record has changed; not when the
 * time has, or who has what.
 */
void
lanyard_entry_details_refresh (LanyardEntryDetails *self)
{
  g_return_if_fail (LANYARD_IS_ENTRY_DETAILS (self));

  /* A line that shows nothing is out of sight, and something is in it again before it is seen. */
  if (self->entry == NULL)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  offer_entry (self);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_TOLD], 0);
}

static void
lanyard_entry_details_dispose (GObject *object)
{
  LanyardEntryDetails *self = LANYARD_ENTRY_DETAILS (object);

  g_clear_object (&self->entry_signals);
  g_clear_object (&self->record_signals);
  g_clear_object (&self->entry);
  g_clear_object (&self->changes);

  G_OBJECT_CLASS (lanyard_entry_details_parent_class)->dispose (object);
}

static void
lanyard_entry_details_class_init (LanyardEntryDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = lanyard_bindable_get_property;
  G_OBJECT_CLASS (klass)->dispose = lanyard_entry_details_dispose;

  properties[PROP_UNDER_WAY] = lanyard_bindable_flag ("under-way");
  properties[PROP_SETTLED] = lanyard_bindable_flag ("settled");
  properties[PROP_CAN_UNDO] = lanyard_bindable_flag ("can-undo");
  properties[PROP_CAN_CHECK] = lanyard_bindable_flag ("can-check");
  properties[PROP_CAN_RETRY] = lanyard_bindable_flag ("can-retry");
  properties[PROP_ICON_NAME] = lanyard_bindable_text ("icon-name");
  properties[PROP_TONE] = lanyard_bindable_text ("tone");
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
  static const char * const told[] = { "notify::user-id", "notify::is-suspended", "notify::busy" };

  self->entry_signals = g_signal_group_new (LANYARD_TYPE_ENTRY);
  g_signal_group_connect_object (self->entry_signals, "notify", G_CALLBACK (lanyard_entry_details_refresh), self,
                                 G_CONNECT_SWAPPED);
  self->record_signals = g_signal_group_new (SEAM_TYPE_RECORD);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_signal_group_connect_object (self->record_signals, told[i], G_CALLBACK (lanyard_entry_details_refresh), self,
                                   G_CONNECT_SWAPPED);
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
 * lanyard_entry_details_set_entry:
 * @self: details of a line
 * @entry: (nullable): what was done
 * @changes: (nullable): what is done to the workspace that it is of
 */
void
lanyard_entry_details_set_entry (LanyardEntryDetails *self,
                                 LanyardEntry        *entry,
                                 LanyardChanges      *changes)
{
  g_return_if_fail (LANYARD_IS_ENTRY_DETAILS (self));
  g_return_if_fail (entry == NULL || LANYARD_IS_CHANGES (changes));

  g_set_object (&self->changes, changes);
  g_set_object (&self->entry, entry);
  g_signal_group_set_target (self->entry_signals, entry);
  if (entry == NULL)
    g_signal_group_set_target (self->record_signals, NULL);
  lanyard_entry_details_refresh (self);
}

/**
 * lanyard_entry_details_get_entry:
 * @self: details of a line
 *
 * Returns: (transfer none) (nullable): the entry; %NULL where there is none
 */
LanyardEntry *
lanyard_entry_details_get_entry (LanyardEntryDetails *self)
{
  g_return_val_if_fail (LANYARD_IS_ENTRY_DETAILS (self), NULL);

  return self->entry;
}

/**
 * lanyard_entry_details_get_changes:
 * @self: details of a line
 *
 * Returns: (transfer none) (nullable): what is done to the workspace that it is of
 */
LanyardChanges *
lanyard_entry_details_get_changes (LanyardEntryDetails *self)
{
  g_return_val_if_fail (LANYARD_IS_ENTRY_DETAILS (self), NULL);

  return self->changes;
}
