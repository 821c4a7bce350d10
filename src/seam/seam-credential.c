/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An ACS credential: a card, PIN code or mobile key, held by at most one user. */
#include "seam-credential.h"

#include "seam-mask.h"
#include "seam-record-private.h"

struct _SeamCredential
{
  SeamRecord parent_instance;

  char *user_id;
  char *identity_id;
  char *system_id;
  char *parent_id;
  char *access_method_name;
  char *external_type_name;
  char *code;
  char *card_number;
  gint64 starts_at;
  gint64 ends_at;
  gboolean is_issued;
  gint64 issued_at;
  gboolean is_one_time_use;
  gboolean is_multi_phone_sync;
  SeamSync sync;
  gint64 synced_at;
  SeamUser *holder;
  gboolean flags[3]; /* in the order of their properties */
};

G_DEFINE_FINAL_TYPE_WITH_CODE (SeamCredential, seam_credential, SEAM_TYPE_RECORD,
                               G_IMPLEMENT_INTERFACE (JSON_TYPE_SERIALIZABLE, seam_record_init_serializable))

static const SeamField fields[] = {
  { "user-id", "acs_user_id", SEAM_FIELD_STRING, G_STRUCT_OFFSET (SeamCredential, user_id) },
  { "identity-id", "user_identity_id", SEAM_FIELD_STRING, G_STRUCT_OFFSET (SeamCredential, identity_id) },
  { "system-id", "acs_system_id", SEAM_FIELD_INTERNED, G_STRUCT_OFFSET (SeamCredential, system_id) },
  { "parent-id", "parent_acs_credential_id", SEAM_FIELD_STRING, G_STRUCT_OFFSET (SeamCredential, parent_id) },
  { "access-method-name", "access_method", SEAM_FIELD_INTERNED, G_STRUCT_OFFSET (SeamCredential, access_method_name), "access-method" },
  { "external-type-name", "external_type_display_name", SEAM_FIELD_INTERNED, G_STRUCT_OFFSET (SeamCredential, external_type_name) },
  { "code", "code", SEAM_FIELD_DIGITS, G_STRUCT_OFFSET (SeamCredential, code) },
  { "card-number", "card_number", SEAM_FIELD_STRING, G_STRUCT_OFFSET (SeamCredential, card_number) },
  { "starts-at", "starts_at", SEAM_FIELD_TIME, G_STRUCT_OFFSET (SeamCredential, starts_at) },
  { "ends-at", "ends_at", SEAM_FIELD_TIME, G_STRUCT_OFFSET (SeamCredential, ends_at) },
  { "is-issued", "is_issued", SEAM_FIELD_BOOL, G_STRUCT_OFFSET (SeamCredential, is_issued) },
  { "issued-at", "issued_at", SEAM_FIELD_TIME, G_STRUCT_OFFSET (SeamCredential, issued_at) },
  { "is-one-time-use", "is_one_time_use", SEAM_FIELD_BOOL, G_STRUCT_OFFSET (SeamCredential, is_one_time_use) },
  { "is-multi-phone-sync", "is_multi_phone_sync_credential", SEAM_FIELD_BOOL, G_STRUCT_OFFSET (SeamCredential, is_multi_phone_sync) },
  { "sync", "is_latest_desired_state_synced_with_provider", SEAM_FIELD_SYNC, G_STRUCT_OFFSET (SeamCredential, sync) },
  { "synced-at", "latest_desired_state_synced_with_provider_at", SEAM_FIELD_TIME, G_STRUCT_OFFSET (SeamCredential, synced_at) },
};

enum
{
  PROP_ACCESS_METHOD = 1,
  PROP_HOLDER,
  PROP_BUSY,
  PROP_SYNC_OVERDUE,
  PROP_LOST,
  PROP_FIELDS,
};

static GParamSpec *client_pspecs[PROP_FIELDS];

/* What is no more than so or not so, in the order of their properties. */
static const char * const flags[] = { "busy", "sync-overdue", "lost" };

static SeamAccessMethod
method_of (SeamCredential *self)
{
  static const char * const names[] = { NULL, "code", "card", "mobile_key", "cloud_key" };

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (self->access_method_name, names[i]) == 0)
      return (SeamAccessMethod) i;
  return SEAM_ACCESS_METHOD_UNKNOWN;
}

static void
seam_credential_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SeamCredential *self = SEAM_CREDENTIAL (object);

  switch (id)
    {
    case PROP_ACCESS_METHOD:
      g_value_set_enum (value, method_of (self));
      break;
    case PROP_HOLDER:
      g_value_set_object (value, self->holder);
      break;
    case PROP_BUSY:
    case PROP_SYNC_OVERDUE:
    case PROP_LOST:
      g_value_set_boolean (value, self->flags[id - PROP_BUSY]);
      break;
    default:
      seam_record_settle (SEAM_RECORD (object));
      seam_field_get (&fields[id - PROP_FIELDS], object, value);
      break;
    }
}

