/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is behind Details: what happened in words of ours, and what the server or a library wrote, for who helps. */
#include "lanyard-error-report.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-config.h"
#include "lanyard-name-text.h"
#include "seam-error.h"
#include "seam-mask.h"

/* Of what others wrote: it is to be read, and to fit into a message. */
#define MAX_TEXT 4000

/* Numbers that are of use to who helps, and open nothing: of a record or a request, a date, and a time of day. And what
 * may be between a word and its number: whose it is, and where, as in "The PIN of Jane Doe for room 12 is 4821"; not
 * what was masked already, which was that number. */
#define NAMED_PARTS                                                                                                    \
  "(?(DEFINE)(?<known>(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"                                                  \
  "|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.]++)?+|[0-9]{1,2}(?::[0-9]{2})++(?:\\.[0-9]++)?+)(?![0-9]))"                \
  "(?<step>(?&known)|(?!(?&known)|request.?id|status|http)(?:[^0-9\\n•]|(?<![0-9])[0-9]{1,3}(?![0-9]))))"

/* Fields have names like "pin_code" and "accessCode": nothing is asked of what is before a word. The code of a status
 * is no secret. */
#define CODE "(?<!status)(?<!status[ _-])(?<!http)(?<!http[ _-])codes?(?![a-z])"
#define PIN "(?<![a-z])pins?(?![a-z])|(?-i:(?<=[a-z])(?:Pin|PIN)s?(?![a-z]))"
#define CARD "(?<![a-z])(?:card|badge)s?(?![a-z])|(?:card|badge|credential)[ _-]?numbers?(?![a-z])"

#define KEY "(?:(?:api|access|private|secret|client)[ _-]?key|token|password|passphrase|secret)s?"
#define IS "[\\\\\"']*\\s*[:=]\\s*"

/* What looks like a secret in a text of others, and what is kept of it: an API key or a token, of which Seam's begin
 * with "seam_" and have digits; what is sent as one; the password in an address; a number that is said to be a PIN, or
 * that of a card. Rather too much is masked than too little. */
static const struct
{
  const char *pattern;
  const char *replacement;
} secrets[] = {
  { "(?<![A-Za-z])seam_(?=[a-z_]*[0-9A-Z])[A-Za-z0-9_-]{4,}", SEAM_MASK },
  { "(?i)(?<![a-z])(bearer|basic)\\s+[A-Za-z0-9+/=._~-]{4,}", "\\1 " SEAM_MASK },
  { "(?i)(" KEY IS "([\"']))(?:(?!\\2)[^\\n])+", "\\1" SEAM_MASK },
  { "(?i)(" KEY IS "[\\\\\"']*)[^\\s\\\\\"',;]{4,}", "\\1" SEAM_MASK },
  { "(://)[^\\s/@]+@", "\\1" SEAM_MASK "@" },
  { "(?i)((?:" CODE "|" PIN "|" CARD ")"
    "(?&step){0,48}?)(?!(?&known))[0-9](?:[ .-]?[0-9]){3,}" NAMED_PARTS, "\\1" SEAM_MASK },
  /* It may be short, or have letters in it. */
  { "(?i)((?<!error)(?<!error[ _-])(?<!response)(?<!response[ _-])(?<!exit)(?<!exit[ _-])(?:" CODE "|" PIN ")"
    "[\\\\\"']*(?:\\s*[:=#]\\s*|\\s+(?:(?:is|was)\\s+)?)[\\\\\"']*)(?!(?&known))(?=[a-z]*[0-9])[0-9a-z]{3,}"
    NAMED_PARTS, "\\1" SEAM_MASK },
};

/* Compiled when it is first needed: pages make reports each time that they say anything anew. */
static GRegex *
get_secret (guint i)
{
  static GRegex *regexes[G_N_ELEMENTS (secrets)];

  if (regexes[i] == NULL)
    regexes[i] = g_regex_new (secrets[i].pattern, G_REGEX_OPTIMIZE, 0, NULL);

  return regexes[i];
}

/**
 * lanyard_report_mask:
 * @text: what a server or a library wrote
 *
 * Returns: (transfer full): @text without what may be a secret
 */
char *
lanyard_report_mask (const char *text)
{
  char *masked;

  g_return_val_if_fail (text != NULL, NULL);

  masked = g_utf8_make_valid (text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_autofree char *before = masked;
      char *after = g_regex_replace (get_secret (i), before, -1, 0, secrets[i].replacement, 0, NULL);

      /* Of a text that can't be searched nothing is shown. */
      masked = after != NULL ? after : g_strdup (SEAM_MASK);
    }

  return masked;
}

