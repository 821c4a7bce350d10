/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record out of and into json-glib's nodes, by its table of fields. */
#include "seam-record-private.h"

#include "seam-error.h"
#include "seam-json.h"

/* The name of @field in the object @outer; NULL when it isn't in that. */
static const char *
name_in (const SeamField *field,
         const char      *outer)
{
  gboolean is_in = field->outer_size > 0 && strlen (outer) == field->outer_size
                   && strncmp (field->member, outer, field->outer_size) == 0;

  return is_in ? field->name : NULL;
}

static GParamSpec *
find_property (JsonSerializable *serializable,
               const char       *name)
{
  return seam_record_class_find_member (SEAM_RECORD_GET_CLASS (serializable), name);
}

static GParamSpec **
list_properties (JsonSerializable *serializable,
                 guint            *n)
{
  SeamRecordClass *klass = SEAM_RECORD_GET_CLASS (serializable);

  *n = klass->n_members;
  return g_memdup2 (klass->members, klass->n_members * sizeof *klass->members);
}

/* The node itself, for as long as the member is being set. */
static gboolean
deserialize_property (JsonSerializable *serializable,
                      const char       *name,
                      GValue           *value,
                      GParamSpec       *pspec,
                      JsonNode         *node)
{
  g_value_set_static_boxed (value, node);
  return TRUE;
}

/* Of a member that is an object, or should be one: all of its own members. */
static void
read_inner (SeamRecord *self,
            guint       i,
            const char *name,
            JsonNode   *node)
{
  const SeamField *field = &SEAM_RECORD_GET_CLASS (self)->fields[i];
  JsonNode *inner = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), name) : NULL;

  seam_field_clear (field, self);
  seam_record_note (self, i, inner != NULL ? seam_field_read_node (field, self, inner) : JSON_NODE_HOLDS_NULL (node));
}

static void
set_property (JsonSerializable *serializable,
              GParamSpec       *pspec,
              const GValue     *value)
{
  SeamRecord *self = SEAM_RECORD (serializable);
  SeamRecordClass *klass = SEAM_RECORD_GET_CLASS (self);
  const char *member = g_param_spec_get_nick (pspec);
  JsonNode *node = g_value_get_boxed (value);

  if (g_str_equal (member, klass->id_member))
    seam_record_take_id (self, seam_json_dup_string (node));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *inner = name_in (&klass->fields[i], member);

      if (inner != NULL)
        read_inner (self, i, inner, node);
      else if (g_str_equal (klass->fields[i].member, member))
        seam_record_note (self, i, seam_field_read_node (&klass->fields[i], self, node));
    }
}

static JsonNode *
write_field (SeamRecord *self,
             guint       i)
{
  SeamRecordClass *klass = SEAM_RECORD_GET_CLASS (self);

  if (i == klass->name_field && seam_record_is_called_otherwise (self))
    return json_node_init_null (json_node_alloc ());
  return seam_field_write_node (&klass->fields[i], self);
}

/* Of a member that is an object: what was told of its own members; NULL when nothing was. */
static JsonNode *
write_inner (SeamRecord *self,
             const char *outer)
{
  SeamRecordClass *klass = SEAM_RECORD_GET_CLASS (self);
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *name = name_in (&klass->fields[i], outer);

      if (name != NULL && seam_record_is_told (self, i))
        json_object_set_member (object, name, write_field (self, i));
    }
  return json_object_get_size (object) > 0 ? json_node_init_object (json_node_alloc (), object) : NULL;
}

/* NULL when it wasn't told of. */
static JsonNode *
write_member (SeamRecord *self,
              const char *member)
{
  SeamRecordClass *klass = SEAM_RECORD_GET_CLASS (self);

  if (g_str_equal (member, klass->id_member))
    return seam_record_get_id (self) != NULL ? json_node_init_string (json_node_alloc (), seam_record_get_id (self))
                                             : NULL;
  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].member, member))
      return seam_record_is_told (self, i) ? write_field (self, i) : NULL;
  return write_inner (self, member);
}

