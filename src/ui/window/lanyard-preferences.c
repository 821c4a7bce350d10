/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preferences: the connection, how the server is asked, the card reader, and how long the activity is kept. */
#include "lanyard-preferences.h"

#include <glib/gi18n.h>

#include "lanyard-name-text.h"
#include "lanyard-names.h"
#include "lanyard-reader-page.h"
#include "lanyard-ui.h"

struct _LanyardPreferences
{
  AdwPreferencesWindow parent_instance;

  GtkWidget *connection_group;
  AdwActionRow *workspace_row;
  AdwActionRow *server_row;
  AdwActionRow *leave_row;
  GtkButton *leave_button;
  AdwComboRow *route_row;
  AdwComboRow *retention_row;
  LanyardReaderPage *reader_page;
  GtkSwitch *search_switch;
};

G_DEFINE_FINAL_TYPE (LanyardPreferences, lanyard_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static const struct
{
  int days;
  const char *title;
} retentions[] = {
  { 30, N_("30 days") },
  { 90, N_("3 months") },
  { 365, N_("1 year") },
  { 3 * 365, N_("3 years") },
  { 0, N_("Forever") },
};

static const char * const routes[] = { "auto", "credentials", "users" };

static gboolean
get_route (GValue   *value,
           GVariant *variant,
           gpointer  user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      if (strcmp (g_variant_get_string (variant, NULL), routes[i]) == 0)
        g_value_set_uint (value, i);
    }

  return TRUE;
}

static GVariant *
set_route (const GValue       *value,
           const GVariantType *type,
           gpointer            user_data)
{
  guint selected = g_value_get_uint (value);

  return selected < G_N_ELEMENTS (routes) ? g_variant_new_string (routes[selected]) : NULL;
}

/* A number of days that isn't offered here shows as the next longer choice, and stays as it is. */
static gboolean
get_retention (GValue   *value,
               GVariant *variant,
               gpointer  user_data)
{
  int days = g_variant_get_int32 (variant);
  guint i = 0;

  while (i < G_N_ELEMENTS (retentions) - 1 && (days == 0 || retentions[i].days < days))
    i++;
  g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
set_retention (const GValue       *value,
               const GVariantType *type,
               gpointer            user_data)
{
  guint selected = g_value_get_uint (value);

  return selected < G_N_ELEMENTS (retentions) ? g_variant_new_int32 (retentions[selected].days) : NULL;
}

static void
on_leave_clicked (LanyardPreferences *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  LanyardWorkspaces *workspaces = lanyard_window_get_workspaces (LANYARD_WINDOW (window));
  gboolean demo = lanyard_workspaces_get_place (workspaces) == LANYARD_PLACE_DEMO;

  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (window), demo ? "session.leave-demo" : "session.sign-out", NULL);
}

static void
lanyard_preferences_class_init (LanyardPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LANYARD_TYPE_READER_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardPreferences, connection_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreferences, workspace_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreferences, server_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreferences, leave_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreferences, leave_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreferences, route_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreferences, retention_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreferences, reader_page);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreferences, search_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_clicked);
}

static void
lanyard_preferences_init (LanyardPreferences *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_names_mend (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (retentions); i++)
    gtk_string_list_append (titles, _(retentions[i].title));
  adw_combo_row_set_model (self->retention_row, G_LIST_MODEL (titles));
}

static void
show_connection (LanyardPreferences *self,
                 LanyardWindow      *window)
{
  LanyardDirectory *directory = lanyard_window_get_directory (window);
  SeamWorkspace *workspace = directory != NULL ? lanyard_directory_get_workspace (directory) : NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (self->connection_group, directory != NULL);
  if (directory == NULL)
    return;

  if (workspace != NULL)
    name = lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (workspace)));
  adw_action_row_set_subtitle (self->workspace_row, name != NULL ? name : "");
  adw_action_row_set_subtitle (self->server_row, seam_client_get_endpoint (lanyard_directory_get_client (directory)));

  switch (lanyard_workspaces_get_place (lanyard_window_get_workspaces (window)))
    {
    case LANYARD_PLACE_DEMO:
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->leave_row), _("Demo"));
      adw_action_row_set_subtitle (self->leave_row, _("Sample data that is not saved"));
      gtk_button_set_label (self->leave_button, _("Leave the Demo"));
      gtk_widget_remove_css_class (GTK_WIDGET (self->leave_button), "destructive-action");
      break;
    case LANYARD_PLACE_ONCE:
      adw_action_row_set_subtitle (self->leave_row, _("Used for this session only and not saved"));
      break;
    case LANYARD_PLACE_SAVED:
    default:
      break;
    }
}

/**
 * lanyard_preferences_scanned:
 * @self: the preferences
 * @raw: what a card reader typed
 *
 * Shows it, while the page for that is open.
 *
 * Returns: whether it is; what was read is for nothing else then
 */
gboolean
lanyard_preferences_scanned (LanyardPreferences *self,
                             const char         *raw)
{
  g_return_val_if_fail (LANYARD_IS_PREFERENCES (self), FALSE);

  if (adw_preferences_window_get_visible_page (ADW_PREFERENCES_WINDOW (self))
      != ADW_PREFERENCES_PAGE (self->reader_page))
    return FALSE;

  lanyard_reader_page_scanned (self->reader_page, raw);

  return TRUE;
}

/**
 * lanyard_preferences_new:
 * @window: the window that it belongs to
 * @settings: the application's settings
 *
 * Returns: (transfer none): the preferences, which the toolkit owns, not shown yet
 */
LanyardPreferences *
lanyard_preferences_new (LanyardWindow *window,
                         GSettings     *settings)
{
  LanyardPreferences *self;

  g_return_val_if_fail (LANYARD_IS_WINDOW (window), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LANYARD_TYPE_PREFERENCES, "transient-for", window, NULL);
  show_connection (self, window);
  g_settings_bind_with_mapping (settings, "assign-route", self->route_row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_route, set_route, NULL, NULL);
  lanyard_reader_page_bind (self->reader_page, settings);
  g_settings_bind (settings, "search-provider", self->search_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "journal-retention", self->retention_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_retention, set_retention, NULL, NULL);

  return self;
}
