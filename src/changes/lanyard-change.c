/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One description of what is to be done at Seam: what kind of change, of which record, from what to what. */
#include "lanyard-change.h"

struct _LanyardChange
{
  GObject parent_instance;

  LanyardOperation operation;
  SeamRecord      *record;
  char            *before;
  char            *after;    /* NULL: the id of the target, if any */
  SeamRecord      *target;
  gint64           batch;
  gint64           undo_of;
  char            *first_id; /* NULL: nothing has to be done before it */
};

G_DEFINE_FINAL_TYPE (LanyardChange, lanyard_change, G_TYPE_OBJECT)

static void
lanyard_change_finalize (GObject *object)
{
  LanyardChange *self = LANYARD_CHANGE (object);

  g_clear_object (&self->record);
  g_clear_object (&self->target);
  g_free (self->first_id);
  g_free (self->before);
  g_free (self->after);
  G_OBJECT_CLASS (lanyard_change_parent_class)->finalize (object);
}

static void
lanyard_change_class_init (LanyardChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_change_finalize;
}

static void
lanyard_change_init (LanyardChange *self)
{
}

/* lanyard_change_new:
 * @operation: what kind of change it is
 * @record: (transfer none): of which record
 * @before: (nullable): what the person was told that it is, as an id; %NULL: nothing
 * @target: (transfer none) (nullable): the record that it is to be with; %NULL: none
 * @undo_of: the id of the entry that it takes back; 0: none
 *
 * Returns: (transfer full): the description, in no batch */
LanyardChange *
lanyard_change_new (LanyardOperation operation,
                    SeamRecord      *record,
                    const char      *before,
                    SeamRecord      *target,
                    gint64           undo_of)
{
  LanyardChange *self = g_object_new (LANYARD_TYPE_CHANGE, NULL);

  self->operation = operation;
  self->record = g_object_ref (record);
  self->before = g_strdup (before);
  self->target = target != NULL ? g_object_ref (target) : NULL;
  self->undo_of = undo_of;
  return self;
}

/* lanyard_change_new_to_value:
 * @operation: what kind of change it is
 * @record: (transfer none): of which record
 * @before: what the person was told that it is
 * @after: what it is to be; no id of another record
 * @undo_of: the id of the entry that it takes back; 0: none
 *
 * Returns: (transfer full): the description, in no batch */
LanyardChange *
lanyard_change_new_to_value (LanyardOperation operation,
                             SeamRecord      *record,
                             const char      *before,
                             const char      *after,
                             gint64           undo_of)
{
  LanyardChange *self = lanyard_change_new (operation, record, before, NULL, undo_of);

  self->after = g_strdup (after);
  return self;
}

LanyardOperation
lanyard_change_get_operation (LanyardChange *self)
{
  return self->operation;
}

SeamRecord *
lanyard_change_get_record (LanyardChange *self)
{
  return self->record;
}

const char *
lanyard_change_get_record_id (LanyardChange *self)
{
  return seam_record_get_id (self->record);
}

/* lanyard_change_get_before:
 * @self: a change
 *
 * Returns: (nullable): what it was, as far as the person was told */
const char *
lanyard_change_get_before (LanyardChange *self)
{
  return self->before;
}

SeamRecord *
lanyard_change_get_target (LanyardChange *self)
{
  return self->target;
}

/* lanyard_change_get_after:
 * @self: a change
 *
 * Returns: (nullable): what it is to be: the id of the target, or another value */
const char *
lanyard_change_get_after (LanyardChange *self)
{
  return self->target != NULL ? seam_record_get_id (self->target) : self->after;
}

/* lanyard_change_set_batch:
 * @self: a change that is not run yet
 * @batch: the batch that it is to belong to; 0: none */
void
lanyard_change_set_batch (LanyardChange *self,
                          gint64         batch)
{
  self->batch = batch;
}

gint64
lanyard_change_get_batch (LanyardChange *self)
{
  return self->batch;
}

gint64
lanyard_change_get_undo_of (LanyardChange *self)
{
  return self->undo_of;
}

/* lanyard_change_set_first_id:
 * @self: a change that is not run yet
 * @first_id: (nullable): of which record of the same batch the change has to be done before it is sent; %NULL: none */
void
lanyard_change_set_first_id (LanyardChange *self,
                             const char    *first_id)
{
  g_free (self->first_id);
  self->first_id = g_strdup (first_id);
}

const char *
lanyard_change_get_first_id (LanyardChange *self)
{
  return self->first_id;
}
