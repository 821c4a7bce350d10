/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list showed before each letter or digit of a search was added, for when it is deleted again.
 *
 * They hold as long as no key changes. */
#include "lanyard-steps.h"

/* More letters than this have narrowed the search enough. */
#define MAX_STEPS 16

typedef struct
{
  LanyardView view;
  GPtrArray  *rows;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  lanyard_view_clear (&step->view);
  g_ptr_array_unref (step->rows);
  g_free (step);
}

/* lanyard_steps_new:
 *
 * Returns: (transfer full): no steps yet */
GPtrArray *
lanyard_steps_new (void)
{
  return g_ptr_array_new_with_free_func (step_free);
}

/* lanyard_steps_add:
 * @steps: the steps
 * @view: what was asked for
 * @rows: what was shown for it */
void
lanyard_steps_add (GPtrArray         *steps,
                   const LanyardView *view,
                   GPtrArray         *rows)
{
  Step *step;

  if (steps->len == MAX_STEPS)
    g_ptr_array_remove_index (steps, 0);
  step = g_new0 (Step, 1);
  lanyard_view_copy (&step->view, view);
  step->rows = g_ptr_array_ref (rows);
  g_ptr_array_add (steps, step);
}

/* lanyard_steps_take:
 * @steps: the steps
 * @view: what is asked for now
 *
 * Goes back to where just this was asked for, if it was.
 *
 * Returns: (transfer full) (nullable): what was shown for it */
GPtrArray *
lanyard_steps_take (GPtrArray         *steps,
                    const LanyardView *view)
{
  for (guint i = steps->len; i > 0; i--)
    {
      Step *step = steps->pdata[i - 1];
      GPtrArray *rows;

      if (!lanyard_view_continues (view, &step->view) || !lanyard_view_continues (&step->view, view))
        continue;
      rows = g_ptr_array_ref (step->rows);
      g_ptr_array_set_size (steps, (int) i - 1);
      return rows;
    }
  return NULL;
}
