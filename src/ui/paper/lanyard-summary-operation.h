/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints a summary of the activity. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-summary.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SUMMARY_OPERATION (lanyard_summary_operation_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSummaryOperation, lanyard_summary_operation, LANYARD, SUMMARY_OPERATION, GtkPrintOperation)

GtkPrintOperation *lanyard_summary_operation_new (LanyardSummary *summary);

G_END_DECLS