static void
set_flag (SeamCredential *self,
          guint           id,
          gboolean        value)
{
  if (self->flags[id - PROP_BUSY] == !!value)
    return;
  self->flags[id - PROP_BUSY] = !!value;
  g_object_notify_by_pspec (G_OBJECT (self), client_pspecs[id]);
}

static void
seam_credential_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SeamCredential *self = SEAM_CREDENTIAL (object);

  if (id == PROP_HOLDER)
    seam_credential_set_holder (self, g_value_get_object (value));
  else
    set_flag (self, id, g_value_get_boolean (value));
}

static void
seam_credential_dispose (GObject *object)
{
  g_clear_object (&SEAM_CREDENTIAL (object)->holder);
  G_OBJECT_CLASS (seam_credential_parent_class)->dispose (object);
}

static const char *
get_secret (SeamRecord *record)
{
  return SEAM_CREDENTIAL (record)->code;
}

/* Where a PIN stands in place of the card number too, there is no card: a number is searched for, and half shown. */
static void
settle (SeamRecord *record)
{
  SeamCredential *self = SEAM_CREDENTIAL (record);
  const char *codes[] = { self->code, NULL };
  g_autofree char *masked = NULL;

  if (method_of (self) == SEAM_ACCESS_METHOD_CODE && self->card_number != NULL)
    masked = seam_mask_text (self->card_number, codes);
  if (masked != NULL)
    g_clear_pointer (&self->card_number, g_free);
}

