/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a page of records into the lists: what those look at is made on a worker. */
#pragma once

#include "lanyard-holdings.h"
#include "lanyard-system-reading.h"

G_BEGIN_DECLS

typedef void (*LanyardTakenFunc) (LanyardSystemReading *reading,
                                  gpointer              user_data);

void lanyard_page_take (LanyardHoldings      *holdings,
                        LanyardSystemReading *reading,
                        GPtrArray            *records,
                        LanyardTakenFunc      func,
                        gpointer              user_data);

G_END_DECLS
