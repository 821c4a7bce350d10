/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: its command line, its actions, and one window with one session. */
#include "lanyard-application.h"

#include <glib/gi18n.h>

#include "lanyard-about.h"
#include "lanyard-accels.h"
#include "lanyard-card-reader.h"
#include "lanyard-config.h"
#include "lanyard-contrast.h"
#include "lanyard-name-text.h"
#include "lanyard-override.h"
#include "lanyard-preferences.h"
#include "lanyard-search-provider.h"
#include "lanyard-session.h"
#include "lanyard-ui.h"
#include "lanyard-window.h"

struct _LanyardApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  LanyardOverride *override;
  LanyardSession *session;
  LanyardCardReader *card_reader;
  LanyardSearchProvider *search_provider;
  gboolean demo;
};

G_DEFINE_FINAL_TYPE (LanyardApplication, lanyard_application, ADW_TYPE_APPLICATION)

static void
on_preferences (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LanyardApplication *self = LANYARD_APPLICATION (user_data);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (LANYARD_IS_WINDOW (window))
    gtk_window_present (GTK_WINDOW (lanyard_preferences_new (LANYARD_WINDOW (window), self->settings)));
}

static void
on_shortcuts (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  g_autoptr (GtkWindow) shortcuts = lanyard_accels_new_shortcuts_window ();

  gtk_window_set_transient_for (shortcuts, window);
  gtk_window_present (shortcuts);
}

static void
on_help_shown (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (LanyardWindow) window = LANYARD_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && gtk_window_get_application (GTK_WINDOW (window)) != NULL)
    lanyard_window_tell (window, _("Help can’t be shown because no help viewer is installed. Install Yelp to read "
                                   "it."));
}

/* The whole guide, or the page that @parameter names. */
static void
on_help (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  const char *page = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;
  g_autofree char *uri = g_strjoin ("/", "help:lanyard", page, NULL);

  if (LANYARD_IS_WINDOW (window))
    gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, on_help_shown, g_object_ref (window));
}

static void
on_about (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    lanyard_about_present (window);
}

/* The windows are closed, and the application ends when nothing holds it any more: what was sent is waited for. */
static void
on_quit (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (GTK_WINDOW (link->data));
}

/* --- What is asked for from outside --- */

static LanyardWindow *
find_window (LanyardApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  while (windows != NULL && !LANYARD_IS_WINDOW (windows->data))
    windows = windows->next;

  return windows != NULL ? windows->data : NULL;
}

static LanyardWindow *
raise_window (LanyardApplication *self)
{
  g_application_activate (G_APPLICATION (self));

  return find_window (self);
}

static void
on_find (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LanyardWindow *window = raise_window (LANYARD_APPLICATION (user_data));
  gboolean user = g_str_equal (g_action_get_name (G_ACTION (action)), "find-user");

  if (window != NULL)
    lanyard_arrivals_search (lanyard_window_get_arrivals (window), user ? "users" : "credentials", "");
}

/* A notification may be about a workspace that isn't open any more: then there is only the window. */
static void
on_show_record (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LanyardWindow *window = raise_window (LANYARD_APPLICATION (user_data));
  LanyardDirectory *directory = window != NULL ? lanyard_window_get_directory (window) : NULL;
  SeamWorkspace *workspace = directory != NULL ? lanyard_directory_get_workspace (directory) : NULL;
  const char *workspace_id, *kind, *id;

  g_variant_get (parameter, "(&s&s&s)", &workspace_id, &kind, &id);
  if (workspace != NULL && g_strcmp0 (seam_record_get_id (SEAM_RECORD (workspace)), workspace_id) == 0)
    lanyard_arrivals_show (lanyard_window_get_arrivals (window), g_str_equal (kind, "user"), id);
}

static void
on_result_activated (LanyardApplication *self,
                     gboolean            is_user,
                     const char         *id,
                     guint               timestamp)
{
  LanyardWindow *window = raise_window (self);

  if (window != NULL)
    lanyard_arrivals_show (lanyard_window_get_arrivals (window), is_user, id);
}

static void
on_search_launched (LanyardApplication *self,
                    const char         *search,
                    guint               timestamp)
{
  LanyardWindow *window = raise_window (self);

  if (window != NULL)
    lanyard_arrivals_search (lanyard_window_get_arrivals (window), "users", search);
}

static void
on_scanned (LanyardApplication *self,
            const char         *raw,
            GtkWindow          *where)
{
  LanyardWindow *window = find_window (self);

  if (LANYARD_IS_PREFERENCES (where) && lanyard_preferences_scanned (LANYARD_PREFERENCES (where), raw))
    return;

  if (window != NULL)
    lanyard_scans_take (lanyard_window_get_scans (window), raw, where);
}

static const GActionEntry actions[] = {
  { .name = "preferences", .activate = on_preferences },
  { .name = "shortcuts", .activate = on_shortcuts },
  { .name = "help", .activate = on_help },
  { .name = "help-page", .activate = on_help, .parameter_type = "s" },
  { .name = "about", .activate = on_about },
  { .name = "quit", .activate = on_quit },
  { .name = "find-user", .activate = on_find },
  { .name = "find-credential", .activate = on_find },
  { .name = "show-record", .activate = on_show_record, .parameter_type = "(sss)" },
};

static gboolean
has_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, LANYARD_APP_ID, TRUE);

  return schema != NULL;
}

