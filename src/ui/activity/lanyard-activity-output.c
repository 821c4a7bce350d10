/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The activity on its way out: into a file, and on paper. */
#include "lanyard-activity-output.h"

#include <glib/gi18n.h>

#include "lanyard-exporter.h"
#include "lanyard-summary-print.h"

/**
 * lanyard_activity_export:
 * @widget: where it was asked for
 * @journal: (nullable): what to export; %NULL while there is none, and nothing is done
 * @filter: (nullable): which entries of it; %NULL for all
 * @format: "json" or "csv"
 */
void
lanyard_activity_export (GtkWidget                *widget,
                         LanyardJournal           *journal,
                         const LanyardEntryFilter *filter,
                         GVariant                 *format)
{
  gboolean json = g_str_equal (g_variant_get_string (format, NULL), "json");

  if (journal != NULL)
    lanyard_exporter_run (widget, journal, filter, json ? LANYARD_EXPORT_JSON : LANYARD_EXPORT_CSV);
}

static gint64
get_midnight (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) midnight = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                                          g_date_time_get_day_of_month (now), 0, 0, 0);

  return g_date_time_to_unix (midnight) * G_USEC_PER_SEC;
}

/* What is searched for is what somebody typed. */
static char *
write_scope (LanyardActivityFilter    *filter,
             const LanyardEntryFilter *asked)
{
  g_autofree char *text = lanyard_activity_filter_text (filter, g_get_real_time ());
  g_autofree char *search = NULL;

  if (asked->search == NULL)
    return g_steal_pointer (&text);

  /* Translators: %s is what was searched for */
  search = g_strdup_printf (_("Search: %s"), asked->search);

  return *text != '\0' ? g_strdup_printf ("%s · %s", search, text) : g_steal_pointer (&search);
}

/**
 * lanyard_activity_print:
 * @widget: where it was asked for
 * @directory: (nullable): the workspace
 * @journal: (nullable): what was done to it; %NULL while there is none, and nothing is done
 * @list: what is listed
 * @filter: what is chosen for that
 *
 * Prints what is listed; of all there is, what was done today.
 */
void
lanyard_activity_print (GtkWidget             *widget,
                        LanyardDirectory      *directory,
                        LanyardJournal        *journal,
                        LanyardActivityList   *list,
                        LanyardActivityFilter *filter)
{
  g_autoptr (LanyardEntryFilter) asked = NULL;
  g_autofree char *scope = NULL;

  if (journal == NULL || directory == NULL)
    return;

  asked = lanyard_entry_filter_copy (lanyard_activity_list_get_filter (list));
  if (lanyard_activity_list_is_searched (list) || lanyard_activity_list_is_filtered (list))
    scope = write_scope (filter, asked);
  else
    asked->since = get_midnight ();
  lanyard_summary_print (GTK_WINDOW (gtk_widget_get_root (widget)), directory, journal, asked, scope);
}
