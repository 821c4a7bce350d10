/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One description of what is to be done at Seam: what kind of change, of which record, from what to what. */
#include "lanyard-change.h"

#include "lanyard-changes-error.h"

struct _LanyardChange
{
  GObject parent_instance;

  LanyardOperation operation;
  SeamRecord      *record;
  char            *before;
  SeamRecord      *target;
  gint64           batch;
  LanyardTurns    *turns; /* NULL: it waits for nobody */
  gint64           undo_of;
  LanyardChange   *first; /* NULL: nothing has to be done before it */
  LanyardEntry    *entry; /* NULL until it is begun */
};

G_DEFINE_FINAL_TYPE (LanyardChange, lanyard_change, G_TYPE_OBJECT)

static void
lanyard_change_finalize (GObject *object)
{
  LanyardChange *self = LANYARD_CHANGE (object);

  g_clear_object (&self->record);
  g_clear_object (&self->target);
  g_clear_object (&self->turns);
  g_clear_object (&self->first);
  g_clear_object (&self->entry);
  g_free (self->before);
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
 * Returns: (nullable): what it is to be: the id of the target */
const char *
lanyard_change_get_after (LanyardChange *self)
{
  return self->target != NULL ? seam_record_get_id (self->target) : NULL;
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

/* lanyard_change_set_turns:
 * @self: a change that is not run yet
 * @turns: (transfer none): where it waits for its turn, once it is written down; who runs it ends its turn */
void
lanyard_change_set_turns (LanyardChange *self,
                          LanyardTurns  *turns)
{
  g_set_object (&self->turns, turns);
}

LanyardTurns *
lanyard_change_get_turns (LanyardChange *self)
{
  return self->turns;
}

gint64
lanyard_change_get_undo_of (LanyardChange *self)
{
  return self->undo_of;
}

/* lanyard_change_set_first:
 * @self: a change that is not run yet
 * @first: (transfer none): what is run before it, in the same turns; unless that is done, @self is not sent */
void
lanyard_change_set_first (LanyardChange *self,
                          LanyardChange *first)
{
  g_set_object (&self->first, first);
}

/* lanyard_change_is_held_back:
 * @self: a change whose turn it is
 *
 * Returns: whether what had to be done first was not, and is not so for another reason either */
gboolean
lanyard_change_is_held_back (LanyardChange *self)
{
  LanyardEntry *entry = self->first != NULL ? self->first->entry : NULL;

  if (self->first == NULL)
    return FALSE;
  return entry == NULL || (lanyard_entry_get_outcome (entry) != LANYARD_OUTCOME_DONE
                           && lanyard_entry_get_own_reason (entry) != LANYARD_CHANGES_ERROR_ALREADY);
}

/* lanyard_change_set_entry:
 * @self: a change that is run
 * @entry: (transfer none): where it is written down */
void
lanyard_change_set_entry (LanyardChange *self,
                          LanyardEntry  *entry)
{
  g_set_object (&self->entry, entry);
}
