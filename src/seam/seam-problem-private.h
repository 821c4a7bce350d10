/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a record makes its problems. */
#pragma once

#include <json-glib/json-glib.h>

#include "seam-problem.h"

SeamProblem *seam_problem_new_from_json (JsonObject *object);
gboolean     seam_problem_equal         (SeamProblem *a, SeamProblem *b);
