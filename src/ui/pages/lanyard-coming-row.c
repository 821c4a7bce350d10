/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On the page of a user, a credential that is being assigned to them, and is not theirs yet. */
#include "lanyard-coming-row.h"

#include <glib/gi18n.h>

#include "lanyard-credential-text.h"
#include "lanyard-entry-text.h"
#include "lanyard-row-label.h"

/**
 * lanyard_coming_row_new:
 * @changes: what is done to the workspace
 * @entry: what is under way
 *
 * Returns: (transfer floating): a row that says so
 */
GtkWidget *
lanyard_coming_row_new (LanyardChanges *changes,
                        LanyardEntry   *entry)
{
  LanyardDirectory *directory = lanyard_changes_get_directory (changes);
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (directory),
                                                     lanyard_entry_get_credential_id (entry));
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 1, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (credential != NULL ? lanyard_credential_icon_name (credential)
                                                                     : "lanyard-card-symbolic");
  GtkWidget *spinner = gtk_spinner_new ();
  g_autofree char *name = credential != NULL ? lanyard_credential_name (credential)
                                             : lanyard_entry_name_text (lanyard_entry_get_credential_label (entry));
  g_autofree char *step = lanyard_entry_step_text (entry);
  g_autofree char *label = g_strjoin (", ", name, step, NULL);

  lanyard_row_label_set_both (ADW_ACTION_ROW (row), name, step);
  lanyard_row_label_set_all (ADW_ACTION_ROW (row), label);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("In Progress"), -1);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_margin_end (spinner, 6);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spinner);

  return row;
}

static gboolean
is_coming_to (gpointer item,
              gpointer user_data)
{
  return g_strcmp0 (lanyard_entry_get_to_id (item), user_data) == 0;
}

/**
 * lanyard_coming_list_new:
 * @changes: what is done to the workspace
 * @user: somebody
 *
 * Returns: (transfer full): (element-type LanyardEntry): what is being assigned to @user just now
 */
GListModel *
lanyard_coming_list_new (LanyardChanges *changes,
                         SeamUser       *user)
{
  GListModel *under_way = lanyard_changes_list_under_way (changes);
  GtkCustomFilter *filter = gtk_custom_filter_new (is_coming_to, g_strdup (seam_record_get_id (SEAM_RECORD (user))),
                                                   g_free);

  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (under_way), GTK_FILTER (filter)));
}
