/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records and changes as calls of the vendor's command line, seam. */
#pragma once

#include "lanyard-change.h"

G_BEGIN_DECLS

char *lanyard_command_text_of_records (GPtrArray *records);
char *lanyard_command_text_of_changes (GPtrArray *changes);

G_END_DECLS
