/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The demo: a made-up workspace in this process, while somebody looks at it. */
#pragma once

#include <libsecret/secret.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_DEMO (lanyard_demo_get_type ())
G_DECLARE_FINAL_TYPE (LanyardDemo, lanyard_demo, LANYARD, DEMO, GObject)

LanyardDemo *lanyard_demo_new          (void);
void         lanyard_demo_start_async  (LanyardDemo          *self,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean     lanyard_demo_start_finish (LanyardDemo          *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void         lanyard_demo_stop         (LanyardDemo          *self);

/* While it runs: */
gboolean     lanyard_demo_is_running   (LanyardDemo          *self);
const char  *lanyard_demo_get_endpoint (LanyardDemo          *self);
SecretValue *lanyard_demo_dup_key      (LanyardDemo          *self);

G_END_DECLS