static int
lanyard_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  LanyardApplication *self = LANYARD_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("%s %s\n", LANYARD_APP_NAME, LANYARD_VERSION);
      return EXIT_SUCCESS;
    }

  if (!has_schema ())
    {
      /* Translators: %s is the ID of the schema */
      g_printerr (_("lanyard: The settings schema %s is not installed.\n"), LANYARD_APP_ID);
      return EXIT_FAILURE;
    }

  if (!gtk_init_check ())
    {
      g_printerr (_("lanyard: No display is available.\n"));
      return EXIT_FAILURE;
    }

  /* The demo, and a workspace that the environment names, are a run of their own: a Lanyard that is already open
   * keeps the workspace that it has. */
  self->demo = g_variant_dict_contains (options, "demo");
  if (self->demo || self->override->key != NULL || self->override->endpoint != NULL)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static gboolean
lanyard_application_dbus_register (GApplication     *application,
                                   GDBusConnection  *connection,
                                   const char       *object_path,
                                   GError          **error)
{
  return G_APPLICATION_CLASS (lanyard_application_parent_class)->dbus_register (application, connection, object_path,
                                                                                error)
         && lanyard_search_provider_export (LANYARD_APPLICATION (application)->search_provider, connection,
                                            object_path, error);
}

static void
lanyard_application_dbus_unregister (GApplication    *application,
                                     GDBusConnection *connection,
                                     const char      *object_path)
{
  lanyard_search_provider_unexport (LANYARD_APPLICATION (application)->search_provider);

  G_APPLICATION_CLASS (lanyard_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
lanyard_application_startup (GApplication *application)
{
  LanyardApplication *self = LANYARD_APPLICATION (application);

  /* First, since the toolkit looks for the style sheet among the resources when it starts. */
  lanyard_ui_init ();
  G_APPLICATION_CLASS (lanyard_application_parent_class)->startup (application);

  lanyard_name_set_mirrored (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL);
  lanyard_contrast_watch ();
  gtk_window_set_default_icon_name (LANYARD_APP_ID);
  self->settings = g_settings_new (LANYARD_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  lanyard_accels_install (GTK_APPLICATION (self));

  self->card_reader = lanyard_card_reader_new ();
  g_settings_bind (self->settings, "card-reader", self->card_reader, "enabled", G_SETTINGS_BIND_GET);
  g_signal_connect_object (self->card_reader, "scanned", G_CALLBACK (on_scanned), self, G_CONNECT_SWAPPED);
}

static void
lanyard_application_activate (GApplication *application)
{
  LanyardApplication *self = LANYARD_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }

  window = GTK_WINDOW (lanyard_window_new (GTK_APPLICATION (self), self->settings));
  g_clear_object (&self->session);
  self->session = lanyard_session_new (LANYARD_WINDOW (window), self->settings);
  lanyard_search_provider_set_window (self->search_provider, LANYARD_WINDOW (window), self->settings);
  /* The window first: what the session has other threads do competes for the allocator with the toolkit. */
  gtk_window_present (window);
  lanyard_session_start (self->session, self->demo, self->override);
}

static void
lanyard_application_window_removed (GtkApplication *application,
                                    GtkWindow      *window)
{
  LanyardApplication *self = LANYARD_APPLICATION (application);

  GTK_APPLICATION_CLASS (lanyard_application_parent_class)->window_removed (application, window);

  if (self->session != NULL && LANYARD_IS_WINDOW (window))
    lanyard_session_close (self->session);
}

static void
lanyard_application_shutdown (GApplication *application)
{
  LanyardApplication *self = LANYARD_APPLICATION (application);

  g_clear_object (&self->session);
  g_clear_object (&self->card_reader);
  g_clear_object (&self->settings);
  g_settings_sync ();

  G_APPLICATION_CLASS (lanyard_application_parent_class)->shutdown (application);
}

static void
lanyard_application_finalize (GObject *object)
{
  LanyardApplication *self = LANYARD_APPLICATION (object);

  g_clear_pointer (&self->override, lanyard_override_free);
  g_clear_object (&self->search_provider);

  G_OBJECT_CLASS (lanyard_application_parent_class)->finalize (object);
}

static void
lanyard_application_class_init (LanyardApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lanyard_application_finalize;
  application_class->handle_local_options = lanyard_application_handle_local_options;
  application_class->dbus_register = lanyard_application_dbus_register;
  application_class->dbus_unregister = lanyard_application_dbus_unregister;
  application_class->startup = lanyard_application_startup;
  application_class->activate = lanyard_application_activate;
  application_class->shutdown = lanyard_application_shutdown;
  GTK_APPLICATION_CLASS (klass)->window_removed = lanyard_application_window_removed;
}

static void
lanyard_application_init (LanyardApplication *self)
{
  static const GOptionEntry options[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the demo workspace"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version and exit"), NULL },
    { NULL }
  };

  self->override = lanyard_override_take ();
  self->search_provider = lanyard_search_provider_new ();
  g_signal_connect_object (self->search_provider, "result-activated", G_CALLBACK (on_result_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_provider, "search-launched", G_CALLBACK (on_search_launched), self,
                           G_CONNECT_SWAPPED);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Assign access credentials to users."));
  g_application_set_option_context_description (G_APPLICATION (self),
                                                _("To open another workspace for one session, set SEAM_API_KEY and "
                                                  "SEAM_ENDPOINT; neither is saved. Such a session, like the demo, "
                                                  "can run while Lanyard is already open."));
}

/**
 * lanyard_application_new:
 *
 * Takes what it needs out of the environment, so it is to be called before there are threads.
 *
 * Returns: (transfer full): the application
 */
LanyardApplication *
lanyard_application_new (void)
{
  return g_object_new (LANYARD_TYPE_APPLICATION,
                       "application-id", LANYARD_APP_ID,
                       "resource-base-path", LANYARD_RESOURCE_BASE_PATH,
                       NULL);
}
