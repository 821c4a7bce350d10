/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Appends JSON to a string: a page of 500 objects is written per request, without building a tree first. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define SANDBOX_SECOND ((gint64) G_USEC_PER_SEC)
#define SANDBOX_MINUTE (60 * SANDBOX_SECOND)
#define SANDBOX_HOUR (60 * SANDBOX_MINUTE)
#define SANDBOX_DAY (24 * SANDBOX_HOUR)

void  sandbox_json_append_quoted  (GString    *json,
                                   const char *value);
void  sandbox_json_append_string  (GString    *json,
                                   const char *name,
                                   const char *value);
void  sandbox_json_append_boolean (GString    *json,
                                   const char *name,
                                   gboolean    value);
void  sandbox_json_append_time    (GString    *json,
                                   const char *name,
                                   gint64      time);
void  sandbox_json_append_raw     (GString    *json,
                                   const char *name,
                                   const char *value);
char *sandbox_json_from_object    (JsonObject *object);
char *sandbox_json_from_node      (JsonNode   *node);

G_END_DECLS
