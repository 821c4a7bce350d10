/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for a failure of each kind: those of the API client, and of a proxy. */
#include "lanyard-error-words.h"

#include <glib/gi18n.h>

static const LanyardErrorWords seam_words[] = {
  [SEAM_ERROR_ENDPOINT] =
    { N_("Can’t Use Server Address"),
      N_("API keys are sent only over https, or to a server on this computer."),
      N_("The server address can’t be used. Use an address that begins with https"),
      "dialog-warning-symbolic", FALSE, FALSE },
  [SEAM_ERROR_UNAUTHORIZED] =
    { N_("API Key Not Accepted"),
      N_("The API key is incorrect or has been revoked. Enter a new API key, or ask the owner of the"
         " Seam workspace for one."),
      N_("Seam did not accept the API key. Enter a new API key"),
      "dialog-password-symbolic", TRUE, TRUE },
  [SEAM_ERROR_FORBIDDEN] =
    { N_("Permission Denied"),
      N_("The API key does not have permission to read this workspace. Enter another API key, or ask"
         " the owner of the Seam workspace for access."),
      N_("The API key does not have permission to do this. Ask the owner of the Seam workspace for "
         "access"),
      "dialog-password-symbolic", TRUE, TRUE },
  [SEAM_ERROR_NOT_FOUND] =
    { N_("Workspace Not Found"),
      /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
      N_("%s has no such workspace. Enter the API key for another one."),
      N_("This item no longer exists in Seam. Refresh the lists"),
      "edit-find-symbolic", TRUE, TRUE },
  [SEAM_ERROR_NO_ROUTE] =
    { N_("Not a Seam Server"),
      /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
      N_("%s responded, but not as a Seam server. Check the server address."),
      N_("The server does not support this action. Check the server address"),
      "network-server-symbolic", TRUE, FALSE },
  [SEAM_ERROR_INVALID] =
    { N_("Request Refused"),
      /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
      N_("%s did not accept the request. Its reason is under Details."),
      N_("Seam refused the request"),
      "dialog-warning-symbolic", TRUE, FALSE },
  [SEAM_ERROR_CONFLICT] =
    { N_("Workspace Has Changed"),
      /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
      N_("%s has newer data than Lanyard shows. Try again."),
      N_("The data in Seam has changed in the meantime. Refresh the lists, then try again"),
      "dialog-warning-symbolic", TRUE, FALSE },
  [SEAM_ERROR_RATE_LIMITED] =
    { N_("Too Many Requests"),
      /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
      N_("%s received too many requests. Wait a minute, then try again."),
      N_("Too many requests. Wait a minute, then try again"),
      "alarm-symbolic", TRUE, FALSE },
  [SEAM_ERROR_SERVER] =
    { N_("Server Error"),
      /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
      N_("%s reported an error. Try again later."),
      N_("The server reported an error. Try again later"),
      "network-error-symbolic", TRUE, FALSE },
  [SEAM_ERROR_NETWORK] =
    { N_("Can’t Reach Server"),
      /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
      N_("%s could not be reached. Check the network connection."),
      N_("The server could not be reached. Check the network connection"),
      "network-offline-symbolic", TRUE, FALSE },
  [SEAM_ERROR_TLS] =
    { N_("Connection Not Secure"),
      /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
      N_("%s has an invalid certificate, so its identity could not be verified. The API key was not "
         "sent. Someone may be intercepting the connection, or this computer’s clock may be wrong."),
      N_("The server’s identity could not be verified. Check this computer’s clock and the network"),
      "channel-insecure-symbolic", TRUE, FALSE },
  [SEAM_ERROR_TIMED_OUT] =
    { N_("Server Not Responding"),
      /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
      N_("%s did not respond in time. Check the network connection, or try again later."),
      N_("The server did not respond in time. Try again later"),
      "network-error-symbolic", TRUE, FALSE },
  [SEAM_ERROR_MALFORMED] =
    { N_("Unexpected Response"),
      /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
      N_("%s sent a response that Lanyard can’t read. Check the server address, or try again later."),
      N_("The server’s response could not be read. Try again later"),
      "network-error-symbolic", TRUE, FALSE },
  [SEAM_ERROR_UNKNOWN_OUTCOME] =
    { N_("Outcome Unknown"),
      /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
      N_("%s did not confirm the change. Check in a moment whether it was made."),
      N_("The change could not be confirmed"),
      "dialog-question-symbolic", TRUE, FALSE },
  [SEAM_ERROR_PROXY] =
    { N_("Proxy Refused the Connection"),
      N_("A proxy does not allow this connection. Contact the network administrator."),
      N_("A proxy refused the connection. Contact the network administrator"),
      "network-error-symbolic", TRUE, FALSE },
};

