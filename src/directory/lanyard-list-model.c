/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list as a GListModel: its rows, and what it tells of how they change. */
#include "lanyard-list-private.h"

/* In so many rows at most, those who follow the list may look for a row that has moved. */
#define MAX_SEARCHED 2000

static GType
lanyard_list_get_item_type (GListModel *model)
{
  return SEAM_TYPE_RECORD;
}

static guint
lanyard_list_get_n_items (GListModel *model)
{
  return LANYARD_LIST (model)->n_items;
}

static gpointer
lanyard_list_get_item (GListModel *model,
                       guint       position)
{
  LanyardList *self = LANYARD_LIST (model);
  LanyardKey *key;

  if (position >= self->n_items)
    return NULL;
  if (self->old_rows != NULL && position < self->boundary)
    key = self->old_rows->pdata[position];
  else
    key = self->rows->pdata[self->rows->len - (self->n_items - position)];
  return g_object_ref (key->record);
}

void
lanyard_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lanyard_list_get_item_type;
  iface->get_n_items = lanyard_list_get_n_items;
  iface->get_item = lanyard_list_get_item;
}

static void
tell_edit (LanyardList *self,
           guint        position,
           guint        n_removed,
           guint        n_added)
{
  self->boundary = position;
  self->n_items += n_added - n_removed;
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

/* Tells the @edits that lead from the old rows to those that there are now, and lets go of the old ones. From the end on:
 * so what is before a change is still where it was. */
void
lanyard_list_tell (LanyardList *self,
                   GArray      *edits)
{
  guint n_before = self->n_items;

  for (guint i = edits->len; i > 0; i--)
    {
      LanyardEdit edit = g_array_index (edits, LanyardEdit, i - 1);

      /* Who looks among so many for what has gone would be away for too long. */
      if (edit.n_added > MAX_SEARCHED && edit.n_removed > 0)
        {
          tell_edit (self, edit.position, edit.n_removed, 0);
          edit.n_removed = 0;
        }
      tell_edit (self, edit.position, edit.n_removed, edit.n_added);
    }
  if (self->n_items != n_before)
    g_object_notify (G_OBJECT (self), "n-items");
  g_clear_pointer (&self->old_rows, g_ptr_array_unref);
}
