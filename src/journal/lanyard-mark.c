/* SPDX-License-Identifier: GPL-3.0-or-later */
/* That a credential was lost, and perhaps found again: Lanyard's own record, as Seam has no such mark. */
#include "lanyard-mark.h"

/**
 * lanyard_mark_new_lost:
 * @credential_id: a credential
 *
 * Returns: (transfer full): that it was lost, said now by who is logged in
 */
LanyardMark *
lanyard_mark_new_lost (const char *credential_id)
{
  LanyardMark *self = g_new0 (LanyardMark, 1);

  self->credential_id = g_strdup (credential_id);
  self->lost_at = g_get_real_time ();
  self->lost_by = g_strdup (g_get_user_name ());
  return self;
}

/**
 * lanyard_mark_new_found:
 * @mark: that something was lost
 *
 * Returns: (transfer full): the same, and that it was found, said now by who is logged in
 */
LanyardMark *
lanyard_mark_new_found (const LanyardMark *mark)
{
  LanyardMark *self = lanyard_mark_copy (mark);

  self->found_at = g_get_real_time ();
  g_free (self->found_by);
  self->found_by = g_strdup (g_get_user_name ());
  return self;
}

/**
 * lanyard_mark_copy:
 * @self: a mark
 *
 * Returns: (transfer full): the same
 */
LanyardMark *
lanyard_mark_copy (const LanyardMark *self)
{
  LanyardMark *copy = g_new0 (LanyardMark, 1);

  copy->credential_id = g_strdup (self->credential_id);
  copy->lost_at = self->lost_at;
  copy->lost_by = g_strdup (self->lost_by);
  copy->found_at = self->found_at;
  copy->found_by = g_strdup (self->found_by);
  return copy;
}

/**
 * lanyard_mark_free:
 * @self: (transfer full): a mark
 */
void
lanyard_mark_free (LanyardMark *self)
{
  g_free (self->credential_id);
  g_free (self->lost_by);
  g_free (self->found_by);
  g_free (self);
}
