/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: its command line, its actions, and one window with one session. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_APPLICATION (lanyard_application_get_type ())
G_DECLARE_FINAL_TYPE (LanyardApplication, lanyard_application, LANYARD, APPLICATION, AdwApplication)

LanyardApplication *lanyard_application_new (void);

G_END_DECLS
