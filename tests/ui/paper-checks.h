/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the test of paper looks at: that nothing runs into anything else, and what a PDF says. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-placement.h"

G_BEGIN_DECLS

PangoContext *paper_get_context     (void);
void          paper_assert_apart    (LanyardPlacement  *placement,
                                     double             width,
                                     double             height);

/* Whether a PDF can be read back; if not, the test is skipped. */
gboolean      paper_can_read        (void);
char         *paper_export          (GtkPrintOperation *operation,
                                     const char        *paper,
                                     const char        *name,
                                     int                n_pages);
void          paper_assert_says     (const char        *text,
                                     const char        *part);
void          paper_assert_says_not (const char        *text,
                                     const char        *part);

G_END_DECLS
