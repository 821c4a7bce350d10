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

/* seam_problem_new_from_reader:
 * @reader: stands before an object
 *
 * Returns: (transfer full): the problem; what isn't text counts as not given */
SeamProblem *
seam_problem_new_from_reader (SeamReader *reader)
{
  SeamProblem *self = g_atomic_rc_box_new0 (SeamProblem);
  SeamSlice name;

  seam_reader_enter (reader);
  while (seam_reader_next_member (reader, &name))
    {
      g_autofree char *text = NULL;

      if (seam_reader_peek (reader) != SEAM_TOKEN_STRING)
        {
          seam_reader_skip (reader);
          continue;
        }
      text = seam_reader_read_string (reader);
      if (seam_slice_is (name, "error_code") || seam_slice_is (name, "warning_code"))
        {
          g_free (self->code);
          self->code = g_steal_pointer (&text);
        }
      else if (seam_slice_is (name, "message"))
        {
          g_free (self->message);
          self->message = g_steal_pointer (&text);
        }
      else if (seam_slice_is (name, "created_at") && text != NULL)
        {
          self->created_at = seam_time_parse (text);
        }
    }
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
