/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers the desktop's search with users and credentials by name, where somebody has asked for that. */
#include "lanyard-search-provider.h"

#include <glib/gi18n.h>

#include "lanyard-config.h"
#include "lanyard-credential-text.h"
#include "lanyard-name-search.h"
#include "lanyard-shell-search.h"
#include "lanyard-user-text.h"

#define SETTING "search-provider"

/* The shell shows five of a program's results, and fewer when there are several programs. */
#define MAX_RESULTS 10

#define DROP_AFTER_SECONDS 10

#define USER_PREFIX "user:"
#define CREDENTIAL_PREFIX "credential:"

struct _LanyardSearchProvider
{
  GObject parent_instance;

  LanyardShellSearchProvider2 *skeleton;
  GSettings *settings;
  GWeakRef window;
  LanyardNameSearch *search; /* for as long as somebody types */
  guint drop_source;
};

G_DEFINE_FINAL_TYPE (LanyardSearchProvider, lanyard_search_provider, G_TYPE_OBJECT)

enum
{
  RESULT_ACTIVATED,
  SEARCH_LAUNCHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The workspace that may be looked into: none unless somebody has said so. */
static LanyardDirectory *
find_directory (LanyardSearchProvider *self)
{
  g_autoptr (LanyardWindow) window = g_weak_ref_get (&self->window);

  if (window == NULL || self->settings == NULL || !g_settings_get_boolean (self->settings, SETTING))
    return NULL;

  return lanyard_window_get_directory (window);
}

/* --- Searching --- */

static gboolean
on_drop_due (gpointer user_data)
{
  LanyardSearchProvider *self = user_data;

  self->drop_source = 0;
  g_clear_object (&self->search);

  return G_SOURCE_REMOVE;
}

/* Whoever types searches many times in a row. */
static LanyardNameSearch *
ensure_search (LanyardSearchProvider *self)
{
  LanyardDirectory *directory = find_directory (self);

  g_clear_handle_id (&self->drop_source, g_source_remove);
  self->drop_source = g_timeout_add_seconds (DROP_AFTER_SECONDS, on_drop_due, self);
  if (self->search != NULL && lanyard_name_search_get_directory (self->search) != directory)
    g_clear_object (&self->search);
  if (self->search == NULL && directory != NULL)
    self->search = lanyard_name_search_new (directory);

  return self->search;
}

/* How both methods are completed. */
typedef void (*CompleteFunc) (LanyardShellSearchProvider2 *skeleton,
                              GDBusMethodInvocation       *invocation,
                              const char * const          *results);

typedef struct
{
  LanyardSearchProvider *provider;
  GDBusMethodInvocation *invocation;
  CompleteFunc complete;
} Question;

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (LanyardSearchProvider) self = question->provider;
  g_autoptr (GPtrArray) records = lanyard_name_search_find_finish (LANYARD_NAME_SEARCH (source), result,
                                                                     NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_ptr_array_add (ids, g_strconcat (SEAM_IS_USER (records->pdata[i]) ? USER_PREFIX : CREDENTIAL_PREFIX,
                                       seam_record_get_id (records->pdata[i]), NULL));
  g_ptr_array_add (ids, NULL);
  question->complete (self->skeleton, question->invocation, (const char * const *) ids->pdata);
}

static void
search (LanyardSearchProvider *self,
        GDBusMethodInvocation *invocation,
        const char * const    *terms,
        CompleteFunc           complete)
{
  static const char * const nothing[] = { NULL };
  LanyardNameSearch *names = ensure_search (self);
  g_autofree char *words = g_strjoinv (" ", (char **) terms);
  Question *question;

  if (names == NULL)
    {
      complete (self->skeleton, invocation, nothing);
      return;
    }

  question = g_new0 (Question, 1);
  question->provider = g_object_ref (self);
  question->invocation = invocation;
  question->complete = complete;
  lanyard_name_search_find_async (names, words, MAX_RESULTS, NULL, on_found, question);
}

static gboolean
on_get_initial_result_set (LanyardSearchProvider *self,
                           GDBusMethodInvocation *invocation,
                           const char * const    *terms)
{
  search (self, invocation, terms, lanyard_shell_search_provider2_complete_get_initial_result_set);

  return TRUE;
}

/* What was found before says nothing that searching again doesn't: more may have been loaded meanwhile. */
static gboolean
on_get_subsearch_result_set (LanyardSearchProvider *self,
                             GDBusMethodInvocation *invocation,
                             const char * const    *previous_results,
                             const char * const    *terms)
{
  search (self, invocation, terms, lanyard_shell_search_provider2_complete_get_subsearch_result_set);

  return TRUE;
}

/* --- What is shown of a result --- */

static gboolean
parse_id (const char  *identifier,
          gboolean    *is_user,
          const char **id)
{
  *is_user = g_str_has_prefix (identifier, USER_PREFIX);
  if (!*is_user && !g_str_has_prefix (identifier, CREDENTIAL_PREFIX))
    return FALSE;

  *id = strchr (identifier, ':') + 1;
  return TRUE;
}

static void
add_meta (GVariantBuilder *metas,
          const char      *identifier,
          const char      *name,
          const char      *description,
          const char      *icon_name)
{
  g_autoptr (GIcon) icon = g_themed_icon_new (icon_name);
  g_autoptr (GVariant) serialized = g_icon_serialize (icon);

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (identifier));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (name));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (description));
  g_variant_builder_add (metas, "{sv}", "icon", serialized);
  g_variant_builder_close (metas);
}

