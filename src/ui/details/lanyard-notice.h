/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that the page of a user or a credential has to say above all else: how bad it is, a title, and more. */
#pragma once

#include "lanyard-sign.h"
#include "seam.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_NOTICE (lanyard_notice_get_type ())
G_DECLARE_FINAL_TYPE (LanyardNotice, lanyard_notice, LANYARD, NOTICE, GObject)

LanyardNotice *lanyard_notice_new            (LanyardSign    sign,
                                              const char    *title,
                                              const char    *text);
LanyardSign    lanyard_notice_get_sign       (LanyardNotice *self);
const char    *lanyard_notice_get_title      (LanyardNotice *self);
const char    *lanyard_notice_get_text       (LanyardNotice *self);
GVariant      *lanyard_notice_get_report     (LanyardNotice *self);
const char    *lanyard_notice_get_label      (LanyardNotice *self);
const char    *lanyard_notice_get_action     (LanyardNotice *self);

/* Lists of them. */
void           lanyard_notices_append        (GListStore    *notices,
                                              LanyardSign    sign,
                                              const char    *title,
                                              const char    *text);
void           lanyard_notices_append_offer  (GListStore    *notices,
                                              LanyardSign    sign,
                                              const char    *title,
                                              const char    *text,
                                              const char    *label,
                                              const char    *action);
void           lanyard_notices_append_record (GListStore    *notices,
                                              SeamRecord    *record,
                                              GListModel    *credentials);
gboolean       lanyard_notices_are_same      (GListModel    *some,
                                              GListModel    *others);

G_END_DECLS
