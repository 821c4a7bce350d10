/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows the print dialog for something, and tells when it could not be printed. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lanyard_print_run (GtkPrintOperation *operation,
                        GtkWindow         *parent);

G_END_DECLS
