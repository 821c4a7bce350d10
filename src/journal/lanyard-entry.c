/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One operation on a record, from before it is sent to its outcome: a line of the journal. */
#include "lanyard-entry-private.h"

#include "lanyard-holder.h"

enum
{
  PROP_ID = 1,
  PROP_BEGUN_AT,
  PROP_CLOSED_AT,
  PROP_OPERATION,
  PROP_OUTCOME,
  PROP_BATCH,
  PROP_UNDO_OF,
  PROP_UNDONE_BY,
  PROP_ERROR_CODE,
  PROP_IS_SENT,
  PROP_WORKSPACE_ID, /* the strings, in the order of names */
  PROP_SUBJECT_TYPE,
  PROP_SUBJECT_ID,
  PROP_SUBJECT_NAME,
  PROP_SYSTEM_ID,
  PROP_BEFORE,
  PROP_AFTER,
  PROP_FIRST_ID,
  PROP_OPERATOR,
  PROP_MESSAGE,
  PROP_REQUEST_ID,
  N_PROPS,
};

static const char * const names[] = {
  "workspace-id",
  "subject-type",
  "subject-id",
  "subject-name",
  "system-id",
  "before",
  "after",
  "first-id",
  "operator",
  "message",
  "request-id",
};

typedef struct
{
  char *id;
  char *name;
} Holder;

struct _LanyardEntry
{
  GObject parent_instance;

  gint64           id;
  gint64           begun_at;
  gint64           closed_at;
  LanyardOperation operation;
  LanyardOutcome   outcome;
  gint64           batch;
  gint64           undo_of;
  gint64           undone_by;
  int              error_code;
  gboolean         is_sent;
  char            *strings[G_N_ELEMENTS (names)];
  Holder           from; /* what "before" and "after" have of it */
  Holder           to;
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LanyardEntry, lanyard_entry, G_TYPE_OBJECT)

static void
lanyard_entry_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  LanyardEntry *self = LANYARD_ENTRY (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_BEGUN_AT:
      g_value_set_int64 (value, self->begun_at);
      break;
    case PROP_CLOSED_AT:
      g_value_set_int64 (value, self->closed_at);
      break;
    case PROP_OPERATION:
      g_value_set_enum (value, self->operation);
      break;
    case PROP_OUTCOME:
      g_value_set_enum (value, self->outcome);
      break;
    case PROP_BATCH:
      g_value_set_int64 (value, self->batch);
      break;
    case PROP_UNDO_OF:
      g_value_set_int64 (value, self->undo_of);
      break;
    case PROP_UNDONE_BY:
      g_value_set_int64 (value, self->undone_by);
      break;
    case PROP_ERROR_CODE:
      g_value_set_int (value, self->error_code);
      break;
    case PROP_IS_SENT:
      g_value_set_boolean (value, self->is_sent);
      break;
    default:
      g_value_set_string (value, self->strings[id - PROP_WORKSPACE_ID]);
      break;
    }
}

static void
lanyard_entry_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  LanyardEntry *self = LANYARD_ENTRY (object);

  switch (id)
    {
    case PROP_BEGUN_AT:
      self->begun_at = g_value_get_int64 (value);
      break;
    case PROP_OPERATION:
      self->operation = g_value_get_enum (value);
      break;
    case PROP_BATCH:
      self->batch = g_value_get_int64 (value);
      break;
    case PROP_UNDO_OF:
      self->undo_of = g_value_get_int64 (value);
      break;
    default:
      self->strings[id - PROP_WORKSPACE_ID] = g_value_dup_string (value);
      break;
    }
}

static const char *
get_string (LanyardEntry *self,
            guint         id)
{
  return self->strings[id - PROP_WORKSPACE_ID];
}

static void
lanyard_entry_constructed (GObject *object)
{
  LanyardEntry *self = LANYARD_ENTRY (object);

  G_OBJECT_CLASS (lanyard_entry_parent_class)->constructed (object);
  if (g_strcmp0 (get_string (self, PROP_SUBJECT_TYPE), LANYARD_SUBJECT_CREDENTIAL) != 0)
    return;
  lanyard_holder_read (get_string (self, PROP_BEFORE), &self->from.id, &self->from.name);
  lanyard_holder_read (get_string (self, PROP_AFTER), &self->to.id, &self->to.name);
}

