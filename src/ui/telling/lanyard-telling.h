/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something to be told: in which words, with which button, and for how long. */
#pragma once

#include "lanyard-batch.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_TELLING (lanyard_telling_get_type ())
G_DECLARE_FINAL_TYPE (LanyardTelling, lanyard_telling, LANYARD, TELLING, GObject)

LanyardTelling *lanyard_telling_new         (const char     *text,
                                             const char     *label,
                                             const char     *action);
LanyardTelling *lanyard_telling_new_about   (LanyardEntry   *entry,
                                             const char     *text);
LanyardTelling *lanyard_telling_new_of      (LanyardBatch   *batch,
                                             const char     *text);
const char     *lanyard_telling_get_text    (LanyardTelling *self);
guint           lanyard_telling_get_timeout (LanyardTelling *self);
const char     *lanyard_telling_get_button  (LanyardTelling *self,
                                             char          **action);
LanyardEntry   *lanyard_telling_get_entry   (LanyardTelling *self);
LanyardBatch   *lanyard_telling_get_batch   (LanyardTelling *self);
gboolean        lanyard_telling_is_same     (LanyardTelling *self,
                                             LanyardTelling *other);
gboolean        lanyard_telling_is_passing  (LanyardTelling *self);

G_END_DECLS
