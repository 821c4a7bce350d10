/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has a screen reader say what others see happen somewhere else than where they are. */
#include "lanyard-announce.h"

/* Until then a text may still change: while somebody types, only what is found in the end is of interest. */
#define SETTLE_MS 700

/* By then a screen reader knows which window somebody came to: before that it takes no notice of a new name. */
#define RETURN_MS 1500

#define SETTLING "lanyard-announce-settling"
#define PENDING "lanyard-announce-pending"

/* Instead of a timeout under the same key, which then does not come. */
static void
set_timeout (gpointer     object,
             const char  *key,
             guint        ms,
             GSourceFunc  func)
{
  guint source = g_timeout_add (ms, func, object);

  g_object_set_data_full (G_OBJECT (object), key, GUINT_TO_POINTER (source),
                          (GDestroyNotify) (GCallback) g_source_remove);
}

#if GTK_CHECK_VERSION (4, 14, 0)

static void
say (GtkWindow  *window,
     const char *text)
{
  /* The floor doesn't have it, but what this is compiled with does. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (window), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

static void
fall_silent (GtkWindow *window)
{
}

#else /* The new name of the window that somebody is in is read out: so they find it named by what is said. */

#define SAID "lanyard-announce-said"

/* By then it has been heard, and shall not be read out again with the name of the window. */
#define FORGET_MS 3000

static void
set_name (GtkWindow  *window,
          const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
on_forgotten (gpointer user_data)
{
  GtkWindow *window = user_data;

  g_object_steal_data (G_OBJECT (window), SAID);
  /* Its title would be read out. */
  if (gtk_window_is_active (window))
    set_name (window, " ");

  return G_SOURCE_REMOVE;
}

static void
say (GtkWindow  *window,
     const char *text)
{
  set_name (window, text);
  set_timeout (window, SAID, FORGET_MS, on_forgotten);
}

/* By its title again, once they have left it. */
static void
fall_silent (GtkWindow *window)
{
  set_name (window, gtk_window_get_title (window));
}

#endif

static gboolean
on_returned (gpointer user_data)
{
  GtkWindow *window = user_data;
  g_autofree char *text = g_object_steal_data (G_OBJECT (window), PENDING);

  g_object_steal_data (G_OBJECT (window), SETTLING);
  if (text != NULL)
    say (window, text);

  return G_SOURCE_REMOVE;
}

static void
on_active_changed (GtkWindow *window)
{
  if (!gtk_window_is_active (window))
    fall_silent (window);
  else if (g_object_get_data (G_OBJECT (window), PENDING) != NULL)
    set_timeout (window, SETTLING, RETURN_MS, on_returned);
}

/**
 * lanyard_announce:
 * @widget: where it happens
 * @text: what happens, plain text
 *
 * Has a screen reader say @text, now or when somebody comes back to the window. GTK has a function for this since
 * 4.14; before that it tells nobody even that an alert has appeared.
 */
void
lanyard_announce (GtkWidget  *widget,
                  const char *text)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  root = gtk_widget_get_root (widget);
  if (!GTK_IS_WINDOW (root))
    return;

  if (g_signal_handler_find (root, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_active_changed, NULL) == 0)
    g_signal_connect (root, "notify::is-active", G_CALLBACK (on_active_changed), NULL);
  if (gtk_window_is_active (GTK_WINDOW (root)) && g_object_get_data (G_OBJECT (root), SETTLING) == NULL)
    say (GTK_WINDOW (root), text);
  else
    g_object_set_data_full (G_OBJECT (root), PENDING, g_strdup (text), g_free);
}

static gboolean
on_settled (gpointer user_data)
{
  GtkWidget *label = user_data;

  g_object_steal_data (G_OBJECT (label), SETTLING);
  if (gtk_widget_get_mapped (label))
    lanyard_announce (label, gtk_label_get_text (GTK_LABEL (label)));

  return G_SOURCE_REMOVE;
}

static void
on_label_changed (GtkLabel *label)
{
  set_timeout (label, SETTLING, SETTLE_MS, on_settled);
}

/**
 * lanyard_announce_label:
 * @label: a label that tells how things are
 *
 * Has a screen reader say what @label says, from now on whenever it appears or has changed.
 */
void
lanyard_announce_label (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  g_signal_connect (label, "notify::label", G_CALLBACK (on_label_changed), NULL);
  g_signal_connect (label, "map", G_CALLBACK (on_label_changed), NULL);
}