/* What a proxy did. */
static const LanyardErrorWords proxy_words[] = {
  [SEAM_PROXY_FAULT_WANTS_ACCOUNT] =
    { N_("Proxy Requires a Password"),
      /* Translators: %s is a proxy, such as proxy.example.org:3128 */
      N_("The proxy %s requires a username and password. Add them to the proxy address in the "
         "network settings of this computer."),
      /* Translators: %s is a proxy, such as proxy.example.org:3128 */
      N_("The proxy %s requires a username and password. Add them in the network settings"),
      "dialog-password-symbolic", TRUE, FALSE },
  [SEAM_PROXY_FAULT_REFUSES_ACCOUNT] =
    { N_("Proxy Password Not Accepted"),
      /* Translators: %s is a proxy, such as proxy.example.org:3128 */
      N_("The proxy %s did not accept the username and password. Check them in the network settings "
         "of this computer."),
      /* Translators: %s is a proxy, such as proxy.example.org:3128 */
      N_("The proxy %s did not accept the username and password. Check them in the network settings"),
      "dialog-password-symbolic", TRUE, FALSE },
  [SEAM_PROXY_FAULT_REFUSES] =
    { N_("Proxy Refused the Connection"),
      /* Translators: %s is a proxy, such as proxy.example.org:3128 */
      N_("The proxy %s does not allow this connection. Contact the network administrator."),
      /* Translators: %s is a proxy, such as proxy.example.org:3128 */
      N_("The proxy %s refused the connection. Contact the network administrator"),
      "network-error-symbolic", TRUE, FALSE },
  [SEAM_PROXY_FAULT_NO_WAY] =
    { N_("Can’t Reach Server"),
      /* Translators: %s is a proxy, such as proxy.example.org:3128 */
      NULL,
      /* Translators: %s is a proxy, such as proxy.example.org:3128 */
      N_("The server could not be reached through the proxy %s. Check the network connection"),
      "network-offline-symbolic", TRUE, FALSE },
};

/**
 * lanyard_error_words_of_code:
 * @code: a #SeamErrorCode, of whatever origin
 *
 * Returns: (transfer none): the words for it
 */
const LanyardErrorWords *
lanyard_error_words_of_code (int code)
{
  return &seam_words[code >= 0 && code < (int) G_N_ELEMENTS (seam_words) ? code : SEAM_ERROR_NETWORK];
}

/* The first of what the server did not accept that there are words for. */
static const LanyardErrorWords *
words_of_fields (const char * const *fields)
{
  const LanyardErrorWords *words = NULL;

  for (guint i = 0; fields != NULL && fields[i] != NULL && words == NULL; i++)
    words = lanyard_error_words_of_field (fields[i]);

  return words;
}

/**
 * lanyard_error_words_get:
 * @error: (nullable): an error of any domain
 *
 * Returns: (transfer none): the words that tell most about it; of an error that is not the API client's, those for not
 *   having reached the server
 */
const LanyardErrorWords *
lanyard_error_words_get (const GError *error)
{
  const LanyardErrorWords *words;

  if (seam_error_get_proxy (error) != NULL)
    return &proxy_words[seam_error_get_proxy_fault (error)];

  words = lanyard_error_words_of_type (seam_error_get_type_name (error));
  if (words == NULL)
    words = words_of_fields (seam_error_get_fields (error));
  if (words == NULL)
    words = lanyard_error_words_of_cause (seam_error_get_cause (error));
  if (words == NULL)
    words = lanyard_error_words_of_code (error != NULL && error->domain == SEAM_ERROR ? error->code : -1);

  return words;
}
