/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong when talking to Seam, by what a caller can do about it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SEAM_ERROR (seam_error_quark ())
#define SEAM_RETRY_AFTER_UNSET (-1)

/**
 * SeamErrorCode:
 * @SEAM_ERROR_ENDPOINT: the endpoint is no URL, or plain http to another host than loopback; nothing was sent
 * @SEAM_ERROR_UNAUTHORIZED: the token is wrong or revoked, or a personal access token lacks its workspace (401)
 * @SEAM_ERROR_FORBIDDEN: the token may not do this (403)
 * @SEAM_ERROR_NOT_FOUND: the server has no such object (404 with a Seam error body)
 * @SEAM_ERROR_NO_ROUTE: the server has no such route (404 or 405 without a Seam error body); nothing was done
 * @SEAM_ERROR_INVALID: the server refused the parameters (other 4xx)
 * @SEAM_ERROR_CONFLICT: the object is in another state than the request presumed
 * @SEAM_ERROR_RATE_LIMITED: too many requests, still after waiting as told (429)
 * @SEAM_ERROR_SERVER: the server failed (5xx)
 * @SEAM_ERROR_NETWORK: the server could not be reached, or the connection broke
 * @SEAM_ERROR_TLS: the server's certificate is not valid, or it speaks no TLS; nothing was sent
 * @SEAM_ERROR_TIMED_OUT: no answer within the deadline
 * @SEAM_ERROR_MALFORMED: the answer could not be understood: not JSON, wrong types, too large, a repeating
 *   cursor, a redirect, "ok" false
 * @SEAM_ERROR_UNKNOWN_OUTCOME: a write was sent, its answer was lost, and it could not be read back whether
 *   it was done; or it was read that it is not done, but the server may still be at it
 * @SEAM_ERROR_PROXY: a proxy on the way to the server refused (see seam_error_get_proxy()); nothing was sent to the server
 *
 * Cancelling is %G_IO_ERROR_CANCELLED, as everywhere in GIO.
 */
typedef enum
{
  SEAM_ERROR_ENDPOINT,
  SEAM_ERROR_UNAUTHORIZED,
  SEAM_ERROR_FORBIDDEN,
  SEAM_ERROR_NOT_FOUND,
  SEAM_ERROR_NO_ROUTE,
  SEAM_ERROR_INVALID,
  SEAM_ERROR_CONFLICT,
  SEAM_ERROR_RATE_LIMITED,
  SEAM_ERROR_SERVER,
  SEAM_ERROR_NETWORK,
  SEAM_ERROR_TLS,
  SEAM_ERROR_TIMED_OUT,
  SEAM_ERROR_MALFORMED,
  SEAM_ERROR_UNKNOWN_OUTCOME,
  SEAM_ERROR_PROXY,
} SeamErrorCode;

/**
 * SeamProxyFault:
 * @SEAM_PROXY_FAULT_NONE: there is none, or it has nothing to do with it
 * @SEAM_PROXY_FAULT_WANTS_ACCOUNT: it wants a user name and password, and the system has none for it
 * @SEAM_PROXY_FAULT_REFUSES_ACCOUNT: it does not take the user name and password that the system has for it
 * @SEAM_PROXY_FAULT_REFUSES: it does not make a connection to the server
 * @SEAM_PROXY_FAULT_NO_WAY: it can't be reached, or can't reach the server
 *
 * What a proxy has to do with an error.
 */
typedef enum
{
  SEAM_PROXY_FAULT_NONE,
  SEAM_PROXY_FAULT_WANTS_ACCOUNT,
  SEAM_PROXY_FAULT_REFUSES_ACCOUNT,
  SEAM_PROXY_FAULT_REFUSES,
  SEAM_PROXY_FAULT_NO_WAY,
} SeamProxyFault;

GQuark      seam_error_quark            (void);

/* What the server said with it; NULL where it said nothing, or where @error isn't a SEAM_ERROR. */
const char *seam_error_get_type_name    (const GError *error);
const char *seam_error_get_request_id   (const GError *error);
/* The server's own message and its messages by field, for people; NULL if it gave none. */
const char *seam_error_get_server_text  (const GError *error);
/* How many seconds the server asks to wait; or SEAM_RETRY_AFTER_UNSET. */
int         seam_error_get_retry_after  (const GError *error);
/* Whether the server certainly didn't act on the request. */
gboolean    seam_error_get_not_acted    (const GError *error);
/* Host and port of the proxy whose fault it is, and what it did; NULL where it is no proxy's. */
const char *seam_error_get_proxy        (const GError *error);
SeamProxyFault
            seam_error_get_proxy_fault  (const GError *error);
/* The HTTP status of the answer; 0 where there was none. */
guint       seam_error_get_status       (const GError *error);
/* The parameters that the server did not accept, where it named any. */
const char * const *
            seam_error_get_fields       (const GError *error);
/* The error of a library that it comes from, such as a GTlsError. */
const GError *
            seam_error_get_cause        (const GError *error);

G_END_DECLS
