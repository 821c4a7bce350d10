/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder that a test has made goes with all that is in it. */
#pragma once

#include <glib.h>

void remove_tree (const char *path);
