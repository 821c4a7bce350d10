/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be chosen for a user or a credential, and which of it is meant by what was typed. */
#pragma once

#include <gio/gio.h>

#include "seam.h"

G_BEGIN_DECLS

gboolean lanyard_choice_fits      (SeamRecord *record,
                                   SeamRecord *for_record);
guint    lanyard_choice_find      (GListModel *rows,
                                   const char *text,
                                   gboolean    complete);

G_END_DECLS
