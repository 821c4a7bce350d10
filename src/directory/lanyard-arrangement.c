/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting and filtering for a long list, on a worker or in short turns: what it shows next, and how that differs from
 * what it shows. */
#include "lanyard-arrangement.h"

#include <string.h>

/* When more ranges than this have changed, near ones are told as one. One for all would not do: GTK looks through what
 * a range has got for what was selected, focused or at the top of the view in it. */
#define MAX_EDITS 128

/* How many rows are looked at, and how many changes are sorted in, before the next frame is due. */
#define QUICK_ROWS 150000
#define QUICK_CHANGES 1000

/* Keys lie all over the memory; this many are fetched ahead of where they are looked at. */
#define AHEAD 12

/* How many rows are looked at between two looks at the time and at whether the arrangement is still wanted. */
#define SLICE 1024

LanyardArrangement *
lanyard_arrangement_new (void)
{
  LanyardArrangement *self = g_new0 (LanyardArrangement, 1);

  self->cancellable = g_cancellable_new ();
  return self;
}

/* To be called on the main thread, because of the keys. */
void
lanyard_arrangement_free (LanyardArrangement *self)
{
  lanyard_view_clear (&self->view);
  g_clear_pointer (&self->sorted, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->retired, g_ptr_array_unref);
  g_clear_pointer (&self->fresh, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->edits, g_array_unref);
  g_clear_pointer (&self->arranged, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static int
compare_in_array (gconstpointer a,
                  gconstpointer b,
                  gpointer      view)
{
  return lanyard_view_compare (view, *(LanyardKey * const *) a, *(LanyardKey * const *) b);
}

/* The first of @keys, from @start on, that doesn't come before @key. */
static guint
find_place (LanyardArrangement *self,
            GPtrArray          *keys,
            guint               start,
            const LanyardKey   *key)
{
  guint end = keys->len;
  guint step = 1;

  /* The next one is often near. */
  while (step < end - start && lanyard_view_compare (&self->view, keys->pdata[start + step], key) < 0)
    {
      start += step;
      step *= 2;
    }
  end = MIN (start + step + 1, end);
  while (start < end)
    {
      guint middle = start + (end - start) / 2;

      if (lanyard_view_compare (&self->view, keys->pdata[middle], key) < 0)
        start = middle + 1;
      else
        end = middle;
    }
  return start;
}

/* Appends what is from @start to @end of @from. */
static void
append_range (GPtrArray *array,
              GPtrArray *from,
              guint      start,
              guint      end)
{
  guint len = array->len;

  if (start == end)
    return;
  g_ptr_array_set_size (array, (int) (len + end - start));
  memcpy (array->pdata + len, from->pdata + start, (end - start) * sizeof (gpointer));
}

static void
sort (LanyardArrangement *self,
      GPtrArray          *keys)
{
  g_ptr_array_sort_with_data (keys, compare_in_array, &self->view);
}

/* Takes @retired, which are sorted, out of @keys, which are sorted as well. */
static GPtrArray *
without_retired (LanyardArrangement *self,
                 GPtrArray          *keys,
                 GPtrArray          *retired)
{
  GPtrArray *left = g_ptr_array_sized_new (keys->len);
  guint at = 0;

  for (guint i = 0; i < retired->len; i++)
    {
      guint place = find_place (self, keys, at, retired->pdata[i]);

      append_range (left, keys, at, place);
      at = place < keys->len && keys->pdata[place] == retired->pdata[i] ? place + 1 : place;
    }
  append_range (left, keys, at, keys->len);
  return left;
}

static GPtrArray *
with_fresh (LanyardArrangement *self,
            GPtrArray          *keys,
            GPtrArray          *fresh)
{
  GPtrArray *all = g_ptr_array_sized_new (keys->len + fresh->len);
  guint at = 0;

  for (guint i = 0; i < fresh->len; i++)
    {
      guint place = find_place (self, keys, at, fresh->pdata[i]);

      append_range (all, keys, at, place);
      g_ptr_array_add (all, fresh->pdata[i]);
      at = place;
    }
  append_range (all, keys, at, keys->len);
  return all;
}

/* An array of its own, which owns nothing. */
static GPtrArray *
borrow (GPtrArray *keys)
{
  GPtrArray *copy = g_ptr_array_sized_new (keys->len);

  append_range (copy, keys, 0, keys->len);
  return copy;
}

/* A key that came and went before anybody looked is in both arrays. */
static void
drop_both (GPtrArray *retired,
           GPtrArray *fresh)
{
  g_autoptr (GHashTable) gone = NULL;

  if (retired->len == 0 || fresh->len == 0)
    return;
  gone = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < retired->len; i++)
    g_hash_table_add (gone, retired->pdata[i]);
  for (guint i = fresh->len; i > 0; i--)
    if (g_hash_table_contains (gone, fresh->pdata[i - 1]))
      g_ptr_array_remove_index_fast (fresh, i - 1);
}

/* All keys as they are from now on, sorted. */
static GPtrArray *
arrange (LanyardArrangement *self)
{
  g_autoptr (GPtrArray) retired = borrow (self->retired);
  g_autoptr (GPtrArray) fresh = borrow (self->fresh);
  g_autoptr (GPtrArray) before = self->is_reordered ? borrow (self->sorted) : g_ptr_array_ref (self->sorted);
  g_autoptr (GPtrArray) kept = NULL;

  if (self->is_reordered)
    sort (self, before);
  drop_both (retired, fresh);
  sort (self, retired);
  sort (self, fresh);
  kept = retired->len > 0 ? without_retired (self, before, retired) : g_ptr_array_ref (before);
  return fresh->len > 0 ? with_fresh (self, kept, fresh) : g_steal_pointer (&kept);
}

static void
fetch_ahead (GPtrArray *keys,
             guint      i)
{
  const LanyardKey *near = keys->pdata[MIN (i + AHEAD, keys->len - 1)];

  __builtin_prefetch (keys->pdata[MIN (i + 2 * AHEAD, keys->len - 1)]);
  __builtin_prefetch (lanyard_key_search_text (near));
  __builtin_prefetch (lanyard_key_search_text (near) + 64);
  if (near->holder != NULL)
    {
      __builtin_prefetch (near->holder);
      __builtin_prefetch (near->holder->text);
    }
}

/* The keys that are to be looked at. */
static GPtrArray *
get_candidates (LanyardArrangement *self,
                GPtrArray          *sorted)
{
  return self->is_narrower && sorted == self->sorted ? self->rows : sorted;
}

static void
begin (LanyardArrangement *self)
{
  self->arranged = arrange (self);
  if (self->known != NULL)
    self->found = g_ptr_array_ref (self->known);
  else if (lanyard_view_shows_all (&self->view))
    self->found = g_ptr_array_ref (self->arranged);
  else
    self->found = g_ptr_array_new ();
}

/* Returns: whether it is through with all */
static gboolean
filter (LanyardArrangement *self,
        gint64              until)
{
  GPtrArray *candidates = get_candidates (self, self->arranged);

  if (self->known != NULL || self->found == self->arranged)
    return TRUE;
  while (self->n_filtered < candidates->len)
    {
      guint end = MIN (self->n_filtered + SLICE, candidates->len);

      for (guint i = self->n_filtered; i < end; i++)
        {
          fetch_ahead (candidates, i);
          if (lanyard_view_shows (&self->view, candidates->pdata[i]))
            g_ptr_array_add (self->found, candidates->pdata[i]);
        }
      self->n_filtered = end;
      if (g_get_monotonic_time () >= until || g_cancellable_is_cancelled (self->cancellable))
        break;
    }
  return self->n_filtered == candidates->len;
}

/* Those of one rank stay in the order of all. */
static void
put_best_first (LanyardArrangement *self)
{
  GPtrArray *ranks[LANYARD_VIEW_N_RANKS];

  if (self->known != NULL || !lanyard_view_is_ranked (&self->view, self->found->len))
    return;
  if (self->was_ranked && get_candidates (self, self->arranged) == self->rows)
    sort (self, self->found);
  for (guint i = 0; i < LANYARD_VIEW_N_RANKS; i++)
    ranks[i] = g_ptr_array_new ();
  for (guint i = 0; i < self->found->len; i++)
    g_ptr_array_add (ranks[lanyard_view_rank (&self->view, self->found->pdata[i])], self->found->pdata[i]);
  g_ptr_array_set_size (self->found, 0);
  for (guint i = 0; i < LANYARD_VIEW_N_RANKS; i++)
    {
      append_range (self->found, ranks[i], 0, ranks[i]->len);
      g_ptr_array_unref (ranks[i]);
    }
}

static gboolean
is_same (GPtrArray *old,
         guint      i,
         GPtrArray *new,
         guint      j)
{
  return ((LanyardKey *) old->pdata[i])->record == ((LanyardKey *) new->pdata[j])->record;
}

/* Adds @edit to the last of @edits when that ends where it begins, or when both together are below @block rows long. */
static void
add_edit (GArray     *edits,
          LanyardEdit edit,
          guint       block)
{
  LanyardEdit *last = edits->len > 0 ? &g_array_index (edits, LanyardEdit, edits->len - 1) : NULL;
  guint n_between = last != NULL ? edit.position - last->position - last->n_removed : 0;

  if (last != NULL && (n_between == 0 || MAX (last->n_removed + n_between + edit.n_removed,
                                              last->n_added + n_between + edit.n_added) < block))
    {
      last->n_removed += n_between + edit.n_removed;
      last->n_added += n_between + edit.n_added;
    }
  else
    {
      g_array_append_val (edits, edit);
    }
}

/* What is between the equal beginning and end. */
static void
find_one_edit (GPtrArray *old,
               GPtrArray *new,
               GArray    *edits)
{
  guint start = 0, end = 0;
  LanyardEdit edit;

  while (start < old->len && start < new->len && is_same (old, start, new, start))
    start++;
  while (end < old->len - start && end < new->len - start && is_same (old, old->len - 1 - end, new, new->len - 1 - end))
    end++;
  edit = (LanyardEdit) { start, old->len - start - end, new->len - start - end };
  if (edit.n_removed > 0 || edit.n_added > 0)
    g_array_append_val (edits, edit);
}

/* Both are in the same order; where one has all of the other, that is enough to know which of them lacks a row. */
static void
find_all_edits (LanyardArrangement *self,
                GPtrArray          *old,
                GPtrArray          *new,
                GArray             *edits)
{
  gboolean is_unchanged = self->retired->len == 0 && self->fresh->len == 0;
  gboolean all_of_old = is_unchanged && (self->is_wider || lanyard_view_shows_all (&self->view));
  gboolean all_of_new = is_unchanged && self->is_narrower;
  guint i = 0, j = 0;

  while (i < old->len || j < new->len)
    {
      int order = i == old->len ? 1 : j == new->len ? -1 : 0;

      if (order == 0 && is_same (old, i, new, j))
        {
          i++;
          j++;
          continue;
        }
      if (order == 0)
        order = all_of_old ? 1 : all_of_new ? -1 : lanyard_view_compare (&self->view, old->pdata[i], new->pdata[j]);
      add_edit (edits, (LanyardEdit) { i, order <= 0, order > 0 }, 0);
      if (order <= 0)
        i++;
      else
        j++;
    }
}

static GArray *
find_edits (LanyardArrangement *self,
            GPtrArray          *old,
            GPtrArray          *new)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (LanyardEdit));
  GArray *coarse;

  if (self->is_reordered || self->was_ranked || lanyard_view_is_ranked (&self->view, new->len))
    find_one_edit (old, new, edits);
  else if (old != new)
    find_all_edits (self, old, new, edits);
  if (edits->len <= MAX_EDITS)
    return edits;
  coarse = g_array_new (FALSE, FALSE, sizeof (LanyardEdit));
  for (guint i = 0; i < edits->len; i++)
    add_edit (coarse, g_array_index (edits, LanyardEdit, i), MAX (old->len, new->len) / (MAX_EDITS / 2));
  g_array_unref (edits);
  return coarse;
}