static void
add (GVariantBuilder *lines,
     const char      *about,
     const char      *text)
{
  if (text != NULL && *text != '\0')
    g_variant_builder_add (lines, "(ss)", about, text);
}

/* Its lines are kept: what the server said of each parameter is on one of its own. */
static void
add_written (GVariantBuilder *lines,
             const char      *about,
             const char      *text)
{
  g_autofree char *masked = text != NULL ? lanyard_report_mask (text) : NULL;
  g_auto (GStrv) parts = masked != NULL ? g_strsplit (masked, "\n", -1) : NULL;
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; parts != NULL && parts[i] != NULL && shown->len < MAX_TEXT; i++)
    {
      g_autofree char *part = lanyard_name_text (parts[i]);

      if (part != NULL)
        g_string_append_printf (shown, "%s%s", shown->len > 0 ? "\n" : "", part);
    }
  add (lines, about, shown->str);
}

static void
add_server (GVariantBuilder *lines,
            const char      *endpoint)
{
  g_autoptr (GUri) uri = endpoint != NULL ? g_uri_parse (endpoint, G_URI_FLAGS_NONE, NULL) : NULL;

  add (lines, _("Server"), uri != NULL ? g_uri_get_host (uri) : NULL);
}

/* For who reads logs: in digits, with its offset. */
static void
add_time (GVariantBuilder *lines,
          gint64           time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *text = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M:%S %:z") : NULL;

  add (lines, C_("of an error", "Time"), text);
}

static GVariant *
end (GVariantBuilder *lines,
     const char      *endpoint,
     gint64           time)
{
  add_server (lines, endpoint);
  add_time (lines, time);
  add (lines, _("Lanyard Version"), LANYARD_VERSION);

  return g_variant_builder_end (lines);
}

static const char *
get_written (const GError *error)
{
  const GError *cause = seam_error_get_cause (error);
  const char *server_text = seam_error_get_server_text (error);

  if (server_text != NULL)
    return server_text;

  return cause != NULL ? cause->message : error->message;
}

static void
add_type (GVariantBuilder *lines,
          const GError    *error)
{
  const GError *origin = seam_error_get_cause (error) != NULL ? seam_error_get_cause (error) : error;
  g_autofree char *code = g_strdup_printf ("%s %d", g_quark_to_string (origin->domain), origin->code);
  const char *type_name = seam_error_get_type_name (error);

  add_written (lines, _("Error Type"), type_name != NULL ? type_name : code);
}

/* What others wrote of a credential may have its numbers in it, called anything or nothing. */
static void
add_written_about (GVariantBuilder *lines,
                   const char      *about,
                   SeamCredential  *credential,
                   const char      *text)
{
  g_autofree char *masked = credential != NULL && text != NULL ? seam_credential_mask_text (credential, text) : NULL;

  add_written (lines, about, masked != NULL ? masked : text);
}

/**
 * lanyard_error_report_about:
 * @credential: (nullable): what it is about
 * @what: what happened, in words of ours
 * @error: (nullable): what went wrong
 * @endpoint: (nullable): the server that was asked
 *
 * Returns: (transfer floating): what is behind Details, without the card number and the PIN of @credential
 */
GVariant *
lanyard_error_report_about (SeamCredential *credential,
                            const char     *what,
                            const GError   *error,
                            const char     *endpoint)
{
  GVariantBuilder lines = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (LANYARD_REPORT_TYPE));
  guint status = seam_error_get_status (error);
  g_autofree char *status_text = status != 0 ? g_strdup_printf ("%u", status) : NULL;

  g_return_val_if_fail (what != NULL, NULL);

  add (&lines, _("What Happened"), what);
  if (error != NULL)
    {
      add_written_about (&lines, seam_error_get_server_text (error) != NULL ? _("Server Message") : _("System Message"),
                         credential, get_written (error));
      add_type (&lines, error);
    }
  add (&lines, _("HTTP Status"), status_text);
  add_written (&lines, _("Request ID"), seam_error_get_request_id (error));

  return end (&lines, endpoint, g_get_real_time ());
}

/**
 * lanyard_error_report:
 * @what: what happened, in words of ours
 * @error: (nullable): what went wrong
 * @endpoint: (nullable): the server that was asked
 *
 * Returns: (transfer floating): what is behind Details
 */
