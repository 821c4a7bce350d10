/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of an operation, said in toasts: which ones stay, which give way, and the button on each. */
#include "lanyard-toaster.h"

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-button-names.h"
#include "seam-error.h"

#define TIMEOUT_TOLD 6
#define TIMEOUT_DONE 10
#define TIMEOUT_REFUSED 20
#define TIMEOUT_NEVER 0

#define RESERVED_CHARS 26 /* for the margins, a button and the one that closes it */
#define MIN_CHARS 12
#define USUAL_CHARS 36
#define MAX_CHARS 60

struct _LanyardToaster
{
  GObject parent_instance;

  AdwToastOverlay *overlay;
  GHashTable *toasts; /* id of an entry, or 0 -> the toast that tells of it */
  AdwToast *passing;  /* the newest one that may give way to any other */
};

G_DEFINE_FINAL_TYPE (LanyardToaster, lanyard_toaster, G_TYPE_OBJECT)

static void
on_dismissed (LanyardToaster *self,
              AdwToast       *toast)
{
  GHashTableIter iter;
  gpointer value;

  if (self->passing == toast)
    g_clear_object (&self->passing);

  if (self->toasts == NULL)
    return;

  g_hash_table_iter_init (&iter, self->toasts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (value == toast)
        {
          g_hash_table_iter_remove (&iter);
          return;
        }
    }
}

static void
dismiss (AdwToast *toast)
{
  g_autoptr (AdwToast) held = toast != NULL ? g_object_ref (toast) : NULL;

  if (held != NULL)
    adw_toast_dismiss (held);
}

/* How many characters of a line fit beside the buttons. The overlay gives a toast its natural size, cut off at the
 * window's edge, so a text that wraps has to know beforehand where. */
static int
measure_line (LanyardToaster *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->overlay));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int char_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  int width = gtk_widget_get_width (GTK_WIDGET (self->overlay)) - RESERVED_CHARS * char_width;

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
  lanyard_button_names_set (toast);
}

/* A label of our own instead of the title: it wraps, and takes a server's words for plain text. */
static AdwToast *
new_toast (LanyardToaster *self,
           const char     *text,
           guint           timeout)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_max_width_chars (GTK_LABEL (label), measure_line (self));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 5);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 3);
  gtk_widget_set_margin_bottom (label, 3);
  g_signal_connect (label, "map", G_CALLBACK (on_title_shown), NULL);
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_timeout (toast, timeout);
  /* At once, over one that is showing: that one comes back when it has not had its time. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);

  return toast;
}

static void
show (LanyardToaster *self,
      AdwToast       *toast,
      gint64          id,
      gboolean        passing)
{
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed), self, G_CONNECT_SWAPPED);
  dismiss (self->passing);
  if (id != 0)
    {
      dismiss (g_hash_table_lookup (self->toasts, &id));
      g_hash_table_insert (self->toasts, g_memdup2 (&id, sizeof id), g_object_ref (toast));
    }

  if (passing)
    self->passing = g_object_ref (toast);
  adw_toast_overlay_add_toast (self->overlay, toast);
  lanyard_announce (GTK_WIDGET (self->overlay), gtk_label_get_text (GTK_LABEL (adw_toast_get_custom_title (toast))));
}

static gboolean
may_help_again (LanyardEntry *entry)
{
  switch (lanyard_entry_get_error_code (entry))
    {
    case SEAM_ERROR_RATE_LIMITED:
    case SEAM_ERROR_SERVER:
    case SEAM_ERROR_NETWORK:
    case SEAM_ERROR_TLS:
    case SEAM_ERROR_TIMED_OUT:
    case SEAM_ERROR_MALFORMED:
    case SEAM_ERROR_CONFLICT:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
set_button (AdwToast     *toast,
            const char   *label,
            const char   *action_name,
            LanyardEntry *entry)
{
  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action_name);
  adw_toast_set_action_target (toast, "x", lanyard_entry_get_id (entry));
}

static void
lanyard_toaster_dispose (GObject *object)
{
  LanyardToaster *self = LANYARD_TOASTER (object);

  g_clear_pointer (&self->toasts, g_hash_table_unref);
  g_clear_object (&self->passing);
  g_clear_object (&self->overlay);

  G_OBJECT_CLASS (lanyard_toaster_parent_class)->dispose (object);
}

static void
lanyard_toaster_class_init (LanyardToasterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_toaster_dispose;
}

static void
lanyard_toaster_init (LanyardToaster *self)
{
  self->toasts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/**
 * lanyard_toaster_new:
 * @overlay: where the toasts are shown
 *
 * Returns: (transfer full): a toaster
 */
