/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked about a credential that is marked as lost. */
#pragma once

#include <adwaita.h>

#include "lanyard-directory.h"
#include "lanyard-entry.h"
#include "lanyard-mark.h"

G_BEGIN_DECLS

AdwMessageDialog *lanyard_lost_question_assign      (GtkWindow         *parent,
                                                     SeamCredential    *credential,
                                                     const LanyardMark *mark);
AdwMessageDialog *lanyard_lost_question_still_held  (GtkWindow         *parent,
                                                     LanyardEntry      *unassign,
                                                     LanyardEntry      *assign);

G_END_DECLS