GVariant *
lanyard_error_report (const char   *what,
                      const GError *error,
                      const char   *endpoint)
{
  return lanyard_error_report_about (NULL, what, error, endpoint);
}

/**
 * lanyard_entry_dup_type:
 * @entry: an operation
 * @message: (out) (nullable) (transfer none): what the server or a library wrote, without the type
 *
 * Returns: (transfer full) (nullable): the server's name for the kind of error, which is written before its message
 */
char *
lanyard_entry_dup_type (LanyardEntry  *entry,
                        const char   **message)
{
  static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
  gsize length;

  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), NULL);

  *message = lanyard_entry_get_message (entry);
  length = *message != NULL ? strspn (*message, allowed) : 0;
  if (length == 0 || !g_str_has_prefix (*message + length, ": "))
    return NULL;

  *message += length + 2;
  return g_strndup (lanyard_entry_get_message (entry), length);
}

/**
 * lanyard_entry_report:
 * @entry: an operation that has its outcome
 * @credential: (nullable): what it is about, if that is known
 * @what: what came of it, in words of ours
 * @endpoint: (nullable): the server that it was sent to
 *
 * Returns: (transfer floating): what is behind Details, without the card number and the PIN of @credential
 */
GVariant *
lanyard_entry_report (LanyardEntry   *entry,
                      SeamCredential *credential,
                      const char     *what,
                      const char     *endpoint)
{
  GVariantBuilder lines = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (LANYARD_REPORT_TYPE));
  int code = lanyard_entry_get_error_code (entry);
  const char *message;
  g_autofree char *type = lanyard_entry_dup_type (entry, &message);
  gint64 time = lanyard_entry_get_closed_at (entry);

  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), NULL);
  g_return_val_if_fail (what != NULL, NULL);

  if (type == NULL && code >= LANYARD_ENTRY_OWN_REASONS)
    type = g_strdup_printf ("lanyard-changes-error-quark %d", code - LANYARD_ENTRY_OWN_REASONS);
  else if (type == NULL && code >= 0)
    type = g_strdup_printf ("%s %d", g_quark_to_string (SEAM_ERROR), code);
  add (&lines, _("What Happened"), what);
  add_written_about (&lines, _("Server Message"), credential, message);
  add (&lines, _("Error Type"), type);
  add_written (&lines, _("Request ID"), lanyard_entry_get_request_id (entry));

  return end (&lines, endpoint, time != 0 ? time : lanyard_entry_get_begun_at (entry));
}

/**
 * lanyard_entry_has_report:
 * @entry: an operation
 *
 * Returns: whether others wrote something about it that is behind Details
 */
gboolean
lanyard_entry_has_report (LanyardEntry *entry)
{
  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), FALSE);

  return lanyard_entry_get_outcome (entry) != LANYARD_OUTCOME_DONE
         && (lanyard_entry_get_message (entry) != NULL || lanyard_entry_get_request_id (entry) != NULL);
}

/**
 * lanyard_problem_report:
 * @what: what is the matter, in words of ours
 * @problem: the error or warning of a record
 * @message: (nullable): what it says of itself, without what opens a door
 *
 * Returns: (transfer floating): what is behind Details
 */
GVariant *
lanyard_problem_report (const char  *what,
                        SeamProblem *problem,
                        const char  *message)
{
  GVariantBuilder lines = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (LANYARD_REPORT_TYPE));
  gint64 time = seam_problem_get_created_at (problem);

  g_return_val_if_fail (what != NULL, NULL);

  add (&lines, _("What Happened"), what);
  add_written (&lines, _("Server Message"), message);
  add_written (&lines, _("Error Type"), seam_problem_get_code (problem));

  return end (&lines, NULL, time > 0 ? time : g_get_real_time ());
}

/**
 * lanyard_report_text:
 * @report: what is behind Details
 *
 * Returns: (transfer full): all of it as one text, for a message to who helps
 */
char *
lanyard_report_text (GVariant *report)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GVariantIter iter;
  const char *about, *says;

  g_return_val_if_fail (g_variant_is_of_type (report, G_VARIANT_TYPE (LANYARD_REPORT_TYPE)), NULL);

  g_variant_iter_init (&iter, report);
  while (g_variant_iter_next (&iter, "(&s&s)", &about, &says))
    {
      /* Translators: a line of a report: what it is about, and what it says */
      g_string_append_printf (text, _("%s: %s"), about, says);
      g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
