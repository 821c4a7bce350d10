/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written down of why something was not done. */
#include "lanyard-refusal.h"

#include "lanyard-changes-error.h"
#include "lanyard-entry.h"

/* lanyard_refusal_message:
 * @refusal: (nullable): why something was not done, or why it is not known whether it was
 * @record: what it was to be done to, whose numbers are masked
 * @is_sent: whether it was sent
 *
 * The server's words after its name for the kind of error, or a library's of what went wrong on the way; what was not
 * sent has reasons that can be told in words of ours.
 *
 * Returns: (transfer full) (nullable): others' words for it; %NULL when there are none */
char *
lanyard_refusal_message (const GError *refusal,
                         SeamRecord   *record,
                         gboolean      is_sent)
{
  const char *server_text = refusal != NULL ? seam_error_get_server_text (refusal) : NULL;
  g_autofree char *text = NULL;

  if (server_text != NULL)
    text = g_strdup_printf ("%s: %s", seam_error_get_type_name (refusal), server_text);
  else if (refusal != NULL && is_sent)
    text = g_strdup (refusal->message);
  if (text != NULL && SEAM_IS_CREDENTIAL (record))
    return seam_credential_mask_text (SEAM_CREDENTIAL (record), text);
  return text != NULL ? seam_record_mask_text (record, text) : NULL;
}

/* lanyard_refusal_code:
 * @refusal: (nullable): why something was not done
 *
 * Returns: its code as entries have it: a #SeamError, a #LanyardChangesError above %LANYARD_ENTRY_OWN_REASONS; -1: none */
int
lanyard_refusal_code (const GError *refusal)
{
  if (refusal != NULL && refusal->domain == SEAM_ERROR)
    return refusal->code;
  return refusal != NULL && refusal->domain == LANYARD_CHANGES_ERROR ? LANYARD_ENTRY_OWN_REASONS + refusal->code : -1;
}
