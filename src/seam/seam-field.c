/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading, showing, merging and freeing one member of a record, by its kind. */
#include "seam-field.h"

#include <string.h>

#include "seam-credential.h"
#include "seam-problem-private.h"
#include "seam-time.h"

#define AT(type, instance, field) ((type *) (gpointer) ((guint8 *) (instance) + (field)->offset))

static GParamSpec *
make_pspec (const SeamField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  switch (field->kind)
    {
    case SEAM_FIELD_TIME:
      return g_param_spec_int64 (field->property, NULL, NULL, G_MININT64, G_MAXINT64, SEAM_TIME_UNSET, flags);
    case SEAM_FIELD_BOOL:
      return g_param_spec_boolean (field->property, NULL, NULL, FALSE, flags);
    case SEAM_FIELD_SYNC:
      return g_param_spec_enum (field->property, NULL, NULL, SEAM_TYPE_SYNC, SEAM_SYNC_UNKNOWN, flags);
    case SEAM_FIELD_PROBLEMS:
      return g_param_spec_boxed (field->property, NULL, NULL, G_TYPE_PTR_ARRAY, flags);
    case SEAM_FIELD_MUTATIONS:
      return g_param_spec_boxed (field->property, NULL, NULL, G_TYPE_STRV, flags);
    case SEAM_FIELD_STRING:
    case SEAM_FIELD_INTERNED:
    default:
      return g_param_spec_string (field->property, NULL, NULL, NULL, flags);
    }
}

/* Installs a property for each of @fields, with ids from @first_id on. */
void
seam_fields_install (GObjectClass    *klass,
                     const SeamField *fields,
                     guint            n_fields,
                     guint            first_id)
{
  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (klass, first_id + i, make_pspec (&fields[i]));
}

void
seam_field_get (const SeamField *field,
                gpointer         instance,
                GValue          *value)
{
  switch (field->kind)
    {
    case SEAM_FIELD_TIME:
      g_value_set_int64 (value, *AT (gint64, instance, field));
      break;
    case SEAM_FIELD_BOOL:
      g_value_set_boolean (value, *AT (gboolean, instance, field));
      break;
    case SEAM_FIELD_SYNC:
      g_value_set_enum (value, *AT (SeamSync, instance, field));
      break;
    case SEAM_FIELD_PROBLEMS:
    case SEAM_FIELD_MUTATIONS:
      g_value_set_boxed (value, *AT (gpointer, instance, field));
      break;
    case SEAM_FIELD_STRING:
    case SEAM_FIELD_INTERNED:
    default:
      g_value_set_string (value, *AT (char *, instance, field));
      break;
    }
}

void
seam_field_clear (const SeamField *field,
                  gpointer         instance)
{
  switch (field->kind)
    {
    case SEAM_FIELD_STRING:
      g_clear_pointer (AT (char *, instance, field), g_free);
      break;
    case SEAM_FIELD_INTERNED:
      g_clear_pointer (AT (char *, instance, field), g_ref_string_release);
      break;
    case SEAM_FIELD_PROBLEMS:
      g_clear_pointer (AT (GPtrArray *, instance, field), g_ptr_array_unref);
      break;
    case SEAM_FIELD_MUTATIONS:
      g_clear_pointer (AT (GStrv, instance, field), g_strfreev);
      break;
    case SEAM_FIELD_TIME:
      *AT (gint64, instance, field) = SEAM_TIME_UNSET;
      break;
    case SEAM_FIELD_BOOL:
      *AT (gboolean, instance, field) = FALSE;
      break;
    case SEAM_FIELD_SYNC:
      *AT (SeamSync, instance, field) = SEAM_SYNC_UNKNOWN;
      break;
    default:
      g_assert_not_reached ();
    }
}

static JsonNode *
find_member (JsonObject *object,
             const char *path)
{
  const char *dot = strchr (path, '.');
  g_autofree char *outer = NULL;
  JsonNode *node;

  if (dot == NULL)
    return json_object_get_member (object, path);
  outer = g_strndup (path, dot - path);
  node = json_object_get_member (object, outer);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  return json_object_get_member (json_node_get_object (node), dot + 1);
}

static GPtrArray *
read_problems (JsonArray *array)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) seam_problem_unref);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        g_ptr_array_add (problems, seam_problem_new_from_json (json_node_get_object (node)));
    }
  return problems->len > 0 ? g_steal_pointer (&problems) : NULL;
}

static GStrv
read_mutations (JsonArray *array)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  gboolean any = FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonNode *code = JSON_NODE_HOLDS_OBJECT (node)
                         ? json_object_get_member (json_node_get_object (node), "mutation_code") : NULL;

      if (code == NULL || json_node_get_value_type (code) != G_TYPE_STRING)
        continue;
      g_strv_builder_add (codes, json_node_get_string (code));
      any = TRUE;
    }
  return any ? g_strv_builder_end (codes) : NULL;
}

/* Takes @text, which is valid UTF-8. */
static void
set_string (const SeamField *field,
            gpointer         instance,
            char            *text)
{
  g_autofree char *owned = text;

  if (field->kind == SEAM_FIELD_TIME)
    *AT (gint64, instance, field) = seam_time_parse (text);
  else if (field->kind == SEAM_FIELD_INTERNED)
    *AT (char *, instance, field) = g_ref_string_new_intern (text);
  else if (field->kind == SEAM_FIELD_STRING)
    *AT (char *, instance, field) = g_steal_pointer (&owned);
}

