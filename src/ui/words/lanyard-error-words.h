/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for a failure of each kind, not yet translated. Knows nothing of what the server or a library wrote. */
#pragma once

#include "seam-error.h"

G_BEGIN_DECLS

/**
 * LanyardErrorWords:
 * @title: the heading of a page
 * @body: (nullable): what that says; %s in it stands for the server, or for the proxy whose fault it is; %NULL: the same
 *   as @line
 * @line: the same for a toast or a bar: a sentence or two, without the last full stop; %s only stands for a proxy
 * @icon_name: the icon of a page
 * @can_retry: whether trying the same again makes sense
 * @wants_key: whether another API key helps
 */
typedef struct
{
  const char *title;
  const char *body;
  const char *line;
  const char *icon_name;
  gboolean    can_retry;
  gboolean    wants_key;
} LanyardErrorWords;

/* By what is told with @error: a proxy's fault, the server's type of error, the parameters that it did not accept, the
 * library's error; else by its code. */
const LanyardErrorWords *lanyard_error_words_get      (const GError *error);

const LanyardErrorWords *lanyard_error_words_of_code  (int           code);
const LanyardErrorWords *lanyard_error_words_of_type  (const char   *type_name);
const LanyardErrorWords *lanyard_error_words_of_field (const char   *field);
const LanyardErrorWords *lanyard_error_words_of_cause (const GError *cause);

G_END_DECLS
