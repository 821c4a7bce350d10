/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which proxy a server is reached by: the system's, with the user name and password that the system has for it.
 *
 * The desktop's settings have a user name and password in one place, and GIO's resolver gives them with the proxy for
 * http: alone, also where the same proxy is used for https:. */
#include "seam-proxy-resolver.h"

#include <string.h>

struct _SeamProxyResolver
{
  GObject parent_instance;

  GProxyResolver *system;
};

static void proxy_resolver_init (GProxyResolverInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SeamProxyResolver, seam_proxy_resolver, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_PROXY_RESOLVER, proxy_resolver_init))

static GUri *
parse (const char *proxy)
{
  return g_uri_parse (proxy, G_URI_FLAGS_NONE, NULL);
}

/* The same address, but with an account. */
static gboolean
is_same_with_account (GUri *with,
                      GUri *without)
{
  return with != NULL && g_uri_get_userinfo (with) != NULL && g_uri_get_userinfo (without) == NULL
         && g_uri_get_port (with) == g_uri_get_port (without)
         && g_strcmp0 (g_uri_get_scheme (with), g_uri_get_scheme (without)) == 0
         && g_strcmp0 (g_uri_get_host (with), g_uri_get_host (without)) == 0;
}

/* Gives @proxies the accounts that are known of the same ones among @others. */
static void
take_accounts (char **proxies,
               char **others)
{
  for (guint i = 0; proxies[i] != NULL; i++)
    for (guint j = 0; others != NULL && others[j] != NULL; j++)
      {
        g_autoptr (GUri) without = parse (proxies[i]);
        g_autoptr (GUri) with = parse (others[j]);

        if (without == NULL || !is_same_with_account (with, without))
          continue;
        g_free (proxies[i]);
        proxies[i] = g_strdup (others[j]);
      }
}

/* What to ask of @uri as well; NULL when it is plain http itself. */
static char *
make_plain (const char *uri)
{
  return g_str_has_prefix (uri, "https:") ? g_strconcat ("http:", uri + strlen ("https:"), NULL) : NULL;
}

static gboolean
is_supported (GProxyResolver *resolver)
{
  return g_proxy_resolver_is_supported (SEAM_PROXY_RESOLVER (resolver)->system);
}

static char **
lookup (GProxyResolver *resolver,
        const char     *uri,
        GCancellable   *cancellable,
        GError        **error)
{
  SeamProxyResolver *self = SEAM_PROXY_RESOLVER (resolver);
  g_autofree char *plain = make_plain (uri);
  char **proxies = g_proxy_resolver_lookup (self->system, uri, cancellable, error);
  g_auto (GStrv) others = NULL;

  if (proxies == NULL || plain == NULL)
    return proxies;
  others = g_proxy_resolver_lookup (self->system, plain, cancellable, NULL);
  take_accounts (proxies, others);
  return proxies;
}

static void
on_others (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_auto (GStrv) proxies = g_strdupv (g_task_get_task_data (task));
  g_auto (GStrv) others = g_proxy_resolver_lookup_finish (G_PROXY_RESOLVER (source), result, NULL);

  take_accounts (proxies, others);
  g_task_return_pointer (task, g_steal_pointer (&proxies), (GDestroyNotify) g_strfreev);
}

static void
on_proxies (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autofree char *plain = make_plain (g_task_get_task_data (task));
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) proxies = g_proxy_resolver_lookup_finish (G_PROXY_RESOLVER (source), result, &error);

  if (proxies == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (plain == NULL)
    {
      g_task_return_pointer (task, g_steal_pointer (&proxies), (GDestroyNotify) g_strfreev);
      return;
    }
  g_task_set_task_data (task, g_steal_pointer (&proxies), (GDestroyNotify) g_strfreev);
  g_proxy_resolver_lookup_async (G_PROXY_RESOLVER (source), plain, g_task_get_cancellable (task), on_others,
                                 g_object_ref (task));
}

static void
lookup_async (GProxyResolver     *resolver,
              const char         *uri,
              GCancellable       *cancellable,
              GAsyncReadyCallback callback,
              gpointer            user_data)
{
  GTask *task = g_task_new (resolver, cancellable, callback, user_data);

  g_task_set_source_tag (task, lookup_async);
  g_task_set_task_data (task, g_strdup (uri), g_free);
  g_proxy_resolver_lookup_async (SEAM_PROXY_RESOLVER (resolver)->system, uri, cancellable, on_proxies, task);
}

static char **
lookup_finish (GProxyResolver *resolver,
               GAsyncResult   *result,
               GError        **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
proxy_resolver_init (GProxyResolverInterface *iface)
{
  iface->is_supported = is_supported;
  iface->lookup = lookup;
  iface->lookup_async = lookup_async;
  iface->lookup_finish = lookup_finish;
}

static void
seam_proxy_resolver_finalize (GObject *object)
{
  g_clear_object (&SEAM_PROXY_RESOLVER (object)->system);
  G_OBJECT_CLASS (seam_proxy_resolver_parent_class)->finalize (object);
}

static void
seam_proxy_resolver_class_init (SeamProxyResolverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = seam_proxy_resolver_finalize;
}

static void
seam_proxy_resolver_init (SeamProxyResolver *self)
{
}

/* seam_proxy_resolver_new:
 * @system: (transfer none): what knows of the system's proxies
 *
 * Returns: (transfer full): a resolver that asks @system */
GProxyResolver *
seam_proxy_resolver_new (GProxyResolver *system)
{
  SeamProxyResolver *self = g_object_new (SEAM_TYPE_PROXY_RESOLVER, NULL);

  self->system = g_object_ref (system);
  return G_PROXY_RESOLVER (self);
}
