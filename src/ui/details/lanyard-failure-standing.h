/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether everything of a workspace could be read, or one list of an access system; in words. */
#pragma once

#include "lanyard-bindable.h"
#include "lanyard-directory.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_FAILURE_STANDING (lanyard_failure_standing_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFailureStanding, lanyard_failure_standing, LANYARD, FAILURE_STANDING, LanyardBindable)

/* Read-only properties: "text" (string, "" where nothing is missing), "failing", "loading" (it is being tried again),
 * "has-details" (gboolean: there is more to tell than the text does).
 * Signal "told": the workspace has told of its failures, whether anything is another than before or not. */
void lanyard_failure_standing_set_directory (LanyardFailureStanding *self,
                                             LanyardDirectory       *directory);
void lanyard_failure_standing_set_scope     (LanyardFailureStanding *self,
                                             const char             *system_id,
                                             LanyardResource         resource);
void lanyard_failure_standing_retry         (LanyardFailureStanding *self);
GVariant *lanyard_failure_standing_report (LanyardFailureStanding *self);

G_END_DECLS
