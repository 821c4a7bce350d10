/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns a right answer into a wrong one. */
#include "sandbox-spoil.h"

#include "sandbox-json.h"

#define DEPTH 100000

/* Walks over every member of @node and below, and replaces what @change gives something else for. */
typedef JsonNode *(* ChangeFunc) (const char *name,
                                  JsonNode   *value);

static void
change_members (JsonNode   *node,
                ChangeFunc  change)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        change_members (json_array_get_element (array, i), change);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr(GList) names = json_object_get_members (object);

      for (GList *l = names; l != NULL; l = l->next)
        {
          JsonNode *value = json_object_get_member (object, l->data);
          JsonNode *changed = change (l->data, value);

          if (changed != NULL)
            json_object_set_member (object, g_intern_string (l->data), changed);
          else
            change_members (value, change);
        }
    }
}

static void
change_body (SandboxCall *call,
             ChangeFunc   change)
{
  g_autoptr(JsonNode) root = json_from_string (call->body->str, NULL);
  g_autofree char *text = NULL;

  if (root == NULL)
    return;

  change_members (root, change);
  text = sandbox_json_from_node (root);
  g_string_assign (call->body, text);
}

static JsonNode *
change_type (const char *name,
             JsonNode   *value)
{
  if (JSON_NODE_HOLDS_ARRAY (value) && !g_str_has_prefix (name, "acs_"))
    return json_node_init_string (json_node_alloc (), "none");

  switch (json_node_get_value_type (value))
    {
    case G_TYPE_STRING:
      return json_node_init_int (json_node_alloc (), 7);
    case G_TYPE_BOOLEAN:
      return g_str_equal (name, "ok") ? NULL : json_node_init_string (json_node_alloc (), "yes");
    default:
      return NULL;
    }
}

/**
 * sandbox_spoil_types:
 * @call: an answered request
 *
 * Strings become numbers, booleans strings, lists strings.
 */
void
sandbox_spoil_types (SandboxCall *call)
{
  change_body (call, change_type);
}

static JsonNode *
change_to_null (const char *name,
                JsonNode   *value)
{
  if (JSON_NODE_HOLDS_OBJECT (value) || (JSON_NODE_HOLDS_ARRAY (value) && g_str_has_prefix (name, "acs_"))
      || g_str_has_suffix (name, "_id") || g_str_equal (name, "ok"))
    return NULL;

  return json_node_init_null (json_node_alloc ());
}

/**
 * sandbox_spoil_nulls:
 * @call: an answered request
 *
 * Every member but ids becomes null.
 */
void
sandbox_spoil_nulls (SandboxCall *call)
{
  change_body (call, change_to_null);
}

static JsonNode *
change_id (const char *name,
           JsonNode   *value)
{
  if (!g_str_equal (name, "acs_credential_id") && !g_str_equal (name, "acs_user_id"))
    return NULL;

  return json_node_init_string (json_node_alloc (), "755e6817-985f-4e2f-96b2-6f388456f19b");
}

/**
 * sandbox_spoil_ids:
 * @call: an answered request
 *
 * The answer is about another object, as in the vendor's guides.
 */
void
sandbox_spoil_ids (SandboxCall *call)
{
  change_body (call, change_id);
}

/**
 * sandbox_spoil_commas:
 * @call: an answered request
 *
 * Each object ends with a comma, as in the vendor's first guide.
 */
void
sandbox_spoil_commas (SandboxCall *call)
{
  g_autoptr(JsonNode) root = json_from_string (call->body->str, NULL);
  g_autofree char *text = NULL;

  if (root == NULL)
    return;

  /* Pretty-printed, an object's end stands on a line of its own; a string has no line breaks. */
  text = json_to_string (root, TRUE);
  g_string_assign (call->body, text);
  g_string_replace (call->body, "\n}", ",\n}", 0);
  for (guint depth = 1; depth < 6; depth++)
    {
      g_autofree char *indent = g_strnfill (2 * depth, ' ');
      g_autofree char *find = g_strconcat ("\n", indent, "}", NULL);
      g_autofree char *replacement = g_strconcat (",", find, NULL);

      g_string_replace (call->body, find, replacement, 0);
    }
}

/**
 * sandbox_spoil_row:
 * @call: an answered request
 *
 * In the middle of the list stands something that isn't an object.
 */
