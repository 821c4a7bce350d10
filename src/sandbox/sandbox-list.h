/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers with a list, or with a page of one and the cursor that the next page is asked for with. */
#pragma once

#include "sandbox-call.h"

G_BEGIN_DECLS

typedef struct
{
  SandboxKind kind;
  guint limit;         /* the default; 0: a list without pages */
  guint32 system;      /* or SANDBOX_NONE */
  guint32 user;        /* credentials: their holder, or SANDBOX_NONE */
  const char *identity_id;
  const char *email;
  const char *phone;
  const char *search;
  const char *account; /* a connected account */
  gint64 created_before;
  int is_multi_phone;  /* -1: either */
  guint64 entrances;   /* entrances: only these */
  guint32 end;         /* the row at which the list ends, or SANDBOX_NONE */
  gboolean nothing;    /* a filter that nothing in this workspace meets */
} SandboxQuery;

void sandbox_query_init  (SandboxQuery *query,
                          SandboxKind   kind,
                          guint         limit);
void sandbox_list_answer (SandboxCall  *call,
                          SandboxQuery *query);

G_END_DECLS
