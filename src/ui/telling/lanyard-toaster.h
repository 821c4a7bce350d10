/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells one thing after the other in toasts: which stay, which give way, and which come back. */
#pragma once

#include <adwaita.h>

#include "lanyard-batch.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_TOASTER (lanyard_toaster_get_type ())
G_DECLARE_FINAL_TYPE (LanyardToaster, lanyard_toaster, LANYARD, TOASTER, GObject)

LanyardToaster *lanyard_toaster_new        (AdwToastOverlay *overlay);
void            lanyard_toaster_tell       (LanyardToaster  *self,
                                            const char      *text);
void            lanyard_toaster_offer      (LanyardToaster  *self,
                                            const char      *text,
                                            const char      *label,
                                            const char      *action);
void            lanyard_toaster_take_back  (LanyardToaster  *self);
/* Its buttons activate "change.undo-entry", "change.retry-entry", "change.check-entry" and "go.show-credential". */
void            lanyard_toaster_tell_entry (LanyardToaster  *self,
                                            LanyardEntry    *entry,
                                            const char      *text);
/* Its buttons activate "change.undo-batch" and "change.retry-batch". */
void            lanyard_toaster_tell_batch (LanyardToaster  *self,
                                            LanyardBatch    *batch,
                                            const char      *text);
void            lanyard_toaster_clear      (LanyardToaster  *self);

G_END_DECLS
