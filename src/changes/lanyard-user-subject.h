/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A user as what changes are of: the values that such a change has. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LANYARD_USER_SUSPENDED "suspended"
#define LANYARD_USER_ACTIVE "active"

G_END_DECLS
