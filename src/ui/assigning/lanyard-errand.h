/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change on its way. It keeps the application running, not the window: whoever closes the window does not stop what
 * was sent. */
#pragma once

#include "lanyard-batch.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ERRAND (lanyard_errand_get_type ())
G_DECLARE_FINAL_TYPE (LanyardErrand, lanyard_errand, LANYARD, ERRAND, GObject)

LanyardErrand *lanyard_errand_new                       (gpointer          sender,
                                                         GApplication     *application,
                                                         LanyardEntry     *entry);
gpointer       lanyard_errand_dup_sender                (LanyardErrand    *self);
LanyardEntry  *lanyard_errand_get_entry                 (LanyardErrand    *self);
char          *lanyard_errand_tell_from_elsewhere       (LanyardErrand    *self,
                                                         LanyardDirectory *directory,
                                                         LanyardEntry     *entry,
                                                         const GError     *error);
char          *lanyard_errand_tell_batch_from_elsewhere (LanyardErrand    *self,
                                                         LanyardBatch     *batch);

G_END_DECLS
