/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seam-error.h"

G_DEFINE_QUARK (seam-error-quark, seam_error)
