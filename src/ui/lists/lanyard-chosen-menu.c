/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with those that are chosen in a long list, and with how many of them. */
#include "lanyard-chosen-menu.h"

#include <glib/gi18n.h>

/* An action of the group "chosen", which is only on the menu where somebody carries it out. */
typedef struct
{
  const char *name;
  const char *users;       /* what it is called for users; NULL: it is not for them */
  const char *credentials; /* and for credentials */
  gboolean    asks;        /* a window comes first, so that an ellipsis follows the name */
  gboolean  (*applies) (SeamRecord *record); /* NULL: to all */
  guint       section;
} Action;

static gboolean
is_there (SeamRecord *record)
{
  return !lanyard_record_is_being_deleted (record);
}

static gboolean
is_suspended (SeamRecord *record)
{
  return SEAM_IS_USER (record) && seam_user_get_is_suspended (SEAM_USER (record));
}

static gboolean
is_not_suspended (SeamRecord *record)
{
  return SEAM_IS_USER (record) && !seam_user_get_is_suspended (SEAM_USER (record));
}

static const Action actions[] = {
  { "assign-free", N_("Assign Each a Free Credential"), NULL, TRUE, is_there, 0 },
  { "unassign", N_("Unassign All"), N_("Unassign"), TRUE, lanyard_record_is_assigned, 0 },
  { "suspend", N_("Suspend"), NULL, TRUE, is_not_suspended, 0 },
  { "restore", N_("Restore Access"), NULL, TRUE, is_suspended, 0 },
  { "export", N_("Export"), N_("Export"), TRUE, NULL, 1 },
  { "print", N_("Print Slips"), N_("Print Slips"), TRUE, lanyard_record_is_assigned, 1 },
  { "copy-command", N_("Copy as Command"), N_("Copy as Command"), FALSE, NULL, 1 },
};

#define N_SECTIONS 2

static guint
count_applies (const Action *action,
               gpointer     *records,
               guint         n_records)
{
  guint n = 0;

  for (guint i = 0; action->applies != NULL && i < n_records; i++)
    n += action->applies (records[i]);

  return action->applies != NULL ? n : n_records;
}

static char *
make_label (const Action *action,
            const char   *name,
            guint         n,
            guint         n_records)
{
  g_autofree char *text = g_strdup (_(name));

  if (n < n_records)
    {
      g_free (text);
      /* Translators: %s is what can be done, such as “Unassign”; the numbers are to how many of those that are selected
       * it applies, and how many are selected */
      text = g_strdup_printf (_("%s (%'u of %'u)"), _(name), n, n_records);
    }
  /* Translators: %s is what can be done, such as “Unassign”, before which a window asks */
  return action->asks ? g_strdup_printf (_("%s…"), text) : g_steal_pointer (&text);
}

static GMenuItem *
new_item (const Action *action,
          const char   *name,
          gpointer     *records,
          guint         n_records)
{
  guint n = count_applies (action, records, n_records);
  g_autofree char *label = make_label (action, name, n, n_records);
  g_autofree char *detailed = g_strconcat ("chosen.", action->name, NULL);
  GMenuItem *item = g_menu_item_new (label, detailed);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-missing");

  return item;
}

/**
 * lanyard_chosen_menu_new:
 * @kind: what is chosen
 * @records: (array length=n_records): all that are
 * @n_records: how many
 *
 * What applies to some of them only, says to how many.
 *
 * Returns: (transfer full): what can be done with them
 */
GMenuModel *
lanyard_chosen_menu_new (LanyardListKind  kind,
                         gpointer        *records,
                         guint            n_records)
{
  GMenu *menu = g_menu_new ();

  for (guint section = 0; section < N_SECTIONS; section++)
    {
      g_autoptr (GMenu) items = g_menu_new ();

      for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
        {
          const char *name = kind == LANYARD_LIST_KIND_USERS ? actions[i].users : actions[i].credentials;
          g_autoptr (GMenuItem) item = NULL;

          if (actions[i].section != section || name == NULL)
            continue;
          item = new_item (&actions[i], name, records, n_records);
          g_menu_append_item (items, item);
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (items));
    }

  return G_MENU_MODEL (menu);
}
