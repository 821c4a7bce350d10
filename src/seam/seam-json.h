/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON text as json-glib's nodes, read by the rules and within the limits of the strict reader. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *seam_json_parse       (const char *text,
                                 gsize       size);
char     *seam_json_print       (JsonObject *object);
char     *seam_json_dup_string  (JsonNode   *node);
char     *seam_json_dup_digits  (JsonNode   *node);
gboolean  seam_json_is_boolean  (JsonNode   *node);

G_END_DECLS
