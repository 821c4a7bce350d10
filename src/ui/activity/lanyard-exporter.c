/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves what is asked for of the journal to a file that somebody chooses. */
#include "lanyard-exporter.h"

#include <glib/gi18n.h>

#include "lanyard-error-report.h"
#include "lanyard-error-text.h"
#include "lanyard-file-saver.h"

/* So many entries are read at a time. */
#define PAGE 500

typedef struct
{
  GWeakRef widget; /* where it was asked for */
  LanyardJournal *journal;
  LanyardEntryFilter *filter;
  LanyardExportFormat format;
  GFile *file;
  GString *text;
} Export;

static void
export_free (Export *self)
{
  g_weak_ref_clear (&self->widget);
  g_object_unref (self->journal);
  lanyard_entry_filter_free (self->filter);
  g_clear_object (&self->file);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
tell_failure (Export       *self,
              const char   *text,
              const GError *error)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);

  if (widget != NULL)
    gtk_widget_activate_action (widget, "tell.failure", "(s@" LANYARD_REPORT_TYPE ")", text,
                                lanyard_error_report (text, error, NULL));
}

static void
save (Export *self)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);
  g_autoptr (GBytes) bytes = NULL;

  lanyard_export_end (self->text, self->format);
  bytes = g_string_free_to_bytes (g_steal_pointer (&self->text));
  lanyard_file_saver_save (widget, self->file, bytes);
}

static void read_page (Export *self,
                       gint64  before);

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, &error);

  if (entries == NULL)
    {
      g_autofree char *text = lanyard_error_text_because (_("The activity log could not be read."), error);

      tell_failure (self, text, error);
      return;
    }

  lanyard_export_append (self->text, self->format, entries);
  if (entries->len < PAGE)
    save (self);
  else
    read_page (g_steal_pointer (&self), lanyard_entry_get_id (g_ptr_array_index (entries, entries->len - 1)));
}

static void
read_page (Export *self,
           gint64  before)
{
  lanyard_journal_list_async (self->journal, self->filter, before, PAGE, NULL, on_listed, self);
}

static void
on_chosen (GFile      *file,
           const char *value,
           gpointer    user_data)
{
  Export *self = user_data;

  self->file = g_object_ref (file);
  self->text = g_string_new (NULL);
  lanyard_export_begin (self->text, self->format);
  read_page (self, 0);
}

static void
destroy (gpointer data)
{
  export_free (data);
}

/**
 * lanyard_exporter_run:
 * @widget: where it was asked for
 * @journal: what to export
 * @filter: (nullable): which entries of it; %NULL for all
 * @format: as what
 *
 * Asks for a file and saves what is asked for there.
 */
void
lanyard_exporter_run (GtkWidget                *widget,
                      LanyardJournal           *journal,
                      const LanyardEntryFilter *filter,
                      LanyardExportFormat       format)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *name = NULL;
  Export *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (LANYARD_IS_JOURNAL (journal));

  name = g_strdup_printf ("lanyard-%s.%s", date, format == LANYARD_EXPORT_JSON ? "json" : "csv");
  self = g_new0 (Export, 1);
  g_weak_ref_init (&self->widget, widget);
  self->journal = g_object_ref (journal);
  self->filter = filter != NULL ? lanyard_entry_filter_copy (filter) : lanyard_entry_filter_new (NULL, NULL);
  self->format = format;
  lanyard_file_saver_choose (widget, _("Export Activity"), name, NULL, on_chosen, self, destroy);
}
