/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change on its way. It keeps the application running, not the window: whoever closes the window does not stop what
 * was sent. */
#include "lanyard-errand.h"

#include <glib/gi18n.h>

#include "lanyard-batch-text.h"
#include "lanyard-caveat.h"
#include "lanyard-entry-text.h"
#include "lanyard-error-text.h"
#include "lanyard-notifier.h"

struct _LanyardErrand
{
  GObject parent_instance;

  GWeakRef      sender;
  GApplication *application; /* held; NULL: there is none */
  LanyardEntry *entry;       /* what is being checked; NULL otherwise */
};

G_DEFINE_FINAL_TYPE (LanyardErrand, lanyard_errand, G_TYPE_OBJECT)

/**
 * lanyard_errand_dup_sender:
 * @self: an errand
 *
 * Returns: (transfer full) (nullable): who has sent it, unless they are gone
 */
gpointer
lanyard_errand_dup_sender (LanyardErrand *self)
{
  g_return_val_if_fail (LANYARD_IS_ERRAND (self), NULL);

  return g_weak_ref_get (&self->sender);
}

/**
 * lanyard_errand_get_entry:
 * @self: an errand
 *
 * Returns: (transfer none) (nullable): what is being checked
 */
LanyardEntry *
lanyard_errand_get_entry (LanyardErrand *self)
{
  g_return_val_if_fail (LANYARD_IS_ERRAND (self), NULL);

  return self->entry;
}

static LanyardConnection *
make_connection (LanyardDirectory *directory)
{
  SeamWorkspace *workspace = lanyard_directory_get_workspace (directory);

  return workspace != NULL
           ? lanyard_connection_new_to (seam_client_get_endpoint (lanyard_directory_get_client (directory)), workspace)
           : NULL;
}

/* Takes @text. */
static char *
with_workspace (LanyardConnection *connection,
                char              *text)
{
  g_autofree char *taken = text;
  g_autofree char *name = NULL;

  if (connection == NULL)
    return g_steal_pointer (&taken);

  name = lanyard_connection_title (connection);
  /* Translators: the name of a workspace, and what was done in it */
  return g_strdup_printf (_("In “%s”: %s"), name, taken);
}

/**
 * lanyard_errand_tell_from_elsewhere:
 * @self: an errand whose workspace, or window, was left before it had its outcome
 * @directory: that workspace
 * @entry: (nullable): what came of it; %NULL when nothing was begun
 * @error: (nullable): why nothing was
 *
 * Notifies of what came of it. There is nothing on show to undo it in, so that it is only said.
 *
 * Returns: (transfer full): what to say in a window, if there is still one
 */
char *
lanyard_errand_tell_from_elsewhere (LanyardErrand    *self,
                                    LanyardDirectory *directory,
                                    LanyardEntry     *entry,
                                    const GError     *error)
{
  g_autoptr (LanyardConnection) connection = NULL;
  g_autofree char *outcome = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (LANYARD_IS_ERRAND (self), NULL);
  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);

  connection = make_connection (directory);
  outcome = entry != NULL ? lanyard_entry_text (entry) : lanyard_error_text (error);
  text = entry != NULL ? lanyard_caveat_with (directory, entry, outcome) : g_strdup (outcome);
  if (entry != NULL && self->application != NULL)
    lanyard_notifier_tell (self->application, directory, entry, text, connection);

  return with_workspace (connection, g_steal_pointer (&text));
}

/**
 * lanyard_errand_tell_batch_from_elsewhere:
 * @self: an errand whose workspace, or window, was left before it had its outcome
 * @batch: what it was to do, which is through
 *
 * Like lanyard_errand_tell_from_elsewhere(), of a batch.
 *
 * Returns: (transfer full): what to say in a window, if there is still one
 */
char *
lanyard_errand_tell_batch_from_elsewhere (LanyardErrand *self,
                                          LanyardBatch  *batch)
{
  g_autoptr (LanyardConnection) connection = NULL;
  char *text;

  g_return_val_if_fail (LANYARD_IS_ERRAND (self), NULL);
  g_return_val_if_fail (LANYARD_IS_BATCH (batch), NULL);

  connection = make_connection (lanyard_changes_get_directory (lanyard_batch_get_changes (batch)));
  text = lanyard_batch_text (batch);
  if (self->application != NULL)
    lanyard_notifier_tell_batch (self->application, batch, text, connection);

  return with_workspace (connection, text);
}

static void
lanyard_errand_dispose (GObject *object)
{
  LanyardErrand *self = LANYARD_ERRAND (object);

  if (self->application != NULL)
    g_application_release (self->application);
  g_clear_object (&self->application);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (lanyard_errand_parent_class)->dispose (object);
}

static void
lanyard_errand_finalize (GObject *object)
{
  g_weak_ref_clear (&LANYARD_ERRAND (object)->sender);

  G_OBJECT_CLASS (lanyard_errand_parent_class)->finalize (object);
}

static void
lanyard_errand_class_init (LanyardErrandClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_errand_dispose;
  G_OBJECT_CLASS (klass)->finalize = lanyard_errand_finalize;
}

static void
lanyard_errand_init (LanyardErrand *self)
{
  g_weak_ref_init (&self->sender, NULL);
}

/**
 * lanyard_errand_new:
 * @sender: (transfer none): the object that sends it, and may be gone when it ends
 * @application: (nullable): what is kept running until then
 * @entry: (nullable): what is checked, where the errand is only that
 *
 * Returns: (transfer full): an errand, which ends with its last reference
 */
LanyardErrand *
lanyard_errand_new (gpointer      sender,
                    GApplication *application,
                    LanyardEntry *entry)
{
  LanyardErrand *self;

  g_return_val_if_fail (G_IS_OBJECT (sender), NULL);

  self = g_object_new (LANYARD_TYPE_ERRAND, NULL);
  g_weak_ref_set (&self->sender, sender);
  g_set_object (&self->application, application);
  g_set_object (&self->entry, entry);
  if (application != NULL)
    g_application_hold (application);

  return self;
}
