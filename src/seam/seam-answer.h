/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an HTTP answer says: an object, or an error. */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

JsonNode *seam_answer_parse    (GBytes             *body,
                                GError            **error);
GError   *seam_answer_to_error (guint               status,
                                SoupMessageHeaders *headers,
                                GBytes             *body,
                                const char         *secret);

G_END_DECLS
