/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reading of one list of one access system: which page comes next, and how it goes on after it broke off. */
#include "lanyard-system-reading.h"

void
lanyard_system_reading_init (LanyardSystemReading *self,
                             LanyardSystemLoad    *owner,
                             LanyardResource       resource)
{
  self->owner = owner;
  self->resource = resource;
  self->cursors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
lanyard_system_reading_clear (LanyardSystemReading *self)
{
  g_clear_error (&self->error);
  g_clear_pointer (&self->cursor, g_free);
  g_clear_pointer (&self->cursors, g_hash_table_unref);
}

/* It is to be read from its beginning, in a new round. */
void
lanyard_system_reading_restart (LanyardSystemReading *self)
{
  self->is_read = self->is_at_end = self->is_resumed = FALSE;
  g_clear_pointer (&self->cursor, g_free);
  g_hash_table_remove_all (self->cursors);
}

/* It is to be read, from where it broke off. */
void
lanyard_system_reading_queue (LanyardSystemReading *self)
{
  self->is_queued = TRUE;
  self->is_resumed = self->cursor != NULL;
}

/* lanyard_system_reading_advance:
 * @self: a reading
 * @page: the page that was asked for
 * @error: return location, for a list that would never end
 *
 * Goes on to the page after @page, if it wasn't the last.
 *
 * Returns: whether it can go on, or has come to its end */
gboolean
lanyard_system_reading_advance (LanyardSystemReading *self,
                                const SeamPage       *page,
                                GError              **error)
{
  if (page->next_cursor != NULL && !g_hash_table_add (self->cursors, g_strdup (page->next_cursor)))
    {
      g_set_error (error, SEAM_ERROR, SEAM_ERROR_MALFORMED, "The server gave the same page cursor twice");
      return FALSE;
    }
  self->is_resumed = FALSE;
  g_free (self->cursor);
  self->cursor = g_strdup (page->next_cursor);
  self->is_at_end = self->cursor == NULL;
  return TRUE;
}

/* A page of it is in the directory. With the last one, in whatever order they got there, it is read. */
void
lanyard_system_reading_taken (LanyardSystemReading *self)
{
  self->n_taking--;
  if (!self->is_at_end || self->n_taking > 0)
    return;
  g_clear_error (&self->error);
  self->is_queued = FALSE;
  self->is_read = self->was_read = TRUE;
}

/* It was stopped, by nothing that has to do with it. */
void
lanyard_system_reading_break_off (LanyardSystemReading *self)
{
  self->is_queued = FALSE;
}

static gboolean
can_go_on_after (const GError *error)
{
  return g_error_matches (error, SEAM_ERROR, SEAM_ERROR_NETWORK)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_TIMED_OUT)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_SERVER);
}

/* lanyard_system_reading_fail:
 * @self: a reading
 * @error: why its page did not come
 *
 * Where the cursor itself may be at fault, the list is to be read from its beginning: at once, when the cursor was from
 * an earlier try and may be too old for the server.
 *
 * Returns: whether to ask again at once */
gboolean
lanyard_system_reading_fail (LanyardSystemReading *self,
                             const GError         *error)
{
  gboolean was_resumed = self->is_resumed;

  if (!can_go_on_after (error))
    {
      lanyard_system_reading_restart (self);
      if (was_resumed)
        return TRUE;
    }
  self->is_queued = FALSE;
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  return FALSE;
}
