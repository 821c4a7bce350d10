/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which credentials of a workspace were lost, as the journal has it. */
#pragma once

#include "lanyard-journal.h"
#include "lanyard-mark.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_MARKS (lanyard_marks_get_type ())
G_DECLARE_FINAL_TYPE (LanyardMarks, lanyard_marks, LANYARD, MARKS, GObject)

/* Signals: "changed": something else is lost, or found, than before; "failed" (GError): they can't be read. */
LanyardMarks      *lanyard_marks_new          (LanyardJournal      *journal);
void               lanyard_marks_load         (LanyardMarks        *self,
                                               const char          *workspace_id);
gboolean           lanyard_marks_is_lost      (LanyardMarks        *self,
                                               const char          *credential_id);
const LanyardMark *lanyard_marks_look_up      (LanyardMarks        *self,
                                               const char          *credential_id);
GList             *lanyard_marks_list         (LanyardMarks        *self);

/* Writes them down, in place of what was said of their credentials before, and in the activity. */
void               lanyard_marks_write_async  (LanyardMarks        *self,
                                               GPtrArray           *marks,
                                               GPtrArray           *entries,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean           lanyard_marks_write_finish (LanyardMarks        *self,
                                               GAsyncResult        *result,
                                               GError             **error);

G_END_DECLS
