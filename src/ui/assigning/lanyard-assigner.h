/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be assigned to whom: picked from a list or said by an action, and asked about where somebody has it. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-executor.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ASSIGNER (lanyard_assigner_get_type ())
G_DECLARE_FINAL_TYPE (LanyardAssigner, lanyard_assigner, LANYARD, ASSIGNER, GObject)

/* Property "subject" (SeamRecord, NULL): what "assign-selected" picks for. */
LanyardAssigner *lanyard_assigner_new           (GtkWindow        *window,
                                                 LanyardExecutor  *executor);
void             lanyard_assigner_set_directory (LanyardAssigner  *self,
                                                 LanyardDirectory *directory);
GtkWindow       *lanyard_assigner_get_front     (LanyardAssigner  *self);
void             lanyard_assigner_add_actions   (LanyardAssigner  *self,
                                                 GActionMap       *map);

G_END_DECLS
