/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace: what an API key belongs to, and everything else is in. */
#include "seam-workspace.h"

#include "seam-record-private.h"

struct _SeamWorkspace
{
  SeamRecord parent_instance;

  char *company_name;
  gboolean is_sandbox;
  gboolean is_suspended;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (SeamWorkspace, seam_workspace, SEAM_TYPE_RECORD,
                               G_IMPLEMENT_INTERFACE (JSON_TYPE_SERIALIZABLE, seam_record_init_serializable))

static const SeamField fields[] = {
  { "company-name", "company_name", SEAM_FIELD_STRING, G_STRUCT_OFFSET (SeamWorkspace, company_name) },
  { "is-sandbox", "is_sandbox", SEAM_FIELD_BOOL, G_STRUCT_OFFSET (SeamWorkspace, is_sandbox) },
  { "is-suspended", "is_suspended", SEAM_FIELD_BOOL, G_STRUCT_OFFSET (SeamWorkspace, is_suspended) },
};

static void
seam_workspace_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  seam_field_get (&fields[id - 1], object, value);
}

static void
seam_workspace_class_init (SeamWorkspaceClass *klass)
{
  SeamRecordClass *record_class = SEAM_RECORD_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = seam_workspace_get_property;
  record_class->id_member = "workspace_id";
  record_class->name_member = "name";
  seam_record_class_set_fields (record_class, fields, G_N_ELEMENTS (fields), 1);
}

static void
seam_workspace_init (SeamWorkspace *self)
{
}

/**
 * seam_workspace_get_company_name:
 * @self: a record
 *
 * Returns: (nullable): the member "company_name"
 */
const char *
seam_workspace_get_company_name (SeamWorkspace *self)
{
  return self->company_name;
}

/**
 * seam_workspace_get_is_sandbox:
 * @self: a record
 *
 * Returns: the member "is_sandbox"
 */
gboolean
seam_workspace_get_is_sandbox (SeamWorkspace *self)
{
  return self->is_sandbox;
}

/**
 * seam_workspace_get_is_suspended:
 * @self: a record
 *
 * Returns: the member "is_suspended"
 */
gboolean
seam_workspace_get_is_suspended (SeamWorkspace *self)
{
  return self->is_suspended;
}
