/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar for each thing that the page of a user or a credential has to say above all else. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_PROBLEM_LIST (lanyard_problem_list_get_type ())
G_DECLARE_FINAL_TYPE (LanyardProblemList, lanyard_problem_list, LANYARD, PROBLEM_LIST, GtkWidget)

/* Property "notices" (GListModel of LanyardNotice, nullable): what there is to say; it is not followed. Without any,
 * the list is not shown. */
void lanyard_problem_list_set_notices (LanyardProblemList *self,
                                       GListModel         *notices);

G_END_DECLS