LanyardToaster *
lanyard_toaster_new (AdwToastOverlay *overlay)
{
  LanyardToaster *self;

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);

  self = g_object_new (LANYARD_TYPE_TOASTER, NULL);
  self->overlay = g_object_ref (overlay);

  return self;
}

/**
 * lanyard_toaster_tell:
 * @self: a toaster
 * @text: what to say, plain text
 *
 * Says something that is of no importance a moment later.
 */
void
lanyard_toaster_tell (LanyardToaster *self,
                      const char     *text)
{
  g_return_if_fail (LANYARD_IS_TOASTER (self));
  g_return_if_fail (text != NULL);

  show (self, new_toast (self, text, TIMEOUT_TOLD), 0, TRUE);
}

/**
 * lanyard_toaster_tell_entry:
 * @self: a toaster
 * @entry: an operation that has its outcome
 * @text: what came of it, plain text
 *
 * Says what came of @entry, in place of what was said of it before. What is done gives way to the next toast; what
 * failed stays for longer, and what isn't known stays until it is dismissed.
 */
void
lanyard_toaster_tell_entry (LanyardToaster *self,
                            LanyardEntry   *entry,
                            const char     *text)
{
  AdwToast *toast;

  g_return_if_fail (LANYARD_IS_TOASTER (self));
  g_return_if_fail (LANYARD_IS_ENTRY (entry));
  g_return_if_fail (text != NULL);

  switch (lanyard_entry_get_outcome (entry))
    {
    case LANYARD_OUTCOME_DONE:
      toast = new_toast (self, text, TIMEOUT_DONE);
      if (lanyard_entry_get_undone_by (entry) == 0)
        set_button (toast, _("Undo"), "win.undo-entry", entry);
      break;

    case LANYARD_OUTCOME_REFUSED:
      toast = new_toast (self, text, TIMEOUT_REFUSED);
      if (may_help_again (entry))
        set_button (toast, _("Try Again"), "win.retry-entry", entry);
      break;

    case LANYARD_OUTCOME_HALF_DONE:
      toast = new_toast (self, text, TIMEOUT_NEVER);
      set_button (toast, _("Try Again"), "win.retry-entry", entry);
      break;

    case LANYARD_OUTCOME_PENDING:
    case LANYARD_OUTCOME_UNKNOWN:
    default:
      toast = new_toast (self, text, TIMEOUT_NEVER);
      set_button (toast, _("Check Again"), "win.check-entry", entry);
      break;
    }

  show (self, toast, lanyard_entry_get_id (entry), lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_DONE);
}

/**
 * lanyard_toaster_clear:
 * @self: a toaster
 *
 * Takes all toasts away: they are about a workspace that is no longer open.
 */
void
lanyard_toaster_clear (LanyardToaster *self)
{
  GHashTableIter iter;
  gpointer toast;

  g_return_if_fail (LANYARD_IS_TOASTER (self));

  /* Dismissing takes it out of the table, which ends the iteration. */
  for (g_hash_table_iter_init (&iter, self->toasts); g_hash_table_iter_next (&iter, NULL, &toast);
       g_hash_table_iter_init (&iter, self->toasts))
    {
      g_autoptr (AdwToast) held = g_object_ref (toast);

      g_hash_table_iter_remove (&iter);
      adw_toast_dismiss (held);
    }

  dismiss (self->passing);
}
