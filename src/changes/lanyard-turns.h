/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One at a time: who is to wait until all who were announced have come, and those before them are through. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_TURNS (lanyard_turns_get_type ())
G_DECLARE_FINAL_TYPE (LanyardTurns, lanyard_turns, LANYARD, TURNS, GObject)

typedef void (*LanyardTurnFunc) (gpointer user_data);

LanyardTurns *lanyard_turns_new  (guint            n_coming);
void          lanyard_turns_wait (LanyardTurns    *self,
                                  LanyardTurnFunc  func,
                                  gpointer         user_data);
void          lanyard_turns_end  (LanyardTurns    *self);

G_END_DECLS
