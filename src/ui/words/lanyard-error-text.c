/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong, in words for people: as a page says it, and as a line says it. */
#include "lanyard-error-text.h"

#include <glib/gi18n.h>

#include "lanyard-changes-error.h"
#include "lanyard-journal.h"
#include "seam-error.h"

/* The text of a failure of the given kind; %s in @body stands for the host. */
typedef struct
{
  const char *title;
  const char *body;
  const char *line;
  const char *icon_name;
  gboolean    can_retry;
} Text;

static const Text seam_texts[] = {
  [SEAM_ERROR_ENDPOINT] = { N_("Can’t Use Server Address"),
                            N_("API keys are sent only over https, or to a server on this computer."),
                            N_("The server address can’t be used"), "dialog-warning-symbolic", FALSE },
  [SEAM_ERROR_UNAUTHORIZED] = { N_("API Key Not Accepted"),
                                N_("The API key is incorrect or has been revoked."),
                                N_("Seam did not accept the API key"), "dialog-password-symbolic", FALSE },
  [SEAM_ERROR_FORBIDDEN] = { N_("Permission Denied"),
                             N_("The API key does not have permission to read this workspace."),
                             N_("The API key does not have permission to do this"), "dialog-password-symbolic", TRUE },
  [SEAM_ERROR_NOT_FOUND] = { N_("Workspace Not Found"),
                             /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
                             N_("%s has no such workspace."),
                             N_("Not found in Seam"), "edit-find-symbolic", TRUE },
  [SEAM_ERROR_NO_ROUTE] = { N_("Not a Seam Server"),
                            /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
                            N_("%s responded, but not as a Seam server. Check the server address."),
                            N_("The server does not support this action"), "network-server-symbolic", TRUE },
  [SEAM_ERROR_INVALID] = { N_("Request Refused"),
                           /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
                           N_("%s did not accept the request."),
                           N_("Seam refused the request"), "dialog-warning-symbolic", TRUE },
  [SEAM_ERROR_CONFLICT] = { N_("Workspace Has Changed"),
                            /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
                            N_("%s has newer data than Lanyard shows."),
                            N_("The data in Seam has changed in the meantime"), "dialog-warning-symbolic", TRUE },
  [SEAM_ERROR_RATE_LIMITED] = { N_("Too Many Requests"),
                                /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
                                N_("%s received too many requests. Wait a minute, then try again."),
                                N_("Too many requests. Wait a minute, then try again"), "alarm-symbolic", TRUE },
  [SEAM_ERROR_SERVER] = { N_("Server Error"),
                          /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
                          N_("%s reported an error. Try again later."),
                          N_("The server reported an error"), "network-error-symbolic", TRUE },
  [SEAM_ERROR_NETWORK] = { N_("Can’t Reach Server"),
                           /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
                           N_("%s could not be reached. Check the network connection."),
                           N_("The server could not be reached"), "network-offline-symbolic", TRUE },
  [SEAM_ERROR_TLS] = { N_("Connection Not Secure"),
                       /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
                       N_("%s has an invalid certificate, so its identity could not be verified. The API key was "
                          "not sent. Someone may be intercepting the connection, or this computer’s clock may be "
                          "wrong."),
                       N_("The server’s identity could not be verified"), "channel-insecure-symbolic", TRUE },
  [SEAM_ERROR_TIMED_OUT] = { N_("Server Not Responding"),
                             /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
                             N_("%s did not respond in time."),
                             N_("The server did not respond in time"), "network-error-symbolic", TRUE },
  [SEAM_ERROR_MALFORMED] = { N_("Unexpected Response"),
                             /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
                             N_("%s sent a response that Lanyard can’t read. Check the server address, or try again "
                                "later."),
                             N_("The server’s response could not be read"), "network-error-symbolic", TRUE },
  [SEAM_ERROR_UNKNOWN_OUTCOME] = { N_("Outcome Unknown"),
                                   /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
                                   N_("%s did not confirm the change."),
                                   N_("The change could not be confirmed"), "dialog-question-symbolic", TRUE },
  /* Where it is not known which proxy. */
  [SEAM_ERROR_PROXY] = { N_("Proxy Refused the Connection"),
                         N_("A proxy does not allow this connection."),
                         N_("A proxy refused the connection"), "network-error-symbolic", TRUE },
};

/* What a proxy did; %s stands for the proxy. */
static const Text proxy_texts[] = {
  [SEAM_PROXY_FAULT_WANTS_ACCOUNT] = { N_("Proxy Requires a Password"),
                                       /* Translators: %s is a proxy, such as proxy.example.org:3128 */
                                       N_("The proxy %s requires a username and password. Add them to the proxy "
                                          "address in the network settings of this computer."),
                                       /* Translators: %s is a proxy, such as proxy.example.org:3128 */
                                       N_("The proxy %s requires a username and password"),
                                       "dialog-password-symbolic", TRUE },
  [SEAM_PROXY_FAULT_REFUSES_ACCOUNT] = { N_("Proxy Password Not Accepted"),
                                         /* Translators: %s is a proxy, such as proxy.example.org:3128 */
                                         N_("The proxy %s did not accept the username and password. Check them in "
                                            "the network settings of this computer."),
                                         /* Translators: %s is a proxy, such as proxy.example.org:3128 */
                                         N_("The proxy %s did not accept the username and password"),
                                         "dialog-password-symbolic", TRUE },
  [SEAM_PROXY_FAULT_REFUSES] = { N_("Proxy Refused the Connection"),
                                 /* Translators: %s is a proxy, such as proxy.example.org:3128 */
                                 N_("The proxy %s does not allow this connection. Contact the network administrator."),
                                 /* Translators: %s is a proxy, such as proxy.example.org:3128 */
                                 N_("The proxy %s refused the connection"), "network-error-symbolic", TRUE },
  [SEAM_PROXY_FAULT_NO_WAY] = { N_("Can’t Reach Server"),
                                /* Translators: %s is a proxy, such as proxy.example.org:3128 */
                                N_("The server could not be reached through the proxy %s. Check the network connection."),
                                /* Translators: %s is a proxy, such as proxy.example.org:3128 */
                                N_("The server could not be reached through the proxy %s"), "network-offline-symbolic",
                                TRUE },
};

