/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading everything again: when it is asked for, and when the window is looked at again after a while. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-header.h"
#include "lanyard-scenes.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_READING (lanyard_reading_get_type ())
G_DECLARE_FINAL_TYPE (LanyardReading, lanyard_reading, LANYARD, READING, GObject)

LanyardReading *lanyard_reading_new           (GtkWindow        *window,
                                               LanyardHeader    *header,
                                               LanyardScenes    *scenes);
void            lanyard_reading_set_directory (LanyardReading   *self,
                                               LanyardDirectory *directory);
void            lanyard_reading_refresh       (LanyardReading   *self);
void            lanyard_reading_add_actions   (LanyardReading   *self,
                                               GActionMap       *map);

G_END_DECLS
