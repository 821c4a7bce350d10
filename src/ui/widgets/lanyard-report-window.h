/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window behind Details: what happened, and what the server or a library wrote, to be read, selected and copied. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_REPORT_WINDOW (lanyard_report_window_get_type ())
G_DECLARE_FINAL_TYPE (LanyardReportWindow, lanyard_report_window, LANYARD, REPORT_WINDOW, AdwWindow)

GtkWidget *lanyard_report_window_new     (GVariant  *report);
void       lanyard_report_window_present (GtkWidget *origin,
                                          GVariant  *report);

G_END_DECLS
