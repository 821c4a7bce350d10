/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a window from outside: by the desktop's search, the launcher's menu, a notification. It may come
 * before there is a workspace, and is done when there is one. */
#include "lanyard-arrivals.h"

#include <glib/gi18n.h>

struct _LanyardArrivals
{
  GObject parent_instance;

  LanyardBrowser *browser; /* lives as long as this */
  char           *search;  /* NULL: none is asked for */
  char           *id;      /* NULL: nobody is asked for */
  gboolean        is_user;
};

G_DEFINE_FINAL_TYPE (LanyardArrivals, lanyard_arrivals, G_TYPE_OBJECT)

enum
{
  SAID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show (LanyardArrivals  *self,
      LanyardDirectory *directory)
{
  LanyardStore *store = self->is_user ? lanyard_directory_get_users (directory)
                                      : lanyard_directory_get_credentials (directory);
  SeamRecord *record = lanyard_store_lookup (store, self->id);

  if (record == NULL && lanyard_directory_get_state (directory) == LANYARD_DIRECTORY_LOADING)
    return;

  g_clear_pointer (&self->id, g_free);
  if (record != NULL)
    lanyard_browser_show_record (self->browser, record);
  else if (lanyard_directory_is_missing (directory, self->is_user ? LANYARD_RESOURCE_USERS
                                                                  : LANYARD_RESOURCE_CREDENTIALS))
    g_signal_emit (self, signals[SAID], 0, _("It could not be loaded"));
  else
    g_signal_emit (self, signals[SAID], 0, _("It is no longer in the list"));
}

/**
 * lanyard_arrivals_do:
 * @self: the arrivals
 * @directory: the workspace that is on show
 *
 * Does what was asked for, unless it has to wait until more is loaded.
 */
void
lanyard_arrivals_do (LanyardArrivals  *self,
                     LanyardDirectory *directory)
{
  g_autofree char *search = NULL;

  g_return_if_fail (LANYARD_IS_ARRIVALS (self));
  g_return_if_fail (LANYARD_IS_DIRECTORY (directory));

  search = g_steal_pointer (&self->search);
  if (search != NULL)
    lanyard_browser_search (self->browser, search);
  if (self->id != NULL)
    show (self, directory);
}

/**
 * lanyard_arrivals_search:
 * @self: the arrivals
 * @view: "users" or "credentials"
 * @text: what to search for; empty to let it be typed
 *
 * Asks for a search in one of the lists; the view is shown at once.
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
}

/**
 * lanyard_arrivals_show:
 * @self: the arrivals
 * @is_user: whether it is a user; otherwise it is a credential
 * @id: which one
 *
 * Asks for the page of a user or a credential.
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
  G_OBJECT_CLASS (klass)->finalize = lanyard_arrivals_finalize;

  signals[SAID] = g_signal_new ("said", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lanyard_arrivals_init (LanyardArrivals *self)
{
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