/* lanyard_arrangement_is_quick:
 * @self: what is to be done
 *
 * Returns: whether it takes less than a frame: a worker's result would come a frame later */
gboolean
lanyard_arrangement_is_quick (LanyardArrangement *self)
{
  return !self->is_reordered && self->retired->len + self->fresh->len <= QUICK_CHANGES
         && (self->known != NULL || get_candidates (self, self->sorted)->len <= QUICK_ROWS);
}

/* lanyard_arrangement_run:
 * @self: what is to be done
 * @until: monotonic time, in microseconds, at which to look around; %G_MAXINT64 on a worker
 *
 * Does it, or a part of it: to be called again until it has ended. When the cancellable is cancelled, it ends with
 * nothing changed and without "is_done".
 *
 * Returns: whether it has ended */
gboolean
lanyard_arrangement_run (LanyardArrangement *self,
                         gint64              until)
{
  gboolean is_through;

  if (self->arranged == NULL)
    begin (self);
  is_through = filter (self, until);
  if (g_cancellable_is_cancelled (self->cancellable))
    return TRUE;
  if (!is_through)
    return FALSE;
  put_best_first (self);
  self->edits = find_edits (self, self->rows, self->found);
  g_ptr_array_unref (self->sorted);
  self->sorted = g_steal_pointer (&self->arranged);
  g_ptr_array_unref (self->rows);
  self->rows = g_steal_pointer (&self->found);
  self->is_done = TRUE;
  return TRUE;
}
