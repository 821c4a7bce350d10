/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An ACS entrance: a door that a credential may open. */
#include "seam-entrance.h"

#include "seam-record-private.h"

struct _SeamEntrance
{
  SeamRecord parent_instance;

  char *system_id;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (SeamEntrance, seam_entrance, SEAM_TYPE_RECORD,
                               G_IMPLEMENT_INTERFACE (JSON_TYPE_SERIALIZABLE, seam_record_init_serializable))

static const SeamField fields[] = {
  { "system-id", "acs_system_id", SEAM_FIELD_INTERNED, G_STRUCT_OFFSET (SeamEntrance, system_id) },
};

static void
seam_entrance_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  seam_field_get (&fields[id - 1], object, value);
}

static void
seam_entrance_class_init (SeamEntranceClass *klass)
{
  SeamRecordClass *record_class = SEAM_RECORD_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = seam_entrance_get_property;
  record_class->id_member = "acs_entrance_id";
  record_class->name_member = "display_name";
  seam_record_class_set_fields (record_class, fields, G_N_ELEMENTS (fields), 1);
}

static void
seam_entrance_init (SeamEntrance *self)
{
}

/**
 * seam_entrance_get_system_id:
 * @self: a record
 *
 * Returns: (nullable): the member "acs_system_id"
 */
const char *
seam_entrance_get_system_id (SeamEntrance *self)
{
  return self->system_id;
}
