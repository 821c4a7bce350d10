/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preferences: the connection, how the server is asked, the card reader, and how long the activity is kept. */
#pragma once

#include <adwaita.h>

#include "lanyard-window.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PREFERENCES (lanyard_preferences_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPreferences, lanyard_preferences, LANYARD, PREFERENCES, AdwPreferencesWindow)

LanyardPreferences *lanyard_preferences_new     (LanyardWindow      *window,
                                                 GSettings          *settings);
gboolean            lanyard_preferences_scanned (LanyardPreferences *self,
                                                 const char         *raw);

G_END_DECLS
