/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which access systems could not be read, in words for people. */
#include "lanyard-failure-text.h"

#include <glib/gi18n.h>

#include "lanyard-error-report.h"
#include "lanyard-error-text.h"
#include "lanyard-name-text.h"

/* More access systems than this are only counted. */
#define MAX_NAMES 3

/**
 * lanyard_failure_name:
 * @load: an access system's
 *
 * Returns: (transfer full): what to call that access system
 */
char *
lanyard_failure_name (LanyardSystemLoad *load)
{
  SeamRecord *system = SEAM_RECORD (lanyard_system_load_get_system (load));
  char *name = lanyard_name_text (seam_record_get_display_name (system));

  return name != NULL ? name : g_strdup (_("Unnamed Access System"));
}

static char *
with_name (const char        *format,
           LanyardSystemLoad *load)
{
  g_autofree char *name = lanyard_failure_name (load);
  g_autofree char *isolated = lanyard_name_in_sentence (name);
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", isolated, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether there is none of what could not be read, and not only what was read before. */
static gboolean
is_missing (LanyardSystemLoad *load)
{
  for (guint i = 0; i < LANYARD_N_RESOURCES; i++)
    if (lanyard_system_load_get_failed (load, (LanyardResource) i)
        && !lanyard_system_load_get_was_read (load, (LanyardResource) i))
      return TRUE;
  return FALSE;
}

static char *
what_text (LanyardSystemLoad *load,
           gboolean           users,
           gboolean           credentials,
           gboolean           missing)
{
  if (users && credentials)
    /* Translators: %s is the name of an access system */
    return with_name (missing ? _("%s could not be loaded.")
                              /* Translators: %s is the name of an access system */
                              : _("%s could not be refreshed and may be out of date."), load);
  if (users)
    /* Translators: %s is the name of an access system */
    return with_name (missing ? _("The users of %s could not be loaded.")
                              /* Translators: %s is the name of an access system */
                              : _("The users of %s could not be refreshed and may be out of date."), load);
  /* Translators: %s is the name of an access system */
  return with_name (missing ? _("The credentials of %s could not be loaded.")
                            /* Translators: %s is the name of an access system */
                            : _("The credentials of %s could not be refreshed and may be out of date."), load);
}

/**
 * lanyard_failure_text:
 * @load: an access system's that could not be read
 *
 * Returns: (transfer full): what of it is not there, or old, and why
 */
char *
lanyard_failure_text (LanyardSystemLoad *load)
{
  g_autofree char *what = what_text (load, lanyard_system_load_get_failed (load, LANYARD_RESOURCE_USERS),
                                     lanyard_system_load_get_failed (load, LANYARD_RESOURCE_CREDENTIALS),
                                     is_missing (load));

  return lanyard_error_text_because (what, lanyard_system_load_get_error (load));
}

/**
 * lanyard_failure_report:
 * @load: an access system's that could not be read
 * @text: what of it is not there, in words of ours
 * @endpoint: the server
 *
 * Returns: (transfer floating) (nullable): what is behind Details of that; %NULL where there is nothing more to say
 */
GVariant *
lanyard_failure_report (LanyardSystemLoad *load,
                        const char        *text,
                        const char        *endpoint)
{
  const GError *error = lanyard_system_load_get_error (load);

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;

  return lanyard_error_report (text, error, endpoint);
}

/**
 * lanyard_failure_resource_text:
 * @load: an access system's
 * @resource: one of its lists that could not be read
 *
 * Returns: (transfer full): that this list is not there, or old, and why
 */
char *
lanyard_failure_resource_text (LanyardSystemLoad *load,
                               LanyardResource    resource)
{
  g_autofree char *what = what_text (load, resource == LANYARD_RESOURCE_USERS, resource == LANYARD_RESOURCE_CREDENTIALS,
                                     !lanyard_system_load_get_was_read (load, resource));

  return lanyard_error_text_because (what, lanyard_system_load_get_error (load));
}

static char *
list_names (GListModel *failures,
            gboolean   *missing)
{
  g_autoptr (GString) names = g_string_new (NULL);

  *missing = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (failures); i++)
    {
      g_autoptr (LanyardSystemLoad) load = g_list_model_get_item (failures, i);
      g_autofree char *name = lanyard_failure_name (load);
      g_autofree char *isolated = lanyard_name_in_sentence (name);

      *missing = *missing || is_missing (load);
      if (i <= MAX_NAMES && i > 0)
        g_string_append (names, C_("between the names of access systems", ", "));
      if (i <= MAX_NAMES)
        g_string_append (names, i < MAX_NAMES ? isolated : "…");
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * lanyard_failures_text:
 * @failures: a list of #LanyardSystemLoad
 *
 * Returns: (transfer full) (nullable): of one, what is not there and why; of several, how many and which
 */
char *
lanyard_failures_text (GListModel *failures)
{
  guint n = g_list_model_get_n_items (failures);
  g_autoptr (LanyardSystemLoad) first = g_list_model_get_item (failures, 0);
  g_autofree char *names = NULL;
  gboolean missing;

  if (n <= 1)
    return first != NULL ? lanyard_failure_text (first) : NULL;

  names = list_names (failures, &missing);
  /* Translators: %u is how many access systems, %s is their names */
  return g_strdup_printf (missing ? ngettext ("%u access system could not be loaded: %s.",
                                              "%u access systems could not be loaded: %s.", n)
                          /* Translators: %u is how many access systems, %s is their names */
                                  : ngettext ("%u access system could not be refreshed and may be out of date: %s.",
                                              "%u access systems could not be refreshed and may be out of date: %s.",
                                              n), n, names);
}
