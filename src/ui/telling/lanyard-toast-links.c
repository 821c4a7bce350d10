/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names in what a toast says, as links to the pages of who and what it is about. */
#include "lanyard-toast-links.h"

#include <string.h>

#include "lanyard-entry-text.h"

#define USER "user:"
#define CREDENTIAL "credential:"

static gboolean
on_link (GtkWidget  *label,
         const char *uri)
{
  if (g_str_has_prefix (uri, USER))
    gtk_widget_activate_action (label, "go.show-user", "s", uri + strlen (USER));
  else
    gtk_widget_activate_action (label, "go.show-credential", "s", uri + strlen (CREDENTIAL));

  return GDK_EVENT_STOP;
}

static void
append_plain (GString    *markup,
              const char *text,
              gssize      length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (markup, escaped);
}

/* Appends @text up to the first @label in it, and that as a link; nothing where it isn't there.
 *
 * Returns: what of @text is left */
static const char *
link_first (GString    *markup,
            const char *text,
            const char *label,
            const char *scheme,
            const char *id)
{
  g_autofree char *name = lanyard_entry_name_text (label);
  g_autofree char *uri = g_strconcat (scheme, id, NULL);
  g_autofree char *escaped = g_markup_escape_text (uri, -1);
  const char *found = label != NULL && id != NULL ? strstr (text, name) : NULL;

  if (found == NULL)
    return text;

  append_plain (markup, text, found - text);
  g_string_append_printf (markup, "<a href=\"%s\">", escaped);
  append_plain (markup, name, -1);
  g_string_append (markup, "</a>");
  return found + strlen (name);
}

/* The sentences name the credential first, and the one who has it, or has had it, last. Of a language that does
 * otherwise, only some are links. */
static void
link_entry (GtkLabel     *label,
            LanyardEntry *entry,
            gboolean      with_subject)
{
  const char *rest = gtk_label_get_text (label);
  g_autoptr (GString) markup = g_string_new (NULL);

  if (with_subject)
    {
      rest = link_first (markup, rest, lanyard_entry_get_credential_label (entry), CREDENTIAL,
                         lanyard_entry_get_credential_id (entry));
      rest = link_first (markup, rest, lanyard_entry_get_user_label (entry), USER, lanyard_entry_get_user_id (entry));
    }
  rest = link_first (markup, rest, lanyard_entry_get_from_label (entry), USER, lanyard_entry_get_from_id (entry));
  rest = link_first (markup, rest, lanyard_entry_get_to_label (entry), USER, lanyard_entry_get_to_id (entry));
  append_plain (markup, rest, -1);
  gtk_label_set_markup (label, markup->str);
}

static void
on_map (GtkWidget      *label,
        LanyardTelling *telling)
{
  link_entry (GTK_LABEL (label), lanyard_telling_get_entry (telling), lanyard_telling_get_batch (telling) == NULL);
}

static void
release (gpointer  data,
         GClosure *closure)
{
  g_object_unref (data);
}

/**
 * lanyard_toast_links_add:
 * @label: a label that says @telling, and is not on show yet
 * @telling: what is told
 *
 * Makes the names in it links: the toast's one button is for what can be done about it. They activate "go.show-user" and
 * "go.show-credential". To whom an id that the server made up leads is looked up only then.
 */
void
lanyard_toast_links_add (GtkLabel       *label,
                         LanyardTelling *telling)
{
  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (LANYARD_IS_TELLING (telling));

  if (lanyard_telling_get_entry (telling) == NULL)
    return;

  /* GTK 4.24 gives links that are made before the label is on show no place in the tree that a screen reader walks, and
   * an answer of nothing to who asks for it. */
  g_signal_connect_data (label, "map", G_CALLBACK (on_map), g_object_ref (telling), release, 0);
  g_signal_connect (label, "activate-link", G_CALLBACK (on_link), NULL);
}
