/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors that carry what the server said with them. */
#include "seam-error-private.h"

typedef struct
{
  char    *type_name;
  char    *request_id;
  char    *server_text;
  char    *proxy;
  gboolean not_acted;
  int      retry_after;
  SeamProxyFault proxy_fault;
  guint    status;
  char   **fields;
  GError  *cause;
} SeamErrorPrivate;

static void
seam_error_private_init (SeamErrorPrivate *priv)
{
  priv->retry_after = SEAM_RETRY_AFTER_UNSET;
}

static void
seam_error_private_copy (const SeamErrorPrivate *from,
                         SeamErrorPrivate       *to)
{
  to->type_name = g_strdup (from->type_name);
  to->request_id = g_strdup (from->request_id);
  to->server_text = g_strdup (from->server_text);
  to->not_acted = from->not_acted;
  to->retry_after = from->retry_after;
  to->proxy = g_strdup (from->proxy);
  to->proxy_fault = from->proxy_fault;
  to->status = from->status;
  to->fields = g_strdupv (from->fields);
  to->cause = from->cause != NULL ? g_error_copy (from->cause) : NULL;
}

static void
seam_error_private_clear (SeamErrorPrivate *priv)
{
  g_free (priv->type_name);
  g_free (priv->request_id);
  g_free (priv->server_text);
  g_free (priv->proxy);
  g_strfreev (priv->fields);
  g_clear_error (&priv->cause);
}

G_DEFINE_EXTENDED_ERROR (SeamError, seam_error)

static const SeamErrorPrivate *
peek (const GError *error)
{
  return error && error->domain == SEAM_ERROR ? seam_error_get_private (error) : NULL;
}

/* seam_error_new_detailed:
 * @code: what a caller can do about it
 * @message: a sentence
 * @detail: (nullable): what the server said with it
 *
 * Returns: (transfer full): the error */
GError *
seam_error_new_detailed (SeamErrorCode          code,
                         const char            *message,
                         const SeamErrorDetail *detail)
{
  GError *error = g_error_new_literal (SEAM_ERROR, (int) code, message);
  SeamErrorPrivate *priv = seam_error_get_private (error);

  if (!detail)
    return error;

  priv->type_name = g_strdup (detail->type_name);
  priv->request_id = g_strdup (detail->request_id);
  priv->server_text = g_strdup (detail->server_text);
  priv->not_acted = detail->not_acted;
  priv->retry_after = detail->retry_after;
  priv->proxy = g_strdup (detail->proxy);
  priv->proxy_fault = detail->proxy_fault;
  priv->status = detail->status;
  priv->fields = g_strdupv ((char **) detail->fields);
  priv->cause = detail->cause != NULL ? g_error_copy (detail->cause) : NULL;
  return error;
}

/**
 * seam_error_get_type_name:
 * @error: (nullable): an error of any domain
 *
 * Returns: (transfer none) (nullable): the server's name for the kind of error
 */
const char *
seam_error_get_type_name (const GError *error)
{
  const SeamErrorPrivate *priv = peek (error);

  return priv ? priv->type_name : NULL;
}

/**
 * seam_error_get_request_id:
 * @error: (nullable): an error of any domain
 *
 * Returns: (transfer none) (nullable): what the vendor's support finds the request by
 */
const char *
seam_error_get_request_id (const GError *error)
{
  const SeamErrorPrivate *priv = peek (error);

  return priv ? priv->request_id : NULL;
}

/**
 * seam_error_get_server_text:
 * @error: (nullable): an error of any domain
 *
 * Returns: (transfer none) (nullable): the server's message and its messages by field, for people
 */
const char *
seam_error_get_server_text (const GError *error)
{
  const SeamErrorPrivate *priv = peek (error);

  return priv ? priv->server_text : NULL;
}

/**
 * seam_error_get_not_acted:
 * @error: (nullable): an error of any domain
 *
 * Returns: whether the server certainly didn't act on the request
 */
gboolean
seam_error_get_not_acted (const GError *error)
{
  const SeamErrorPrivate *priv = peek (error);

  return priv && priv->not_acted;
}

/**
 * seam_error_get_retry_after:
 * @error: (nullable): an error of any domain
 *
 * Returns: the seconds that the server asks to wait, or %SEAM_RETRY_AFTER_UNSET
 */
int
seam_error_get_retry_after (const GError *error)
{
  const SeamErrorPrivate *priv = peek (error);

  return priv ? priv->retry_after : SEAM_RETRY_AFTER_UNSET;
}

/**
 * seam_error_get_proxy:
 * @error: (nullable): an error of any domain
 *
 * Returns: (transfer none) (nullable): host and port of the proxy whose fault it is
 */
const char *
seam_error_get_proxy (const GError *error)
{
  const SeamErrorPrivate *priv = peek (error);

  return priv ? priv->proxy : NULL;
}

/**
 * seam_error_get_proxy_fault:
 * @error: (nullable): an error of any domain
 *
 * Returns: what that proxy did
 */
SeamProxyFault
seam_error_get_proxy_fault (const GError *error)
{
  const SeamErrorPrivate *priv = peek (error);

  return priv ? priv->proxy_fault : SEAM_PROXY_FAULT_NONE;
}

/**
 * seam_error_get_status:
 * @error: (nullable): an error of any domain
 *
 * Returns: the HTTP status of the answer that it is; 0 where there was none
 */
guint
seam_error_get_status (const GError *error)
{
  const SeamErrorPrivate *priv = peek (error);

  return priv ? priv->status : 0;
}

/**
 * seam_error_get_fields:
 * @error: (nullable): an error of any domain
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the parameters that the server did not accept, where it
 *   named any
 */
const char * const *
seam_error_get_fields (const GError *error)
{
  const SeamErrorPrivate *priv = peek (error);

  return priv ? (const char * const *) priv->fields : NULL;
}

/**
 * seam_error_get_cause:
 * @error: (nullable): an error of any domain
 *
 * Returns: (transfer none) (nullable): the error of a library that it comes from, such as a #GTlsError; its message is
 *   without the key
 */
const GError *
seam_error_get_cause (const GError *error)
{
  const SeamErrorPrivate *priv = peek (error);

  return priv ? priv->cause : NULL;
}
