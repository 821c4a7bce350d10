/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a long list is asked to show, and in which order. */
#include "lanyard-view.h"

#include <string.h>

#include "seam-intern.h"

/* Nobody looks through more rows of a search for the best one: a letter more finds fewer. */
#define MAX_RANKED 2000

G_DEFINE_ENUM_TYPE (LanyardSort, lanyard_sort,
                    G_DEFINE_ENUM_VALUE (LANYARD_SORT_NAME, "name"),
                    G_DEFINE_ENUM_VALUE (LANYARD_SORT_NEWEST, "newest"),
                    G_DEFINE_ENUM_VALUE (LANYARD_SORT_HOLDER, "holder"))

G_DEFINE_ENUM_TYPE (LanyardShow, lanyard_show,
                    G_DEFINE_ENUM_VALUE (LANYARD_SHOW_ALL, "all"),
                    G_DEFINE_ENUM_VALUE (LANYARD_SHOW_UNASSIGNED, "unassigned"),
                    G_DEFINE_ENUM_VALUE (LANYARD_SHOW_ASSIGNED, "assigned"),
                    G_DEFINE_ENUM_VALUE (LANYARD_SHOW_ATTENTION, "attention"))

void
lanyard_view_copy (LanyardView       *copy,
                   const LanyardView *view)
{
  *copy = *view;
  copy->query = view->query != NULL ? lanyard_query_ref (view->query) : NULL;
  copy->system_id = view->system_id != NULL ? seam_intern (view->system_id) : NULL;
}

void
lanyard_view_clear (LanyardView *view)
{
  g_clear_pointer (&view->query, lanyard_query_unref);
  g_clear_pointer (&view->system_id, seam_intern_release);
}

/* lanyard_view_set_search:
 * @view: what is asked for
 * @search: (nullable): what is searched for */
void
lanyard_view_set_search (LanyardView *view,
                         const char  *search)
{
  g_clear_pointer (&view->query, lanyard_query_unref);
  view->query = lanyard_query_new (search);
}

/* lanyard_view_set_system_id:
 * @view: what is asked for
 * @system_id: (nullable): the only access system, or all when it is empty
 *
 * Returns: whether that is another one */
gboolean
lanyard_view_set_system_id (LanyardView *view,
                            const char  *system_id)
{
  if (system_id != NULL && *system_id == '\0')
    system_id = NULL;
  if (g_strcmp0 (view->system_id, system_id) == 0)
    return FALSE;
  g_clear_pointer (&view->system_id, seam_intern_release);
  view->system_id = system_id != NULL ? seam_intern (system_id) : NULL;
  return TRUE;
}

static int
compare_holders (const LanyardKey *left,
                 const LanyardKey *right)
{
  if (left->holder == NULL || right->holder == NULL)
    return (left->holder != NULL) - (right->holder != NULL);
  return strcmp (left->holder->text, right->holder->text);
}

/* lanyard_view_compare:
 * @view: what is asked for
 * @left: a key
 * @right: another one
 *
 * Returns: which comes first; never 0 for keys of different ids */
int
lanyard_view_compare (const LanyardView *view,
                      const LanyardKey  *left,
                      const LanyardKey  *right)
{
  int order = 0;

  if (view->picker)
    order = (int) left->is_assigned - (int) right->is_assigned;
  else if (view->sort == LANYARD_SORT_NEWEST)
    order = (left->created_at < right->created_at) - (left->created_at > right->created_at);
  else if (view->sort == LANYARD_SORT_HOLDER)
    order = compare_holders (left, right);
  if (order == 0)
    order = strcmp (left->text, right->text);
  return order != 0 ? order : strcmp (seam_record_get_id (left->record), seam_record_get_id (right->record));
}

/* lanyard_view_is_ranked:
 * @view: what is asked for
 * @n_rows: how many are part of it
 *
 * Returns: whether those that fit a search best come first, see lanyard_view_rank(); among those that fit it alike
 *   lanyard_view_compare() counts */
gboolean
lanyard_view_is_ranked (const LanyardView *view,
                        guint              n_rows)
{
  return view->query != NULL && n_rows > 1 && n_rows <= MAX_RANKED;
}

/* lanyard_view_rank:
 * @view: what is asked for, which is a search
 * @key: a key that is part of it
 *
 * Returns: how far behind it belongs, below LANYARD_QUERY_N_RANKS */
guint
lanyard_view_rank (const LanyardView *view,
                   const LanyardKey  *key)
{
  return lanyard_query_rank (view->query, lanyard_key_search_text (key));
}

/* lanyard_view_shows:
 * @view: what is asked for
 * @key: a key
 *
 * Returns: whether @key is part of it */
gboolean
lanyard_view_shows (const LanyardView *view,
                    const LanyardKey  *key)
{
  if (view->system_id != NULL && view->system_id != key->system_id)
    return FALSE;
  if (view->show == LANYARD_SHOW_UNASSIGNED && key->is_assigned)
    return FALSE;
  if (view->show == LANYARD_SHOW_ASSIGNED && !key->is_assigned)
    return FALSE;
  if (view->show == LANYARD_SHOW_ATTENTION && !lanyard_attention_is_due (key->attention, view->now))
    return FALSE;
  return view->query == NULL || lanyard_query_matches (view->query, lanyard_key_search_text (key));
}

/* lanyard_view_shows_all:
 * @view: what is asked for
 *
 * Returns: whether every key is part of it */
gboolean
lanyard_view_shows_all (const LanyardView *view)
{
  return view->system_id == NULL && view->show == LANYARD_SHOW_ALL && view->query == NULL;
}

/* What needs attention changes as time passes. */
static gboolean
differ_in_query_alone (const LanyardView *view,
                       const LanyardView *other)
{
  return view->sort == other->sort && view->picker == other->picker && view->show == other->show
         && view->system_id == other->system_id && view->show != LANYARD_SHOW_ATTENTION;
}

/* lanyard_view_continues:
 * @view: what is asked for
 * @other: what was asked for before
 *
 * Returns: whether @view is @other but for what was typed at the end of its search */
gboolean
lanyard_view_continues (const LanyardView *view,
                        const LanyardView *other)
{
  if (!differ_in_query_alone (view, other))
    return FALSE;
  return view->query == NULL ? other->query == NULL : lanyard_query_continues (view->query, other->query);
}

/* lanyard_view_is_narrower:
 * @view: what is asked for
 * @other: what was asked for before
 *
 * Returns: whether whatever is part of @view was part of @other, in the same order, as when a letter is added */
gboolean
lanyard_view_is_narrower (const LanyardView *view,
                          const LanyardView *other)
{
  if (!differ_in_query_alone (view, other))
    return FALSE;
  return view->query == NULL ? other->query == NULL : lanyard_query_is_narrower (view->query, other->query);
}
