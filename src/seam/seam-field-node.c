/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One member of a record out of and into a node of json-glib. */
#include "seam-field.h"

#include "seam-credential.h"
#include "seam-json.h"
#include "seam-problem.h"
#include "seam-time.h"

static GPtrArray *
read_problems (JsonArray *array)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) seam_problem_unref);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        g_ptr_array_add (problems, json_boxed_deserialize (SEAM_TYPE_PROBLEM, node));
    }
  return problems;
}

static GPtrArray *
read_mutations (JsonArray *array)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      char *code = NULL;

      if (JSON_NODE_HOLDS_OBJECT (node))
        code = seam_json_dup_string (json_object_get_member (json_node_get_object (node), "mutation_code"));
      if (code != NULL)
        g_ptr_array_add (codes, code);
    }
  return codes;
}

static gboolean
read_array (const SeamField *field,
            gpointer         instance,
            JsonNode        *node)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  array = json_node_get_array (node);
  seam_field_take_list (field, instance,
                        field->kind == SEAM_FIELD_PROBLEMS ? read_problems (array) : read_mutations (array));
  return TRUE;
}

static gboolean
read_flag (const SeamField *field,
           gpointer         instance,
           JsonNode        *node)
{
  if (!seam_json_is_boolean (node))
    return FALSE;
  seam_field_set_flag (field, instance, json_node_get_boolean (node));
  return TRUE;
}

static gboolean
read_text (const SeamField *field,
           gpointer         instance,
           JsonNode        *node)
{
  char *text = seam_json_dup_string (node);

  if (text == NULL && field->kind == SEAM_FIELD_DIGITS)
    text = seam_json_dup_digits (node);
  if (text == NULL)
    return FALSE;
  seam_field_take_text (field, instance, text);
  return TRUE;
}

/* seam_field_read_node:
 * @field: a field
 * @instance: what has it
 * @node: its value
 *
 * Returns: whether @node says anything, be it null; one of a wrong type is unset and says nothing */
gboolean
seam_field_read_node (const SeamField *field,
                      gpointer         instance,
                      JsonNode        *node)
{
  seam_field_clear (field, instance);
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  switch (field->kind)
    {
    case SEAM_FIELD_BOOL:
    case SEAM_FIELD_SYNC:
      return read_flag (field, instance, node);
    case SEAM_FIELD_PROBLEMS:
    case SEAM_FIELD_MUTATIONS:
      return read_array (field, instance, node);
    case SEAM_FIELD_STRING:
    case SEAM_FIELD_DIGITS:
    case SEAM_FIELD_INTERNED:
    case SEAM_FIELD_TIME:
    default:
      return read_text (field, instance, node);
    }
}

static JsonNode *
write_text (const char *text)
{
  return text != NULL ? json_node_init_string (json_node_alloc (), text) : json_node_init_null (json_node_alloc ());
}

static JsonNode *
write_problems (GPtrArray *problems)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    json_array_add_element (array, json_boxed_serialize (SEAM_TYPE_PROBLEM, problems->pdata[i]));
  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
write_mutations (GStrv codes)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "mutation_code", codes[i]);
      json_array_add_object_element (array, object);
    }
  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
write_sync (SeamSync sync)
{
  if (sync == SEAM_SYNC_UNKNOWN)
    return json_node_init_null (json_node_alloc ());
  return json_node_init_boolean (json_node_alloc (), sync == SEAM_SYNC_SYNCED);
}

/* seam_field_write_node:
 * @field: a field
 * @instance: what has it
 *
 * Returns: (transfer full): its value as the API has it; null when it is unset */
JsonNode *
seam_field_write_node (const SeamField *field,
                       gpointer         instance)
{
  g_autofree char *time = NULL;

  switch (field->kind)
    {
    case SEAM_FIELD_BOOL:
      return json_node_init_boolean (json_node_alloc (), *SEAM_FIELD_AT (gboolean, instance, field));
    case SEAM_FIELD_SYNC:
      return write_sync (*SEAM_FIELD_AT (SeamSync, instance, field));
    case SEAM_FIELD_PROBLEMS:
      return write_problems (*SEAM_FIELD_AT (GPtrArray *, instance, field));
    case SEAM_FIELD_MUTATIONS:
      return write_mutations (*SEAM_FIELD_AT (GStrv, instance, field));
    case SEAM_FIELD_TIME:
      time = seam_time_print (*SEAM_FIELD_AT (gint64, instance, field));
      return write_text (time);
    case SEAM_FIELD_STRING:
    case SEAM_FIELD_DIGITS:
    case SEAM_FIELD_INTERNED:
    default:
      return write_text (*SEAM_FIELD_AT (char *, instance, field));
    }
}
