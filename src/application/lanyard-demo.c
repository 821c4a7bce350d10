/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The demo: a made-up workspace in this process, while somebody looks at it. */
#include "lanyard-demo.h"

#include "lanyard-sandbox.h"

struct _LanyardDemo
{
  GObject parent_instance;

  LanyardSandbox *sandbox; /* also while it is being started */
  gboolean        running;
};

G_DEFINE_FINAL_TYPE (LanyardDemo, lanyard_demo, G_TYPE_OBJECT)

static void
on_started (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  LanyardDemo *self = g_task_get_source_object (task);
  GError *error = NULL;
  gboolean started = lanyard_sandbox_start_finish (LANYARD_SANDBOX (source), result, &error);

  /* Another one may be in its place by now. */
  if (self->sandbox == LANYARD_SANDBOX (source))
    self->running = started;

  if (started)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * lanyard_demo_start_async:
 * @self: the demo
 * @cancellable: (nullable): to stop it
 * @callback: called when it runs, or can't
 * @user_data: for @callback
 *
 * Starts the demo from nothing; the one that was running ends.
 */
void
lanyard_demo_start_async (LanyardDemo         *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (LANYARD_IS_DEMO (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_demo_start_async);
  lanyard_demo_stop (self);
  self->sandbox = lanyard_sandbox_new_demo ();
  lanyard_sandbox_start_async (self->sandbox, 0, cancellable, on_started, task);
}

/**
 * lanyard_demo_start_finish:
 * @self: the demo
 * @result: what the callback was given
 * @error: a #GIOError
 *
 * Returns: whether it runs
 */
gboolean
lanyard_demo_start_finish (LanyardDemo   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lanyard_demo_stop:
 * @self: the demo
 *
 * Ends the demo, and with it all that was done there. Does nothing where it doesn't run.
 */
void
lanyard_demo_stop (LanyardDemo *self)
{
  g_return_if_fail (LANYARD_IS_DEMO (self));

  if (self->sandbox != NULL)
    lanyard_sandbox_stop (self->sandbox);
  g_clear_object (&self->sandbox);
  self->running = FALSE;
}

/**
 * lanyard_demo_is_running:
 * @self: the demo
 *
 * Returns: whether it can be connected to
 */
gboolean
lanyard_demo_is_running (LanyardDemo *self)
{
  g_return_val_if_fail (LANYARD_IS_DEMO (self), FALSE);

  return self->running;
}

/**
 * lanyard_demo_get_endpoint:
 * @self: the demo, which is running
 *
 * Returns: (transfer none): where it is
 */
const char *
lanyard_demo_get_endpoint (LanyardDemo *self)
{
  g_return_val_if_fail (LANYARD_IS_DEMO (self), NULL);
  g_return_val_if_fail (self->running, NULL);

  return lanyard_sandbox_get_endpoint (self->sandbox);
}

/**
 * lanyard_demo_dup_key:
 * @self: the demo, which is running
 *
 * Returns: (transfer full): the key that it takes
 */
SecretValue *
lanyard_demo_dup_key (LanyardDemo *self)
{
  g_return_val_if_fail (LANYARD_IS_DEMO (self), NULL);
  g_return_val_if_fail (self->running, NULL);

  return secret_value_new (lanyard_sandbox_get_key (self->sandbox), -1, "text/plain");
}

static void
lanyard_demo_dispose (GObject *object)
{
  lanyard_demo_stop (LANYARD_DEMO (object));

  G_OBJECT_CLASS (lanyard_demo_parent_class)->dispose (object);
}

static void
lanyard_demo_class_init (LanyardDemoClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_demo_dispose;
}

static void
lanyard_demo_init (LanyardDemo *self)
{
}

/**
 * lanyard_demo_new:
 *
 * Returns: (transfer full): a demo that doesn't run yet
 */
LanyardDemo *
lanyard_demo_new (void)
{
  return g_object_new (LANYARD_TYPE_DEMO, NULL);
}
