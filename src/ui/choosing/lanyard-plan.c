/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done to many at once, line by line, before any of it is. What can't be done comes last. */
#include "lanyard-plan.h"

struct _LanyardPlan
{
  GObject parent_instance;

  LanyardDirectory *directory;
  LanyardOperation  operation;
  GListStore       *rows;
  guint             n_failing;
};

G_DEFINE_FINAL_TYPE (LanyardPlan, lanyard_plan, G_TYPE_OBJECT)

static void
lanyard_plan_finalize (GObject *object)
{
  LanyardPlan *self = LANYARD_PLAN (object);

  g_clear_object (&self->directory);
  g_object_unref (self->rows);

  G_OBJECT_CLASS (lanyard_plan_parent_class)->finalize (object);
}

static void
lanyard_plan_class_init (LanyardPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_plan_finalize;
}

static void
lanyard_plan_init (LanyardPlan *self)
{
  self->rows = g_list_store_new (LANYARD_TYPE_PLAN_ROW);
}

/**
 * lanyard_plan_new:
 * @directory: the workspace
 * @operation: what is to be done
 *
 * Returns: (transfer full): a plan without lines yet
 */
LanyardPlan *
lanyard_plan_new (LanyardDirectory *directory,
                  LanyardOperation  operation)
{
  LanyardPlan *self;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);

  self = g_object_new (LANYARD_TYPE_PLAN, NULL);
  self->directory = g_object_ref (directory);
  self->operation = operation;

  return self;
}

/**
 * lanyard_plan_get_directory:
 * @self: a plan
 *
 * Returns: (transfer none): the workspace that it is for
 */
LanyardDirectory *
lanyard_plan_get_directory (LanyardPlan *self)
{
  g_return_val_if_fail (LANYARD_IS_PLAN (self), NULL);

  return self->directory;
}

/**
 * lanyard_plan_get_operation:
 * @self: a plan
 *
 * Returns: what is to be done
 */
LanyardOperation
lanyard_plan_get_operation (LanyardPlan *self)
{
  g_return_val_if_fail (LANYARD_IS_PLAN (self), LANYARD_OPERATION_ASSIGN);

  return self->operation;
}

/**
 * lanyard_plan_get_rows:
 * @self: a plan
 *
 * Returns: (transfer none): a list of #LanyardPlanRow
 */
GListModel *
lanyard_plan_get_rows (LanyardPlan *self)
{
  g_return_val_if_fail (LANYARD_IS_PLAN (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/**
 * lanyard_plan_get_n_failing:
 * @self: a plan
 *
 * Returns: on how many lines nothing can be done
 */
guint
lanyard_plan_get_n_failing (LanyardPlan *self)
{
  g_return_val_if_fail (LANYARD_IS_PLAN (self), 0);

  return self->n_failing;
}

/**
 * lanyard_plan_set_rows:
 * @self: a plan
 * @rows: (element-type LanyardPlanRow): its lines from now on
 */
void
lanyard_plan_set_rows (LanyardPlan *self,
                       GPtrArray   *rows)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_return_if_fail (LANYARD_IS_PLAN (self));

  for (guint i = 0; i < rows->len; i++)
    if (lanyard_plan_row_get_change (rows->pdata[i]) != NULL)
      g_ptr_array_add (sorted, rows->pdata[i]);
  self->n_failing = rows->len - sorted->len;
  for (guint i = 0; i < rows->len; i++)
    if (lanyard_plan_row_get_change (rows->pdata[i]) == NULL)
      g_ptr_array_add (sorted, rows->pdata[i]);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), sorted->pdata,
                       sorted->len);
}
