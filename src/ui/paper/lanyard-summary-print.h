/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints a summary of the activity. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-directory.h"
#include "lanyard-journal.h"

G_BEGIN_DECLS

void lanyard_summary_print (GtkWindow                *parent,
                            LanyardDirectory         *directory,
                            LanyardJournal           *journal,
                            const LanyardEntryFilter *filter,
                            const char               *scope);

G_END_DECLS
