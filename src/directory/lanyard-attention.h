/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules for what needs somebody's attention, and for what is assigned. */
#pragma once

#include "seam.h"

G_BEGIN_DECLS

/* From when until when something needs attention; never, when the one isn't before the other. */
typedef struct
{
  gint64 from;
  gint64 until;
} LanyardAttention;

LanyardAttention lanyard_record_get_attention     (SeamRecord       *record);
gboolean         lanyard_attention_is_due         (LanyardAttention  attention,
                                                   gint64            now);
gboolean         lanyard_record_needs_attention   (SeamRecord       *record);
gboolean         lanyard_problem_needs_attention  (SeamRecord       *record,
                                                   SeamProblem      *problem);
SeamProblem     *lanyard_record_get_worst_problem (SeamRecord       *record,
                                                   gboolean         *is_error);
gboolean         lanyard_record_is_being_deleted  (SeamRecord       *record);
void             lanyard_credential_note_sync     (SeamCredential   *credential);
gboolean         lanyard_record_is_assigned       (SeamRecord       *record);

G_END_DECLS
