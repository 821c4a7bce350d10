/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions that lead somewhere in a workspace: to a view, a search, a record, what was done to it. */
#include "lanyard-go-actions.h"

#include <glib/gi18n.h>

/* Says so where there is none. */
static SeamRecord *
look_up (LanyardBrowser *browser,
         gboolean        user,
         const char     *id)
{
  LanyardDirectory *directory = lanyard_browser_get_directory (browser);
  SeamRecord *record = lanyard_store_lookup (user ? lanyard_directory_get_users (directory)
                                                  : lanyard_directory_get_credentials (directory), id);

  if (record == NULL)
    gtk_widget_activate_action (GTK_WIDGET (browser), "tell.toast", "s", _("The item is no longer in the list"));

  return record;
}

static void
show_record (LanyardBrowser *browser,
             gboolean        user,
             GVariant       *parameter)
{
  SeamRecord *record = look_up (browser, user, g_variant_get_string (parameter, NULL));

  if (record != NULL)
    lanyard_browser_show_record (browser, record);
}

static void
on_show_user (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  show_record (LANYARD_BROWSER (user_data), TRUE, parameter);
}

static void
on_show_credential (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  show_record (LANYARD_BROWSER (user_data), FALSE, parameter);
}

static void
on_show_changes (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  SeamRecord *record;
  gboolean user;
  const char *id;
  gint64 entry;

  g_variant_get (parameter, "(b&sx)", &user, &id, &entry);
  record = look_up (LANYARD_BROWSER (user_data), user, id);
  if (record != NULL)
    lanyard_browser_show_changes (LANYARD_BROWSER (user_data), record, entry);
}

static void
on_view (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LanyardViews *views = lanyard_browser_get_views (LANYARD_BROWSER (user_data));

  lanyard_views_set_view (views, g_variant_get_string (parameter, NULL));
  /* What had the keys is out of sight, and the window would give them to its first button. */
  gtk_widget_grab_focus (GTK_WIDGET (views));
}

static void
on_search (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  lanyard_browser_focus_search (LANYARD_BROWSER (user_data));
}

static void
on_page (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  lanyard_browser_enter_page (LANYARD_BROWSER (user_data));
}

/**
 * lanyard_go_actions_add:
 * @map: where to put them
 * @browser: (transfer none): what they lead through, and which lives as long as @map
 *
 * Adds the actions "view" (its name), "search", "page", "show-user" and "show-credential" (an id) and "show-changes"
 * (whether it is a user or a credential, its id, and the id of an entry, or 0), which are on while a workspace is open.
 */
void
lanyard_go_actions_add (GActionMap     *map,
                        LanyardBrowser *browser)
{
  static const GActionEntry entries[] = {
    { "view", on_view, "s" },
    { "search", on_search },
    { "page", on_page },
    { "show-user", on_show_user, "s" },
    { "show-credential", on_show_credential, "s" },
    { "show-changes", on_show_changes, "(bsx)" },
  };

  g_return_if_fail (G_IS_ACTION_MAP (map));
  g_return_if_fail (LANYARD_IS_BROWSER (browser));

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), browser);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_object_bind_property (browser, "open", g_action_map_lookup_action (map, entries[i].name), "enabled",
                            G_BINDING_SYNC_CREATE);
}
