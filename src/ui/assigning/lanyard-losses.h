/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was lost and what was found: marks it, hands out the spare, and sees to it that the lost one does not live on. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-executor.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_LOSSES (lanyard_losses_get_type ())
G_DECLARE_FINAL_TYPE (LanyardLosses, lanyard_losses, LANYARD, LOSSES, GObject)

LanyardLosses *lanyard_losses_new         (GtkWindow       *window,
                                           LanyardExecutor *executor);
void           lanyard_losses_add_actions (LanyardLosses   *self,
                                           GActionMap      *map);

G_END_DECLS