static void
add_user_meta (GVariantBuilder *metas,
               const char      *identifier,
               SeamUser        *user)
{
  g_autofree char *name = lanyard_user_name (user);
  g_autofree char *count = lanyard_user_count_text (user);

  add_meta (metas, identifier, name, count, "avatar-default-symbolic");
}

static void
add_credential_meta (GVariantBuilder *metas,
                     const char      *identifier,
                     SeamCredential  *credential)
{
  g_autofree char *full_name = lanyard_credential_name (credential);
  g_autofree char *name = lanyard_credential_public_text (credential, full_name);
  g_autofree char *holder = lanyard_credential_holder_text (credential);

  add_meta (metas, identifier, name, holder, "auth-smartcard-symbolic");
}

static gboolean
on_get_result_metas (LanyardSearchProvider *self,
                     GDBusMethodInvocation *invocation,
                     const char * const    *identifiers)
{
  LanyardDirectory *directory = find_directory (self);
  g_autoptr (GVariantBuilder) metas = g_variant_builder_new (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; directory != NULL && identifiers[i] != NULL; i++)
    {
      gpointer record = NULL;
      gboolean is_user;
      const char *id;

      if (parse_id (identifiers[i], &is_user, &id))
        record = lanyard_store_lookup (is_user ? lanyard_directory_get_users (directory)
                                               : lanyard_directory_get_credentials (directory), id);
      if (record != NULL && is_user)
        add_user_meta (metas, identifiers[i], record);
      else if (record != NULL)
        add_credential_meta (metas, identifiers[i], record);
    }
  lanyard_shell_search_provider2_complete_get_result_metas (self->skeleton, invocation,
                                                            g_variant_builder_end (metas));

  return TRUE;
}

/* --- What is chosen of it --- */

static gboolean
on_activate_result (LanyardSearchProvider *self,
                    GDBusMethodInvocation *invocation,
                    const char            *identifier,
                    const char * const    *terms,
                    guint                  timestamp)
{
  gboolean is_user;
  const char *id;

  if (parse_id (identifier, &is_user, &id))
    g_signal_emit (self, signals[RESULT_ACTIVATED], 0, is_user, id, timestamp);
  lanyard_shell_search_provider2_complete_activate_result (self->skeleton, invocation);

  return TRUE;
}

static gboolean
on_launch_search (LanyardSearchProvider *self,
                  GDBusMethodInvocation *invocation,
                  const char * const    *terms,
                  guint                  timestamp)
{
  g_autofree char *words = g_strjoinv (" ", (char **) terms);

  g_signal_emit (self, signals[SEARCH_LAUNCHED], 0, words, timestamp);
  lanyard_shell_search_provider2_complete_launch_search (self->skeleton, invocation);

  return TRUE;
}

