/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a record out of an answer. */
#pragma once

#include "seam-reader.h"
#include "seam-record.h"

G_BEGIN_DECLS

SeamRecord *seam_record_new_from_reader (GType       type,
                                         SeamReader *reader,
                                         SeamExtent  extent);
gboolean    seam_record_was_told        (SeamRecord *self,
                                         const char *property);

G_END_DECLS