static const char * const changes_texts[] = {
  [LANYARD_CHANGES_ERROR_HOLDER_CHANGED] =
    N_("The holder has changed in the meantime, so no change was made. The list is now up to date"),
  [LANYARD_CHANGES_ERROR_ALREADY] = N_("This change has already been made"),
  [LANYARD_CHANGES_ERROR_OTHER_SYSTEM] =
    N_("The credential and the user belong to different access systems"),
  [LANYARD_CHANGES_ERROR_BUSY] = N_("Another change to this credential is still in progress"),
  [LANYARD_CHANGES_ERROR_GONE] = N_("The user or credential no longer exists in Seam and was removed from the list"),
  [LANYARD_CHANGES_ERROR_NOT_UNDOABLE] = N_("This change can’t be undone because it is no longer in effect"),
  [LANYARD_CHANGES_ERROR_JOURNAL] = N_("The change could not be logged, so it was not made"),
  [LANYARD_CHANGES_ERROR_NOT_SENT] = N_("Lanyard was closed before the change was sent"),
  [LANYARD_CHANGES_ERROR_SUPERSEDED] =
    N_("The outcome can no longer be checked because the credential has changed since then"),
};

static const char * const journal_texts[] = {
  [LANYARD_JOURNAL_ERROR_UNWRITABLE] = N_("The activity log can’t be saved. The disk may be full or read-only."),
  [LANYARD_JOURNAL_ERROR_CORRUPT] =
    N_("The activity log was damaged. The damaged file was kept under another name."),
  [LANYARD_JOURNAL_ERROR_NEWER] = N_("The activity log was written by a newer version of Lanyard and can’t be read."),
};

static const Text *
text_for (const GError *error)
{
  if (seam_error_get_proxy (error) != NULL)
    return &proxy_texts[seam_error_get_proxy_fault (error)];

  if (error != NULL && error->domain == SEAM_ERROR && error->code >= 0
      && error->code < (int) G_N_ELEMENTS (seam_texts))
    return &seam_texts[error->code];

  return &seam_texts[SEAM_ERROR_NETWORK];
}

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
 * Puts a failure into words for a status page: what it means, the server's own words where it gave some, and
 * the number to quote to its support.
 *
 * Returns: (transfer full): the words
 */
LanyardTrouble *
lanyard_trouble_new (const GError *error,
                     const char   *endpoint)
{
  const Text *text = text_for (error);
  LanyardTrouble *trouble = g_new0 (LanyardTrouble, 1);
  g_autofree char *host = seam_error_get_proxy (error) != NULL ? g_strdup (seam_error_get_proxy (error))
                                                               : dup_host (endpoint);
  g_autofree char *meaning = with_host (_(text->body), host);
  g_autoptr (GString) body = g_string_new (meaning);
  const char *server_text = seam_error_get_server_text (error);
  const char *request_id = seam_error_get_request_id (error);

  if (server_text != NULL && error->code != SEAM_ERROR_UNAUTHORIZED)
    g_string_append_printf (body, "\n\n%s", server_text);
  if (request_id != NULL)
    /* Translators: %s is an identifier that Seam's support asks for */
    g_string_append_printf (body, _("\n\nRequest ID: %s"), request_id);

  trouble->title = g_strdup (_(text->title));
  trouble->body = g_string_free (g_steal_pointer (&body), FALSE);
  trouble->icon_name = text->icon_name;
  trouble->can_retry = text->can_retry;

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
  g_free (trouble);
}

/**
 * lanyard_error_text:
 * @error: (nullable): what went wrong
 *
 * Puts a failure into one line for a toast or a bar.
 *
 * Returns: (transfer full): plain text
 */
char *
lanyard_error_text (const GError *error)
{
  const char *server_text = error != NULL ? seam_error_get_server_text (error) : NULL;
  g_autofree char *line = with_host (_(text_for (error)->line), seam_error_get_proxy (error));

  if (error != NULL && error->domain == LANYARD_CHANGES_ERROR && error->code >= 0
      && error->code < (int) G_N_ELEMENTS (changes_texts))
    return g_strdup (_(changes_texts[error->code]));

  if (error != NULL && error->domain == LANYARD_JOURNAL_ERROR && error->code >= 0
      && error->code < (int) G_N_ELEMENTS (journal_texts))
    return g_strdup (_(journal_texts[error->code]));

  if (error != NULL && error->domain != SEAM_ERROR)
    return g_strdup (error->message);

  /* Translators: the first %s says what kind of failure it is, the second one is the server's own text */
  return server_text != NULL ? g_strdup_printf (_("%s: %s"), line, server_text) : g_steal_pointer (&line);
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
  /* The server's own text may have its full stop. */
  if (g_str_has_suffix (reason, "."))
    reason[strlen (reason) - 1] = '\0';
  /* Translators: the first %s is what is the matter, the second one why */
  return g_strdup_printf (_("%s %s."), what, reason);
}
