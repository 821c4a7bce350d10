/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An ACS user: a person in one access system. */
#include "seam-user.h"

#include "seam-record-private.h"

struct _SeamUser
{
  SeamRecord parent_instance;

  char *full_name;
  char *email_address;
  char *deprecated_email;
  char *phone_number;
  char *system_id;
  char *identity_id;
  char *identity_full_name;
  char *identity_email_address;
  char *identity_phone_number;
  char *external_type_name;
  gboolean is_suspended;
  gint64 access_starts_at;
  gint64 access_ends_at;
  GStrv pending_mutations;
  guint n_credentials;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (SeamUser, seam_user, SEAM_TYPE_RECORD,
                               G_IMPLEMENT_INTERFACE (JSON_TYPE_SERIALIZABLE, seam_record_init_serializable))

static const SeamField fields[] = {
  { "full-name", "full_name", SEAM_FIELD_STRING, G_STRUCT_OFFSET (SeamUser, full_name) },
  { "email-address", "email_address", SEAM_FIELD_STRING, G_STRUCT_OFFSET (SeamUser, email_address) },
  { "deprecated-email", "email", SEAM_FIELD_STRING, G_STRUCT_OFFSET (SeamUser, deprecated_email), "email-address" },
  { "phone-number", "phone_number", SEAM_FIELD_STRING, G_STRUCT_OFFSET (SeamUser, phone_number) },
  { "system-id", "acs_system_id", SEAM_FIELD_INTERNED, G_STRUCT_OFFSET (SeamUser, system_id) },
  { "identity-id", "user_identity_id", SEAM_FIELD_STRING, G_STRUCT_OFFSET (SeamUser, identity_id) },
  { "identity-full-name", "user_identity_full_name", SEAM_FIELD_STRING, G_STRUCT_OFFSET (SeamUser, identity_full_name) },
  { "identity-email-address", "user_identity_email_address", SEAM_FIELD_STRING, G_STRUCT_OFFSET (SeamUser, identity_email_address) },
  { "identity-phone-number", "user_identity_phone_number", SEAM_FIELD_STRING, G_STRUCT_OFFSET (SeamUser, identity_phone_number) },
  { "external-type-name", "external_type_display_name", SEAM_FIELD_INTERNED, G_STRUCT_OFFSET (SeamUser, external_type_name) },
  { "is-suspended", "is_suspended", SEAM_FIELD_BOOL, G_STRUCT_OFFSET (SeamUser, is_suspended) },
  { "access-starts-at", "access_schedule.starts_at", SEAM_FIELD_TIME, G_STRUCT_OFFSET (SeamUser, access_starts_at) },
  { "access-ends-at", "access_schedule.ends_at", SEAM_FIELD_TIME, G_STRUCT_OFFSET (SeamUser, access_ends_at) },
  { "pending-mutations", "pending_mutations", SEAM_FIELD_MUTATIONS, G_STRUCT_OFFSET (SeamUser, pending_mutations) },
};

enum
{
  PROP_N_CREDENTIALS = 1,
  PROP_BUSY,
  PROP_FIELDS,
};

static GParamSpec *n_credentials_pspec;
static GParamSpec *busy_pspec;

static void
seam_user_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  if (id == PROP_N_CREDENTIALS)
    g_value_set_uint (value, SEAM_USER (object)->n_credentials);
  else if (id == PROP_BUSY)
    g_value_set_boolean (value, SEAM_USER (object)->busy);
  else if (g_str_equal (pspec->name, "email-address"))
    g_value_set_string (value, seam_user_get_email_address (SEAM_USER (object)));
  else
    seam_field_get (&fields[id - PROP_FIELDS], object, value);
}

static const char *
get_other_name (SeamRecord *record)
{
  SeamUser *self = SEAM_USER (record);
  const char *names[] = {
    self->full_name, self->identity_full_name, seam_user_get_email_address (self), self->identity_email_address,
    self->phone_number, self->identity_phone_number,
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL)
      return names[i];
  return NULL;
}

static void
seam_user_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  if (id == PROP_BUSY)
    seam_user_set_busy (SEAM_USER (object), g_value_get_boolean (value));
  else
    seam_user_set_n_credentials (SEAM_USER (object), g_value_get_uint (value));
}

