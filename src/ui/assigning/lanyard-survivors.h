/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sees to it that nothing lost goes on opening doors unnoticed. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-executor.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SURVIVORS (lanyard_survivors_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSurvivors, lanyard_survivors, LANYARD, SURVIVORS, GObject)

LanyardSurvivors *lanyard_survivors_new (GtkWindow       *window,
                                         LanyardExecutor *executor);

G_END_DECLS