static void
get_property (JsonSerializable *serializable,
              GParamSpec       *pspec,
              GValue           *value)
{
  seam_record_settle (SEAM_RECORD (serializable));
  g_value_take_boxed (value, write_member (SEAM_RECORD (serializable), g_param_spec_get_nick (pspec)));
}

static JsonNode *
serialize_property (JsonSerializable *serializable,
                    const char       *name,
                    const GValue     *value,
                    GParamSpec       *pspec)
{
  return g_value_dup_boxed (value);
}

/* seam_record_init_serializable:
 * @iface: json-glib's interface, of one of the subclasses
 *
 * What a server sends can set the fields of the table and nothing else. */
void
seam_record_init_serializable (JsonSerializableIface *iface)
{
  iface->find_property = find_property;
  iface->list_properties = list_properties;
  iface->deserialize_property = deserialize_property;
  iface->set_property = set_property;
  iface->get_property = get_property;
  iface->serialize_property = serialize_property;
}

/**
 * seam_record_new_from_node:
 * @type: which of the subclasses
 * @node: one object of the API
 * @extent: whether it is all that the server has
 * @error: return location
 *
 * Reads a record; may be called on any thread. Members that are of a wrong type are unset, unknown ones are ignored:
 * the vendor's own examples leave out members that its schema requires.
 *
 * This is json_gobject_deserialize() and the question for an id, which that doesn't ask. What that makes is whole.
 *
 * Returns: (transfer full): the record, or %NULL with %SEAM_ERROR_MALFORMED when it isn't an object or has no id
 */
SeamRecord *
seam_record_new_from_node (GType        type,
                           JsonNode    *node,
                           SeamExtent   extent,
                           GError     **error)
{
  g_autoptr (SeamRecord) self = NULL;
  const char *id = NULL;

  g_return_val_if_fail (g_type_is_a (type, SEAM_TYPE_RECORD), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      self = SEAM_RECORD (json_gobject_deserialize (type, node));
      seam_record_set_extent (self, extent);
      seam_record_settle (self);
      id = seam_record_get_id (self);
    }
  if (id == NULL || *id == '\0')
    {
      g_set_error_literal (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "This is not an object with an id");
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * seam_record_new_from_text:
 * @type: which of the subclasses
 * @text: JSON, one object of the API
 * @extent: whether it is all that the server has
 * @error: return location
 *
 * Reads a record; may be called on any thread.
 *
 * Returns: (transfer full): the record, or %NULL with %SEAM_ERROR_MALFORMED when it isn't JSON or has no id
 */
SeamRecord *
seam_record_new_from_text (GType        type,
                           const char  *text,
                           SeamExtent   extent,
                           GError     **error)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  node = seam_json_parse (text, strlen (text));
  if (node == NULL)
    {
      g_set_error_literal (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "This is not JSON");
      return NULL;
    }
  return seam_record_new_from_node (type, node, extent, error);
}

/**
 * seam_record_to_json:
 * @self: a record
 *
 * Writes what was read, under the API's own names: json_gobject_serialize() would write hyphens. What the record
 * wasn't told of is left out; a name is masked as it is shown, and what is secret is in it. Read again, it is the
 * same.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
seam_record_to_json (SeamRecord *self)
{
  SeamRecordClass *klass;
  g_autoptr (JsonObject) object = json_object_new ();

  g_return_val_if_fail (SEAM_IS_RECORD (self), NULL);

  klass = SEAM_RECORD_GET_CLASS (self);
  seam_record_settle (self);
  for (guint i = 0; i < klass->n_members; i++)
    {
      const char *member = g_param_spec_get_nick (klass->members[i]);
      JsonNode *node = write_member (self, member);

      if (node != NULL)
        json_object_set_member (object, member, node);
    }
  return json_node_init_object (json_node_alloc (), object);
}
