/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints hand-over slips: a sheet each, or four on a sheet. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-slip-layout.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SLIP_OPERATION (lanyard_slip_operation_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSlipOperation, lanyard_slip_operation, LANYARD, SLIP_OPERATION, GtkPrintOperation)

GtkPrintOperation *lanyard_slip_operation_new      (GPtrArray            *slips);
void               lanyard_slip_operation_set_size (LanyardSlipOperation *self,
                                                    LanyardSlipSize       size);

G_END_DECLS
