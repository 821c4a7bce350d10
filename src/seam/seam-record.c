/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An object of a Seam workspace: shown and merged by one table of its members. How it is read by that table is in
 * seam-record-text.c, for lists, and in seam-record-json.c. */
#include "seam-record-private.h"

#include "seam-mask.h"
#include "seam-problem-private.h"

typedef struct
{
  char      *id;
  char      *display_name;
  gint64     created_at;
  GPtrArray *errors;
  GPtrArray *warnings;
  guint32    told; /* a bit for each field that the JSON had */
  guint8     extent;
  guint      is_settled : 1;
  guint      is_called_otherwise : 1; /* the name is not that of the JSON */
} SeamRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SeamRecord, seam_record, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1,
  PROP_COMMON,
};

/* Offsets are in the private part; seam_record_class_set_fields() makes them those in the instance. The name's member
 * is each class's own, and the name the first. */
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

  seam_record_settle (self);
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

static void
measure_member (SeamField *field)
{
  const char *dot = strchr (field->member, '.');

  field->outer_size = dot != NULL ? dot - field->member : 0;
  field->name = dot != NULL ? dot + 1 : field->member;
  field->name_size = strlen (field->name);
}

/* The parameters of json-glib's interface, one for each member of the JSON: of a node, so that nothing is converted,
 * and warned of, on the way. Their nicks are the members' names as the API has them; in their names GLib has hyphens. */
static void
make_members (SeamRecordClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_NICK;

  klass->members = g_new (GParamSpec *, klass->n_fields + 1);
  for (guint i = 0; i <= klass->n_fields; i++)
    {
      const char *member = i == 0 ? klass->id_member : klass->fields[i - 1].member;
      g_autofree char *outer = g_strndup (member, strcspn (member, "."));
      GParamSpec *pspec;

      if (seam_record_class_find_member (klass, outer) != NULL)
        continue;
      pspec = g_param_spec_boxed (outer, g_intern_string (outer), NULL, JSON_TYPE_NODE, flags);
      klass->members[klass->n_members++] = g_param_spec_ref_sink (pspec);
    }
}

/* seam_record_class_set_fields:
 * @klass: a class, with the names of its members for id and name
 * @fields: what its records have beyond what every record has
 * @n_fields: how many
 * @first_id: of the properties that are installed for them */
void
seam_record_class_set_fields (SeamRecordClass *klass,
                              const SeamField *fields,
                              guint            n_fields,
                              guint            first_id)
{
  SeamField *all = g_new (SeamField, n_fields + G_N_ELEMENTS (common));

  g_assert (n_fields + G_N_ELEMENTS (common) <= 8 * sizeof ((SeamRecordPrivate *) NULL)->told);

  memcpy (all, fields, n_fields * sizeof *fields);
  memcpy (all + n_fields, common, sizeof common);
  for (guint i = n_fields; i < n_fields + G_N_ELEMENTS (common); i++)
    all[i].offset += SeamRecord_private_offset;
  all[n_fields].member = klass->name_member;
  for (guint i = 0; i < n_fields + G_N_ELEMENTS (common); i++)
    measure_member (&all[i]);
  klass->fields = all;
  klass->n_fields = n_fields + G_N_ELEMENTS (common);
  klass->name_field = n_fields;
  seam_fields_install (G_OBJECT_CLASS (klass), fields, n_fields, first_id);
  make_members (klass);
}

/* seam_record_class_find_member:
 * @klass: a class
 * @name: the name of a member, as the API has it
 *
 * Returns: (transfer none) (nullable): its parameter; %NULL when it isn't wanted */
GParamSpec *
seam_record_class_find_member (SeamRecordClass *klass,
                               const char      *name)
{
  for (guint i = 0; i < klass->n_members; i++)
    if (g_str_equal (g_param_spec_get_nick (klass->members[i]), name))
      return klass->members[i];
  return NULL;
}

