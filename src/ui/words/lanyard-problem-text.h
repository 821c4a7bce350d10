/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the vendor's error and warning codes mean to a person. */
#pragma once

#include "seam.h"

G_BEGIN_DECLS

const char *lanyard_problem_title           (const char *code);
char       *lanyard_problem_message         (SeamProblem *problem);
const char *lanyard_problem_title_for       (SeamRecord  *record,
                                             SeamProblem *problem);
/* The title of the first error or warning that needs attention, or else of the first; NULL when there is none. */
const char *lanyard_record_first_problem    (SeamRecord  *record,
                                             gboolean    *is_error,
                                             gboolean    *needs_attention);
char       *lanyard_systems_problem_text    (GListModel  *systems);
const char *lanyard_problem_advice         (const char  *code);
GVariant   *lanyard_systems_problem_report (GListModel  *systems);

G_END_DECLS
