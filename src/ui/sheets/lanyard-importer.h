/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets sheets be imported into the workspace of a window: by its menu, dropped on it, or pasted. */
#pragma once

#include <adwaita.h>

#include "lanyard-executor.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_IMPORTER (lanyard_importer_get_type ())
G_DECLARE_FINAL_TYPE (LanyardImporter, lanyard_importer, LANYARD, IMPORTER, GObject)

void lanyard_importer_watch (GtkWindow       *window,
                             LanyardExecutor *executor,
                             GSettings       *settings);

G_END_DECLS