void
sandbox_spoil_row (SandboxCall *call)
{
  g_autoptr(JsonNode) root = json_from_string (call->body->str, NULL);
  g_autoptr(GList) names = NULL;
  g_autofree char *text = NULL;

  if (root == NULL)
    return;

  names = json_object_get_members (json_node_get_object (root));
  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonNode *value = json_object_get_member (json_node_get_object (root), l->data);
      g_autoptr(JsonArray) rows = NULL;
      JsonArray *list;

      if (!JSON_NODE_HOLDS_ARRAY (value))
        continue;

      list = json_node_get_array (value);
      rows = json_array_new ();
      for (guint i = 0; i < json_array_get_length (list); i++)
        {
          if (i == json_array_get_length (list) / 2)
            json_array_add_int_element (rows, 42);
          else
            json_array_add_element (rows, json_array_dup_element (list, i));
        }
      json_node_set_array (value, rows);
    }

  text = sandbox_json_from_node (root);
  g_string_assign (call->body, text);
}

/**
 * sandbox_spoil_cursor:
 * @call: an answered request
 *
 * There is always a next page, and its cursor is always the same one.
 */
void
sandbox_spoil_cursor (SandboxCall *call)
{
  g_autoptr(JsonNode) root = json_from_string (call->body->str, NULL);
  g_autofree char *text = NULL;
  const char *cursor;
  JsonObject *pagination;

  if (root == NULL || !json_object_has_member (json_node_get_object (root), "pagination"))
    return;

  pagination = json_object_get_object_member (json_node_get_object (root), "pagination");
  cursor = json_object_get_string_member_with_default (call->params, "page_cursor", NULL);
  if (cursor == NULL)
    cursor = json_object_get_string_member_with_default (pagination, "next_page_cursor", NULL);

  json_object_set_boolean_member (pagination, "has_next_page", TRUE);
  json_object_set_string_member (pagination, "next_page_cursor", cursor != NULL ? cursor : "again");
  text = sandbox_json_from_node (root);
  g_string_assign (call->body, text);
}

/**
 * sandbox_spoil_pagination:
 * @call: an answered request
 *
 * The page doesn't say whether there is another.
 */
void
sandbox_spoil_pagination (SandboxCall *call)
{
  g_autoptr(JsonNode) root = json_from_string (call->body->str, NULL);
  g_autofree char *text = NULL;

  if (root == NULL)
    return;

  json_object_remove_member (json_node_get_object (root), "pagination");
  text = sandbox_json_from_node (root);
  g_string_assign (call->body, text);
}

static JsonNode *
change_ok (const char *name,
           JsonNode   *value)
{
  return g_str_equal (name, "ok") ? json_node_init_boolean (json_node_alloc (), FALSE) : NULL;
}

/**
 * sandbox_spoil_ok:
 * @call: an answered request
 *
 * The answer says "ok": false, with the status of success.
 */
void
sandbox_spoil_ok (SandboxCall *call)
{
  change_body (call, change_ok);
}

/**
 * sandbox_spoil_text:
 * @call: an answered request
 *
 * Names hold bytes that are not UTF-8.
 */
void
sandbox_spoil_text (SandboxCall *call)
{
  g_string_replace (call->body, "\"display_name\":\"", "\"display_name\":\"\xff\xfe\x80", 0);
}

/**
 * sandbox_spoil_with_garbage:
 * @call: an answered request
 *
 * The body is no JSON at all, though it says so.
 */
void
sandbox_spoil_with_garbage (SandboxCall *call)
{
  g_string_truncate (call->body, 0);
  for (guint i = 0; i < 512; i++)
    g_string_append_c (call->body, (char) (i * 37 + 11));
}

/**
 * sandbox_spoil_with_depth:
 * @call: an answered request
 *
 * The body is valid JSON, nested more deeply than a recursive reader's stack may bear.
 */
void
sandbox_spoil_with_depth (SandboxCall *call)
{
  g_autofree char *opening = g_strnfill (DEPTH, '[');
  g_autofree char *closing = g_strnfill (DEPTH, ']');

  g_string_printf (call->body, "{\"deep\":%s%s,\"ok\":true}", opening, closing);
}

/**
 * sandbox_spoil_with_size:
 * @call: an answered request
 * @mebibytes: how large
 *
 * The body is valid JSON, and huge.
 */
void
sandbox_spoil_with_size (SandboxCall *call,
                         gsize        mebibytes)
{
  g_autofree char *padding = g_strnfill (mebibytes << 20, 'x');

  g_string_truncate (call->body, call->body->len - 1);
  g_string_append (call->body, ",\"padding\":\"");
  g_string_append_len (call->body, padding, (gssize) (mebibytes << 20));
  g_string_append (call->body, "\"}");
}