/**
 * seam_record_get_id:
 * @self: a record
 *
 * Returns: its id, never %NULL or empty, but of one that json_gobject_deserialize() made of JSON without it
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
  seam_record_settle (self);
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
  seam_record_settle (self);
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
  seam_record_settle (self);
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
        if (*codes[j] != '\0')
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

  seam_record_settle (self);
  add_secrets (secrets, self);
  g_ptr_array_add (secrets, NULL);
  masked = seam_mask_text (text, (const char * const *) secrets->pdata);
  return masked != NULL ? masked : g_strdup (text);
}

/* Of a part without its name, nothing is known of how it is called. */
static void
settle_name (SeamRecord *self)
{
  SeamRecordClass *klass = SEAM_RECORD_GET_CLASS (self);

  if (priv (self)->display_name != NULL || klass->get_other_name == NULL
      || (priv (self)->extent == SEAM_EXTENT_PART && !seam_record_is_told (self, klass->name_field)))
    return;
  priv (self)->display_name = g_strdup (klass->get_other_name (self));
  priv (self)->is_called_otherwise = TRUE;
}

/* seam_record_settle:
 * @self: a record that has been read
 *
 * Makes one sense of all that was read, once. json-glib doesn't say when it has set the last member, so that this is
 * done when somebody asks for what depends on it; what this library reads is settled before anybody has it. */
void
seam_record_settle (SeamRecord *self)
{
  SeamRecordClass *klass = SEAM_RECORD_GET_CLASS (self);

  if (priv (self)->is_settled)
    return;
  priv (self)->is_settled = TRUE;
  settle_name (self);
  if (klass->settle != NULL)
    klass->settle (self);
  mask_codes (self, NULL);
}

/* seam_record_set_extent:
 * @self: a record that is being read
 * @extent: whether it is all that the server has */
void
seam_record_set_extent (SeamRecord *self,
                        SeamExtent  extent)
{
  priv (self)->extent = extent;
}

/* seam_record_take_id:
 * @self: a record that is being read
 * @id: (transfer full) (nullable): its id */
void
seam_record_take_id (SeamRecord *self,
                     char       *id)
{
  g_free (priv (self)->id);
  priv (self)->id = id;
}

/* seam_record_note:
 * @self: a record that is being read
 * @i: which of its fields
 * @told: whether the JSON has it, with a value that is of its type or null */
void
seam_record_note (SeamRecord *self,
                  guint       i,
                  gboolean    told)
{
  priv (self)->is_settled = FALSE;
  if (told)
    priv (self)->told |= 1u << i;
  else
    priv (self)->told &= ~(1u << i);
}

/* seam_record_is_told:
 * @self: a record
 * @i: which of its fields
 *
 * Returns: whether the JSON had it */
gboolean
seam_record_is_told (SeamRecord *self,
                     guint       i)
{
  return (priv (self)->told & (1u << i)) != 0;
}

/* seam_record_is_called_otherwise:
 * @self: a record
 *
 * Returns: whether its name isn't the one of the JSON, which has none */
gboolean
seam_record_is_called_otherwise (SeamRecord *self)
{
  seam_record_settle (self);
  return priv (self)->is_called_otherwise;
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

  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].property, property))
      return seam_record_is_told (self, i);
  g_return_val_if_reached (FALSE);
}

/* What @self was told of, with @fresh merged into it. */
static void
merge_told (SeamRecord *self,
            SeamRecord *fresh)
{
  gboolean whole = priv (fresh)->extent == SEAM_EXTENT_WHOLE;

  if (whole || seam_record_is_told (fresh, SEAM_RECORD_GET_CLASS (self)->name_field))
    priv (self)->is_called_otherwise = priv (fresh)->is_called_otherwise;
  priv (self)->told = whole ? priv (fresh)->told : priv (self)->told | priv (fresh)->told;
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
  g_return_val_if_fail (priv (self)->id != NULL && g_strcmp0 (priv (self)->id, priv (fresh)->id) == 0, FALSE);

  if (self == fresh)
    return FALSE;
  g_object_freeze_notify (G_OBJECT (self));
  seam_record_settle (self);
  seam_record_settle (fresh);
  mask_codes (fresh, self);
  changed = mask_codes (self, fresh);
  merge_told (self, fresh);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const SeamField *field = &klass->fields[i];

      if ((!whole && !seam_record_is_told (fresh, i)) || !seam_field_take (field, self, fresh))
        continue;
      g_object_notify (G_OBJECT (self), field->property);
      if (field->also != NULL)
        g_object_notify (G_OBJECT (self), field->also);
      changed = TRUE;
    }
  g_object_thaw_notify (G_OBJECT (self));
  return changed;
}