static void
seam_credential_class_init (SeamCredentialClass *klass)
{
  SeamRecordClass *record_class = SEAM_RECORD_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = seam_credential_get_property;
  object_class->set_property = seam_credential_set_property;
  object_class->dispose = seam_credential_dispose;
  record_class->id_member = "acs_credential_id";
  record_class->name_member = "display_name";
  record_class->get_secret = get_secret;
  record_class->settle = settle;
  seam_record_class_set_fields (record_class, fields, G_N_ELEMENTS (fields), PROP_FIELDS);
  client_pspecs[PROP_ACCESS_METHOD] =
    g_param_spec_enum ("access-method", NULL, NULL, SEAM_TYPE_ACCESS_METHOD, SEAM_ACCESS_METHOD_UNKNOWN,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  client_pspecs[PROP_HOLDER] =
    g_param_spec_object ("holder", NULL, NULL, SEAM_TYPE_USER,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  for (guint i = PROP_BUSY; i <= PROP_LOST; i++)
    client_pspecs[i] = g_param_spec_boolean (flags[i - PROP_BUSY], NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  for (guint i = PROP_ACCESS_METHOD; i < PROP_FIELDS; i++)
    g_object_class_install_property (object_class, i, client_pspecs[i]);
}

static void
seam_credential_init (SeamCredential *self)
{
}

/**
 * seam_credential_get_user_id:
 * @self: a record
 *
 * Returns: (nullable): the member "acs_user_id"
 */
const char *
seam_credential_get_user_id (SeamCredential *self)
{
  return self->user_id;
}

/**
 * seam_credential_get_identity_id:
 * @self: a record
 *
 * Returns: (nullable): the member "user_identity_id"
 */
const char *
seam_credential_get_identity_id (SeamCredential *self)
{
  return self->identity_id;
}

/**
 * seam_credential_get_system_id:
 * @self: a record
 *
 * Returns: (nullable): the member "acs_system_id"
 */
const char *
seam_credential_get_system_id (SeamCredential *self)
{
  return self->system_id;
}

/**
 * seam_credential_get_parent_id:
 * @self: a record
 *
 * Returns: (nullable): the member "parent_acs_credential_id"
 */
const char *
seam_credential_get_parent_id (SeamCredential *self)
{
  return self->parent_id;
}

/**
 * seam_credential_get_access_method_name:
 * @self: a record
 *
 * Returns: (nullable): the member "access_method"
 */
const char *
seam_credential_get_access_method_name (SeamCredential *self)
{
  return self->access_method_name;
}

/**
 * seam_credential_get_external_type_name:
 * @self: a record
 *
 * Returns: (nullable): the member "external_type_display_name"
 */
const char *
seam_credential_get_external_type_name (SeamCredential *self)
{
  return self->external_type_name;
}

/**
 * seam_credential_get_code:
 * @self: a record
 *
 * Returns: (nullable): the member "code"
 */
const char *
seam_credential_get_code (SeamCredential *self)
{
  return self->code;
}

/**
 * seam_credential_get_card_number:
 * @self: a record
 *
 * Returns: (nullable): the member "card_number"
 */
const char *
seam_credential_get_card_number (SeamCredential *self)
{
  seam_record_settle (SEAM_RECORD (self));
  return self->card_number;
}

/**
 * seam_credential_get_starts_at:
 * @self: a record
 *
 * Returns: microseconds since 1970 UTC, or %SEAM_TIME_UNSET: the member "starts_at"
 */
gint64
seam_credential_get_starts_at (SeamCredential *self)
{
  return self->starts_at;
}

/**
 * seam_credential_get_ends_at:
 * @self: a record
 *
 * Returns: microseconds since 1970 UTC, or %SEAM_TIME_UNSET: the member "ends_at"
 */
gint64
seam_credential_get_ends_at (SeamCredential *self)
{
  return self->ends_at;
}

/**
 * seam_credential_get_is_issued:
 * @self: a record
 *
 * Returns: the member "is_issued"
 */
gboolean
seam_credential_get_is_issued (SeamCredential *self)
{
  return self->is_issued;
}

/**
 * seam_credential_get_issued_at:
 * @self: a record
 *
 * Returns: microseconds since 1970 UTC, or %SEAM_TIME_UNSET: the member "issued_at"
 */
gint64
seam_credential_get_issued_at (SeamCredential *self)
{
  return self->issued_at;
}

/**
 * seam_credential_get_is_one_time_use:
 * @self: a record
 *
 * Returns: the member "is_one_time_use"
 */
gboolean
seam_credential_get_is_one_time_use (SeamCredential *self)
{
  return self->is_one_time_use;
}

/**
 * seam_credential_get_is_multi_phone_sync:
 * @self: a record
 *
 * Returns: the member "is_multi_phone_sync_credential"
 */
gboolean
seam_credential_get_is_multi_phone_sync (SeamCredential *self)
{
  return self->is_multi_phone_sync;
}

/**
 * seam_credential_get_sync:
 * @self: a record
 *
 * Returns: the member "is_latest_desired_state_synced_with_provider"
 */
SeamSync
seam_credential_get_sync (SeamCredential *self)
{
  return self->sync;
}

/**
 * seam_credential_get_synced_at:
 * @self: a record
 *
 * Returns: microseconds since 1970 UTC, or %SEAM_TIME_UNSET: the member "latest_desired_state_synced_with_provider_at"
 */
gint64
seam_credential_get_synced_at (SeamCredential *self)
{
  return self->synced_at;
}

/**
 * seam_credential_get_access_method:
 * @self: a credential
 *
 * Returns: its kind; %SEAM_ACCESS_METHOD_UNKNOWN for one that is newer than this library
 */
SeamAccessMethod
seam_credential_get_access_method (SeamCredential *self)
{
  return method_of (self);
}

/**
 * seam_credential_get_holder:
 * @self: a credential
 *
 * Returns: (nullable) (transfer none): who has it, as the collection's keeper has set it
 */
SeamUser *
seam_credential_get_holder (SeamCredential *self)
{
  return self->holder;
}

/**
 * seam_credential_set_holder:
 * @self: a credential
 * @holder: (nullable): the user that its user-id names, or else the one of its identity
 */
void
seam_credential_set_holder (SeamCredential *self,
                            SeamUser       *holder)
{
  if (g_set_object (&self->holder, holder))
    g_object_notify_by_pspec (G_OBJECT (self), client_pspecs[PROP_HOLDER]);
}

/**
 * seam_credential_get_busy:
 * @self: a credential
 *
 * Returns: whether a change of it is on its way to the server
 */
gboolean
seam_credential_get_busy (SeamCredential *self)
{
  return self->flags[0];
}

/**
 * seam_credential_set_busy:
 * @self: a credential
 * @busy: whether a change of it is on its way to the server
 */
void
seam_credential_set_busy (SeamCredential *self,
                          gboolean        busy)
{
  set_flag (self, PROP_BUSY, busy);
}

/**
 * seam_credential_get_sync_overdue:
 * @self: a credential
 *
 * Returns: whether the access system has not taken the change for longer than is usual
 */
gboolean
seam_credential_get_sync_overdue (SeamCredential *self)
{
  return self->flags[PROP_SYNC_OVERDUE - PROP_BUSY];
}

/**
 * seam_credential_set_sync_overdue:
 * @self: a credential
 * @sync_overdue: whether the access system should have taken the change by now
 */
void
seam_credential_set_sync_overdue (SeamCredential *self,
                                  gboolean        sync_overdue)
{
  set_flag (self, PROP_SYNC_OVERDUE, sync_overdue);
}

/**
 * seam_credential_get_lost:
 * @self: a credential
 *
 * Returns: whether it is marked as lost
 */
gboolean
seam_credential_get_lost (SeamCredential *self)
{
  return self->flags[PROP_LOST - PROP_BUSY];
}

/**
 * seam_credential_set_lost:
 * @self: a credential
 * @lost: whether it is marked as lost
 */
void
seam_credential_set_lost (SeamCredential *self,
                          gboolean        lost)
{
  set_flag (self, PROP_LOST, lost);
}
