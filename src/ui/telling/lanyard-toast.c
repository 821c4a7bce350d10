/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A toast that says as much as fits into its window, and has a button. */
#include "lanyard-toast.h"

#include "lanyard-names.h"
#include "lanyard-toast-links.h"

#define RESERVED_CHARS 26 /* for the margins, a button and the one that closes it */
#define LEAST_CHARS 3
#define MIN_CHARS 12
#define USUAL_CHARS 36
#define MAX_CHARS 60

/* How many characters of a line fit beside the buttons. The overlay gives a toast its natural size, cut off at the
 * window's edge, so a text that wraps has to know beforehand where. */
static int
measure_line (GtkWidget *overlay)
{
  PangoContext *context = gtk_widget_get_pango_context (overlay);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int char_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  int width = gtk_widget_get_width (overlay) - RESERVED_CHARS * char_width;

  pango_font_metrics_unref (metrics);

  /* A window that was not laid out yet has no width. */
  return width <= 0 ? USUAL_CHARS : CLAMP (width / MAX (char_width, 1), MIN_CHARS, MAX_CHARS);
}

/* The overlay makes the buttons of a toast when its turn comes. */
static void
on_title_shown (GtkWidget *label)
{
  GtkWidget *toast = label;

  while (!ADW_IS_TOAST_OVERLAY (gtk_widget_get_parent (toast)))
    toast = gtk_widget_get_parent (toast);
  lanyard_names_mend (toast);
}

/* A label of our own instead of the title: it wraps, takes a server's words for plain text, and leads to who and what it
 * is about. */
static GtkWidget *
new_title (LanyardTelling *telling,
           int             line)
{
  GtkWidget *label = gtk_label_new (lanyard_telling_get_text (telling));

  /* Without a least width, newer GTK reports one that is larger than the natural width for some heights, and warns. */
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), line);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 8);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 3);
  gtk_widget_set_margin_bottom (label, 3);
  g_signal_connect (label, "map", G_CALLBACK (on_title_shown), NULL);
  lanyard_toast_links_add (GTK_LABEL (label), telling);

  return label;
}

/**
 * lanyard_toast_new:
 * @telling: what is told
 * @overlay: where the toast will be shown
 *
 * Returns: (transfer full): a toast that tells it
 */
AdwToast *
lanyard_toast_new (LanyardTelling  *telling,
                   AdwToastOverlay *overlay)
{
  AdwToast *toast;
  const char *label;
  g_autofree char *action = NULL;

  g_return_val_if_fail (LANYARD_IS_TELLING (telling), NULL);
  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);

  toast = adw_toast_new ("");
  adw_toast_set_custom_title (toast, new_title (telling, measure_line (GTK_WIDGET (overlay))));
  adw_toast_set_timeout (toast, lanyard_telling_get_timeout (telling));
  label = lanyard_telling_get_button (telling, &action);
  if (label != NULL)
    {
      adw_toast_set_button_label (toast, label);
      adw_toast_set_detailed_action_name (toast, action);
    }

  return toast;
}
