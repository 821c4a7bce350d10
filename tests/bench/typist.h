/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who types searches, a letter at a time, and how long each letter takes to show in the list. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-list.h"

G_BEGIN_DECLS

typedef struct _Typist Typist;

/* @entry is where @list is searched; both outlive it. */
Typist   *typist_new           (GtkEditable *entry,
                                LanyardList *list);
gboolean  typist_has_more      (Typist      *self);
void      typist_press_key     (Typist      *self);
/* A frame was painted. */
void      typist_see           (Typist      *self);
/* Whether it is time for the next key, or for the end. */
gboolean  typist_is_ready      (Typist      *self);
/* In milliseconds, of those keys that changed what is listed. */
GArray   *typist_get_latencies (Typist      *self);

G_END_DECLS