static void
lanyard_search_provider_dispose (GObject *object)
{
  LanyardSearchProvider *self = LANYARD_SEARCH_PROVIDER (object);

  g_clear_object (&self->skeleton);
  g_clear_object (&self->settings);
  g_clear_object (&self->search);
  g_clear_handle_id (&self->drop_source, g_source_remove);
  g_weak_ref_set (&self->window, NULL);

  G_OBJECT_CLASS (lanyard_search_provider_parent_class)->dispose (object);
}

static void
lanyard_search_provider_finalize (GObject *object)
{
  g_weak_ref_clear (&LANYARD_SEARCH_PROVIDER (object)->window);

  G_OBJECT_CLASS (lanyard_search_provider_parent_class)->finalize (object);
}

static void
lanyard_search_provider_class_init (LanyardSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_search_provider_dispose;
  G_OBJECT_CLASS (klass)->finalize = lanyard_search_provider_finalize;

  signals[RESULT_ACTIVATED] = g_signal_new ("result-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 3, G_TYPE_BOOLEAN, G_TYPE_STRING, G_TYPE_UINT);
  signals[SEARCH_LAUNCHED] = g_signal_new ("search-launched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
lanyard_search_provider_init (LanyardSearchProvider *self)
{
  g_weak_ref_init (&self->window, NULL);
  self->skeleton = lanyard_shell_search_provider2_skeleton_new ();
  g_signal_connect_object (self->skeleton, "handle-get-initial-result-set", G_CALLBACK (on_get_initial_result_set),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-get-subsearch-result-set",
                           G_CALLBACK (on_get_subsearch_result_set), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-get-result-metas", G_CALLBACK (on_get_result_metas), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-activate-result", G_CALLBACK (on_activate_result), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-launch-search", G_CALLBACK (on_launch_search), self,
                           G_CONNECT_SWAPPED);
}

/**
 * lanyard_search_provider_new:
 *
 * Returns: (transfer full): a provider that finds nothing yet
 */
LanyardSearchProvider *
lanyard_search_provider_new (void)
{
  return g_object_new (LANYARD_TYPE_SEARCH_PROVIDER, NULL);
}

/**
 * lanyard_search_provider_set_window:
 * @self: the provider
 * @window: the window whose workspace is searched
 * @settings: the application's settings, which say whether it may be
 *
 * From now on it finds what is in @window.
 */
void
lanyard_search_provider_set_window (LanyardSearchProvider *self,
                                    LanyardWindow         *window,
                                    GSettings             *settings)
{
  g_return_if_fail (LANYARD_IS_SEARCH_PROVIDER (self));
  g_return_if_fail (LANYARD_IS_WINDOW (window));

  g_weak_ref_set (&self->window, window);
  g_set_object (&self->settings, settings);
}

/**
 * lanyard_search_provider_export:
 * @self: the provider
 * @connection: the session's message bus
 * @application_path: the object of the application
 * @error: return location
 *
 * Returns: whether it can be asked, at the object that the installed description of it names
 */
gboolean
lanyard_search_provider_export (LanyardSearchProvider  *self,
                                GDBusConnection        *connection,
                                const char             *application_path,
                                GError                **error)
{
  g_autofree char *path = g_strconcat (application_path, "/SearchProvider", NULL);

  g_return_val_if_fail (LANYARD_IS_SEARCH_PROVIDER (self), FALSE);

  return g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->skeleton), connection, path, error);
}

/**
 * lanyard_search_provider_unexport:
 * @self: the provider
 *
 * It can't be asked any more.
 */
void
lanyard_search_provider_unexport (LanyardSearchProvider *self)
{
  g_return_if_fail (LANYARD_IS_SEARCH_PROVIDER (self));

  if (g_dbus_interface_skeleton_get_connection (G_DBUS_INTERFACE_SKELETON (self->skeleton)) != NULL)
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->skeleton));
}
