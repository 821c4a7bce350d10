/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a failed request is sent again: a pure schedule, with no clock or dice of its own. */
#include "seam-retry.h"

#include "seam-error-private.h"

#define MAX_RETRIES 3
#define FIRST_WAIT 250
#define MAX_RETRY_AFTER 60 /* seconds; who asks for more is not waited for */

/* seam_retry_next:
 * @error: why the last attempt failed
 * @is_write: whether the request changes something
 * @n_failed: how many attempts failed, with the last
 * @jitter: of 0 to 1, by chance
 * @wait: (out): the milliseconds to wait
 *
 * Returns: whether to send it again */
gboolean
seam_retry_next (const GError *error,
                 gboolean      is_write,
                 guint         n_failed,
                 double        jitter,
                 guint        *wait)
{
  int retry_after = seam_error_get_retry_after (error);

  g_return_val_if_fail (n_failed > 0, FALSE);

  if (n_failed > MAX_RETRIES || retry_after > MAX_RETRY_AFTER)
    return FALSE;
  if (!g_error_matches (error, SEAM_ERROR, SEAM_ERROR_NETWORK)
      && !g_error_matches (error, SEAM_ERROR, SEAM_ERROR_RATE_LIMITED)
      && !g_error_matches (error, SEAM_ERROR, SEAM_ERROR_SERVER))
    return FALSE;
  if (is_write && !seam_error_get_not_acted (error))
    return FALSE;

  *wait = (guint) ((FIRST_WAIT << (n_failed - 1)) * (1 + jitter / 2));
  if (retry_after != SEAM_RETRY_AFTER_UNSET)
    *wait = MAX (*wait, (guint) retry_after * 1000);
  return TRUE;
}
