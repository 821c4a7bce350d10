/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a plan: a change that may be made, or why there can be none. */
#include "lanyard-plan-row.h"

struct _LanyardPlanRow
{
  GObject parent_instance;

  LanyardChange *change; /* NULL: none can be made */
  SeamRecord    *record; /* whose line it is */
  char          *title;
  char          *text;
  gboolean       is_offered;
};

G_DEFINE_FINAL_TYPE (LanyardPlanRow, lanyard_plan_row, G_TYPE_OBJECT)

static void
lanyard_plan_row_finalize (GObject *object)
{
  LanyardPlanRow *self = LANYARD_PLAN_ROW (object);

  g_clear_object (&self->change);
  g_clear_object (&self->record);
  g_free (self->title);
  g_free (self->text);

  G_OBJECT_CLASS (lanyard_plan_row_parent_class)->finalize (object);
}

static void
lanyard_plan_row_class_init (LanyardPlanRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_plan_row_finalize;
}

static void
lanyard_plan_row_init (LanyardPlanRow *self)
{
}

/**
 * lanyard_plan_row_new:
 * @change: (nullable): what is to be done; %NULL: nothing can be
 * @record: whom or what it is about
 * @title: what that is called
 * @text: what will happen, or why it can't
 *
 * Returns: (transfer full): a line, which is proposed if anything can be done
 */
LanyardPlanRow *
lanyard_plan_row_new (LanyardChange *change,
                      SeamRecord    *record,
                      const char    *title,
                      const char    *text)
{
  LanyardPlanRow *self;

  g_return_val_if_fail (change == NULL || LANYARD_IS_CHANGE (change), NULL);
  g_return_val_if_fail (SEAM_IS_RECORD (record), NULL);

  self = g_object_new (LANYARD_TYPE_PLAN_ROW, NULL);
  g_set_object (&self->change, change);
  g_set_object (&self->record, record);
  self->title = g_strdup (title);
  self->text = g_strdup (text);

  return self;
}

/**
 * lanyard_plan_row_get_change:
 * @self: a line of a plan
 *
 * Returns: (transfer none) (nullable): what is to be done; %NULL: nothing can be
 */
LanyardChange *
lanyard_plan_row_get_change (LanyardPlanRow *self)
{
  g_return_val_if_fail (LANYARD_IS_PLAN_ROW (self), NULL);

  return self->change;
}

/**
 * lanyard_plan_row_get_record:
 * @self: a line of a plan
 *
 * Returns: (transfer none): whom or what it is about
 */
SeamRecord *
lanyard_plan_row_get_record (LanyardPlanRow *self)
{
  g_return_val_if_fail (LANYARD_IS_PLAN_ROW (self), NULL);

  return self->record;
}

/**
 * lanyard_plan_row_get_title:
 * @self: a line of a plan
 *
 * Returns: what that is called
 */
const char *
lanyard_plan_row_get_title (LanyardPlanRow *self)
{
  g_return_val_if_fail (LANYARD_IS_PLAN_ROW (self), NULL);

  return self->title;
}

/**
 * lanyard_plan_row_get_text:
 * @self: a line of a plan
 *
 * Returns: what will happen, or why it can't
 */
const char *
lanyard_plan_row_get_text (LanyardPlanRow *self)
{
  g_return_val_if_fail (LANYARD_IS_PLAN_ROW (self), NULL);

  return self->text;
}

/**
 * lanyard_plan_row_set_is_offered:
 * @self: a line of a plan
 * @is_offered: whether it is only offered, and not proposed: somebody has to say yes to it
 */
void
lanyard_plan_row_set_is_offered (LanyardPlanRow *self,
                                 gboolean        is_offered)
{
  g_return_if_fail (LANYARD_IS_PLAN_ROW (self));

  self->is_offered = is_offered;
}

/**
 * lanyard_plan_row_is_proposed:
 * @self: a line of a plan
 *
 * Returns: whether it is done unless somebody says no
 */
gboolean
lanyard_plan_row_is_proposed (LanyardPlanRow *self)
{
  g_return_val_if_fail (LANYARD_IS_PLAN_ROW (self), FALSE);

  return self->change != NULL && !self->is_offered;
}
