/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a sign as a small picture. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-sign.h"

G_BEGIN_DECLS

void lanyard_sign_image_show (GtkImage    *image,
                              LanyardSign  sign,
                              const char  *text);

G_END_DECLS
