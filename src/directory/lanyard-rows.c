/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a list, while they change and after: what is at a position is right at each step that is told. */
#include "lanyard-rows.h"

/* In so many rows at most, those who follow the list may look for a row that has moved. */
#define MAX_SEARCHED 2000

/* So many rows before a record is taken hold of, it is asked for. */
#define AHEAD 16

struct _LanyardRows
{
  GPtrArray *keys; /* not owned, as in LanyardArrangement */
  guint      n_items;

  /* While changes are being told: */
  GPtrArray *old_keys;
  guint      boundary; /* before it the rows are still the old ones */
};

/* lanyard_rows_new:
 *
 * Returns: (transfer full): no rows */
LanyardRows *
lanyard_rows_new (void)
{
  LanyardRows *self = g_new0 (LanyardRows, 1);

  self->keys = g_ptr_array_new ();
  return self;
}

void
lanyard_rows_free (LanyardRows *self)
{
  g_ptr_array_unref (self->keys);
  g_free (self);
}

guint
lanyard_rows_get_n_items (LanyardRows *self)
{
  return self->n_items;
}

/* lanyard_rows_dup_item:
 * @self: rows
 * @position: which
 *
 * Returns: (transfer full) (nullable): the record there, as far as has been told */
gpointer
lanyard_rows_dup_item (LanyardRows *self,
                       guint        position)
{
  LanyardKey *key;

  if (position >= self->n_items)
    return NULL;
  if (self->old_keys != NULL && position < self->boundary)
    key = self->old_keys->pdata[position];
  else
    key = self->keys->pdata[self->keys->len - (self->n_items - position)];
  return g_object_ref (key->record);
}

/* lanyard_rows_dup_range:
 * @self: rows, of which nothing is being told
 * @position: which is the first
 * @n_items: how many, all of which there are
 *
 * To take hold of a record means to wait for it to come from the memory; so those that come next are asked for already.
 *
 * Returns: (transfer full) (element-type SeamRecord): the records there */
GPtrArray *
lanyard_rows_dup_range (LanyardRows *self,
                        guint        position,
                        guint        n_items)
{
  GPtrArray *range = g_ptr_array_new_full (n_items, g_object_unref);
  guint end = position + n_items;

  for (guint i = position; i < end; i++)
    {
      if (i + 2 * AHEAD < end)
        __builtin_prefetch (self->keys->pdata[i + 2 * AHEAD]);
      if (i + AHEAD < end)
        __builtin_prefetch (((LanyardKey *) self->keys->pdata[i + AHEAD])->record, 1);
      g_ptr_array_add (range, g_object_ref (((LanyardKey *) self->keys->pdata[i])->record));
    }
  return range;
}

/* lanyard_rows_get_keys:
 * @self: rows
 *
 * Returns: (transfer none) (element-type LanyardKey): the keys of all of them */
GPtrArray *
lanyard_rows_get_keys (LanyardRows *self)
{
  return self->keys;
}

/* lanyard_rows_find:
 * @self: rows
 * @record: a record
 *
 * Returns: its position, or G_MAXUINT when it isn't one of them */
guint
lanyard_rows_find (LanyardRows *self,
                   gpointer     record)
{
  for (guint i = 0; i < self->keys->len; i++)
    if (((LanyardKey *) self->keys->pdata[i])->record == record)
      return i;
  return G_MAXUINT;
}

/* lanyard_rows_find_in_order:
 * @self: rows that are in the order of @view
 * @view: what they were arranged for
 * @key: the key in force of a record
 *
 * Returns: as lanyard_rows_find(), without looking at all of them */
guint
lanyard_rows_find_in_order (LanyardRows       *self,
                            const LanyardView *view,
                            LanyardKey        *key)
{
  guint low = 0, high = self->keys->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (lanyard_view_compare (view, self->keys->pdata[middle], key) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->keys->len && ((LanyardKey *) self->keys->pdata[low])->record == key->record ? low : G_MAXUINT;
}

static void
tell_edit (LanyardRows *self,
           guint        position,
           guint        n_removed,
           guint        n_added,
           GListModel  *model)
{
  self->boundary = position;
  self->n_items += n_added - n_removed;
  g_list_model_items_changed (model, position, n_removed, n_added);
}

/* lanyard_rows_change:
 * @self: rows
 * @keys: (element-type LanyardKey): the rows from now on
 * @edits: (element-type LanyardEdit): what leads there
 * @model: for whom it is told
 *
 * Tells of the @edits from the end on: so what is before a change is still where it was. */
void
lanyard_rows_change (LanyardRows *self,
                     GPtrArray   *keys,
                     GArray      *edits,
                     GListModel  *model)
{
  self->old_keys = self->keys;
  self->keys = g_ptr_array_ref (keys);
  for (guint i = edits->len; i > 0; i--)
    {
      LanyardEdit edit = g_array_index (edits, LanyardEdit, i - 1);

      /* Who looks among so many for what has gone would be away for too long. */
      if (edit.n_added > MAX_SEARCHED && edit.n_removed > 0)
        {
          tell_edit (self, edit.position, edit.n_removed, 0, model);
          edit.n_removed = 0;
        }
      tell_edit (self, edit.position, edit.n_removed, edit.n_added, model);
    }
  g_clear_pointer (&self->old_keys, g_ptr_array_unref);
}
