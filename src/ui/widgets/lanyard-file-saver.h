/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a file to save to, and saves: all of it, or nothing. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LanyardFileOption:
 * @label: what is chosen
 * @values: (array zero-terminated=1): what there is to choose from
 * @labels: (array zero-terminated=1): the same in words
 * @value: which of @values it is unless somebody says otherwise
 *
 * What is asked for in the same dialog as the file.
 */
typedef struct
{
  const char         *label;
  const char * const *values;
  const char * const *labels;
  const char         *value;
} LanyardFileOption;

/* @file and @value are the caller's; @value is %NULL where nothing but a file was asked for. */
typedef void (*LanyardFileChosen) (GFile      *file,
                                   const char *value,
                                   gpointer    user_data);

void lanyard_file_saver_choose (GtkWidget               *widget,
                                const char              *title,
                                const char              *name,
                                const LanyardFileOption *option,
                                LanyardFileChosen        chosen,
                                gpointer                 user_data,
                                GDestroyNotify           destroy);
void lanyard_file_saver_save   (GtkWidget               *widget,
                                GFile                   *file,
                                GBytes                  *bytes);

G_END_DECLS
