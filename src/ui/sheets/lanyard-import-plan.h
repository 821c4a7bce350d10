/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the rows of a sheet to the changes that they ask for. */
#pragma once

#include "lanyard-change.h"
#include "lanyard-matches.h"

G_BEGIN_DECLS

GPtrArray *lanyard_import_plan_new (LanyardMatches *matches);

G_END_DECLS
