/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A Seam workspace in this process, on a loopback port: the demo, and the server that tests talk to. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_SANDBOX (lanyard_sandbox_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSandbox, lanyard_sandbox, LANYARD, SANDBOX, GObject)

/**
 * LanyardAnswerStyle:
 * @LANYARD_ANSWER_OBJECT: assign and unassign answer with the credential
 * @LANYARD_ANSWER_BARE: they answer {"ok": true}
 * @LANYARD_ANSWER_GUIDE: they answer as the vendor's first guide prints it (trailing commas, another id)
 */
typedef enum
{
  LANYARD_ANSWER_OBJECT,
  LANYARD_ANSWER_BARE,
  LANYARD_ANSWER_GUIDE,
} LanyardAnswerStyle;

#define LANYARD_TYPE_ANSWER_STYLE (lanyard_answer_style_get_type ())
GType lanyard_answer_style_get_type (void);

/* The demo workspace that everybody sees; or one of a given size, the same for the same sizes. */
LanyardSandbox *lanyard_sandbox_new_demo  (void);
LanyardSandbox *lanyard_sandbox_new_sized (guint                 n_users,
                                           guint                 n_credentials);

/* Before it is started (afterwards over HTTP, see sandbox-control.c): */
void            lanyard_sandbox_set_key          (LanyardSandbox     *self,
                                                  const char         *key);   /* NULL: made for the run */
void            lanyard_sandbox_set_latency      (LanyardSandbox     *self,
                                                  guint               milliseconds);
void            lanyard_sandbox_set_answer_style (LanyardSandbox     *self,
                                                  LanyardAnswerStyle  style);
void            lanyard_sandbox_set_users_route  (LanyardSandbox     *self,
                                                  gboolean            only); /* only /acs/users/assign exists */
void            lanyard_sandbox_set_record_path  (LanyardSandbox     *self,
                                                  const char         *path);  /* a JSON line per request and answer */

/* Starts its thread and main context; @port 0: the system picks one. */
void            lanyard_sandbox_start_async  (LanyardSandbox       *self,
                                              guint16               port,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean        lanyard_sandbox_start_finish (LanyardSandbox       *self,
                                              GAsyncResult         *result,
                                              GError              **error);
void            lanyard_sandbox_stop         (LanyardSandbox       *self);

/* Valid once started. */
const char     *lanyard_sandbox_get_endpoint (LanyardSandbox *self);
const char     *lanyard_sandbox_get_key      (LanyardSandbox *self);

/* For tests in the same process; both wait for the sandbox's thread, which answers at once. */
char           *lanyard_sandbox_control      (LanyardSandbox *self,
                                              const char     *path,
                                              const char     *json);
void            lanyard_sandbox_add_fault    (LanyardSandbox *self,
                                              const char     *route,
                                              const char     *kind,
                                              const char     *options);

/* The kinds of faults, a line each. */
char           *lanyard_sandbox_describe_faults (void);

G_END_DECLS
