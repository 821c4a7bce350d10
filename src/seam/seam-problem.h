/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One entry of an object's errors or warnings: a code out of an open set, and the vendor's text. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SEAM_TYPE_PROBLEM (seam_problem_get_type ())

typedef struct _SeamProblem SeamProblem;

GType        seam_problem_get_type       (void);
SeamProblem *seam_problem_ref            (SeamProblem *self);
void         seam_problem_unref          (SeamProblem *self);
const char  *seam_problem_get_code       (SeamProblem *self);
const char  *seam_problem_get_message    (SeamProblem *self);
gint64       seam_problem_get_created_at (SeamProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeamProblem, seam_problem_unref)

G_END_DECLS
