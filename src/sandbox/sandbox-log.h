/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was asked and answered: counted, the latest kept for tests, all of it written to a file when one is given. */
#pragma once

#include "sandbox-call.h"

G_BEGIN_DECLS

typedef struct _SandboxLog SandboxLog;

SandboxLog *sandbox_log_new         (void);
void        sandbox_log_free        (SandboxLog  *log);
gboolean    sandbox_log_open        (SandboxLog  *log,
                                     const char  *path,
                                     GError     **error);
void        sandbox_log_add_request (SandboxLog  *log,
                                     const char  *method,
                                     const char  *path,
                                     JsonObject  *params,
                                     const char  *fault);
void        sandbox_log_add_answer  (SandboxLog  *log,
                                     SandboxCall *call,
                                     const char  *method,
                                     GBytes      *request,
                                     const char  *fault,
                                     gboolean     was_let_act);
void        sandbox_log_clear       (SandboxLog  *log);
void        sandbox_log_append_json (SandboxLog  *log,
                                     GString     *json);

G_END_DECLS
