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
                    G_DEFINE_ENUM_VALUE (LANYARD_SORT_HOLDER, "holder"),
                    G_DEFINE_ENUM_VALUE (LANYARD_SORT_ENDING, "ending"))

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

/* Returns: whether that is another one */
static gboolean
set_system_id (LanyardView *view,
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

/* lanyard_view_make_props:
 * @props: where to put them, by #LanyardViewProp
 *
 * Makes the properties with which an object hands its view out. */
void
lanyard_view_make_props (GParamSpec **props)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  props[LANYARD_VIEW_SYSTEM_ID] = g_param_spec_string ("system-id", NULL, NULL, NULL, flags);
  props[LANYARD_VIEW_SORT] = g_param_spec_enum ("sort", NULL, NULL, LANYARD_TYPE_SORT, LANYARD_SORT_NAME, flags);
  props[LANYARD_VIEW_SHOW] = g_param_spec_enum ("show", NULL, NULL, LANYARD_TYPE_SHOW, LANYARD_SHOW_ALL, flags);
  props[LANYARD_VIEW_METHOD] = g_param_spec_enum ("method", NULL, NULL, LANYARD_TYPE_METHOD, LANYARD_METHOD_ANY, flags);
  props[LANYARD_VIEW_PICKER] = g_param_spec_boolean ("picker", NULL, NULL, FALSE, flags);
}

/* lanyard_view_get_prop:
 * @view: what is asked for
 * @prop: what of it
 * @value: return location, of its type */
void
lanyard_view_get_prop (const LanyardView *view,
                       LanyardViewProp    prop,
                       GValue            *value)
{
  switch (prop)
    {
    case LANYARD_VIEW_SYSTEM_ID:
      g_value_set_string (value, view->system_id);
      break;
    case LANYARD_VIEW_SORT:
      g_value_set_enum (value, view->sort);
      break;
    case LANYARD_VIEW_SHOW:
      g_value_set_enum (value, view->show);
      break;
    case LANYARD_VIEW_METHOD:
      g_value_set_enum (value, view->method);
      break;
    case LANYARD_VIEW_PICKER:
      g_value_set_boolean (value, view->picker);
      break;
    case LANYARD_VIEW_N_PROPS:
    default:
      g_assert_not_reached ();
    }
}

/* lanyard_view_set_prop:
 * @view: what is asked for
 * @prop: what of it
 * @value: what it is to be; the access system: all when it is %NULL or empty
 *
 * Returns: whether that is something else than before */
gboolean
lanyard_view_set_prop (LanyardView     *view,
                       LanyardViewProp  prop,
                       const GValue    *value)
{
  LanyardView before = *view;

  switch (prop)
    {
    case LANYARD_VIEW_SYSTEM_ID:
      return set_system_id (view, g_value_get_string (value));
    case LANYARD_VIEW_SORT:
      view->sort = g_value_get_enum (value);
      return view->sort != before.sort;
    case LANYARD_VIEW_SHOW:
      view->show = g_value_get_enum (value);
      return view->show != before.show;
    case LANYARD_VIEW_METHOD:
      view->method = g_value_get_enum (value);
      return view->method != before.method;
    case LANYARD_VIEW_PICKER:
      view->picker = g_value_get_boolean (value);
      return view->picker != before.picker;
    case LANYARD_VIEW_N_PROPS:
    default:
      g_assert_not_reached ();
    }
}

/* Time goes on while a list is sorted: what has ended since then still is where it was. */
static gboolean
has_ended (const LanyardView *view,
           const LanyardKey  *key)
{
  return key->ends_at <= view->ends_after;
}

static int
compare_ends (const LanyardView *view,
              const LanyardKey  *left,
              const LanyardKey  *right)
{
  gboolean is_over = has_ended (view, left);

  /* What has no end is later than all that will end. */
  if (is_over != has_ended (view, right))
    return (is_over ? right : left)->ends_at == G_MAXINT64 ? (is_over ? -1 : 1) : (is_over ? 1 : -1);
  if (is_over)
    return (left->ends_at < right->ends_at) - (left->ends_at > right->ends_at);
  return (left->ends_at > right->ends_at) - (left->ends_at < right->ends_at);
}

/* lanyard_view_is_overtaken:
 * @view: what is asked for
 * @first: the first of all keys, in its order
 *
 * Returns: whether @first belongs elsewhere by now, since it has ended */
gboolean
lanyard_view_is_overtaken (const LanyardView *view,
                           const LanyardKey  *first)
{
  return view->sort == LANYARD_SORT_ENDING && !view->picker && !has_ended (view, first)
         && first->ends_at <= g_get_real_time ();
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
  else if (view->sort == LANYARD_SORT_ENDING)
    order = compare_ends (view, left, right);
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
 * Returns: how far behind it belongs, below %LANYARD_VIEW_N_RANKS */
guint
lanyard_view_rank (const LanyardView *view,
                   const LanyardKey  *key)
{
  const char *text = lanyard_key_search_text (key);

  if (key->holder != NULL && !lanyard_query_matches (view->query, text))
    return LANYARD_QUERY_N_RANKS;
  return lanyard_query_rank (view->query, text);
}

/* A credential's row says who has it, so it is found by that as well. */
static gboolean
is_found (const LanyardQuery *query,
          const LanyardKey   *key)
{
  if (key->holder == NULL)
    return lanyard_query_matches (query, lanyard_key_search_text (key));
  return lanyard_query_matches_held (query, lanyard_key_search_text (key), lanyard_key_search_text (key->holder));
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
  if (view->method != LANYARD_METHOD_ANY && view->method != key->method)
    return FALSE;
  if (view->show == LANYARD_SHOW_ATTENTION && !lanyard_attention_is_due (key->attention, view->now))
    return FALSE;
  return view->query == NULL || is_found (view->query, key);
}

/* lanyard_view_shows_all:
 * @view: what is asked for
 *
 * Returns: whether every key is part of it */
gboolean
lanyard_view_shows_all (const LanyardView *view)
{
  return view->system_id == NULL && view->show == LANYARD_SHOW_ALL && view->method == LANYARD_METHOD_ANY
         && view->query == NULL;
}

/* What needs attention changes as time passes. */
static gboolean
differ_in_query_alone (const LanyardView *view,
                       const LanyardView *other)
{
  return view->sort == other->sort && view->picker == other->picker && view->show == other->show
         && view->method == other->method && view->ends_after == other->ends_after
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
