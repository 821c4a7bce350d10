/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An object of a Seam workspace: read from JSON and merged by one table of its members. */
#include "seam-record-private.h"

#include <string.h>

#include "seam-error.h"
#include "seam-field.h"

typedef struct
{
  char      *id;
  char      *display_name;
  gint64     created_at;
  GPtrArray *errors;
  GPtrArray *warnings;
  guint32    present; /* a bit for each member that the JSON had: own fields first, then the common ones */
  guint8     extent;
} SeamRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SeamRecord, seam_record, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1,
  PROP_COMMON,
};

/* Offsets are in the private part, unlike those of the subclasses. */
static const SeamField common[] = {
  { "display-name", NULL, SEAM_FIELD_STRING, G_STRUCT_OFFSET (SeamRecordPrivate, display_name) },
  { "created-at", "created_at", SEAM_FIELD_TIME, G_STRUCT_OFFSET (SeamRecordPrivate, created_at) },
  { "errors", "errors", SEAM_FIELD_PROBLEMS, G_STRUCT_OFFSET (SeamRecordPrivate, errors) },
  { "warnings", "warnings", SEAM_FIELD_PROBLEMS, G_STRUCT_OFFSET (SeamRecordPrivate, warnings) },
};

static SeamRecordPrivate *
priv (SeamRecord *self)
{
  return seam_record_get_instance_private (self);
}

static void
seam_record_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SeamRecord *self = SEAM_RECORD (object);

  if (id == PROP_ID)
    g_value_set_string (value, priv (self)->id);
  else if (id < PROP_COMMON + G_N_ELEMENTS (common))
    seam_field_get (&common[id - PROP_COMMON], priv (self), value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
seam_record_finalize (GObject *object)
{
  SeamRecord *self = SEAM_RECORD (object);
  SeamRecordClass *klass = SEAM_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    seam_field_clear (&klass->fields[i], self);
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    seam_field_clear (&common[i], priv (self));
  g_free (priv (self)->id);
  G_OBJECT_CLASS (seam_record_parent_class)->finalize (object);
}

static void
seam_record_class_init (SeamRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = seam_record_get_property;
  object_class->finalize = seam_record_finalize;
  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_string ("id", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  seam_fields_install (object_class, common, G_N_ELEMENTS (common), PROP_COMMON);
}

static void
seam_record_init (SeamRecord *self)
{
}

/**
 * seam_record_get_id:
 * @self: a record
 *
 * Returns: its id, never %NULL or empty
 */
const char *
seam_record_get_id (SeamRecord *self)
{
  return priv (self)->id;
}

/**
 * seam_record_get_display_name:
 * @self: a record
 *
 * Returns: (nullable): what the server calls it; valid UTF-8, but of any length and with any characters
 */
const char *
seam_record_get_display_name (SeamRecord *self)
{
  return priv (self)->display_name;
}

/**
 * seam_record_get_created_at:
 * @self: a record
 *
 * Returns: microseconds since 1970 UTC, or %SEAM_TIME_UNSET
 */
gint64
seam_record_get_created_at (SeamRecord *self)
{
  return priv (self)->created_at;
}

/**
 * seam_record_get_errors:
 * @self: a record
 *
 * Returns: (element-type SeamProblem) (nullable) (transfer none): what is wrong with it; %NULL when nothing is
 */
GPtrArray *
seam_record_get_errors (SeamRecord *self)
{
  return priv (self)->errors;
}

/**
 * seam_record_get_warnings:
 * @self: a record
 *
 * Returns: (element-type SeamProblem) (nullable) (transfer none): what may be wrong with it; %NULL when nothing is
 */
GPtrArray *
seam_record_get_warnings (SeamRecord *self)
{
  return priv (self)->warnings;
}

static const char *
string_member (JsonObject *object,
               const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING || *json_node_get_string (node) == '\0')
    return NULL;
  return json_node_get_string (node);
}

static SeamField
common_field (SeamRecordClass *klass,
              guint            i)
{
  SeamField field = common[i];

  if (field.member == NULL)
    field.member = klass->name_member;
  return field;
}

/**
 * seam_record_new_from_json:
 * @type: which of the subclasses
 * @object: one object of the API
 * @extent: whether it is all that the server has
 * @error: return location
 *
 * Reads a record; may be called on any thread. Members that are null or of a wrong type are unset, unknown ones
 * are ignored: the vendor's own examples leave out members that its schema requires.
 *
 * Returns: (transfer full): the record, or %NULL with %SEAM_ERROR_MALFORMED when it has no id
 */
SeamRecord *
seam_record_new_from_json (GType        type,
                           JsonObject  *object,
                           SeamExtent   extent,
                           GError     **error)
{
  g_autoptr (SeamRecord) self = NULL;
  SeamRecordClass *klass;
  const char *id;

  g_return_val_if_fail (g_type_is_a (type, SEAM_TYPE_RECORD), NULL);

  self = g_object_new (type, NULL);
  klass = SEAM_RECORD_GET_CLASS (self);
  id = string_member (object, klass->id_member);
  if (id == NULL)
    {
      g_set_error (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "The answer has an object without %s", klass->id_member);
      return NULL;
    }
  priv (self)->id = g_utf8_make_valid (id, -1);
  priv (self)->extent = extent;
  for (guint i = 0; i < klass->n_fields; i++)
    if (seam_field_read (&klass->fields[i], self, object))
      priv (self)->present |= 1u << i;
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    {
      SeamField field = common_field (klass, i);

      if (seam_field_read (&field, priv (self), object))
        priv (self)->present |= 1u << (klass->n_fields + i);
    }
  return g_steal_pointer (&self);
}

typedef struct
{
  SeamRecord      *record;
  SeamRecordClass *klass;
  SeamReader      *reader;
} Parsing;

static gboolean
is_member (const char *member,
           SeamSlice   outer,
           SeamSlice   name)
{
  if (outer.size > 0)
    {
      if (strncmp (member, outer.start, outer.size) != 0 || member[outer.size] != '.')
        return FALSE;
      member += outer.size + 1;
    }
  return strncmp (member, name.start, name.size) == 0 && member[name.size] == '\0';
}

/* Whether the members of the object @name are wanted. */
static gboolean
has_inner (SeamRecordClass *klass,
           SeamSlice        name)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (strncmp (klass->fields[i].member, name.start, name.size) == 0 && klass->fields[i].member[name.size] == '.')
      return TRUE;
  return FALSE;
}

