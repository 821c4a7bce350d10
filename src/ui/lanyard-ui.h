/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program that shows Lanyard's widgets calls first. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LANYARD_RESOURCE_BASE_PATH "/io/github/lanyard_app/Lanyard"

void lanyard_ui_init (void);

G_END_DECLS
