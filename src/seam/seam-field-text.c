/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading one member of a record out of JSON text, without a tree in between. */
#include "seam-field.h"

#include "seam-problem-private.h"

static GPtrArray *
read_problems (SeamReader *reader)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) seam_problem_unref);

  seam_reader_enter (reader);
  while (seam_reader_next_element (reader))
    if (seam_reader_peek (reader) == SEAM_TOKEN_OBJECT)
      g_ptr_array_add (problems, seam_problem_new_from_reader (reader));
    else
      seam_reader_skip (reader);
  return problems;
}

static char *
read_mutation (SeamReader *reader)
{
  char *code = NULL;
  SeamSlice name;

  seam_reader_enter (reader);
  while (seam_reader_next_member (reader, &name))
    {
      gboolean is_code = seam_slice_is (name, "mutation_code");

      if (is_code)
        g_clear_pointer (&code, g_free);
      if (is_code && seam_reader_peek (reader) == SEAM_TOKEN_STRING)
        code = seam_reader_read_string (reader);
      else
        seam_reader_skip (reader);
    }
  return code;
}

static GPtrArray *
read_mutations (SeamReader *reader)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  seam_reader_enter (reader);
  while (seam_reader_next_element (reader))
    {
      char *code = NULL;

      if (seam_reader_peek (reader) == SEAM_TOKEN_OBJECT)
        code = read_mutation (reader);
      else
        seam_reader_skip (reader);
      if (code != NULL)
        g_ptr_array_add (codes, code);
    }
  return codes;
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

static gboolean
read_digits (const SeamField *field,
             gpointer         instance,
             SeamReader      *reader)
{
  char *digits = seam_reader_read_digits (reader);

  if (digits == NULL)
    return FALSE;
  seam_field_take_text (field, instance, digits);
  return TRUE;
}

/* seam_field_read:
 * @field: a field
 * @instance: what has it
 * @reader: stands before its value
 *
 * Returns: whether the value says anything, be it null; one of a wrong type is unset and says nothing */
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
  if (token == SEAM_TOKEN_BOOLEAN)
    seam_field_set_flag (field, instance, seam_reader_read_boolean (reader));
  else if (field->kind == SEAM_FIELD_PROBLEMS)
    seam_field_take_list (field, instance, read_problems (reader));
  else if (field->kind == SEAM_FIELD_MUTATIONS)
    seam_field_take_list (field, instance, read_mutations (reader));
  else
    seam_field_take_text (field, instance, seam_reader_read_string (reader));
  return TRUE;
}
