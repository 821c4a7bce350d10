/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other ways in which the number of a card is written. */
#pragma once

#include "lanyard-number-reading.h"

G_BEGIN_DECLS

char  *lanyard_forms_of_facility (guint                 facility,
                                  guint                 card);
char  *lanyard_forms_exact       (const LanyardReading *reading);
GStrv  lanyard_forms_list        (const LanyardReading *reading);
void   lanyard_forms_get_ends    (const LanyardReading *reading,
                                  guint32               ends[2]);
void   lanyard_forms_list_ends   (const LanyardReading *reading,
                                  GArray               *ends);

G_END_DECLS
