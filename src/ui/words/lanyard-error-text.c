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
  [SEAM_ERROR_ENDPOINT] = { N_("This Server Can’t Be Used"),
                            N_("Lanyard sends an API key only over https, or to this very computer."),
                            N_("The server’s address can’t be used"), "dialog-warning-symbolic", FALSE },
  [SEAM_ERROR_UNAUTHORIZED] = { N_("Seam Does Not Accept This Key"),
                                N_("The API key is wrong, or it has been revoked. Nothing was saved."),
                                N_("Seam does not accept this key"), "dialog-password-symbolic", FALSE },
  [SEAM_ERROR_FORBIDDEN] = { N_("This Key May Not Do That"),
                             N_("Seam knows the API key, but it has no right to read this workspace."),
                             N_("The API key has no right to do that"), "dialog-password-symbolic", TRUE },
  [SEAM_ERROR_NOT_FOUND] = { N_("Not Found"),
                             /* Translators: %s is a server, such as connect.getseam.com */
                             N_("%s has no such workspace."),
                             N_("It no longer exists"), "edit-find-symbolic", TRUE },
  [SEAM_ERROR_NO_ROUTE] = { N_("This Is Not a Seam Server"),
                            /* Translators: %s is a server, such as connect.getseam.com */
                            N_("%s answered, but it does not speak the Seam API. Check the server’s address."),
                            N_("The server does not know how to do that"), "network-server-symbolic", TRUE },
  [SEAM_ERROR_INVALID] = { N_("Seam Refused the Request"),
                           /* Translators: %s is a server, such as connect.getseam.com */
                           N_("%s did not accept what Lanyard asked for."),
                           N_("Seam refused the request"), "dialog-warning-symbolic", TRUE },
  [SEAM_ERROR_CONFLICT] = { N_("Something Changed Meanwhile"),
                            /* Translators: %s is a server, such as connect.getseam.com */
                            N_("%s has another state than Lanyard showed."),
                            N_("It was changed meanwhile"), "dialog-warning-symbolic", TRUE },
  [SEAM_ERROR_RATE_LIMITED] = { N_("Too Many Requests"),
                                /* Translators: %s is a server, such as connect.getseam.com */
                                N_("%s asks for a pause. Wait a minute, then try again."),
                                N_("Seam asks for a pause: wait a minute"), "alarm-symbolic", TRUE },
  [SEAM_ERROR_SERVER] = { N_("Seam Has a Problem"),
                          /* Translators: %s is a server, such as connect.getseam.com */
                          N_("%s could not answer. This is not the fault of your key or your computer."),
                          N_("The server had a problem"), "network-error-symbolic", TRUE },
  [SEAM_ERROR_NETWORK] = { N_("Can’t Reach the Server"),
                           /* Translators: %s is a server, such as connect.getseam.com */
                           N_("%s could not be reached. Check the network connection."),
                           N_("The server could not be reached"), "network-offline-symbolic", TRUE },
  [SEAM_ERROR_TLS] = { N_("The Connection Is Not Safe"),
                       /* Translators: %s is a server, such as connect.getseam.com */
                       N_("%s could not prove who it is: its certificate is not valid. Lanyard did not send the "
                          "API key. Somebody may be listening on this network, or this computer’s clock is wrong."),
                       N_("The server could not prove who it is"), "channel-insecure-symbolic", TRUE },
  [SEAM_ERROR_TIMED_OUT] = { N_("The Server Takes Too Long"),
                             /* Translators: %s is a server, such as connect.getseam.com */
                             N_("%s did not answer in time."),
                             N_("The server did not answer in time"), "network-error-symbolic", TRUE },
  [SEAM_ERROR_MALFORMED] = { N_("The Answer Makes No Sense"),
                             /* Translators: %s is a server, such as connect.getseam.com */
                             N_("%s answered something that Lanyard can’t read. Check the server’s address, or try "
                                "again later."),
                             N_("The server’s answer could not be read"), "network-error-symbolic", TRUE },
  [SEAM_ERROR_UNKNOWN_OUTCOME] = { N_("The Outcome Is Unknown"),
                                   /* Translators: %s is a server, such as connect.getseam.com */
                                   N_("%s did not say whether it was done."),
                                   N_("It is not known whether it was done"), "dialog-question-symbolic", TRUE },
  /* Where it is not known which proxy. */
  [SEAM_ERROR_PROXY] = { N_("Proxy Refused the Connection"),
                         N_("A proxy on the way to the server does not allow this connection."),
                         N_("A proxy refused the connection"), "network-error-symbolic", TRUE },
};

