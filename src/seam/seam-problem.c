/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One entry of an object's errors or warnings: a code out of an open set, and the vendor's text. */
#include "seam-problem-private.h"

#include "seam-time.h"

struct _SeamProblem
{
  char  *code;
  char  *message;
  gint64 created_at;
};

G_DEFINE_BOXED_TYPE (SeamProblem, seam_problem, seam_problem_ref, seam_problem_unref)

static char *
dup_member (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return g_utf8_make_valid (json_node_get_string (node), -1);
}

SeamProblem *
seam_problem_new_from_json (JsonObject *object)
{
  SeamProblem *self = g_atomic_rc_box_new0 (SeamProblem);
  g_autofree char *created_at = dup_member (object, "created_at");

  self->code = dup_member (object, "error_code");
  if (self->code == NULL)
    self->code = dup_member (object, "warning_code");
  self->message = dup_member (object, "message");
  self->created_at = created_at != NULL ? seam_time_parse (created_at) : 0;
  return self;
}

gboolean
seam_problem_equal (SeamProblem *a,
                    SeamProblem *b)
{
  return g_strcmp0 (a->code, b->code) == 0 && g_strcmp0 (a->message, b->message) == 0;
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
