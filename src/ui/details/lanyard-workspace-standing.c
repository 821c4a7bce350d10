/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lasts of a workspace and is to be said above its views: what is not complete, old, or the matter with it. */
#include "lanyard-workspace-standing.h"

#include <glib/gi18n.h>

#include "lanyard-error-report.h"
#include "lanyard-error-text.h"
#include "lanyard-problem-text.h"

struct _LanyardWorkspaceStanding
{
  LanyardBindable parent_instance;

  LanyardDirectory *directory;
  GSignalGroup     *directory_signals;
  GSignalGroup     *systems_signals;
};

G_DEFINE_FINAL_TYPE (LanyardWorkspaceStanding, lanyard_workspace_standing, LANYARD_TYPE_BINDABLE)

enum
{
  PROP_0,
  PROP_INCOMPLETE,
  PROP_INCOMPLETE_TEXT,
  PROP_STALE,
  PROP_STALE_TEXT,
  PROP_SYSTEMS_TEXT,
  PROP_WANTS_KEY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
refresh_systems (LanyardWorkspaceStanding *self)
{
  char *text = NULL;

  if (self->directory != NULL)
    text = lanyard_systems_problem_text (lanyard_directory_get_systems (self->directory));
  lanyard_bindable_offer_text (self, properties[PROP_SYSTEMS_TEXT], text);
}

static void
refresh (LanyardWorkspaceStanding *self)
{
  LanyardDirectoryState state = LANYARD_DIRECTORY_EMPTY;
  const GError *error = NULL;
  gboolean stale = FALSE;

  if (self->directory != NULL)
    {
      state = lanyard_directory_get_state (self->directory);
      error = lanyard_directory_get_error (self->directory);
      g_object_get (self->directory, "stale", &stale, NULL);
    }

  stale = stale && state == LANYARD_DIRECTORY_READY;
  if (state == LANYARD_DIRECTORY_INCOMPLETE)
    lanyard_bindable_offer_text (self, properties[PROP_INCOMPLETE_TEXT],
                                 lanyard_error_text_because (_("The lists are incomplete."), error));
  if (stale)
    lanyard_bindable_offer_text (self, properties[PROP_STALE_TEXT],
                                 lanyard_error_text_because (_("The lists may be out of date."), error));
  lanyard_bindable_offer_flag (self, properties[PROP_INCOMPLETE], state == LANYARD_DIRECTORY_INCOMPLETE);
  lanyard_bindable_offer_flag (self, properties[PROP_STALE], stale);
  lanyard_bindable_offer_flag (self, properties[PROP_WANTS_KEY], lanyard_error_wants_key (error));
  refresh_systems (self);
  g_signal_emit (self, signals[SIGNAL_TOLD], 0);
}

static void
lanyard_workspace_standing_dispose (GObject *object)
{
  LanyardWorkspaceStanding *self = LANYARD_WORKSPACE_STANDING (object);

  g_clear_object (&self->directory_signals);
  g_clear_object (&self->systems_signals);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_workspace_standing_parent_class)->dispose (object);
}

static void
lanyard_workspace_standing_class_init (LanyardWorkspaceStandingClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = lanyard_bindable_get_property;
  G_OBJECT_CLASS (klass)->dispose = lanyard_workspace_standing_dispose;

  properties[PROP_INCOMPLETE] = lanyard_bindable_flag ("incomplete");
  properties[PROP_INCOMPLETE_TEXT] = lanyard_bindable_text ("incomplete-text");
  properties[PROP_STALE] = lanyard_bindable_flag ("stale");
  properties[PROP_STALE_TEXT] = lanyard_bindable_text ("stale-text");
  properties[PROP_SYSTEMS_TEXT] = lanyard_bindable_text ("systems-text");
  properties[PROP_WANTS_KEY] = lanyard_bindable_flag ("wants-key");
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  signals[SIGNAL_TOLD] = g_signal_new ("told", LANYARD_TYPE_WORKSPACE_STANDING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
lanyard_workspace_standing_init (LanyardWorkspaceStanding *self)
{
  /* Systems that were known change as they are read again, without a signal of their list. */
  static const char * const notified[] = {
    "notify::state", "notify::stale", "notify::error", "notify::workspace", "notify::refreshing",
  };

  self->directory_signals = g_signal_group_new (LANYARD_TYPE_DIRECTORY);
  for (guint i = 0; i < G_N_ELEMENTS (notified); i++)
    g_signal_group_connect_object (self->directory_signals, notified[i], G_CALLBACK (refresh), self,
                                   G_CONNECT_SWAPPED);
  self->systems_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_object (self->systems_signals, "items-changed", G_CALLBACK (refresh_systems), self,
                                 G_CONNECT_SWAPPED);
}

/**
 * lanyard_workspace_standing_set_directory:
 * @self: a standing
 * @directory: (nullable): the workspace that it is of
 */
void
lanyard_workspace_standing_set_directory (LanyardWorkspaceStanding *self,
                                          LanyardDirectory         *directory)
{
  g_return_if_fail (LANYARD_IS_WORKSPACE_STANDING (self));

  g_set_object (&self->directory, directory);
  g_signal_group_set_target (self->directory_signals, directory);
  g_signal_group_set_target (self->systems_signals,
                             directory != NULL ? lanyard_directory_get_systems (directory) : NULL);
  refresh (self);
}

/**
 * lanyard_workspace_standing_report:
 * @self: a standing
 * @name: the property that says what is the matter
 *
 * Returns: (transfer floating) (nullable): what is behind Details of that; %NULL where there is nothing more to say
 */
GVariant *
lanyard_workspace_standing_report (LanyardWorkspaceStanding *self,
                                   const char               *name)
{
  const GError *error;

  g_return_val_if_fail (LANYARD_IS_WORKSPACE_STANDING (self), NULL);

  error = self->directory != NULL ? lanyard_directory_get_error (self->directory) : NULL;
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;

  return lanyard_error_report (lanyard_bindable_get_text (self, name), error,
                               seam_client_get_endpoint (lanyard_directory_get_client (self->directory)));
}

/**
 * lanyard_workspace_standing_loading_text:
 * @self: a standing, of a workspace
 *
 * Returns: (transfer full): how much has been loaded so far, for who asks: it changes too often to tell of
 */
char *
lanyard_workspace_standing_loading_text (LanyardWorkspaceStanding *self)
{
  guint n_users = 0;
  guint n_credentials = 0;
  g_autofree char *users = NULL;
  g_autofree char *credentials = NULL;

  g_return_val_if_fail (LANYARD_IS_WORKSPACE_STANDING (self), NULL);
  g_return_val_if_fail (self->directory != NULL, NULL);

  g_object_get (self->directory, "n-users", &n_users, "n-credentials", &n_credentials, NULL);
  users = g_strdup_printf (ngettext ("%'u user", "%'u users", n_users), n_users);
  credentials = g_strdup_printf (ngettext ("%'u credential", "%'u credentials", n_credentials), n_credentials);

  /* Translators: how much has arrived so far, for instance "Loading: 1,500 users, 2,000 credentials" */
  return g_strdup_printf (_("Loading: %s, %s"), users, credentials);
}
