/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the measuring programs have in common: times, memory, and how long the main loop was away. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double probe_now              (void);
double probe_processor_now    (void);
double probe_resident         (void);
void   probe_watch_main_loop  (GSourceFunc before_waiting,
                               gpointer    user_data);
void   probe_begin            (void);
void   probe_print_busy       (const char *prefix);
void   probe_summarize        (GArray     *array,
                               double     *median,
                               double     *maximum);
void   probe_print            (const char *name,
                               double      value);

G_END_DECLS
