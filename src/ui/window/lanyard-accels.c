/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All keyboard shortcuts in one table, which the shortcuts window is filled from. */
#include "lanyard-accels.h"

#include <glib/gi18n.h>

#include "lanyard-names.h"

typedef struct
{
  const char *group;  /* NULL: the same as the row before */
  const char *action; /* detailed; NULL: the toolkit does it by itself, and it is only listed */
  const char *title;
  const char *accels[3];
} Accel;

static const Accel accels[] = {
  { NC_("keyboard shortcuts", "Navigation"), "go.search", N_("Search the list"), { "<Control>f" } },
  { NULL, "go.view::users", N_("Show users"), { "<Control>1", "<Alt>1" } },
  { NULL, "go.view::credentials", N_("Show credentials"), { "<Control>2", "<Alt>2" } },
  { NULL, "go.view::activity", N_("Show activity"), { "<Control>3", "<Alt>3" } },
  { NULL, NULL, N_("Select all listed"), { "<Control>a" } },
  { NULL, NULL, N_("Cancel the selection"), { "Escape" } },
  { NULL, "win.back", N_("Back to the list"), { "<Alt>Left" } },
  { NULL, "reading.refresh", N_("Refresh"), { "F5", "<Control>r" } },
  { NC_("keyboard shortcuts", "Assigning"), "change.assign-selected", N_("Assign a credential"),
    { "<Control>n" } },
  { NULL, "change.undo", N_("Undo the last change"), { "<Control>z" } },
  { NULL, NULL, N_("Import copied rows"), { "<Control>v" } },
  { NC_("keyboard shortcuts", "General"), NULL, N_("Main menu"), { "F10" } },
  { NULL, "workspace.show", N_("Workspaces"), { "<Control>o" } },
  { NULL, "app.preferences", N_("Preferences"), { "<Control>comma" } },
  { NULL, "app.help", N_("Help"), { "F1" } },
  { NULL, "app.shortcuts", N_("Keyboard shortcuts"), { "<Control>question" } },
  { NULL, "window.close", N_("Close the window"), { "<Control>w" } },
  { NULL, "app.quit", N_("Quit"), { "<Control>q" } },
};

/**
 * lanyard_accels_install:
 * @application: the application
 *
 * Gives every action its keys.
 */
void
lanyard_accels_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    {
      if (accels[i].action != NULL)
        gtk_application_set_accels_for_action (application, accels[i].action, (const char * const *) accels[i].accels);
    }
}

static void
append_shortcut (GString     *xml,
                 const Accel *accel)
{
  g_autofree char *keys = g_strjoinv (" ", (char **) accel->accels);
  g_autofree char *shortcut = NULL;

  shortcut = g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'>"
                                      "<property name='title'>%s</property>"
                                      "<property name='accelerator'>%s</property>"
                                      "</object></child>",
                                      _(accel->title), keys);
  g_string_append (xml, shortcut);
}

/**
 * lanyard_accels_new_shortcuts_window:
 *
 * Makes the window that lists the shortcuts. GTK before 4.14 fills one only from a template, so the table is
 * written as one.
 *
 * Returns: (transfer full): a window that isn't shown yet
 */
GtkWindow *
lanyard_accels_new_shortcuts_window (void)
{
  g_autoptr (GString) xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                                          "<property name='modal'>1</property>"
                                          "<child><object class='GtkShortcutsSection'>"
                                          "<property name='section-name'>shortcuts</property>");
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    {
      if (accels[i].group != NULL)
        {
          g_autofree char *group = g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'>"
                                                            "<property name='title'>%s</property>",
                                                            g_dpgettext2 (NULL, "keyboard shortcuts", accels[i].group));

          g_string_append (xml, i > 0 ? "</object></child>" : "");
          g_string_append (xml, group);
        }

      append_shortcut (xml, &accels[i]);
    }

  g_string_append (xml, "</object></child></object></child></object></interface>");
  if (!gtk_builder_add_from_string (builder, xml->str, -1, &error))
    g_error ("The shortcuts window is wrong: %s", error->message);

  window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  gtk_window_set_title (window, _("Keyboard Shortcuts"));
  lanyard_names_mend (GTK_WIDGET (window));

  return g_object_ref (window);
}
