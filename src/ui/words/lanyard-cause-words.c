/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for what a library says went wrong on the way to the server: GIO, its TLS and its resolver, libsoup. */
#include "lanyard-error-words.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>

static const LanyardErrorWords unknown_host =
  { N_("Can’t Find Server"),
    /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
    N_("%s could not be found by its name. Check the server address and the network connection."),
    N_("The server’s name could not be looked up. Check the server address and the network connection"),
    "network-offline-symbolic", TRUE, FALSE };

static const LanyardErrorWords no_network =
  { N_("No Network Connection"),
    /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
    N_("%s could not be reached because this computer is not connected to a network. Check the network "
       "connection."),
    N_("This computer has no network connection to the server. Check the network connection"),
    "network-offline-symbolic", TRUE, FALSE };

static const LanyardErrorWords refused =
  { N_("Can’t Reach Server"),
    /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
    N_("%s could not be reached because nothing responds at its address. Check the server address, "
       "or try again later."),
    N_("The server could not be reached because nothing responds at its address. Try again later"),
    "network-error-symbolic", TRUE, FALSE };

static const LanyardErrorWords interrupted =
  { N_("Connection Interrupted"),
    /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
    N_("%s could not be reached because the connection was interrupted. Check the network connection, then "
       "try again."),
    N_("The connection to the server was interrupted. Check the network connection, then try again"),
    "network-error-symbolic", TRUE, FALSE };

static const LanyardErrorWords too_slow =
  { N_("Server Not Responding"),
    /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
    N_("%s did not respond in time. Check the network connection, or try again later."),
    N_("The server did not respond in time. Try again later"),
    "network-error-symbolic", TRUE, FALSE };

static const LanyardErrorWords unreadable =
  { N_("Unexpected Response"),
    /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
    N_("%s sent a response that Lanyard can’t read. Check the server address, or try again later."),
    N_("The server’s response could not be read. Try again later"),
    "network-error-symbolic", TRUE, FALSE };

static const LanyardErrorWords not_tls =
  { N_("Connection Not Secure"),
    /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
    N_("%s does not offer a secure connection. The API key was not sent. Check the server address."),
    N_("The server does not offer a secure connection. Check the server address"),
    "channel-insecure-symbolic", TRUE, FALSE };

static const LanyardErrorWords handshake =
  { N_("Connection Not Secure"),
    /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
    N_("%s could not be reached over a secure connection. The API key was not sent. Check the network "
       "connection, or ask the network administrator."),
    N_("A secure connection to the server could not be made. Check the network connection"),
    "channel-insecure-symbolic", TRUE, FALSE };

static const LanyardErrorWords wants_certificate =
  { N_("Client Certificate Required"),
    /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
    N_("%s requires a client certificate, which Lanyard does not support. Ask the network "
       "administrator."),
    N_("The server requires a client certificate, which Lanyard does not support"),
    "channel-insecure-symbolic", TRUE, FALSE };

static const LanyardErrorWords no_tls =
  { N_("Secure Connections Not Available"),
    NULL,
    N_("This computer can’t make secure connections. Install glib-networking, then start Lanyard again"),
    "channel-insecure-symbolic", TRUE, FALSE };

static const LanyardErrorWords forbidden =
  { N_("Connection Not Allowed"),
    /* Translators: %s is a server, such as connect.getseam.com, or "The server" */
    N_("%s could not be reached because this computer does not allow Lanyard to connect to it. Check the "
       "firewall, or ask the network administrator."),
    N_("This computer does not allow the connection. Check the firewall, or ask the network "
       "administrator"),
    "network-error-symbolic", TRUE, FALSE };

static const LanyardErrorWords overloaded =
  { N_("Computer Overloaded"),
    NULL,
    N_("This computer has too little memory or too many open files. Close other apps, then try again"),
    "dialog-warning-symbolic", TRUE, FALSE };

static const LanyardErrorWords *
words_of_io (int code)
{
  switch (code)
    {
    case G_IO_ERROR_HOST_NOT_FOUND:
      return &unknown_host;
    case G_IO_ERROR_NETWORK_UNREACHABLE:
      return &no_network;
    case G_IO_ERROR_CONNECTION_REFUSED:
      return &refused;
    case G_IO_ERROR_CONNECTION_CLOSED: /* the same as G_IO_ERROR_BROKEN_PIPE */
    case G_IO_ERROR_PARTIAL_INPUT:
    case G_IO_ERROR_NOT_CONNECTED:
    case G_IO_ERROR_CLOSED:
      return &interrupted;
    case G_IO_ERROR_TIMED_OUT:
      return &too_slow;
    case G_IO_ERROR_INVALID_DATA:
    case G_IO_ERROR_MESSAGE_TOO_LARGE:
      return &unreadable;
    case G_IO_ERROR_PERMISSION_DENIED:
      return &forbidden;
    case G_IO_ERROR_TOO_MANY_OPEN_FILES:
    case G_IO_ERROR_NO_SPACE:
      return &overloaded;
    default:
      return NULL;
    }
}

/* A certificate that is not valid has the words of its SeamErrorCode. */
static const LanyardErrorWords *
words_of_tls (int code)
{
  switch (code)
    {
    case G_TLS_ERROR_UNAVAILABLE:
      return &no_tls;
    case G_TLS_ERROR_NOT_TLS:
      return &not_tls;
    case G_TLS_ERROR_CERTIFICATE_REQUIRED:
      return &wants_certificate;
    case G_TLS_ERROR_EOF:
      return &interrupted;
    case G_TLS_ERROR_MISC:
    case G_TLS_ERROR_HANDSHAKE:
    case G_TLS_ERROR_INAPPROPRIATE_FALLBACK:
      return &handshake;
    default:
      return NULL;
    }
}

/**
 * lanyard_error_words_of_cause:
 * @cause: (nullable): the error of a library
 *
 * Returns: (transfer none) (nullable): the words for it; %NULL where a #SeamErrorCode says as much
 */
const LanyardErrorWords *
lanyard_error_words_of_cause (const GError *cause)
{
  if (cause == NULL)
    return NULL;
  if (cause->domain == G_RESOLVER_ERROR)
    return &unknown_host;
  if (cause->domain == SOUP_SESSION_ERROR)
    return &unreadable;
  if (cause->domain == G_TLS_ERROR)
    return words_of_tls (cause->code);

  return cause->domain == G_IO_ERROR ? words_of_io (cause->code) : NULL;
}