static void
holder_clear (Holder *holder)
{
  g_free (holder->id);
  g_free (holder->name);
}

static void
lanyard_entry_finalize (GObject *object)
{
  LanyardEntry *self = LANYARD_ENTRY (object);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (self->strings[i]);
  holder_clear (&self->from);
  holder_clear (&self->to);
  G_OBJECT_CLASS (lanyard_entry_parent_class)->finalize (object);
}

static void
lanyard_entry_class_init (LanyardEntryClass *klass)
{
  const GParamFlags given = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags moving = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_entry_get_property;
  object_class->set_property = lanyard_entry_set_property;
  object_class->constructed = lanyard_entry_constructed;
  object_class->finalize = lanyard_entry_finalize;
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, moving);
  properties[PROP_BEGUN_AT] = g_param_spec_int64 ("begun-at", NULL, NULL, 0, G_MAXINT64, 0, given);
  properties[PROP_CLOSED_AT] = g_param_spec_int64 ("closed-at", NULL, NULL, 0, G_MAXINT64, 0, moving);
  properties[PROP_OPERATION] = g_param_spec_enum ("operation", NULL, NULL, LANYARD_TYPE_OPERATION,
                                                  LANYARD_OPERATION_ASSIGN, given);
  properties[PROP_OUTCOME] = g_param_spec_enum ("outcome", NULL, NULL, LANYARD_TYPE_OUTCOME,
                                                LANYARD_OUTCOME_PENDING, moving);
  properties[PROP_BATCH] = g_param_spec_int64 ("batch", NULL, NULL, 0, G_MAXINT64, 0, given);
  properties[PROP_UNDO_OF] = g_param_spec_int64 ("undo-of", NULL, NULL, 0, G_MAXINT64, 0, given);
  properties[PROP_UNDONE_BY] = g_param_spec_int64 ("undone-by", NULL, NULL, 0, G_MAXINT64, 0, moving);
  properties[PROP_ERROR_CODE] = g_param_spec_int ("error-code", NULL, NULL, -1, G_MAXINT, -1, moving);
  properties[PROP_IS_SENT] = g_param_spec_boolean ("is-sent", NULL, NULL, TRUE, moving);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    properties[PROP_WORKSPACE_ID + i] =
      g_param_spec_string (names[i], NULL, NULL, NULL, PROP_WORKSPACE_ID + i < PROP_MESSAGE ? given : moving);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_entry_init (LanyardEntry *self)
{
  self->error_code = -1;
  self->is_sent = TRUE;
}

void
lanyard_entry_set_id (LanyardEntry *self,
                      gint64        id)
{
  self->id = id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

void
lanyard_entry_set_undone_by (LanyardEntry *self,
                             gint64        id)
{
  self->undone_by = id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDONE_BY]);
}

void
lanyard_entry_set_is_sent (LanyardEntry *self,
                           gboolean      is_sent)
{
  if (self->is_sent == is_sent)
    return;
  self->is_sent = is_sent;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_SENT]);
}

