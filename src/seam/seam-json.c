/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON text as json-glib's nodes, read by the rules and within the limits of the strict reader.
 *
 * json-glib's own parser takes comments and escapes that there aren't, nests without end before 1.10, cuts a text short
 * at a NUL, lets half a surrogate pair become invalid UTF-8, and makes -1 of a number that is too large. Where the reader
 * that lists are read with makes the nodes, one grammar holds for both: NUL and half a pair are U+FFFD, 1.0 is no whole
 * number, of a member that is there twice the last one counts, and a name that is written with escapes is none that
 * the API has. */
#include "seam-json.h"

#include "seam-reader.h"

static JsonNode *read_value (SeamReader *reader);

static JsonNode *
read_object (SeamReader *reader)
{
  g_autoptr (JsonObject) object = json_object_new ();
  SeamSlice name;

  seam_reader_enter (reader);
  while (seam_reader_next_member (reader, &name))
    {
      g_autofree char *text = g_utf8_make_valid (name.start, (gssize) name.size);
      JsonNode *value = read_value (reader);

      if (value != NULL)
        json_object_set_member (object, text, value);
    }
  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
read_array (SeamReader *reader)
{
  g_autoptr (JsonArray) array = json_array_new ();

  seam_reader_enter (reader);
  while (seam_reader_next_element (reader))
    {
      JsonNode *value = read_value (reader);

      if (value != NULL)
        json_array_add_element (array, value);
    }
  return json_node_init_array (json_node_alloc (), array);
}

/* What is written as a whole number is one, but for what would lose a digit or its sign. */
static JsonNode *
read_number (SeamReader *reader)
{
  SeamSlice slice = seam_reader_skip (reader);
  g_autofree char *text = g_strndup (slice.start, slice.size);
  gsize sign = *text == '-' ? 1 : 0;
  gsize n_digits = slice.size - sign;
  gboolean is_whole = n_digits <= SEAM_READER_MAX_DIGITS && strspn (text + sign, "0123456789") == n_digits;

  if (is_whole && !g_str_equal (text, "-0"))
    return json_node_init_int (json_node_alloc (), g_ascii_strtoll (text, NULL, 10));
  return json_node_init_double (json_node_alloc (), g_ascii_strtod (text, NULL));
}

static JsonNode *
read_string (SeamReader *reader)
{
  g_autofree char *text = seam_reader_read_string (reader);

  return text != NULL ? json_node_init_string (json_node_alloc (), text) : NULL;
}

/* NULL, or what is of no use, when the reader has failed. */
static JsonNode *
read_value (SeamReader *reader)
{
  switch (seam_reader_peek (reader))
    {
    case SEAM_TOKEN_OBJECT:
      return read_object (reader);
    case SEAM_TOKEN_ARRAY:
      return read_array (reader);
    case SEAM_TOKEN_STRING:
      return read_string (reader);
    case SEAM_TOKEN_NUMBER:
      return read_number (reader);
    case SEAM_TOKEN_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), seam_reader_read_boolean (reader));
    case SEAM_TOKEN_NULL:
      seam_reader_skip (reader);
      return json_node_init_null (json_node_alloc ());
    case SEAM_TOKEN_NONE:
    default:
      seam_reader_skip (reader);
      return NULL;
    }
}

/* seam_json_parse:
 * @text: (nullable): JSON
 * @size: its bytes
 *
 * Returns: (transfer full) (nullable): all that @text is, or %NULL when it isn't JSON or nests too deep */
JsonNode *
seam_json_parse (const char *text,
                 gsize       size)
{
  g_autoptr (JsonNode) node = NULL;
  SeamReader reader;

  seam_reader_init (&reader, text, size);
  node = read_value (&reader);
  return seam_reader_is_done (&reader) ? g_steal_pointer (&node) : NULL;
}

/* seam_json_print:
 * @object: an object
 *
 * Returns: (transfer full): its text */
char *
seam_json_print (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  return json_to_string (node, FALSE);
}

/* seam_json_dup_string:
 * @node: (nullable): a node, made by any parser
 *
 * Returns: (transfer full) (nullable): the string that @node is, in valid UTF-8; %NULL when it is something else */
char *
seam_json_dup_string (JsonNode *node)
{
  const char *text;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  text = json_node_get_string (node);
  return g_utf8_validate (text, -1, NULL) ? g_strdup (text) : g_utf8_make_valid (text, -1);
}

/* seam_json_dup_digits:
 * @node: (nullable): a node
 *
 * Returns: (transfer full) (nullable): the digits of the whole number that @node is; %NULL when it is something else */
char *
seam_json_dup_digits (JsonNode *node)
{
  g_autofree char *digits = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64
      || json_node_get_int (node) < 0)
    return NULL;
  digits = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return strlen (digits) <= SEAM_READER_MAX_DIGITS ? g_steal_pointer (&digits) : NULL;
}

/* seam_json_is_boolean:
 * @node: (nullable): a node
 *
 * Returns: whether it is true or false, and nothing else */
gboolean
seam_json_is_boolean (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
}
