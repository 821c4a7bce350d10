/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what is to be done with a card that was scanned while a user's page was open. */
#pragma once

#include <adwaita.h>

#include "lanyard-number.h"
#include "seam.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SCAN_QUESTION (lanyard_scan_question_get_type ())
G_DECLARE_FINAL_TYPE (LanyardScanQuestion, lanyard_scan_question, LANYARD, SCAN_QUESTION, AdwMessageDialog)

GtkWidget *lanyard_scan_question_new  (GtkWindow           *parent,
                                       SeamCredential      *credential,
                                       SeamUser            *user,
                                       LanyardNumber       *number);
gboolean   lanyard_scan_question_take (LanyardScanQuestion *self,
                                       LanyardNumber       *number);

G_END_DECLS
