/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong, in words for people: as a page says it, and as a line says it. */
#include "lanyard-error-text.h"

#include <glib/gi18n.h>

#include "lanyard-changes-error.h"
#include "lanyard-error-report.h"
#include "lanyard-error-words.h"
#include "lanyard-file-text.h"
#include "lanyard-journal.h"
#include "seam-error.h"

static const char * const changes_texts[] = {
  [LANYARD_CHANGES_ERROR_HOLDER_CHANGED] =
    N_("The holder has changed in the meantime, so no change was made. The list is now up to date"),
  [LANYARD_CHANGES_ERROR_ALREADY] = N_("This change has already been made"),
  [LANYARD_CHANGES_ERROR_OTHER_SYSTEM] =
    N_("The credential and the user belong to different access systems"),
  [LANYARD_CHANGES_ERROR_BUSY] = N_("Another change is in progress"),
  [LANYARD_CHANGES_ERROR_GONE] = N_("The user or credential no longer exists in Seam and was removed from the list"),
  [LANYARD_CHANGES_ERROR_NOT_UNDOABLE] = N_("This change can’t be undone because it is no longer in effect"),
  [LANYARD_CHANGES_ERROR_JOURNAL] = N_("The change could not be logged, so it was not made"),
  [LANYARD_CHANGES_ERROR_NOT_SENT] = N_("Lanyard was closed before the change was sent"),
  [LANYARD_CHANGES_ERROR_HELD_BACK] = N_("Not changed because the change before it failed"),
  [LANYARD_CHANGES_ERROR_STOPPED] = N_("The change was not sent because it was stopped"),
  [LANYARD_CHANGES_ERROR_SUPERSEDED] = N_("The outcome can no longer be checked because of a later change"),
};

static const char * const journal_texts[] = {
  [LANYARD_JOURNAL_ERROR_UNWRITABLE] = N_("The activity log can’t be saved. The disk may be damaged or missing."),
  [LANYARD_JOURNAL_ERROR_CORRUPT] =
    N_("The activity log was damaged. The damaged file was kept under another name."),
  [LANYARD_JOURNAL_ERROR_NEWER] = N_("The activity log was written by a newer version of Lanyard and can’t be read."),
  [LANYARD_JOURNAL_ERROR_FULL] = N_("The activity log can’t be saved. The disk is full. Free some space."),
  [LANYARD_JOURNAL_ERROR_FORBIDDEN] =
    N_("The activity log can’t be saved. Its file or folder is read-only, or belongs to someone else."),
  [LANYARD_JOURNAL_ERROR_BUSY] =
    N_("The activity log can’t be saved. Another program is using it. Close that program."),
  [LANYARD_JOURNAL_ERROR_MEMORY] =
    N_("The activity log can’t be saved. There is too little memory. Close other apps."),
};

/* Replaced, not formatted: a host name is no format, and not every text names it. */
static char *
with_host (const char *text,
           const char *host)
{
  g_autoptr (GString) string = g_string_new (text);

  if (host != NULL)
    g_string_replace (string, "%s", host, 0);

  return g_string_free (g_steal_pointer (&string), FALSE);
}

static char *
dup_host (const char *endpoint)
{
  g_autoptr (GUri) uri = endpoint != NULL ? g_uri_parse (endpoint, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  return g_strdup (host != NULL && *host != '\0' ? host : C_("a server without a name", "The server"));
}

/**
 * lanyard_trouble_new:
 * @error: why the view was lost
 * @endpoint: (nullable): the server that was asked
 *
 * Puts a failure into words for a status page: what it means, and what can be done. What the server or a library wrote
 * is in the report alone.
 *
 * Returns: (transfer full): the words
 */
LanyardTrouble *
lanyard_trouble_new (const GError *error,
                     const char   *endpoint)
{
  const LanyardErrorWords *words = lanyard_error_words_get (error);
  LanyardTrouble *trouble = g_new0 (LanyardTrouble, 1);
  const char *proxy = seam_error_get_proxy (error);
  g_autofree char *host = proxy != NULL ? g_strdup (proxy) : dup_host (endpoint);
  g_autofree char *text = NULL;

  trouble->title = g_strdup (_(words->title));
  text = with_host (_(words->body != NULL ? words->body : words->line), host);
  /* Translators: %s is a sentence, or two, without the last full stop */
  trouble->body = words->body != NULL ? g_steal_pointer (&text) : g_strdup_printf (_("%s."), text);
  trouble->icon_name = words->icon_name;
  trouble->can_retry = words->can_retry;
  trouble->wants_key = words->wants_key;
  trouble->report = g_variant_ref_sink (lanyard_error_report (trouble->body, error, endpoint));

  return trouble;
}

/**
 * lanyard_trouble_free:
 * @trouble: (transfer full): the words
 *
 * Frees what lanyard_trouble_new() returned.
 */
void
lanyard_trouble_free (LanyardTrouble *trouble)
{
  g_free (trouble->title);
  g_free (trouble->body);
  g_clear_pointer (&trouble->report, g_variant_unref);
  g_free (trouble);
}

static const char *
find_text (const char * const *texts,
           gsize               n,
           int                 code)
{
  return code >= 0 && code < (int) n && texts[code] != NULL ? texts[code] : N_("An unexpected error occurred");
}

/**
 * lanyard_error_text:
 * @error: (nullable): what went wrong
 *
 * Puts a failure into one line for a toast or a bar. It is in words of ours, whoever has found it: the message of
 * @error, which is in English, is in lanyard_error_report() alone.
 *
 * Returns: (transfer full): plain text
 */
char *
lanyard_error_text (const GError *error)
{
  if (error == NULL || error->domain == SEAM_ERROR)
    return with_host (_(lanyard_error_words_get (error)->line), seam_error_get_proxy (error));
  if (error->domain == LANYARD_CHANGES_ERROR)
    return g_strdup (_(find_text (changes_texts, G_N_ELEMENTS (changes_texts), error->code)));
  if (error->domain == LANYARD_JOURNAL_ERROR)
    return g_strdup (_(find_text (journal_texts, G_N_ELEMENTS (journal_texts), error->code)));

  return lanyard_file_text (error);
}

/**
 * lanyard_error_text_because:
 * @what: what is the matter, a sentence
 * @error: (nullable): why
 *
 * Returns: (transfer full): both, plain text
 */
char *
lanyard_error_text_because (const char   *what,
                            const GError *error)
{
  g_autofree char *reason = NULL;

  /* Stopped by hand: there is nothing to explain. */
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (what);

  reason = lanyard_error_text (error);
  /* Some are sentences of their own, with a stop as the language has it. */
  if (g_str_has_suffix (reason, ".") || g_str_has_suffix (reason, "。"))
    *g_utf8_find_prev_char (reason, reason + strlen (reason)) = '\0';
  /* Translators: the first %s is what is the matter, the second one why */
  return g_strdup_printf (_("%s %s."), what, reason);
}

/**
 * lanyard_error_wants_key:
 * @error: (nullable): what went wrong
 *
 * Returns: whether another API key helps
 */
gboolean
lanyard_error_wants_key (const GError *error)
{
  return g_error_matches (error, SEAM_ERROR, SEAM_ERROR_FORBIDDEN)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_UNAUTHORIZED);
}
