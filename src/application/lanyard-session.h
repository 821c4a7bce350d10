/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which workspace is open in a window, and how it came to be: key, server, journal, demo. */
#pragma once

#include "lanyard-override.h"
#include "lanyard-window.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SESSION (lanyard_session_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSession, lanyard_session, LANYARD, SESSION, GObject)

LanyardSession *lanyard_session_new   (LanyardWindow         *window,
                                       GSettings             *settings);
void            lanyard_session_start (LanyardSession        *self,
                                       gboolean               demo,
                                       const LanyardOverride *override);
void            lanyard_session_close (LanyardSession        *self);

G_END_DECLS
