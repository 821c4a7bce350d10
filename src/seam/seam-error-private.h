/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the client makes its errors, and what they tell the retries. */
#pragma once

#include "seam-error.h"

G_BEGIN_DECLS

/**
 * SeamErrorDetail:
 * @not_acted: the server certainly didn't act on the request
 * @retry_after: how many seconds the server asks to wait; or %SEAM_RETRY_AFTER_UNSET
 * @proxy: (nullable): host and port of the proxy whose fault it is
 * @proxy_fault: what that did
 * @status: the HTTP status of the answer; 0: there was none
 * @fields: (nullable): the parameters that the server did not accept
 * @cause: (nullable): the error of a library that it comes from
 */
typedef struct
{
  const char *type_name;
  const char *request_id;
  const char *server_text;
  gboolean    not_acted;
  int         retry_after;

  const char    *proxy;
  SeamProxyFault proxy_fault;

  guint               status;
  const char * const *fields;
  const GError       *cause;
} SeamErrorDetail;

GError  *seam_error_new_detailed    (SeamErrorCode          code,
                                     const char            *message,
                                     const SeamErrorDetail *detail);

G_END_DECLS
