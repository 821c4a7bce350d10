/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a file or a text can't be imported, in words for people. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *lanyard_sheet_error_text (const GError *error);

G_END_DECLS
