/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a window from outside: by the desktop's search, the launcher's menu, a notification. It may come
 * before there is a workspace, and is done when there is one. */
#include "lanyard-arrivals.h"

#include <glib/gi18n.h>

struct _LanyardArrivals
{
  GObject parent_instance;

  LanyardBrowser   *browser; /* lives as long as this */
  LanyardDirectory *directory;
  GSignalGroup     *directory_signals;
  char             *search;  /* NULL: none is asked for */
  char             *id;      /* NULL: nobody is asked for */
  gboolean          is_user;
};

G_DEFINE_FINAL_TYPE (LanyardArrivals, lanyard_arrivals, G_TYPE_OBJECT)

enum
{
  SAID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show (LanyardArrivals *self)
{
  LanyardStore *store = self->is_user ? lanyard_directory_get_users (self->directory)
                                      : lanyard_directory_get_credentials (self->directory);
  SeamRecord *record = lanyard_store_lookup (store, self->id);

  if (record == NULL && lanyard_directory_get_state (self->directory) == LANYARD_DIRECTORY_LOADING)
    return;

  g_clear_pointer (&self->id, g_free);
  if (record != NULL)
    lanyard_browser_show_record (self->browser, record);
  else if (lanyard_directory_is_missing (self->directory, self->is_user ? LANYARD_RESOURCE_USERS
                                                                        : LANYARD_RESOURCE_CREDENTIALS))
    g_signal_emit (self, signals[SAID], 0, _("The item could not be loaded"));
  else
    g_signal_emit (self, signals[SAID], 0, _("The item is no longer in the list"));
}

/* Does what was asked for, unless it has to wait until there is a workspace, or more of it is loaded. */
static void
carry_out (LanyardArrivals *self)
{
  g_autofree char *search = NULL;

  if (self->directory == NULL)
    return;

  search = g_steal_pointer (&self->search);
  if (search != NULL)
    lanyard_browser_search (self->browser, search);
  if (self->id != NULL)
    show (self);
}

/**
 * lanyard_arrivals_set_directory:
 * @self: the arrivals
 * @directory: (nullable): the workspace that is on show
 *
 * Says where it is done.
 */
void
lanyard_arrivals_set_directory (LanyardArrivals  *self,
                                LanyardDirectory *directory)
{
  g_return_if_fail (LANYARD_IS_ARRIVALS (self));
  g_return_if_fail (directory == NULL || LANYARD_IS_DIRECTORY (directory));

  if (!g_set_object (&self->directory, directory))
    return;

  g_signal_group_set_target (self->directory_signals, directory);
  carry_out (self);
}

/**
 * lanyard_arrivals_search:
 * @self: the arrivals
 * @view: "users" or "credentials"
 * @text: what to search for; empty to let it be typed
 *
 * Asks for a search in one of the lists, for as soon as there is one; the view is shown at once.
 */
void
lanyard_arrivals_search (LanyardArrivals *self,
                         const char      *view,
                         const char      *text)
{
  g_return_if_fail (LANYARD_IS_ARRIVALS (self));
  g_return_if_fail (text != NULL);

  lanyard_views_set_view (lanyard_browser_get_views (self->browser), view);
  g_clear_pointer (&self->id, g_free);
  g_free (self->search);
  self->search = g_strdup (text);
  carry_out (self);
}

/**
 * lanyard_arrivals_show:
 * @self: the arrivals
 * @is_user: whether it is a user; otherwise it is a credential
 * @id: which one
 *
 * Asks for the page of a user or a credential, for as soon as it is loaded.
 */
void
lanyard_arrivals_show (LanyardArrivals *self,
                       gboolean         is_user,
                       const char      *id)
{
  g_return_if_fail (LANYARD_IS_ARRIVALS (self));
  g_return_if_fail (id != NULL);

  g_clear_pointer (&self->search, g_free);
  g_free (self->id);
  self->id = g_strdup (id);
  self->is_user = is_user;
  carry_out (self);
}

static void
on_search_users (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  lanyard_arrivals_search (LANYARD_ARRIVALS (user_data), "users", g_variant_get_string (parameter, NULL));
}

/**
 * lanyard_arrivals_add_actions:
 * @self: the arrivals, which live as long as @map
 * @map: where to put it
 *
 * Adds the action "search-users" (what to search for).
 */
void
lanyard_arrivals_add_actions (LanyardArrivals *self,
                              GActionMap      *map)
{
  static const GActionEntry entry = { "search-users", on_search_users, "s" };

  g_return_if_fail (LANYARD_IS_ARRIVALS (self));
  g_return_if_fail (G_IS_ACTION_MAP (map));

  g_action_map_add_action_entries (map, &entry, 1, self);
}

static void
lanyard_arrivals_dispose (GObject *object)
{
  LanyardArrivals *self = LANYARD_ARRIVALS (object);

  g_clear_object (&self->directory_signals);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_arrivals_parent_class)->dispose (object);
}

static void
lanyard_arrivals_finalize (GObject *object)
{
  LanyardArrivals *self = LANYARD_ARRIVALS (object);

  g_free (self->search);
  g_free (self->id);

  G_OBJECT_CLASS (lanyard_arrivals_parent_class)->finalize (object);
}

static void
lanyard_arrivals_class_init (LanyardArrivalsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_arrivals_dispose;
  G_OBJECT_CLASS (klass)->finalize = lanyard_arrivals_finalize;

  signals[SAID] = g_signal_new ("said", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lanyard_arrivals_init (LanyardArrivals *self)
{
  self->directory_signals = g_signal_group_new (LANYARD_TYPE_DIRECTORY);
  g_signal_group_connect_swapped (self->directory_signals, "notify::state", G_CALLBACK (carry_out), self);
  g_signal_group_connect_swapped (self->directory_signals, "notify::refreshing", G_CALLBACK (carry_out), self);
}

/**
 * lanyard_arrivals_new:
 * @browser: (transfer none): where it is done, which lives as long as this
 *
 * Returns: (transfer full): nothing is asked for yet
 */
LanyardArrivals *
lanyard_arrivals_new (LanyardBrowser *browser)
{
  LanyardArrivals *self;

  g_return_val_if_fail (LANYARD_IS_BROWSER (browser), NULL);

  self = g_object_new (LANYARD_TYPE_ARRIVALS, NULL);
  self->browser = browser;

  return self;
}
