/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where on its part of a sheet everything stands that a hand-over slip says. */
#pragma once

#include "lanyard-placement.h"
#include "lanyard-slip.h"

G_BEGIN_DECLS

/**
 * LanyardSlipSize:
 * @LANYARD_SLIP_SHEET: a slip has a sheet of its own
 * @LANYARD_SLIP_QUARTER: four are on a sheet
 */
typedef enum
{
  LANYARD_SLIP_SHEET,
  LANYARD_SLIP_QUARTER,
} LanyardSlipSize;

LanyardPlacement *lanyard_slip_lay_out (LanyardSlip     *slip,
                                        PangoContext    *context,
                                        double           width,
                                        double           height,
                                        LanyardSlipSize  size,
                                        gboolean         mirrored);

G_END_DECLS
