/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a file to save to, and saves: all of it, or nothing. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @file is the caller's. */
typedef void (*LanyardFileChosen) (GFile    *file,
                                   gpointer  user_data);

void lanyard_file_saver_choose (GtkWidget         *widget,
                                const char        *title,
                                const char        *name,
                                LanyardFileChosen  chosen,
                                gpointer           user_data,
                                GDestroyNotify     destroy);
void lanyard_file_saver_save   (GtkWidget         *widget,
                                GFile             *file,
                                GBytes            *bytes);

G_END_DECLS
