/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a printed summary of the activity says. Numbers are masked in it, as a sheet lies about. */
#include "lanyard-summary.h"

#include <glib/gi18n.h>

#include "lanyard-day.h"
#include "lanyard-entry-text.h"
#include "lanyard-name-text.h"
#include "lanyard-public-text.h"

static void
line_free (gpointer data)
{
  LanyardSummaryLine *line = data;

  g_free (line->title);
  g_free (line->detail);
  g_free (line);
}

/* Takes both. */
static void
add_line (LanyardSummary *summary,
          char           *title,
          char           *detail)
{
  LanyardSummaryLine *line = g_new0 (LanyardSummaryLine, 1);

  line->title = title;
  line->detail = detail;
  g_ptr_array_add (summary->lines, line);
}

static void
add_entries (LanyardSummary   *summary,
             LanyardDirectory *directory,
             GPtrArray        *entries)
{
  g_autoptr (LanyardDay) day = NULL;
  gint64 now = g_get_real_time ();

  for (guint i = 0; i < entries->len; i++)
    {
      LanyardEntry *entry = entries->pdata[i];
      gint64 time = lanyard_entry_get_begun_at (entry);
      g_autofree char *title = lanyard_entry_title (entry);
      g_autofree char *detail = lanyard_entry_detail (entry);

      if (day == NULL || !lanyard_day_has (day, time))
        {
          g_clear_object (&day);
          day = lanyard_day_new (time);
          add_line (summary, lanyard_day_text (day, now), NULL);
        }
      add_line (summary, lanyard_entry_public_text (entry, directory, title),
                lanyard_entry_public_text (entry, directory, detail));
    }
}

/**
 * lanyard_summary_new:
 * @directory: the workspace
 * @entries: (element-type LanyardEntry): what was done, newest first
 * @scope: (nullable): what of the activity that is, in words
 * @has_more: whether there is more of it, which is older
 *
 * Returns: (transfer full): what the summary says
 */
LanyardSummary *
lanyard_summary_new (LanyardDirectory *directory,
                     GPtrArray        *entries,
                     const char       *scope,
                     gboolean          has_more)
{
  LanyardSummary *summary;
  SeamWorkspace *workspace;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (entries != NULL, NULL);

  workspace = lanyard_directory_get_workspace (directory);
  summary = g_new0 (LanyardSummary, 1);
  summary->title = g_strdup (_("Activity"));
  summary->workspace = workspace != NULL ? lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (workspace)))
                                         : NULL;
  summary->scope = scope != NULL && *scope != '\0' ? g_strdup (scope) : NULL;
  summary->lines = g_ptr_array_new_with_free_func (line_free);
  if (has_more)
    summary->note = g_strdup_printf (ngettext ("Only the latest change is listed",
                                               "Only the latest %u changes are listed", entries->len), entries->len);
  else if (entries->len == 0)
    summary->note = g_strdup (_("No changes"));
  add_entries (summary, directory, entries);

  return summary;
}

/**
 * lanyard_summary_free:
 * @summary: (transfer full): a summary
 */
void
lanyard_summary_free (LanyardSummary *summary)
{
  g_free (summary->title);
  g_free (summary->workspace);
  g_free (summary->scope);
  g_free (summary->note);
  g_ptr_array_unref (summary->lines);
  g_free (summary);
}
