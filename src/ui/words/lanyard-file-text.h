/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a file could not be read or written, in words for people. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *lanyard_file_text (const GError *error);

G_END_DECLS
