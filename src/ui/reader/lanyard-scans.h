/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scanned card does in a window. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-directory.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SCANS (lanyard_scans_get_type ())
G_DECLARE_FINAL_TYPE (LanyardScans, lanyard_scans, LANYARD, SCANS, GObject)

/* Property "at-once" (gboolean): a free card is assigned to the user whose page is open without a question.
 * Signal "told" (text; label and detailed name of the action of a button, or NULL twice): for a toast; without a text,
 * what was told before is over. */
LanyardScans *lanyard_scans_new           (GtkWindow        *window);
void          lanyard_scans_set_directory (LanyardScans     *self,
                                           LanyardDirectory *directory);
void          lanyard_scans_take          (LanyardScans     *self,
                                           const char       *raw,
                                           GtkWindow        *where);
void          lanyard_scans_open          (LanyardScans     *self,
                                           const char       *text);

G_END_DECLS
