/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar for each error and warning of a user or a credential, and for what its page has to say itself. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-sign.h"
#include "seam.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PROBLEM_LIST (lanyard_problem_list_get_type ())
G_DECLARE_FINAL_TYPE (LanyardProblemList, lanyard_problem_list, LANYARD, PROBLEM_LIST, GtkWidget)

/* Made anew by its page: cleared, then notices and the record's own problems are appended. */
void lanyard_problem_list_clear         (LanyardProblemList *self);
void lanyard_problem_list_append        (LanyardProblemList *self,
                                         LanyardSign         sign,
                                         const char         *title,
                                         const char         *text);
void lanyard_problem_list_append_record (LanyardProblemList *self,
                                         SeamRecord         *record,
                                         GListModel         *credentials);

G_END_DECLS
