/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an HTTP answer says: an object, or an error. */
#pragma once

#include <libsoup/soup.h>

#include "seam-record.h"

G_BEGIN_DECLS

gboolean seam_answer_read     (GBytes              *body,
                               GType                type,
                               const char          *member,
                               SeamExtent           extent,
                               SeamRecord         **record,
                               GError             **error);
GError  *seam_answer_to_error (guint                status,
                               SoupMessageHeaders  *headers,
                               GBytes              *body,
                               const char          *secret);

G_END_DECLS
