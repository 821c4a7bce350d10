/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a record out of JSON text by its table of fields, without a tree in between: lists are read so, for which
 * json-glib's nodes and interface take several times as long. What comes of it is the same; see seam-record-json.c. */
#include "seam-record-private.h"

/* @outer is the member that @name stands in, or empty. */
static inline gboolean
is_member (const SeamField *field,
           SeamSlice        outer,
           SeamSlice        name)
{
  return field->name_size == name.size && field->outer_size == outer.size
      && memcmp (field->name, name.start, name.size) == 0
      && (outer.size == 0 || memcmp (field->member, outer.start, outer.size) == 0);
}

static inline gboolean
is_inner (const SeamField *field,
          SeamSlice        outer)
{
  return field->outer_size == outer.size && field->outer_size > 0
      && memcmp (field->member, outer.start, outer.size) == 0;
}

/* Where @name is of an object whose members are wanted: unsets them, as @token tells of none or of all to be null.
 * Returns whether it is. */
static gboolean
begin_inner (SeamRecord *record,
             SeamSlice   name,
             SeamToken   token)
{
  SeamRecordClass *klass = SEAM_RECORD_GET_CLASS (record);
  gboolean found = FALSE;

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_inner (&klass->fields[i], name))
      {
        seam_field_clear (&klass->fields[i], record);
        seam_record_note (record, i, token == SEAM_TOKEN_NULL);
        found = TRUE;
      }
  return found;
}

static gboolean
read_field (SeamRecord *record,
            SeamSlice   outer,
            SeamSlice   name,
            SeamReader *reader)
{
  SeamRecordClass *klass = SEAM_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_member (&klass->fields[i], outer, name))
      {
        seam_record_note (record, i, seam_field_read (&klass->fields[i], record, reader));
        return TRUE;
      }
  return FALSE;
}

/* Reads the object that comes next, which stands in the member @outer of the record. */
static void
read_inner (SeamRecord *record,
            SeamSlice   outer,
            SeamReader *reader)
{
  SeamSlice name;

  seam_reader_enter (reader);
  while (seam_reader_next_member (reader, &name))
    if (!read_field (record, outer, name, reader))
      seam_reader_skip (reader);
}

static void
read_id (SeamRecord *record,
         SeamReader *reader)
{
  char *id = NULL;

  if (seam_reader_peek (reader) == SEAM_TOKEN_STRING)
    id = seam_reader_read_string (reader);
  else
    seam_reader_skip (reader);
  seam_record_take_id (record, id);
}

static void
read_members (SeamRecord *record,
              SeamReader *reader)
{
  const SeamSlice none = { NULL, 0 };
  SeamSlice name;

  seam_reader_enter (reader);
  while (seam_reader_next_member (reader, &name))
    {
      SeamToken token = seam_reader_peek (reader);

      if (seam_slice_is (name, SEAM_RECORD_GET_CLASS (record)->id_member))
        read_id (record, reader);
      else if (read_field (record, none, name, reader))
        continue;
      else if (begin_inner (record, name, token) && token == SEAM_TOKEN_OBJECT)
        read_inner (record, name, reader);
      else
        seam_reader_skip (reader);
    }
}

/* seam_record_new_from_reader:
 * @type: which of the subclasses
 * @reader: stands before an object of the API
 * @extent: whether it is all that the server has
 *
 * Reads a record. Members that are of a wrong type are unset, unknown ones are ignored: the vendor's own examples
 * leave out members that its schema requires.
 *
 * Returns: (transfer full): the record, or %NULL when it has no id */
SeamRecord *
seam_record_new_from_reader (GType       type,
                             SeamReader *reader,
                             SeamExtent  extent)
{
  g_autoptr (SeamRecord) self = g_object_new (type, NULL);
  const char *id;

  read_members (self, reader);
  seam_record_set_extent (self, extent);
  seam_record_settle (self);
  id = seam_record_get_id (self);
  return id != NULL && *id != '\0' ? g_steal_pointer (&self) : NULL;
}
