/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the directory alone does with its finder. */
#pragma once

#include "lanyard-directory.h"

G_BEGIN_DECLS

LanyardFinder *lanyard_finder_new (LanyardDirectory *directory);

G_END_DECLS
