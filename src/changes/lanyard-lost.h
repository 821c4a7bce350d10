/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has the credentials on the lists say that they are marked as lost. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-marks.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_LOST (lanyard_lost_get_type ())
G_DECLARE_FINAL_TYPE (LanyardLost, lanyard_lost, LANYARD, LOST, GObject)

LanyardLost *lanyard_lost_new (LanyardDirectory *directory,
                               LanyardMarks     *marks);

G_END_DECLS
