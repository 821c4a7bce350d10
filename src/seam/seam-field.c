/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading, showing, merging and freeing one member of a record, by its kind. */
#include "seam-field.h"

#include "seam-credential.h"
#include "seam-intern.h"
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
    case SEAM_FIELD_DIGITS:
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
    case SEAM_FIELD_DIGITS:
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
    case SEAM_FIELD_DIGITS:
      g_clear_pointer (AT (char *, instance, field), g_free);
      break;
    case SEAM_FIELD_INTERNED:
      g_clear_pointer (AT (char *, instance, field), seam_intern_release);
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

static GPtrArray *
read_problems (SeamReader *reader)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) seam_problem_unref);

  seam_reader_enter (reader);
  while (seam_reader_next_element (reader))
    if (seam_reader_peek (reader) == SEAM_TOKEN_OBJECT)
      g_ptr_array_add (problems, seam_problem_new_from_reader (reader));
    else
      seam_reader_skip (reader);
  return problems->len > 0 ? g_steal_pointer (&problems) : NULL;
}

static char *
read_mutation (SeamReader *reader)
{
  char *code = NULL;
  SeamSlice name;

  seam_reader_enter (reader);
  while (seam_reader_next_member (reader, &name))
    if (seam_slice_is (name, "mutation_code") && seam_reader_peek (reader) == SEAM_TOKEN_STRING)
      {
        g_free (code);
        code = seam_reader_read_string (reader);
      }
    else
      {
        seam_reader_skip (reader);
      }
  return code;
}

static GStrv
read_mutations (SeamReader *reader)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  seam_reader_enter (reader);
  while (seam_reader_next_element (reader))
    if (seam_reader_peek (reader) != SEAM_TOKEN_OBJECT)
      {
        seam_reader_skip (reader);
      }
    else
      {
        char *code = read_mutation (reader);

        if (code != NULL)
          g_ptr_array_add (codes, code);
      }
  if (codes->len == 0)
    return NULL;
  g_ptr_array_add (codes, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}

/* An empty text says as little as none. */
static void
read_string (const SeamField *field,
             gpointer         instance,
             SeamReader      *reader)
{
  g_autofree char *text = seam_reader_read_string (reader);

  if (text == NULL || *text == '\0')
    return;
  if (field->kind == SEAM_FIELD_TIME)
    *AT (gint64, instance, field) = seam_time_parse (text);
  else if (field->kind == SEAM_FIELD_INTERNED)
    *AT (char *, instance, field) = seam_intern (text);
  else
    *AT (char *, instance, field) = g_steal_pointer (&text);
}

/* A whole number, as it is written. Returns whether it was one. */
static gboolean
read_digits (const SeamField *field,
             gpointer         instance,
             SeamReader      *reader)
{
  SeamSlice value = seam_reader_skip (reader);

  for (gsize i = 0; i < value.size; i++)
    if (!g_ascii_isdigit (value.start[i]))
      return FALSE;
  *AT (char *, instance, field) = g_strndup (value.start, value.size);
  return TRUE;
}

static SeamToken
token_of (const SeamField *field)
{
  switch (field->kind)
    {
    case SEAM_FIELD_BOOL:
    case SEAM_FIELD_SYNC:
      return SEAM_TOKEN_BOOLEAN;
    case SEAM_FIELD_PROBLEMS:
    case SEAM_FIELD_MUTATIONS:
      return SEAM_TOKEN_ARRAY;
    case SEAM_FIELD_STRING:
    case SEAM_FIELD_DIGITS:
    case SEAM_FIELD_INTERNED:
    case SEAM_FIELD_TIME:
    default:
      return SEAM_TOKEN_STRING;
    }
}

/* Reads the value that comes next into @instance. Returns whether it says anything, be it null; one of a wrong type
 * is unset and says nothing. */
gboolean
seam_field_read (const SeamField *field,
                 gpointer         instance,
                 SeamReader      *reader)
{
  SeamToken token = seam_reader_peek (reader);

  seam_field_clear (field, instance);
  if (field->kind == SEAM_FIELD_DIGITS && token == SEAM_TOKEN_NUMBER)
    return read_digits (field, instance, reader);
  if (token != token_of (field))
    {
      seam_reader_skip (reader);
      return token == SEAM_TOKEN_NULL;
    }
  switch (field->kind)
    {
    case SEAM_FIELD_BOOL:
      *AT (gboolean, instance, field) = seam_reader_read_boolean (reader);
      break;
    case SEAM_FIELD_SYNC:
      *AT (SeamSync, instance, field) = seam_reader_read_boolean (reader) ? SEAM_SYNC_SYNCED : SEAM_SYNC_WAITING;
      break;
    case SEAM_FIELD_PROBLEMS:
      *AT (GPtrArray *, instance, field) = read_problems (reader);
      break;
    case SEAM_FIELD_MUTATIONS:
      *AT (GStrv, instance, field) = read_mutations (reader);
      break;
    case SEAM_FIELD_STRING:
    case SEAM_FIELD_DIGITS:
    case SEAM_FIELD_INTERNED:
    case SEAM_FIELD_TIME:
    default:
      read_string (field, instance, reader);
      break;
    }
  return TRUE;
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
    case SEAM_FIELD_DIGITS:
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
    case SEAM_FIELD_DIGITS:
    case SEAM_FIELD_INTERNED:
    case SEAM_FIELD_PROBLEMS:
    case SEAM_FIELD_MUTATIONS:
    default:
      *AT (gpointer, instance, field) = g_steal_pointer (AT (gpointer, fresh, field));
      break;
    }
  return TRUE;
}
