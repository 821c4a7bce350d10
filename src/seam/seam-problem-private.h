/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a record makes its problems. */
#pragma once

#include "seam-problem.h"
#include "seam-reader.h"

G_BEGIN_DECLS

SeamProblem        *seam_problem_new_from_reader (SeamReader         *reader);
gboolean            seam_problem_equal           (SeamProblem        *a,
                                                  SeamProblem        *b);
const char * const *seam_problem_get_secrets     (SeamProblem        *self);
gboolean            seam_problem_mask            (SeamProblem        *self,
                                                  const char * const *codes);

G_END_DECLS
