/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what a page shows still exists. */
#pragma once

#include "lanyard-directory.h"

G_BEGIN_DECLS

/**
 * LanyardPresence:
 * @LANYARD_PRESENCE_HERE: all can be done with it
 * @LANYARD_PRESENCE_LEAVING: the access system is deleting it
 * @LANYARD_PRESENCE_GONE: it is no longer in the workspace
 */
typedef enum
{
  LANYARD_PRESENCE_HERE,
  LANYARD_PRESENCE_LEAVING,
  LANYARD_PRESENCE_GONE,
} LanyardPresence;

LanyardPresence lanyard_presence_of (LanyardDirectory *directory,
                                     SeamRecord       *record);

G_END_DECLS
