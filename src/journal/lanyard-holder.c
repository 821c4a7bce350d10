/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has a credential, as an entry's before and after have it: a JSON object with an id and a name. */
#include "lanyard-holder.h"

#include <json-glib/json-glib.h>

/**
 * lanyard_holder_write:
 * @id: (nullable): the user's id; %NULL for nobody
 * @name: (nullable): the user's name; %NULL when it is not known
 *
 * That nobody has it is an id of null, so that it differs from nothing being known.
 *
 * Returns: (transfer full): a JSON object
 */
char *
lanyard_holder_write (const char *id,
                      const char *name)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_alloc ();

  if (id != NULL)
    json_object_set_string_member (object, LANYARD_HOLDER_ID, id);
  else
    json_object_set_null_member (object, LANYARD_HOLDER_ID);
  if (name != NULL)
    json_object_set_string_member (object, LANYARD_HOLDER_NAME, name);
  json_node_init_object (node, object);
  return json_to_string (node, FALSE);
}

static char *
dup_member (JsonObject *object,
            const char *name)
{
  JsonNode *member = json_object_get_member (object, name);

  return member != NULL && json_node_get_value_type (member) == G_TYPE_STRING ? json_node_dup_string (member) : NULL;
}

/**
 * lanyard_holder_read:
 * @json: (nullable): what lanyard_holder_write() has made, or any other JSON
 * @id: (out) (nullable): the user's id; %NULL for none
 * @name: (out) (nullable): the user's name; %NULL for none
 */
void
lanyard_holder_read (const char *json,
                     char      **id,
                     char      **name)
{
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  *id = object != NULL ? dup_member (object, LANYARD_HOLDER_ID) : NULL;
  *name = object != NULL ? dup_member (object, LANYARD_HOLDER_NAME) : NULL;
}
