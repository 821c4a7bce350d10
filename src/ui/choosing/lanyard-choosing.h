/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with those that are chosen in a list: planned, shown, and carried out when that is confirmed. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-executor.h"
#include "lanyard-views.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CHOOSING (lanyard_choosing_get_type ())
G_DECLARE_FINAL_TYPE (LanyardChoosing, lanyard_choosing, LANYARD, CHOOSING, GObject)

LanyardChoosing *lanyard_choosing_new (GtkWindow       *window,
                                       LanyardExecutor *executor,
                                       LanyardViews    *views);

G_END_DECLS
