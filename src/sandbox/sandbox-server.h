/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The HTTP server: lets a request in, has it answered, and puts the answer, or what a fault makes of it, on the wire. */
#pragma once

#include "sandbox-faults.h"
#include "sandbox-log.h"

G_BEGIN_DECLS

typedef struct _SandboxServer SandboxServer;

/* What a sandbox is like: given before it starts, changed over /_sandbox/config. */
typedef struct
{
  char *key;
  char *control_key; /* stays what the key was first, so that a test can revoke the key and give it back */
  guint latency;
  LanyardAnswerStyle style;
  gboolean users_route_only;
} SandboxSettings;

struct _SandboxServer
{
  SandboxState *state;
  SandboxFaults *faults;
  SandboxLog *log;
  SandboxSettings settings;
  GMainContext *context;

  /*< private >*/
  gpointer soup;      /* SoupServer */
  GHashTable *delays; /* sources whose answers are still to be sent */
};

SandboxServer *sandbox_server_new        (SandboxState           *state,
                                          const SandboxSettings  *settings,
                                          GMainContext           *context);
void           sandbox_server_free       (SandboxServer          *server);
guint16        sandbox_server_listen     (SandboxServer          *server,
                                          guint16                 port,
                                          GError                **error);

/* sandbox-wire.c: @message is a SoupServerMessage that is paused */
void           sandbox_wire_send         (gpointer                message,
                                          SandboxCall            *call);

/* sandbox-control.c */
void           sandbox_control_run       (SandboxServer          *server,
                                          const char             *method,
                                          SandboxCall            *call);
gboolean       sandbox_control_read_object (SandboxState         *state,
                                            SandboxCall          *call,
                                            SandboxKind          *kind,
                                            guint32              *index);

/* sandbox-set.c */
void           sandbox_set               (SandboxServer          *server,
                                          SandboxCall            *call);

G_END_DECLS