/* What a proxy did; %s stands for the proxy. */
static const Text proxy_texts[] = {
  [SEAM_PROXY_FAULT_WANTS_ACCOUNT] = { N_("Proxy Requires a Password"),
                                       /* Translators: %s is a proxy, such as proxy.example.org:3128 */
                                       N_("The proxy %s requires a user name and password. Add them to the proxy’s "
                                          "address in the network settings of this computer."),
                                       /* Translators: %s is a proxy, such as proxy.example.org:3128 */
                                       N_("The proxy %s requires a user name and password"),
                                       "dialog-password-symbolic", TRUE },
  [SEAM_PROXY_FAULT_REFUSES_ACCOUNT] = { N_("Proxy Did Not Accept the Password"),
                                         /* Translators: %s is a proxy, such as proxy.example.org:3128 */
                                         N_("The proxy %s did not accept the user name and password that are set for "
                                            "it. Check them in the network settings of this computer."),
                                         /* Translators: %s is a proxy, such as proxy.example.org:3128 */
                                         N_("The proxy %s did not accept the user name and password"),
                                         "dialog-password-symbolic", TRUE },
  [SEAM_PROXY_FAULT_REFUSES] = { N_("Proxy Refused the Connection"),
                                 /* Translators: %s is a proxy, such as proxy.example.org:3128 */
                                 N_("The proxy %s does not allow this connection. Ask whoever manages your network."),
                                 /* Translators: %s is a proxy, such as proxy.example.org:3128 */
                                 N_("The proxy %s refused the connection"), "network-error-symbolic", TRUE },
  [SEAM_PROXY_FAULT_NO_WAY] = { N_("Can’t Reach the Server"),
                                /* Translators: %s is a proxy, such as proxy.example.org:3128 */
                                N_("The server could not be reached through the proxy %s. Check the network connection."),
                                /* Translators: %s is a proxy, such as proxy.example.org:3128 */
                                N_("The server could not be reached through the proxy %s"), "network-offline-symbolic",
                                TRUE },
};

static const char * const changes_texts[] = {
  [LANYARD_CHANGES_ERROR_HOLDER_CHANGED] =
    N_("It changed hands meanwhile. Nothing was sent; the list now shows who has it"),
  [LANYARD_CHANGES_ERROR_ALREADY] = N_("It already is as you asked. Nothing was sent"),
  [LANYARD_CHANGES_ERROR_OTHER_SYSTEM] =
    N_("The credential and the user belong to different access systems. Nothing was sent"),
  [LANYARD_CHANGES_ERROR_BUSY] = N_("Another change of this credential is still on its way"),
  [LANYARD_CHANGES_ERROR_GONE] = N_("It no longer exists at Seam, and was taken off the list"),
  [LANYARD_CHANGES_ERROR_NOT_UNDOABLE] = N_("This can’t be taken back: it is no longer in force. Nothing was sent"),
  [LANYARD_CHANGES_ERROR_JOURNAL] = N_("It could not be written down first, so nothing was sent"),
  [LANYARD_CHANGES_ERROR_NOT_SENT] = N_("Lanyard was closed before it was sent"),
  [LANYARD_CHANGES_ERROR_SUPERSEDED] =
    N_("This can’t be found out any more: the credential was changed since"),
};

static const char * const journal_texts[] = {
  [LANYARD_JOURNAL_ERROR_UNWRITABLE] = N_("Lanyard can’t write its record. The disk may be full or read-only."),
  [LANYARD_JOURNAL_ERROR_CORRUPT] =
    N_("Lanyard’s record was damaged. The damaged file was set aside under another name, and not deleted."),
  [LANYARD_JOURNAL_ERROR_NEWER] = N_("Lanyard’s record was written by a newer Lanyard, which this one can’t read."),
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
