/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked before going on: the few things that a toast can't carry. */
#pragma once

#include <adwaita.h>

#include "lanyard-connection.h"
#include "lanyard-entry.h"
#include "seam.h"

G_BEGIN_DECLS

/* Each is on show when it is returned, and emits "response" with: */
/* "take", "cancel" */
AdwMessageDialog *lanyard_question_take      (GtkWindow         *parent,
                                              SeamCredential    *credential,
                                              SeamUser          *user,
                                              SeamUser          *holder);
/* "unassign", "cancel" */
AdwMessageDialog *lanyard_question_unassign_all
                                             (GtkWindow         *parent,
                                              SeamUser          *user,
                                              GPtrArray         *credentials,
                                              GPtrArray         *busy);
/* "retry", "give-back", "close" */
AdwMessageDialog *lanyard_question_half_done (GtkWindow         *parent,
                                              LanyardEntry      *entry,
                                              const char        *text);
/* "retry", "waive", "close" */
AdwMessageDialog *lanyard_question_record    (GtkWindow         *parent,
                                              const GError      *error);
/* "sign-out", "cancel" */
AdwMessageDialog *lanyard_question_sign_out  (GtkWindow         *parent,
                                              LanyardConnection *connection);

G_END_DECLS
