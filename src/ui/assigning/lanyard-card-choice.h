/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks which of several cards is meant, when a number does not tell. */
#pragma once

#include <adwaita.h>

#include "lanyard-directory.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CARD_CHOICE (lanyard_card_choice_get_type ())
G_DECLARE_FINAL_TYPE (LanyardCardChoice, lanyard_card_choice, LANYARD, CARD_CHOICE, AdwMessageDialog)

/* Signal "chosen" (SeamCredential): after which the dialog closes. */
GtkWidget *lanyard_card_choice_new (GtkWindow        *parent,
                                    LanyardDirectory *directory,
                                    const char       *number,
                                    GPtrArray        *credentials,
                                    gboolean          exact);

G_END_DECLS
