/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How records are made: by their classes, and by what reads them. */
#pragma once

#include "seam-field.h"

G_BEGIN_DECLS

void        seam_record_class_set_fields    (SeamRecordClass       *klass,
                                             const SeamField       *fields,
                                             guint                  n_fields,
                                             guint                  first_id);
GParamSpec *seam_record_class_find_member   (SeamRecordClass       *klass,
                                             const char            *name);
void        seam_record_init_serializable   (JsonSerializableIface *iface);

SeamRecord *seam_record_new_from_reader     (GType                  type,
                                             SeamReader            *reader,
                                             SeamExtent             extent);

/* While it is being read. */
void        seam_record_set_extent          (SeamRecord            *self,
                                             SeamExtent             extent);
void        seam_record_take_id             (SeamRecord            *self,
                                             char                  *id);
void        seam_record_note                (SeamRecord            *self,
                                             guint                  i,
                                             gboolean               told);
void        seam_record_settle              (SeamRecord            *self);

gboolean    seam_record_is_told             (SeamRecord            *self,
                                             guint                  i);
gboolean    seam_record_was_told            (SeamRecord            *self,
                                             const char            *property);
gboolean    seam_record_is_called_otherwise (SeamRecord            *self);

G_END_DECLS
