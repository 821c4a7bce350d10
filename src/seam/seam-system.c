/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An ACS system: one site of an access control product. */
#include "seam-system.h"

#include "seam-record-private.h"

struct _SeamSystem
{
  SeamRecord parent_instance;

  char *external_type;
  char *external_type_name;
  char *time_zone;
  gboolean is_credential_manager;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (SeamSystem, seam_system, SEAM_TYPE_RECORD,
                               G_IMPLEMENT_INTERFACE (JSON_TYPE_SERIALIZABLE, seam_record_init_serializable))

static const SeamField fields[] = {
  { "external-type", "external_type", SEAM_FIELD_INTERNED, G_STRUCT_OFFSET (SeamSystem, external_type) },
  { "external-type-name", "external_type_display_name", SEAM_FIELD_INTERNED, G_STRUCT_OFFSET (SeamSystem, external_type_name) },
  { "time-zone", "location.time_zone", SEAM_FIELD_INTERNED, G_STRUCT_OFFSET (SeamSystem, time_zone) },
  { "is-credential-manager", "is_credential_manager", SEAM_FIELD_BOOL, G_STRUCT_OFFSET (SeamSystem, is_credential_manager) },
};

static void
seam_system_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  seam_field_get (&fields[id - 1], object, value);
}

static void
seam_system_class_init (SeamSystemClass *klass)
{
  SeamRecordClass *record_class = SEAM_RECORD_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = seam_system_get_property;
  record_class->id_member = "acs_system_id";
  record_class->name_member = "name";
  seam_record_class_set_fields (record_class, fields, G_N_ELEMENTS (fields), 1);
}

static void
seam_system_init (SeamSystem *self)
{
}

/**
 * seam_system_get_external_type:
 * @self: a record
 *
 * Returns: (nullable): the member "external_type"
 */
const char *
seam_system_get_external_type (SeamSystem *self)
{
  return self->external_type;
}

/**
 * seam_system_get_external_type_name:
 * @self: a record
 *
 * Returns: (nullable): the member "external_type_display_name"
 */
const char *
seam_system_get_external_type_name (SeamSystem *self)
{
  return self->external_type_name;
}

/**
 * seam_system_get_time_zone:
 * @self: a record
 *
 * Returns: (nullable): the member "location.time_zone"
 */
const char *
seam_system_get_time_zone (SeamSystem *self)
{
  return self->time_zone;
}

/**
 * seam_system_get_is_credential_manager:
 * @self: a record
 *
 * Returns: the member "is_credential_manager"
 */
gboolean
seam_system_get_is_credential_manager (SeamSystem *self)
{
  return self->is_credential_manager;
}
