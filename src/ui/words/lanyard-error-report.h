/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is behind Details: what happened in words of ours, and what the server or a library wrote, for who helps. */
#pragma once

#include "lanyard-entry.h"
#include "seam-credential.h"
#include "seam-problem.h"

G_BEGIN_DECLS

/* A report is a list of what a line is about, and what it says. It has no secret in it. */
#define LANYARD_REPORT_TYPE "a(ss)"

GVariant *lanyard_error_report       (const char     *what,
                                      const GError   *error,
                                      const char     *endpoint);
GVariant *lanyard_error_report_about (SeamCredential *credential,
                                      const char     *what,
                                      const GError   *error,
                                      const char     *endpoint);
GVariant *lanyard_entry_report       (LanyardEntry   *entry,
                                      SeamCredential *credential,
                                      const char     *what,
                                      const char     *endpoint);
GVariant *lanyard_problem_report     (const char     *what,
                                      SeamProblem    *problem,
                                      const char     *message);
gboolean  lanyard_entry_has_report   (LanyardEntry   *entry);
char     *lanyard_entry_dup_type     (LanyardEntry   *entry,
                                      const char    **message);
char     *lanyard_report_text        (GVariant       *report);
char     *lanyard_report_mask        (const char     *text);

G_END_DECLS
