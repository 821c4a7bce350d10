/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong, in words for people: as a page says it, and as a line says it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LanyardTrouble:
 * @title: the page's heading
 * @body: what it means and what can be done, ready to be shown as plain text
 * @icon_name: the page's icon
 * @can_retry: whether trying the same again makes sense
 * @wants_key: whether another API key helps
 * @report: (nullable): what is behind Details, see lanyard-error-report.h
 *
 * A failure as a status page shows it.
 */
typedef struct
{
  char       *title;
  char       *body;
  const char *icon_name;
  gboolean    can_retry;
  gboolean    wants_key;
  GVariant   *report;
} LanyardTrouble;

LanyardTrouble *lanyard_trouble_new  (const GError   *error,
                                      const char     *endpoint);
void            lanyard_trouble_free (LanyardTrouble *trouble);

char           *lanyard_error_text   (const GError   *error);
char           *lanyard_error_text_because (const char   *what,
                                            const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardTrouble, lanyard_trouble_free)

gboolean        lanyard_error_wants_key (const GError *error);

G_END_DECLS
