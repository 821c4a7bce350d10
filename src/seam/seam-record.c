/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An object of a Seam workspace: read from JSON and merged by one table of its members. */
#include "seam-record-private.h"

#include <string.h>

#include "seam-error.h"
#include "seam-field.h"
#include "seam-mask.h"
#include "seam-problem-private.h"

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
 * Returns: (nullable): what the server calls it; of a user that has no such name: the full name, or else the e-mail
 *   address or phone number. Valid UTF-8, but of any length and with any characters
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

static void
add_secrets_of_problems (GPtrArray *secrets,
                         GPtrArray *problems)
{
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const char * const *codes = seam_problem_get_secrets (problems->pdata[i]);

      for (guint j = 0; codes != NULL && codes[j] != NULL; j++)
        g_ptr_array_add (secrets, (gpointer) codes[j]);
    }
}

static void
add_secrets (GPtrArray  *secrets,
             SeamRecord *record)
{
  SeamRecordClass *klass = SEAM_RECORD_GET_CLASS (record);
  const char *secret = klass->get_secret != NULL ? klass->get_secret (record) : NULL;

  if (secret != NULL)
    g_ptr_array_add (secrets, (gpointer) secret);
  add_secrets_of_problems (secrets, priv (record)->errors);
  add_secrets_of_problems (secrets, priv (record)->warnings);
}

static gboolean
mask_problems (SeamRecord         *self,
               GPtrArray          *problems,
               const char         *property,
               const char * const *codes)
{
  gboolean masked = FALSE;

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    masked |= seam_problem_mask (problems->pdata[i], codes);
  if (masked)
    g_object_notify (G_OBJECT (self), property);
  return masked;
}

static gboolean
mask_name (SeamRecord         *self,
           const char * const *codes)
{
  char *name = priv (self)->display_name != NULL ? seam_mask_text (priv (self)->display_name, codes) : NULL;

  if (name == NULL)
    return FALSE;
  g_free (priv (self)->display_name);
  priv (self)->display_name = name;
  g_object_notify (G_OBJECT (self), "display-name");
  return TRUE;
}

/* Some systems put the code into the name, and into what they say of it: it is taken out of there before anybody sees
 * the record, so that nothing that shows, finds, sorts, tells or writes down a name has to know of it. @also: another
 * reading of the same object, of which codes may be known that @self doesn't have; or NULL. Returns whether it has
 * changed @self. */
static gboolean
mask_codes (SeamRecord *self,
            SeamRecord *also)
{
  g_autoptr (GPtrArray) secrets = g_ptr_array_new ();
  const char * const *codes;

  add_secrets (secrets, self);
  if (also != NULL)
    add_secrets (secrets, also);
  if (secrets->len == 0)
    return FALSE;
  g_ptr_array_add (secrets, NULL);
  codes = (const char * const *) secrets->pdata;
  return mask_name (self, codes) | mask_problems (self, priv (self)->errors, "errors", codes)
       | mask_problems (self, priv (self)->warnings, "warnings", codes);
}

/**
 * seam_record_mask_text:
 * @self: a record
 * @text: what is said of it, by others than itself
 *
 * Its own name and problems are masked already.
 *
 * Returns: (transfer full): @text without the codes of @self
 */
char *
seam_record_mask_text (SeamRecord *self,
                       const char *text)
{
  g_autoptr (GPtrArray) secrets = g_ptr_array_new ();
  char *masked;

  g_return_val_if_fail (SEAM_IS_RECORD (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  add_secrets (secrets, self);
  g_ptr_array_add (secrets, NULL);
  masked = seam_mask_text (text, (const char * const *) secrets->pdata);
  return masked != NULL ? masked : g_strdup (text);
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

typedef struct
{
  SeamRecord      *record;
  SeamRecordClass *klass;
  SeamReader      *reader;
} Parsing;

/* @outer is the member that @name stands in, or empty. */
static gboolean
is_member (const char *member,
           SeamSlice   outer,
           SeamSlice   name)
{
  if (outer.size > 0)
    {
      if (!seam_slice_begins (outer, member) || member[outer.size] != '.')
        return FALSE;
      member += outer.size + 1;
    }
  return seam_slice_is (name, member) && memchr (name.start, '.', name.size) == NULL;
}

/* Whether the members of the object @name are wanted. */
static gboolean
has_inner (SeamRecordClass *klass,
           SeamSlice        name)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (seam_slice_begins (name, klass->fields[i].member) && klass->fields[i].member[name.size] == '.')
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
      if (seam_field_read (&field, own ? (gpointer) parsing->record : priv (parsing->record), parsing->reader))
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

/* Of a part without its name, nothing is known of how it is called. */
static void
settle_name (SeamRecord *self)
{
  SeamRecordClass *klass = SEAM_RECORD_GET_CLASS (self);

  if (priv (self)->display_name == NULL && klass->get_other_name != NULL
      && (priv (self)->extent == SEAM_EXTENT_WHOLE || seam_record_was_told (self, "display-name")))
    priv (self)->display_name = g_strdup (klass->get_other_name (self));
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
  Parsing parsing = { self, SEAM_RECORD_GET_CLASS (self), reader };

  priv (self)->extent = extent;
  parse_members (&parsing, (SeamSlice) { NULL, 0 });
  settle_name (self);
  if (parsing.klass->settle != NULL)
    parsing.klass->settle (self);
  mask_codes (self, NULL);
  return priv (self)->id != NULL && *priv (self)->id != '\0' ? g_steal_pointer (&self) : NULL;
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
  g_autoptr (SeamRecord) self = NULL;
  SeamReader reader;

  g_return_val_if_fail (g_type_is_a (type, SEAM_TYPE_RECORD), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  seam_reader_init (&reader, text, strlen (text));
  if (seam_reader_peek (&reader) == SEAM_TOKEN_OBJECT)
    self = seam_record_new_from_reader (type, &reader, extent);
  if (self == NULL || !seam_reader_is_done (&reader))
    {
      g_set_error_literal (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "This is not an object with an id");
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* seam_record_was_told:
 * @self: a record as it was read
 * @property: a property that a member of the JSON is for
 *
 * Returns: whether the JSON had the member, with a value that is of its type or null */
gboolean
seam_record_was_told (SeamRecord *self,
                      const char *property)
{
  SeamRecordClass *klass = SEAM_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields + G_N_ELEMENTS (common); i++)
    {
      const SeamField *field = i < klass->n_fields ? &klass->fields[i] : &common[i - klass->n_fields];

      if (g_str_equal (field->property, property))
        return (priv (self)->present & (1u << i)) != 0;
    }
  g_return_val_if_reached (FALSE);
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
  g_return_val_if_fail (g_str_equal (priv (self)->id, priv (fresh)->id), FALSE);

  if (self == fresh)
    return FALSE;
  g_object_freeze_notify (G_OBJECT (self));
  mask_codes (fresh, self);
  changed = mask_codes (self, fresh);
  for (guint i = 0; i < klass->n_fields + G_N_ELEMENTS (common); i++)
    {
      gboolean own = i < klass->n_fields;
      const SeamField *field = own ? &klass->fields[i] : &common[i - klass->n_fields];

      if (!whole && !(priv (fresh)->present & (1u << i)))
        continue;
      if (!seam_field_take (field, own ? (gpointer) self : priv (self), own ? (gpointer) fresh : priv (fresh)))
        continue;
      g_object_notify (G_OBJECT (self), field->property);
      if (field->also != NULL)
        g_object_notify (G_OBJECT (self), field->also);
      changed = TRUE;
    }
  g_object_thaw_notify (G_OBJECT (self));
  return changed;
}
