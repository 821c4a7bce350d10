/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the hand-over slips of credentials: asks what they open, and then how to print it. */
#include "lanyard-slips-print.h"

#include <glib/gi18n.h>

#include "lanyard-opened.h"
#include "lanyard-print-run.h"
#include "lanyard-slip-operation.h"

/* What takes longer is told of. */
#define PATIENCE_MS 800

/* What is to be printed, while it is asked what it opens. */
typedef struct
{
  GtkWindow    *parent; /* weak; closed, it ends this */
  GPtrArray    *credentials;
  GCancellable *cancellable;
  guint         patience; /* source id; 0 once it is told, or ended */
} Preparation;

static void
preparation_free (Preparation *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_weak_pointer (&self->parent);
  g_ptr_array_unref (self->credentials);
  g_object_unref (self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Preparation, preparation_free)

static GPtrArray *
make_slips (LanyardDirectory *directory,
            GPtrArray        *credentials,
            GPtrArray        *opened)
{
  GPtrArray *slips = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_slip_free);
  g_autofree char *operator = lanyard_slip_dup_operator ();
  gint64 now = g_get_real_time ();

  for (guint i = 0; i < credentials->len; i++)
    g_ptr_array_add (slips, lanyard_slip_new (directory, credentials->pdata[i], opened->pdata[i], operator, now));

  return slips;
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Preparation) self = user_data;
  LanyardDirectory *directory = LANYARD_DIRECTORY (source);
  g_autoptr (GPtrArray) opened = lanyard_opened_list_finish (directory, result, NULL);
  g_autoptr (GPtrArray) slips = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (opened == NULL || self->parent == NULL)
    return;

  slips = make_slips (directory, self->credentials, opened);
  operation = lanyard_slip_operation_new (slips);
  lanyard_print_run (operation, self->parent);
}

static gboolean
on_patience_over (gpointer user_data)
{
  Preparation *self = user_data;
  guint n = self->credentials->len;
  g_autofree char *text = g_strdup_printf (ngettext ("Preparing %u slip…", "Preparing %u slips…", n), n);

  self->patience = 0;
  if (self->parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->parent), "tell.toast", "s", text);

  return G_SOURCE_REMOVE;
}

/**
 * lanyard_slips_print:
 * @parent: the window in front of which it is asked how
 * @directory: the workspace
 * @credentials: (element-type SeamCredential): what is handed over, in this order
 *
 * Prints a slip for each of @credentials, when it is known what they open.
 */
void
lanyard_slips_print (GtkWindow        *parent,
                     LanyardDirectory *directory,
                     GPtrArray        *credentials)
{
  Preparation *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (LANYARD_IS_DIRECTORY (directory));
  g_return_if_fail (credentials != NULL);

  if (credentials->len == 0)
    return;

  self = g_new0 (Preparation, 1);
  g_set_weak_pointer (&self->parent, parent);
  self->credentials = g_ptr_array_ref (credentials);
  self->cancellable = g_cancellable_new ();
  self->patience = g_timeout_add (PATIENCE_MS, on_patience_over, self);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (g_cancellable_cancel), self->cancellable, G_CONNECT_SWAPPED);
  lanyard_opened_list_async (directory, credentials, self->cancellable, on_listed, self);
}
