/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row with a PIN or a card number, masked until it is asked for; without one there is no row. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_SECRET_ROW (lanyard_secret_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSecretRow, lanyard_secret_row, LANYARD, SECRET_ROW, AdwActionRow)

/* Property "revealed" (gboolean): FALSE again when the row is no longer on show. */
void     lanyard_secret_row_set_texts    (LanyardSecretRow *self,
                                          const char       *show,
                                          const char       *hide,
                                          const char       *copy);
void     lanyard_secret_row_set_secret   (LanyardSecretRow *self,
                                          const char       *secret,
                                          const char       *masked);
void     lanyard_secret_row_set_brief    (LanyardSecretRow *self,
                                          gboolean          brief);
gboolean lanyard_secret_row_get_revealed (LanyardSecretRow *self);
void     lanyard_secret_row_set_revealed (LanyardSecretRow *self,
                                          gboolean          revealed);

G_END_DECLS
