/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Presents a question so that a screen reader reads it out. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void lanyard_dialog_present (AdwMessageDialog *dialog);

G_END_DECLS