static void
seam_user_class_init (SeamUserClass *klass)
{
  SeamRecordClass *record_class = SEAM_RECORD_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = seam_user_get_property;
  object_class->set_property = seam_user_set_property;
  record_class->id_member = "acs_user_id";
  record_class->name_member = "display_name";
  record_class->get_other_name = get_other_name;
  seam_record_class_set_fields (record_class, fields, G_N_ELEMENTS (fields), PROP_FIELDS);
  n_credentials_pspec = g_param_spec_uint ("n-credentials", NULL, NULL, 0, G_MAXUINT, 0,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_property (object_class, PROP_N_CREDENTIALS, n_credentials_pspec);
  busy_pspec = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_property (object_class, PROP_BUSY, busy_pspec);
}

static void
seam_user_init (SeamUser *self)
{
}

/**
 * seam_user_get_full_name:
 * @self: a record
 *
 * Returns: (nullable): the member "full_name"
 */
const char *
seam_user_get_full_name (SeamUser *self)
{
  return self->full_name;
}

/**
 * seam_user_get_email_address:
 * @self: a record
 *
 * Returns: (nullable): the member "email_address", or else what it was called before, "email"
 */
const char *
seam_user_get_email_address (SeamUser *self)
{
  return self->email_address != NULL ? self->email_address : self->deprecated_email;
}

/**
 * seam_user_get_phone_number:
 * @self: a record
 *
 * Returns: (nullable): the member "phone_number"
 */
const char *
seam_user_get_phone_number (SeamUser *self)
{
  return self->phone_number;
}

/**
 * seam_user_get_system_id:
 * @self: a record
 *
 * Returns: (nullable): the member "acs_system_id"
 */
const char *
seam_user_get_system_id (SeamUser *self)
{
  return self->system_id;
}

/**
 * seam_user_get_identity_id:
 * @self: a record
 *
 * Returns: (nullable): the member "user_identity_id"
 */
const char *
seam_user_get_identity_id (SeamUser *self)
{
  return self->identity_id;
}

/**
 * seam_user_get_identity_full_name:
 * @self: a record
 *
 * Returns: (nullable): the member "user_identity_full_name"
 */
const char *
seam_user_get_identity_full_name (SeamUser *self)
{
  return self->identity_full_name;
}

/**
 * seam_user_get_identity_email_address:
 * @self: a record
 *
 * Returns: (nullable): the member "user_identity_email_address"
 */
const char *
seam_user_get_identity_email_address (SeamUser *self)
{
  return self->identity_email_address;
}

/**
 * seam_user_get_identity_phone_number:
 * @self: a record
 *
 * Returns: (nullable): the member "user_identity_phone_number"
 */
const char *
seam_user_get_identity_phone_number (SeamUser *self)
{
  return self->identity_phone_number;
}

/**
 * seam_user_get_external_type_name:
 * @self: a record
 *
 * Returns: (nullable): the member "external_type_display_name"
 */
const char *
seam_user_get_external_type_name (SeamUser *self)
{
  return self->external_type_name;
}

/**
 * seam_user_get_is_suspended:
 * @self: a record
 *
 * Returns: the member "is_suspended"
 */
gboolean
seam_user_get_is_suspended (SeamUser *self)
{
  return self->is_suspended;
}

/**
 * seam_user_get_access_starts_at:
 * @self: a record
 *
 * Returns: microseconds since 1970 UTC, or %SEAM_TIME_UNSET: the member "access_schedule.starts_at"
 */
gint64
seam_user_get_access_starts_at (SeamUser *self)
{
  return self->access_starts_at;
}

/**
 * seam_user_get_access_ends_at:
 * @self: a record
 *
 * Returns: microseconds since 1970 UTC, or %SEAM_TIME_UNSET: the member "access_schedule.ends_at"
 */
gint64
seam_user_get_access_ends_at (SeamUser *self)
{
  return self->access_ends_at;
}

/**
 * seam_user_get_pending_mutations:
 * @self: a record
 *
 * Returns: (nullable) (array zero-terminated=1): the member "pending_mutations"
 */
const char * const *
seam_user_get_pending_mutations (SeamUser *self)
{
  return (const char * const *) self->pending_mutations;
}

/**
 * seam_user_get_n_credentials:
 * @self: a user
 *
 * Returns: how many credentials of the collection name this user, as its keeper has set it
 */
guint
seam_user_get_n_credentials (SeamUser *self)
{
  return self->n_credentials;
}

/**
 * seam_user_set_n_credentials:
 * @self: a user
 * @n_credentials: how many credentials name it
 */
void
seam_user_set_n_credentials (SeamUser *self,
                             guint     n_credentials)
{
  if (self->n_credentials == n_credentials)
    return;
  self->n_credentials = n_credentials;
  g_object_notify_by_pspec (G_OBJECT (self), n_credentials_pspec);
}

/**
 * seam_user_get_busy:
 * @self: a user
 *
 * Returns: whether a change of it is on its way to the server
 */
gboolean
seam_user_get_busy (SeamUser *self)
{
  return self->busy;
}

/**
 * seam_user_set_busy:
 * @self: a user
 * @busy: whether a change of it is on its way to the server
 */
void
seam_user_set_busy (SeamUser *self,
                    gboolean  busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), busy_pspec);
}