static gboolean
parse_field (Parsing  *parsing,
             SeamSlice outer,
             SeamSlice name)
{
  for (guint i = 0; i < parsing->klass->n_fields + G_N_ELEMENTS (common); i++)
    {
      gboolean own = i < parsing->klass->n_fields;
      SeamField field = own ? parsing->klass->fields[i] : common_field (parsing->klass, i - parsing->klass->n_fields);

      if (!is_member (field.member, outer, name))
        continue;
      seam_field_parse (&field, own ? (gpointer) parsing->record : priv (parsing->record), parsing->reader);
      priv (parsing->record)->present |= 1u << i;
      return TRUE;
    }
  return FALSE;
}

/* Reads the object that comes next; @outer is the member that it stands in, or empty for the record itself. */
static void
parse_members (Parsing  *parsing,
               SeamSlice outer)
{
  SeamRecordPrivate *record = priv (parsing->record);
  SeamSlice name;

  seam_reader_enter (parsing->reader);
  while (seam_reader_next_member (parsing->reader, &name))
    {
      SeamToken token = seam_reader_peek (parsing->reader);

      if (outer.size == 0 && token == SEAM_TOKEN_STRING && is_member (parsing->klass->id_member, outer, name))
        {
          g_free (record->id);
          record->id = seam_reader_read_string (parsing->reader);
        }
      else if (outer.size == 0 && token == SEAM_TOKEN_OBJECT && has_inner (parsing->klass, name))
        parse_members (parsing, name);
      else if (!parse_field (parsing, outer, name))
        seam_reader_skip (parsing->reader);
    }
}

/**
 * seam_record_new_from_reader:
 * @type: which of the subclasses
 * @reader: stands before an object of the API
 * @extent: whether it is all that the server has
 *
 * As seam_record_new_from_json(), for lists, without a tree in between.
 *
 * Returns: (transfer full): the record, or %NULL when it has no id
 */
SeamRecord *
seam_record_new_from_reader (GType       type,
                             SeamReader *reader,
                             SeamExtent  extent)
{
  g_autoptr (SeamRecord) self = g_object_new (type, NULL);
  Parsing parsing = { self, SEAM_RECORD_GET_CLASS (self), reader };

  priv (self)->extent = extent;
  parse_members (&parsing, (SeamSlice) { NULL, 0 });
  return priv (self)->id != NULL && *priv (self)->id != '\0' ? g_steal_pointer (&self) : NULL;
}

/**
 * seam_record_merge:
 * @self: the record that is shown
 * @fresh: (transfer none): a newer reading of the same object; it is emptied
 *
 * Takes over what @fresh has, and, when @fresh is whole, unsets what it lacks; notifies just what changed.
 *
 * Returns: whether anything changed
 */
gboolean
seam_record_merge (SeamRecord *self,
                   SeamRecord *fresh)
{
  SeamRecordClass *klass = SEAM_RECORD_GET_CLASS (self);
  gboolean whole = priv (fresh)->extent == SEAM_EXTENT_WHOLE;
  gboolean changed = FALSE;

  g_return_val_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (fresh), FALSE);

  if (self == fresh)
    return FALSE;
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < klass->n_fields + G_N_ELEMENTS (common); i++)
    {
      gboolean own = i < klass->n_fields;
      const SeamField *field = own ? &klass->fields[i] : &common[i - klass->n_fields];

      if (!whole && !(priv (fresh)->present & (1u << i)))
        continue;
      if (!seam_field_take (field, own ? (gpointer) self : priv (self), own ? (gpointer) fresh : priv (fresh)))
        continue;
      g_object_notify (G_OBJECT (self), field->property);
      changed = TRUE;
    }
  g_object_thaw_notify (G_OBJECT (self));
  return changed;
}
