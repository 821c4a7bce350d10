/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a record without a JSON tree; for lists. */
#pragma once

#include "seam-reader.h"
#include "seam-record.h"

G_BEGIN_DECLS

SeamRecord *seam_record_new_from_reader (GType       type,
                                         SeamReader *reader,
                                         SeamExtent  extent);

G_END_DECLS
