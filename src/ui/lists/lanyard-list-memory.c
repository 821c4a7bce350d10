/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has a long list sorted and filtered as it was last. */
#include "lanyard-list-memory.h"

/* The setting has no NULL, and the list has no empty system. */
static gboolean
get_system (GValue   *value,
            GVariant *variant,
            gpointer  user_data)
{
  const char *id = g_variant_get_string (variant, NULL);

  g_value_set_string (value, *id != '\0' ? id : NULL);
  return TRUE;
}

static GVariant *
set_system (const GValue       *value,
            const GVariantType *type,
            gpointer            user_data)
{
  const char *id = g_value_get_string (value);

  return g_variant_new_string (id != NULL ? id : "");
}

/**
 * lanyard_list_memory_bind:
 * @settings: the application's settings
 * @kind: what it lists
 * @list: (nullable): the list; %NULL does nothing
 * @system: whether the access system too; it is one of one workspace
 *
 * Has @list sorted and filtered as the last one of its kind was, and that be remembered.
 */
void
lanyard_list_memory_bind (GSettings       *settings,
                          LanyardListKind  kind,
                          LanyardList     *list,
                          gboolean         system)
{
  const char *name = kind == LANYARD_LIST_KIND_USERS ? "users" : "credentials";
  g_autofree char *sort_key = g_strdup_printf ("%s-sort", name);
  g_autofree char *show_key = g_strdup_printf ("%s-show", name);
  g_autofree char *system_key = g_strdup_printf ("%s-system", name);

  g_return_if_fail (G_IS_SETTINGS (settings));

  if (list == NULL)
    return;

  g_settings_bind (settings, sort_key, list, "sort", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, show_key, list, "show", G_SETTINGS_BIND_DEFAULT);
  if (kind == LANYARD_LIST_KIND_CREDENTIALS)
    g_settings_bind (settings, "credentials-method", list, "method", G_SETTINGS_BIND_DEFAULT);
  if (system)
    g_settings_bind_with_mapping (settings, system_key, list, "system-id", G_SETTINGS_BIND_DEFAULT,
                                  get_system, set_system, NULL, NULL);
}
