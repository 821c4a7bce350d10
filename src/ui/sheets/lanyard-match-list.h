/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a sheet as a list model, in the order in which somebody has to look at them. */
#pragma once

#include "lanyard-matches.h"

G_BEGIN_DECLS

/**
 * LanyardMatchShow:
 * @LANYARD_MATCH_SHOW_ALL: all rows
 * @LANYARD_MATCH_SHOW_CHOICE: those that wait for a choice
 * @LANYARD_MATCH_SHOW_CANT: those that can't be done
 * @LANYARD_MATCH_SHOW_DO: those that will be done
 *
 * Which rows to list.
 */
typedef enum
{
  LANYARD_MATCH_SHOW_ALL,
  LANYARD_MATCH_SHOW_CHOICE,
  LANYARD_MATCH_SHOW_CANT,
  LANYARD_MATCH_SHOW_DO,
} LanyardMatchShow;

#define LANYARD_TYPE_MATCH_LIST (lanyard_match_list_get_type ())
G_DECLARE_FINAL_TYPE (LanyardMatchList, lanyard_match_list, LANYARD, MATCH_LIST, GObject)

/* A GListModel of LanyardMatchItem. A row stays where it is while somebody chooses: it is listed anew by
 * lanyard_match_list_show(). */
LanyardMatchList *lanyard_match_list_new  (void);
void              lanyard_match_list_show (LanyardMatchList *self,
                                           LanyardMatches   *matches,
                                           LanyardMatchShow  show);

G_END_DECLS
