/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be asked of the API: a row for each route. */
#pragma once

#include <json-glib/json-glib.h>

#include "seam-record.h"

G_BEGIN_DECLS

typedef enum
{
  SEAM_ROUTE_WORKSPACE,
  SEAM_ROUTE_WORKSPACES,
  SEAM_ROUTE_SYSTEMS,
  SEAM_ROUTE_USER,
  SEAM_ROUTE_USERS,
  SEAM_ROUTE_CREDENTIAL,
  SEAM_ROUTE_CREDENTIALS,
  SEAM_ROUTE_ACCESSIBLE_ENTRANCES,
  SEAM_ROUTE_ASSIGN,
  SEAM_ROUTE_UNASSIGN,
  SEAM_ROUTE_UNASSIGN_IDENTITY,
  SEAM_ROUTE_SUSPEND,
  SEAM_ROUTE_UNSUSPEND,
  SEAM_N_ROUTES
} SeamRouteId;

/**
 * SeamRouteShape:
 * @SEAM_ROUTE_ONE: reads one record; where the request names an id, of just that id
 * @SEAM_ROUTE_ALL: reads a list
 * @SEAM_ROUTE_PAGE: reads a list, a page at a time; "limit" is sent with the members
 * @SEAM_ROUTE_WRITE: changes something
 */
typedef enum
{
  SEAM_ROUTE_ONE,
  SEAM_ROUTE_ALL,
  SEAM_ROUTE_PAGE,
  SEAM_ROUTE_WRITE,
} SeamRouteShape;

#define SEAM_ROUTE_MAX_MEMBERS 4

/**
 * SeamRoute:
 * @members: of the request, in the order of the values that a call has; the first is the id of what it is about
 * @n_required: so many of them have to be given; others are left out when they aren't
 * @answer: the member of the answer that holds the record or the list; %NULL: it says no more than whether it is one
 * @get_type: the #SeamRecord type of that
 * @other_path: of a write: where servers have it that haven't got @path; or %NULL
 * @read_back: of a write: the route that reads what it changes, by the first of @members
 * @told: of a write: the property that its answer has to tell of, or else it says too little
 * @takes: of a write: whether the last of @members is null when it is done
 * @sets: of a write: a member of the record, true or false, that it sets, and none of @members; or %NULL
 * @set_to: of a write: what it sets that to
 * @is_done: of a write: whether @record is as it should be then
 */
typedef struct
{
  const char    *path;
  const char    *members[SEAM_ROUTE_MAX_MEMBERS];
  guint          n_required;
  SeamRouteShape shape;
  const char    *answer;
  GType        (*get_type) (void);

  const char *other_path;
  SeamRouteId read_back;
  const char *told;
  gboolean    takes;
  const char *sets;
  gboolean    set_to;
  gboolean  (*is_done) (SeamRecord         *record,
                        const char * const *values);
} SeamRoute;

const SeamRoute *seam_route_get       (SeamRouteId         id);
guint            seam_route_n_members (const SeamRoute    *route);
JsonObject      *seam_route_make_body (const SeamRoute    *route,
                                       const char * const *values);

G_END_DECLS
