/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Appends JSON to a string: a page of 500 objects is written per request, without building a tree first. */
#include "sandbox-json.h"

#include <time.h>

/**
 * sandbox_json_append_quoted:
 * @json: what to append to
 * @value: UTF-8 text
 *
 * Appends @value as a JSON string.
 */
void
sandbox_json_append_quoted (GString    *json,
                            const char *value)
{
  static const char hex[] = "0123456789abcdef";
  const char *p = value;

  g_string_append_c (json, '"');

  while (TRUE)
    {
      const char *start = p;
      guchar c;

      while ((guchar) *p >= 0x20 && *p != '"' && *p != '\\')
        p++;

      g_string_append_len (json, start, p - start);
      if (*p == '\0')
        break;

      c = (guchar) *p++;
      if (c >= 0x20)
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, (char) c);
        }
      else
        {
          g_string_append (json, "\\u00");
          g_string_append_c (json, hex[c >> 4]);
          g_string_append_c (json, hex[c & 15]);
        }
    }

  g_string_append_c (json, '"');
}

static void
append_name (GString    *json,
             const char *name)
{
  if (json->len > 0 && json->str[json->len - 1] != '{' && json->str[json->len - 1] != ',')
    g_string_append_c (json, ',');

  g_string_append_c (json, '"');
  g_string_append (json, name);
  g_string_append (json, "\":");
}

/**
 * sandbox_json_append_string:
 * @json: what to append to
 * @name: the member's name, plain ASCII
 * @value: (nullable): its value; %NULL appends nothing
 *
 * Appends a member, with a comma before it where one is needed.
 */
void
sandbox_json_append_string (GString    *json,
                            const char *name,
                            const char *value)
{
  if (value == NULL)
    return;

  append_name (json, name);
  sandbox_json_append_quoted (json, value);
}

/**
 * sandbox_json_append_boolean:
 * @json: what to append to
 * @name: the member's name
 * @value: its value
 *
 * Appends a member.
 */
void
sandbox_json_append_boolean (GString    *json,
                             const char *name,
                             gboolean    value)
{
  append_name (json, name);
  g_string_append (json, value ? "true" : "false");
}

static void
append_digits (GString *json,
               guint    value,
               guint    n_digits)
{
  char digits[10];

  for (guint i = n_digits; i > 0; i--)
    {
      digits[i - 1] = (char) ('0' + value % 10);
      value /= 10;
    }

  g_string_append_len (json, digits, n_digits);
}

/**
 * sandbox_json_append_time:
 * @json: what to append to
 * @name: the member's name
 * @time: microseconds since 1970, UTC
 *
 * Appends a member as the API writes times: ISO 8601 in UTC, with milliseconds and a Z.
 */
void
sandbox_json_append_time (GString    *json,
                          const char *name,
                          gint64      time)
{
  time_t seconds = (time_t) (time / G_USEC_PER_SEC);
  struct tm utc;

  gmtime_r (&seconds, &utc);
  append_name (json, name);
  g_string_append_c (json, '"');
  append_digits (json, (guint) utc.tm_year + 1900, 4);
  g_string_append_c (json, '-');
  append_digits (json, (guint) utc.tm_mon + 1, 2);
  g_string_append_c (json, '-');
  append_digits (json, (guint) utc.tm_mday, 2);
  g_string_append_c (json, 'T');
  append_digits (json, (guint) utc.tm_hour, 2);
  g_string_append_c (json, ':');
  append_digits (json, (guint) utc.tm_min, 2);
  g_string_append_c (json, ':');
  append_digits (json, (guint) utc.tm_sec, 2);
  g_string_append_c (json, '.');
  append_digits (json, (guint) (time % G_USEC_PER_SEC) / 1000, 3);
  g_string_append (json, "Z\"");
}

/**
 * sandbox_json_append_raw:
 * @json: what to append to
 * @name: the member's name
 * @value: JSON
 *
 * Appends a member whose value is JSON already.
 */
void
sandbox_json_append_raw (GString    *json,
                         const char *name,
                         const char *value)
{
  append_name (json, name);
  g_string_append (json, value);
}

/**
 * sandbox_json_from_node:
 * @node: JSON
 *
 * Returns: (transfer full): @node as text
 */
char *
sandbox_json_from_node (JsonNode *node)
{
  return json_to_string (node, FALSE);
}

/**
 * sandbox_json_from_object:
 * @object: a JSON object
 *
 * Returns: (transfer full): @object as text
 */
char *
sandbox_json_from_object (JsonObject *object)
{
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), object);

  return json_to_string (node, FALSE);
}
