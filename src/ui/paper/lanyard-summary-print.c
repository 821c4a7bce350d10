/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints a summary of the activity: reads what is asked for of the journal, and asks how to print it. */
#include "lanyard-summary-print.h"

#include <glib/gi18n.h>

#include "lanyard-error-report.h"
#include "lanyard-error-text.h"
#include "lanyard-print-run.h"
#include "lanyard-summary-operation.h"

/* Some fifty sheets. What is more is not read on paper, and can be exported. */
#define MAX_ENTRIES 1500

/* What is to be printed, while it is read. */
typedef struct
{
  GWeakRef          parent;
  LanyardDirectory *directory;
  char             *scope;
} Reading;

static void
reading_free (Reading *self)
{
  g_weak_ref_clear (&self->parent);
  g_object_unref (self->directory);
  g_free (self->scope);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
tell (GtkWindow    *parent,
      const GError *error)
{
  g_autofree char *text = lanyard_error_text_because (_("The activity log could not be read."), error);

  gtk_widget_activate_action (GTK_WIDGET (parent), "tell.failure", "(s@" LANYARD_REPORT_TYPE ")", text,
                              lanyard_error_report (text, error, NULL));
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Reading) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, &error);
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&self->parent);
  g_autoptr (GtkPrintOperation) operation = NULL;
  gboolean has_more;

  if (parent == NULL)
    return;

  if (entries == NULL)
    {
      tell (parent, error);
      return;
    }

  has_more = entries->len > MAX_ENTRIES;
  if (has_more)
    g_ptr_array_set_size (entries, MAX_ENTRIES);
  operation = lanyard_summary_operation_new (lanyard_summary_new (self->directory, entries, self->scope, has_more));
  lanyard_print_run (operation, parent);
}

/**
 * lanyard_summary_print:
 * @parent: the window in front of which it is asked how
 * @directory: the workspace
 * @journal: what to print of
 * @filter: which entries of it
 * @scope: (nullable): the same in words
 *
 * Prints what was done, newest first, up to some number of changes.
 */
void
lanyard_summary_print (GtkWindow                *parent,
                       LanyardDirectory         *directory,
                       LanyardJournal           *journal,
                       const LanyardEntryFilter *filter,
                       const char               *scope)
{
  Reading *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (LANYARD_IS_DIRECTORY (directory));
  g_return_if_fail (LANYARD_IS_JOURNAL (journal));

  self = g_new0 (Reading, 1);
  g_weak_ref_init (&self->parent, parent);
  self->directory = g_object_ref (directory);
  self->scope = g_strdup (scope);
  lanyard_journal_list_async (journal, filter, 0, MAX_ENTRIES + 1, NULL, on_listed, self);
}
