/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping, showing, merging and freeing one member of a record, by its kind. */
#include "seam-field.h"

#include "seam-credential.h"
#include "seam-intern.h"
#include "seam-problem-private.h"
#include "seam-time.h"

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
      g_value_set_int64 (value, *SEAM_FIELD_AT (gint64, instance, field));
      break;
    case SEAM_FIELD_BOOL:
      g_value_set_boolean (value, *SEAM_FIELD_AT (gboolean, instance, field));
      break;
    case SEAM_FIELD_SYNC:
      g_value_set_enum (value, *SEAM_FIELD_AT (SeamSync, instance, field));
      break;
    case SEAM_FIELD_PROBLEMS:
    case SEAM_FIELD_MUTATIONS:
      g_value_set_boxed (value, *SEAM_FIELD_AT (gpointer, instance, field));
      break;
    case SEAM_FIELD_STRING:
    case SEAM_FIELD_DIGITS:
    case SEAM_FIELD_INTERNED:
    default:
      g_value_set_string (value, *SEAM_FIELD_AT (char *, instance, field));
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
      g_clear_pointer (SEAM_FIELD_AT (char *, instance, field), g_free);
      break;
    case SEAM_FIELD_INTERNED:
      g_clear_pointer (SEAM_FIELD_AT (char *, instance, field), seam_intern_release);
      break;
    case SEAM_FIELD_PROBLEMS:
      g_clear_pointer (SEAM_FIELD_AT (GPtrArray *, instance, field), g_ptr_array_unref);
      break;
    case SEAM_FIELD_MUTATIONS:
      g_clear_pointer (SEAM_FIELD_AT (GStrv, instance, field), g_strfreev);
      break;
    case SEAM_FIELD_TIME:
      *SEAM_FIELD_AT (gint64, instance, field) = SEAM_TIME_UNSET;
      break;
    case SEAM_FIELD_BOOL:
      *SEAM_FIELD_AT (gboolean, instance, field) = FALSE;
      break;
    case SEAM_FIELD_SYNC:
      *SEAM_FIELD_AT (SeamSync, instance, field) = SEAM_SYNC_UNKNOWN;
      break;
    default:
      g_assert_not_reached ();
    }
}

/* seam_field_take_text:
 * @field: a field that is told as text
 * @instance: what has it; it is clear there
 * @text: (transfer full) (nullable): the text, %NULL when it could not be read; an empty one says as little as none */
void
seam_field_take_text (const SeamField *field,
                      gpointer         instance,
                      char            *text)
{
  g_autofree char *owned = text;

  if (text == NULL || *text == '\0')
    return;
  if (field->kind == SEAM_FIELD_TIME)
    *SEAM_FIELD_AT (gint64, instance, field) = seam_time_parse (text);
  else if (field->kind == SEAM_FIELD_INTERNED)
    *SEAM_FIELD_AT (char *, instance, field) = seam_intern (text);
  else
    *SEAM_FIELD_AT (char *, instance, field) = g_steal_pointer (&owned);
}

/* seam_field_set_flag:
 * @field: a field that is told as true or false
 * @instance: what has it
 * @flag: which of them */
void
seam_field_set_flag (const SeamField *field,
                     gpointer         instance,
                     gboolean         flag)
{
  if (field->kind == SEAM_FIELD_BOOL)
    *SEAM_FIELD_AT (gboolean, instance, field) = flag;
  else
    *SEAM_FIELD_AT (SeamSync, instance, field) = flag ? SEAM_SYNC_SYNCED : SEAM_SYNC_WAITING;
}

/* seam_field_take_list:
 * @field: a field that is told as an array
 * @instance: what has it; it is clear there
 * @list: (transfer full) (element-type SeamProblem|utf8): what it holds; an empty one says as little as none */
void
seam_field_take_list (const SeamField *field,
                      gpointer         instance,
                      GPtrArray       *list)
{
  g_autoptr (GPtrArray) owned = list;

  if (list->len == 0)
    return;
  if (field->kind == SEAM_FIELD_MUTATIONS)
    {
      g_ptr_array_add (list, NULL);
      *SEAM_FIELD_AT (GStrv, instance, field) = (GStrv) g_ptr_array_free (g_steal_pointer (&owned), FALSE);
    }
  else
    {
      *SEAM_FIELD_AT (GPtrArray *, instance, field) = g_steal_pointer (&owned);
    }
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
      return g_strcmp0 (*SEAM_FIELD_AT (char *, a, field), *SEAM_FIELD_AT (char *, b, field)) == 0;
    case SEAM_FIELD_INTERNED:
      return *SEAM_FIELD_AT (char *, a, field) == *SEAM_FIELD_AT (char *, b, field);
    case SEAM_FIELD_TIME:
      return *SEAM_FIELD_AT (gint64, a, field) == *SEAM_FIELD_AT (gint64, b, field);
    case SEAM_FIELD_BOOL:
      return *SEAM_FIELD_AT (gboolean, a, field) == *SEAM_FIELD_AT (gboolean, b, field);
    case SEAM_FIELD_SYNC:
      return *SEAM_FIELD_AT (SeamSync, a, field) == *SEAM_FIELD_AT (SeamSync, b, field);
    case SEAM_FIELD_PROBLEMS:
      return equal_problems (*SEAM_FIELD_AT (GPtrArray *, a, field), *SEAM_FIELD_AT (GPtrArray *, b, field));
    case SEAM_FIELD_MUTATIONS:
      return equal_mutations (*SEAM_FIELD_AT (GStrv, a, field), *SEAM_FIELD_AT (GStrv, b, field));
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
      *SEAM_FIELD_AT (gint64, instance, field) = *SEAM_FIELD_AT (gint64, fresh, field);
      break;
    case SEAM_FIELD_BOOL:
      *SEAM_FIELD_AT (gboolean, instance, field) = *SEAM_FIELD_AT (gboolean, fresh, field);
      break;
    case SEAM_FIELD_SYNC:
      *SEAM_FIELD_AT (SeamSync, instance, field) = *SEAM_FIELD_AT (SeamSync, fresh, field);
      break;
    case SEAM_FIELD_STRING:
    case SEAM_FIELD_DIGITS:
    case SEAM_FIELD_INTERNED:
    case SEAM_FIELD_PROBLEMS:
    case SEAM_FIELD_MUTATIONS:
    default:
      *SEAM_FIELD_AT (gpointer, instance, field) = g_steal_pointer (SEAM_FIELD_AT (gpointer, fresh, field));
      break;
    }
  return TRUE;
}
