/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the vendor's error and warning codes mean to a person. */
#pragma once

#include "seam.h"

G_BEGIN_DECLS

const char *lanyard_problem_title           (const char *code);
char       *lanyard_problem_message         (SeamProblem *problem);
/* The title of the first error, or else of the first warning; NULL when there is neither. */
const char *lanyard_record_first_problem    (SeamRecord  *record,
                                             gboolean    *is_error);
char       *lanyard_systems_problem_text    (GListModel  *systems);

G_END_DECLS
