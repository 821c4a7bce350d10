/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page in place of a view that could not be had: what happened, and the buttons for what can be done. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-error-text.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_TROUBLE_PAGE (lanyard_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardTroublePage, lanyard_trouble_page, LANYARD, TROUBLE_PAGE, GtkWidget)

/* It activates "session.retry" and "session.change-connection". */
void lanyard_trouble_page_set_trouble (LanyardTroublePage   *self,
                                       const LanyardTrouble *trouble);

G_END_DECLS
