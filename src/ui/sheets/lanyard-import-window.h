/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that imports a sheet, step by step. */
#pragma once

#include <adwaita.h>

#include "lanyard-import.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_IMPORT_WINDOW (lanyard_import_window_get_type ())
G_DECLARE_FINAL_TYPE (LanyardImportWindow, lanyard_import_window, LANYARD, IMPORT_WINDOW, AdwWindow)

/* Signal "accepted" (LanyardMatches): what the rows ask for is to be done; the window closes. */
LanyardImportWindow *lanyard_import_window_new        (GtkWindow           *parent,
                                                       LanyardDirectory    *directory,
                                                       GSettings           *settings);
LanyardImport       *lanyard_import_window_get_import (LanyardImportWindow *self);

G_END_DECLS
