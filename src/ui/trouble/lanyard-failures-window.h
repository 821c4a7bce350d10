/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that lists the access systems that could not be read, each with its reason. */
#pragma once

#include <adwaita.h>

#include "lanyard-directory.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_FAILURES_WINDOW (lanyard_failures_window_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFailuresWindow, lanyard_failures_window, LANYARD, FAILURES_WINDOW, AdwWindow)

GtkWidget *lanyard_failures_window_new (LanyardDirectory *directory);

G_END_DECLS