static void
set_boolean (const SeamField *field,
             gpointer         instance,
             gboolean         value)
{
  if (field->kind == SEAM_FIELD_BOOL)
    *AT (gboolean, instance, field) = value;
  else if (field->kind == SEAM_FIELD_SYNC)
    *AT (SeamSync, instance, field) = value ? SEAM_SYNC_SYNCED : SEAM_SYNC_WAITING;
}

static void
set_array (const SeamField *field,
           gpointer         instance,
           JsonArray       *array)
{
  if (field->kind == SEAM_FIELD_PROBLEMS)
    *AT (GPtrArray *, instance, field) = read_problems (array);
  else if (field->kind == SEAM_FIELD_MUTATIONS)
    *AT (GStrv, instance, field) = read_mutations (array);
}

/* Reads the member of @field from @object into a fresh @instance. Returns whether the member was there, be it as
 * null; one of a wrong type counts as null. */
gboolean
seam_field_read (const SeamField *field,
                 gpointer         instance,
                 JsonObject      *object)
{
  JsonNode *node = find_member (object, field->member);

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (node))
    set_array (field, instance, json_node_get_array (node));
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    set_string (field, instance, g_utf8_make_valid (json_node_get_string (node), -1));
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    set_boolean (field, instance, json_node_get_boolean (node));
  return TRUE;
}

/* Few records have errors, warnings or pending mutations; those that do are worth a tree. */
static void
parse_array (const SeamField *field,
             gpointer         instance,
             SeamReader      *reader)
{
  SeamSlice slice = seam_reader_skip (reader);
  g_autoptr (JsonParser) parser = NULL;

  if (memchr (slice.start, '{', slice.size) == NULL)
    return;
  parser = json_parser_new_immutable ();
  if (json_parser_load_from_data (parser, slice.start, (gssize) slice.size, NULL))
    set_array (field, instance, json_node_get_array (json_parser_get_root (parser)));
}

/* As seam_field_read(), with the value that comes next in @reader. */
void
seam_field_parse (const SeamField *field,
                  gpointer         instance,
                  SeamReader      *reader)
{
  SeamToken token = seam_reader_peek (reader);
  char *text;

  seam_field_clear (field, instance);
  if (token == SEAM_TOKEN_STRING && (text = seam_reader_read_string (reader)) != NULL)
    set_string (field, instance, text);
  else if (token == SEAM_TOKEN_BOOLEAN)
    set_boolean (field, instance, seam_reader_read_boolean (reader));
  else if (token == SEAM_TOKEN_ARRAY)
    parse_array (field, instance, reader);
  else
    seam_reader_skip (reader);
}

static gboolean
equal_problems (GPtrArray *a,
                GPtrArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!seam_problem_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
equal_mutations (GStrv a,
                 GStrv b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char * const *) a, (const char * const *) b);
}

static gboolean
equal (const SeamField *field,
       gpointer         a,
       gpointer         b)
{
  switch (field->kind)
    {
    case SEAM_FIELD_STRING:
      return g_strcmp0 (*AT (char *, a, field), *AT (char *, b, field)) == 0;
    case SEAM_FIELD_INTERNED:
      return *AT (char *, a, field) == *AT (char *, b, field);
    case SEAM_FIELD_TIME:
      return *AT (gint64, a, field) == *AT (gint64, b, field);
    case SEAM_FIELD_BOOL:
      return *AT (gboolean, a, field) == *AT (gboolean, b, field);
    case SEAM_FIELD_SYNC:
      return *AT (SeamSync, a, field) == *AT (SeamSync, b, field);
    case SEAM_FIELD_PROBLEMS:
      return equal_problems (*AT (GPtrArray *, a, field), *AT (GPtrArray *, b, field));
    case SEAM_FIELD_MUTATIONS:
      return equal_mutations (*AT (GStrv, a, field), *AT (GStrv, b, field));
    default:
      g_assert_not_reached ();
    }
}

/* Moves the value of @field out of @fresh into @instance. Returns whether that changed it. */
gboolean
seam_field_take (const SeamField *field,
                 gpointer         instance,
                 gpointer         fresh)
{
  if (equal (field, instance, fresh))
    return FALSE;
  seam_field_clear (field, instance);
  switch (field->kind)
    {
    case SEAM_FIELD_TIME:
      *AT (gint64, instance, field) = *AT (gint64, fresh, field);
      break;
    case SEAM_FIELD_BOOL:
      *AT (gboolean, instance, field) = *AT (gboolean, fresh, field);
      break;
    case SEAM_FIELD_SYNC:
      *AT (SeamSync, instance, field) = *AT (SeamSync, fresh, field);
      break;
    case SEAM_FIELD_STRING:
    case SEAM_FIELD_INTERNED:
    case SEAM_FIELD_PROBLEMS:
    case SEAM_FIELD_MUTATIONS:
    default:
      *AT (gpointer, instance, field) = g_steal_pointer (AT (gpointer, fresh, field));
      break;
    }
  return TRUE;
}
