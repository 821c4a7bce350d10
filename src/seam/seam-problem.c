/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One entry of an object's errors or warnings: a code out of an open set, and the vendor's text. */
#include "seam-problem-private.h"

#include "seam-mask.h"
#include "seam-time.h"

struct _SeamProblem
{
  char  *code;
  char  *message;
  GStrv  secrets; /* the codes that it names in members of their own, or NULL */
  gint64 created_at;
};

G_DEFINE_BOXED_TYPE (SeamProblem, seam_problem, seam_problem_ref, seam_problem_unref)

/* The members with the codes of doors that a problem is about. */
static gboolean
is_secret (SeamSlice name)
{
  static const char * const members[] = { "code", "new_code", "original_code", "pin", "requested_code" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (seam_slice_is (name, members[i]))
      return TRUE;
  return FALSE;
}

static void
add_secret (GPtrArray *secrets,
            char      *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (secrets, text);
  else
    g_free (text);
}

static void
read_member (SeamProblem *self,
             SeamSlice    name,
             SeamReader  *reader,
             GPtrArray   *secrets)
{
  g_autofree char *text = seam_reader_read_string (reader);

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
  else if (is_secret (name))
    {
      add_secret (secrets, g_steal_pointer (&text));
    }
}

/* seam_problem_new_from_reader:
 * @reader: stands before an object
 *
 * Returns: (transfer full): the problem; what isn't text counts as not given */
SeamProblem *
seam_problem_new_from_reader (SeamReader *reader)
{
  SeamProblem *self = g_atomic_rc_box_new0 (SeamProblem);
  g_autoptr (GPtrArray) secrets = g_ptr_array_new_with_free_func (g_free);
  SeamSlice name;

  seam_reader_enter (reader);
  while (seam_reader_next_member (reader, &name))
    {
      SeamToken token = seam_reader_peek (reader);

      if (token == SEAM_TOKEN_STRING)
        {
          read_member (self, name, reader, secrets);
        }
      else
        {
          SeamSlice value = seam_reader_skip (reader);

          if (token == SEAM_TOKEN_NUMBER && is_secret (name))
            add_secret (secrets, g_strndup (value.start, value.size));
        }
    }
  if (secrets->len > 0)
    {
      g_ptr_array_add (secrets, NULL);
      self->secrets = (GStrv) g_ptr_array_free (g_steal_pointer (&secrets), FALSE);
    }
  return self;
}

/* seam_problem_get_secrets:
 * @self: a problem
 *
 * Returns: (nullable) (array zero-terminated=1): the codes that it names, which are not to be shown */
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