static void
set_string (LanyardEntry *self,
            guint         id,
            const char   *value)
{
  char **string = &self->strings[id - PROP_WORKSPACE_ID];

  if (g_strcmp0 (*string, value) == 0)
    return;
  g_free (*string);
  *string = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

void
lanyard_entry_set_outcome (LanyardEntry  *self,
                           LanyardOutcome outcome,
                           gint64         closed_at,
                           int            error_code,
                           const char    *message,
                           const char    *request_id)
{
  g_object_freeze_notify (G_OBJECT (self));
  self->outcome = outcome;
  self->closed_at = closed_at;
  self->error_code = error_code;
  set_string (self, PROP_MESSAGE, message);
  set_string (self, PROP_REQUEST_ID, request_id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTCOME]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLOSED_AT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR_CODE]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * lanyard_entry_get_id:
 * @self: an entry
 *
 * Returns: its number in the journal; 0 until it is there
 */
gint64
lanyard_entry_get_id (LanyardEntry *self)
{
  return self->id;
}

/**
 * lanyard_entry_get_begun_at:
 * @self: an entry
 *
 * Returns: when, in microseconds since 1970 UTC
 */
gint64
lanyard_entry_get_begun_at (LanyardEntry *self)
{
  return self->begun_at;
}

/**
 * lanyard_entry_get_closed_at:
 * @self: an entry
 *
 * Returns: when it had its outcome; 0 while pending
 */
gint64
lanyard_entry_get_closed_at (LanyardEntry *self)
{
  return self->closed_at;
}

/**
 * lanyard_entry_get_operation:
 * @self: an entry
 *
 * Returns: what was to be done
 */
LanyardOperation
lanyard_entry_get_operation (LanyardEntry *self)
{
  return self->operation;
}

/**
 * lanyard_entry_get_outcome:
 * @self: an entry
 *
 * Returns: what came of it
 */
LanyardOutcome
lanyard_entry_get_outcome (LanyardEntry *self)
{
  return self->outcome;
}

/**
 * lanyard_entry_get_is_sent:
 * @self: an entry
 *
 * Returns: %FALSE when it certainly was not sent, so that nothing was changed by it
 */
gboolean
lanyard_entry_get_is_sent (LanyardEntry *self)
{
  return self->is_sent;
}

/**
 * lanyard_entry_get_error_code:
 * @self: an entry
 *
 * Returns: the SeamErrorCode, or -1
 */
int
lanyard_entry_get_error_code (LanyardEntry *self)
{
  return self->error_code;
}

/**
 * lanyard_entry_get_batch:
 * @self: an entry
 *
 * Returns: the batch that it belongs to; 0 for none
 */
gint64
lanyard_entry_get_batch (LanyardEntry *self)
{
  return self->batch;
}

/**
 * lanyard_entry_get_undo_of:
 * @self: an entry
 *
 * Returns: the entry that it takes back; 0 for none
 */
gint64
lanyard_entry_get_undo_of (LanyardEntry *self)
{
  return self->undo_of;
}

/**
 * lanyard_entry_get_undone_by:
 * @self: an entry
 *
 * Returns: the entry that took it back; 0 for none
 */
gint64
lanyard_entry_get_undone_by (LanyardEntry *self)
{
  return self->undone_by;
}

/* The strings are as their properties, which lanyard-entry.h describes: each may be NULL, and is the entry's. */
#define DEFINE_GETTER(name, ID)                     \
  const char *                                      \
  lanyard_entry_get_##name (LanyardEntry *self)     \
  {                                                 \
    return get_string (self, PROP_##ID);            \
  }

DEFINE_GETTER (workspace_id, WORKSPACE_ID)
DEFINE_GETTER (subject_type, SUBJECT_TYPE)
DEFINE_GETTER (subject_id, SUBJECT_ID)
DEFINE_GETTER (subject_name, SUBJECT_NAME)
DEFINE_GETTER (system_id, SYSTEM_ID)
DEFINE_GETTER (before, BEFORE)
DEFINE_GETTER (after, AFTER)
DEFINE_GETTER (first_id, FIRST_ID)
DEFINE_GETTER (operator, OPERATOR)
DEFINE_GETTER (message, MESSAGE)
DEFINE_GETTER (request_id, REQUEST_ID)

/**
 * lanyard_entry_get_from_id:
 * @self: an entry
 *
 * Returns: (nullable): the id of the user who had the credential
 */
const char *
lanyard_entry_get_from_id (LanyardEntry *self)
{
  return self->from.id;
}

/**
 * lanyard_entry_get_from_label:
 * @self: an entry
 *
 * Returns: (nullable): the name of the user who had the credential
 */
const char *
lanyard_entry_get_from_label (LanyardEntry *self)
{
  return self->from.name;
}

/**
 * lanyard_entry_get_to_id:
 * @self: an entry
 *
 * Returns: (nullable): the id of the user who is to have the credential
 */
const char *
lanyard_entry_get_to_id (LanyardEntry *self)
{
  return self->to.id;
}

/**
 * lanyard_entry_get_to_label:
 * @self: an entry
 *
 * Returns: (nullable): the name of the user who is to have the credential
 */
const char *
lanyard_entry_get_to_label (LanyardEntry *self)
{
  return self->to.name;
}
