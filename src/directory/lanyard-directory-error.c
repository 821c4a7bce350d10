/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lanyard-directory.h"

G_DEFINE_QUARK (lanyard-directory-error-quark, lanyard_directory_error)
