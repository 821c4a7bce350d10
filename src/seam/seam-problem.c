/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One entry of an object's errors or warnings: a code out of an open set, and the vendor's text. json-glib reads and
 * writes it as a boxed type. */
#include "seam-problem-private.h"

#include "seam-json.h"
#include "seam-mask.h"
#include "seam-time.h"

/* Its members: the texts that all have, and those with the codes of doors that it is about. */
enum
{
  MEMBER_ERROR_CODE,
  MEMBER_WARNING_CODE,
  MEMBER_MESSAGE,
  MEMBER_CREATED_AT,
  FIRST_SECRET,
  N_MEMBERS = 9,
};

static const char * const members[] = {
  "error_code", "warning_code", "message", "created_at",
  "code", "new_code", "original_code", "pin", "requested_code",
};

G_STATIC_ASSERT (G_N_ELEMENTS (members) == N_MEMBERS);

struct _SeamProblem
{
  char       *code;
  char       *message;
  GStrv       secrets; /* one for each member from FIRST_SECRET on, empty where it has none; or NULL */
  gint64      created_at;
  const char *code_member;
};

static SeamProblem *new_from_node (JsonNode    *node);
static JsonNode    *to_node       (SeamProblem *self);

G_DEFINE_BOXED_TYPE_WITH_CODE (SeamProblem, seam_problem, seam_problem_ref, seam_problem_unref,
                               json_boxed_register_deserialize_func (g_define_type_id, JSON_NODE_OBJECT,
                                                                     (JsonBoxedDeserializeFunc) new_from_node);
                               json_boxed_register_serialize_func (g_define_type_id, JSON_NODE_OBJECT,
                                                                   (JsonBoxedSerializeFunc) to_node))

static GStrv
take_secrets (char **found)
{
  gboolean any = FALSE;
  GStrv secrets;

  for (guint i = FIRST_SECRET; i < N_MEMBERS; i++)
    any |= found[i] != NULL && *found[i] != '\0';
  if (!any)
    return NULL;
  secrets = g_new0 (char *, N_MEMBERS - FIRST_SECRET + 1);
  for (guint i = FIRST_SECRET; i < N_MEMBERS; i++)
    secrets[i - FIRST_SECRET] = found[i] != NULL ? g_steal_pointer (&found[i]) : g_strdup ("");
  return secrets;
}

/* @found: the text of each member, or NULL; what isn't taken is freed */
static SeamProblem *
new_from_texts (char **found)
{
  SeamProblem *self = g_atomic_rc_box_new0 (SeamProblem);
  guint code = found[MEMBER_ERROR_CODE] == NULL && found[MEMBER_WARNING_CODE] != NULL ? MEMBER_WARNING_CODE
                                                                                     : MEMBER_ERROR_CODE;

  self->code_member = members[code];
  self->code = g_steal_pointer (&found[code]);
  self->message = g_steal_pointer (&found[MEMBER_MESSAGE]);
  self->created_at = found[MEMBER_CREATED_AT] != NULL ? seam_time_parse (found[MEMBER_CREATED_AT]) : 0;
  self->secrets = take_secrets (found);
  for (guint i = 0; i < N_MEMBERS; i++)
    g_free (found[i]);
  return self;
}

static guint
find_member (SeamSlice name)
{
  guint i = 0;

  while (i < N_MEMBERS && !seam_slice_is (name, members[i]))
    i++;
  return i;
}

/* seam_problem_new_from_reader:
 * @reader: stands before an object
 *
 * Returns: (transfer full): the problem; what isn't text counts as not given */
SeamProblem *
seam_problem_new_from_reader (SeamReader *reader)
{
  char *found[N_MEMBERS] = { NULL };
  SeamSlice name;

  seam_reader_enter (reader);
  while (seam_reader_next_member (reader, &name))
    {
      guint i = find_member (name);
      SeamToken token = seam_reader_peek (reader);

      if (i < N_MEMBERS)
        g_clear_pointer (&found[i], g_free);
      if (i < N_MEMBERS && token == SEAM_TOKEN_STRING)
        found[i] = seam_reader_read_string (reader);
      else if (i >= FIRST_SECRET && i < N_MEMBERS && token == SEAM_TOKEN_NUMBER)
        found[i] = seam_reader_read_digits (reader);
      else
        seam_reader_skip (reader);
    }
  return new_from_texts (found);
}

static SeamProblem *
new_from_node (JsonNode *node)
{
  JsonObject *object = json_node_get_object (node);
  char *found[N_MEMBERS] = { NULL };

  for (guint i = 0; i < N_MEMBERS; i++)
    {
      JsonNode *member = json_object_get_member (object, members[i]);

      found[i] = seam_json_dup_string (member);
      if (found[i] == NULL && i >= FIRST_SECRET)
        found[i] = seam_json_dup_digits (member);
    }
  return new_from_texts (found);
}

static void
set_if_given (JsonObject *object,
              const char *member,
              const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

static JsonNode *
to_node (SeamProblem *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *created_at = seam_time_print (self->created_at);

  set_if_given (object, self->code_member, self->code);
  set_if_given (object, members[MEMBER_MESSAGE], self->message);
  set_if_given (object, members[MEMBER_CREATED_AT], created_at);
  for (guint i = 0; self->secrets != NULL && self->secrets[i] != NULL; i++)
    if (*self->secrets[i] != '\0')
      json_object_set_string_member (object, members[FIRST_SECRET + i], self->secrets[i]);
  return json_node_init_object (json_node_alloc (), object);
}

/* seam_problem_get_secrets:
 * @self: a problem
 *
 * Returns: (nullable) (array zero-terminated=1): the codes that it names, which are not to be shown; empty where there
 *   is none */
const char * const *
seam_problem_get_secrets (SeamProblem *self)
{
  return (const char * const *) self->secrets;
}

/* seam_problem_mask:
 * @self: a problem of a record that only this thread has
 * @codes: (array zero-terminated=1): what is not to be shown
 *
 * Takes @codes out of its text. Returns whether there were any. */
gboolean
seam_problem_mask (SeamProblem        *self,
                   const char * const *codes)
{
  char *masked = self->message != NULL ? seam_mask_text (self->message, codes) : NULL;

  if (masked == NULL)
    return FALSE;
  g_free (self->message);
  self->message = masked;
  return TRUE;
}

static gboolean
equal_secrets (GStrv a,
               GStrv b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char * const *) a, (const char * const *) b);
}

gboolean
seam_problem_equal (SeamProblem *a,
                    SeamProblem *b)
{
  return g_strcmp0 (a->code, b->code) == 0 && g_strcmp0 (a->message, b->message) == 0
      && equal_secrets (a->secrets, b->secrets);
}

SeamProblem *
seam_problem_ref (SeamProblem *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SeamProblem *self = data;

  g_free (self->code);
  g_free (self->message);
  g_strfreev (self->secrets);
}

void
seam_problem_unref (SeamProblem *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * seam_problem_get_code:
 * @self: a problem
 *
 * Returns: (nullable): the vendor's code, out of a set that grows
 */
const char *
seam_problem_get_code (SeamProblem *self)
{
  return self->code;
}

/**
 * seam_problem_get_message:
 * @self: a problem
 *
 * Returns: (nullable): the vendor's text for people, in English
 */
const char *
seam_problem_get_message (SeamProblem *self)
{
  return self->message;
}

/**
 * seam_problem_get_created_at:
 * @self: a problem
 *
 * Returns: since when, in microseconds since 1970 UTC; 0 when not given
 */
gint64
seam_problem_get_created_at (SeamProblem *self)
{
  return self->created_at;
}
