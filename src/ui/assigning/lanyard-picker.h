/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which a credential is chosen for a user, or a user for a credential. */
#pragma once

#include <adwaita.h>

#include "lanyard-directory.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PICKER (lanyard_picker_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPicker, lanyard_picker, LANYARD, PICKER, AdwWindow)

/* Modal; give it a transient parent that has the action change.assign, and present it. */
GtkWidget *lanyard_picker_new     (LanyardDirectory *directory,
                                   SeamRecord       *for_record);
void       lanyard_picker_scanned (LanyardPicker    *self,
                                   const char       *number);
void       lanyard_picker_resume  (LanyardPicker    *self);

G_END_DECLS
