/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list has told, replayed. */
#include "list-shadow.h"

void
shadow_assert_same (Shadow *shadow)
{
  GListModel *model = G_LIST_MODEL (shadow->list);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, shadow->rows->len);
  for (guint i = 0; i < shadow->rows->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      g_assert_true (item == shadow->rows->pdata[i]);
    }
  g_assert_null (g_list_model_get_item (model, shadow->rows->len));
}

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  gpointer    user_data)
{
  Shadow *shadow = user_data;

  shadow->n_signals++;
  shadow->n_touched += n_removed + n_added;
  g_assert_cmpuint (position + n_removed, <=, shadow->rows->len);
  if (n_removed > 0)
    g_ptr_array_remove_range (shadow->rows, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (shadow->rows, (int) (position + i), g_list_model_get_item (model, position + i));
  shadow_assert_same (shadow);
}

Shadow *
shadow_new (LanyardList *list)
{
  Shadow *shadow = g_new0 (Shadow, 1);

  shadow->list = list;
  shadow->rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), shadow);
  return shadow;
}

void
shadow_free (Shadow *shadow)
{
  g_signal_handlers_disconnect_by_data (shadow->list, shadow);
  g_ptr_array_unref (shadow->rows);
  g_free (shadow);
}
