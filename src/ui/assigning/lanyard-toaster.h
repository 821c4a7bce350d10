/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of an operation, said in toasts: which ones stay, which give way, and the button on each. */
#pragma once

#include <adwaita.h>

#include "lanyard-entry.h"

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
/* Its buttons activate "change.undo-entry", "change.retry-entry" and "change.check-entry". */
void            lanyard_toaster_tell_entry (LanyardToaster  *self,
                                            LanyardEntry    *entry,
                                            const char      *text);
void            lanyard_toaster_clear      (LanyardToaster  *self);

G_END_DECLS
