/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One request to the workspace: its checked parameters, and the answer that it gets. */
#pragma once

#include "lanyard-sandbox.h"
#include "sandbox-state.h"

G_BEGIN_DECLS

/* How an answer ends on the wire. */
typedef enum
{
  SANDBOX_ENDING_WHOLE,
  SANDBOX_ENDING_CLOSE,     /* the connection is closed before an answer */
  SANDBOX_ENDING_RESET,     /* it is reset before an answer */
  SANDBOX_ENDING_HANG,      /* nothing is ever sent */
  SANDBOX_ENDING_TRUNCATED, /* half of the body is sent, then the connection is closed */
  SANDBOX_ENDING_STALLED,   /* half of the body is sent, then nothing more */
} SandboxEnding;

typedef struct
{
  SandboxState *state;
  guint32 workspace; /* the first one has everything, the others have nothing in them */
  gboolean is_personal; /* asked with a personal access token, which is for all of them */
  const char *path;
  JsonObject *params;
  gboolean is_query; /* the parameters came in the URL, so that all are text */
  LanyardAnswerStyle style;

  guint status;
  const char *content_type;
  GString *body;
  char *retry_after;
  char *location;
  SandboxEnding ending;
} SandboxCall;

SandboxCall *sandbox_call_new             (SandboxState *state,
                                           const char   *path);
void         sandbox_call_free            (SandboxCall  *call);
gboolean     sandbox_call_take_body       (SandboxCall  *call,
                                           const char   *body,
                                           gsize         length);
void         sandbox_call_take_query      (SandboxCall  *call,
                                           GUri         *uri);

void         sandbox_call_fail            (SandboxCall  *call,
                                           guint         status,
                                           const char   *type,
                                           const char   *message);
void         sandbox_call_fail_parameter  (SandboxCall  *call,
                                           const char   *name,
                                           const char   *problem);
void         sandbox_call_answer_text     (SandboxCall  *call,
                                           guint         status,
                                           const char   *text);
void         sandbox_call_begin           (SandboxCall  *call);
void         sandbox_call_end             (SandboxCall  *call);

gboolean     sandbox_call_has             (SandboxCall  *call,
                                           const char   *name);
gboolean     sandbox_call_read_text       (SandboxCall  *call,
                                           const char   *name,
                                           const char  **text);
gboolean     sandbox_call_read_boolean    (SandboxCall  *call,
                                           const char   *name,
                                           gboolean     *value);
gboolean     sandbox_call_read_limit      (SandboxCall  *call,
                                           guint        *limit);
gboolean     sandbox_call_read_time       (SandboxCall  *call,
                                           const char   *name,
                                           gint64       *time);
gboolean     sandbox_call_read_object     (SandboxCall  *call,
                                           SandboxKind   kind,
                                           gboolean      required,
                                           guint32      *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SandboxCall, sandbox_call_free)

G_END_DECLS
