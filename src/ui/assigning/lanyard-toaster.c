/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of an operation, said in toasts: which ones stay, which give way, and the button on each. */
#include "lanyard-toaster.h"

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-changes-error.h"
#include "lanyard-names.h"
#include "seam-error.h"

#define TIMEOUT_TOLD 6
#define TIMEOUT_OFFERED 10
#define TIMEOUT_DONE 10
#define TIMEOUT_NEVER 0

/* libadwaita 1.2 frees a toast that is dismissed while it is still coming up, which takes it half a second, and goes on
 * moving it. */
#define MIN_SHOWN_MS 800

#define RESERVED_CHARS 26 /* for the margins, a button and the one that closes it */
#define LEAST_CHARS 3
#define MIN_CHARS 12
#define USUAL_CHARS 36
#define MAX_CHARS 60

/* What is, or is to be, told. */
typedef struct
{
  char *text;
  LanyardEntry *entry; /* what it is about; NULL for nothing that lasts */
  char *label;         /* of a button, for what is not about an entry; NULL: none */
  char *action;        /* what that button does, a detailed name */
  gboolean passing;    /* gives way to any other */
} Telling;

/* The overlay is given one toast at a time: libadwaita 1.2 ends the program when one is to come back while it is still
 * going away. */
struct _LanyardToaster
{
  GObject parent_instance;

  AdwToastOverlay *overlay;
  AdwToast *toast;  /* the one on show, if any */
  Telling *current; /* what it tells */
  gint64 shown_at;
  Telling *next;    /* what is told as soon as that one may go */
  guint next_source;
  GQueue waiting;   /* Telling: what was interrupted, the last one first */
};

G_DEFINE_FINAL_TYPE (LanyardToaster, lanyard_toaster, G_TYPE_OBJECT)

static void
telling_free (gpointer data)
{
  Telling *telling = data;

  g_free (telling->text);
  g_free (telling->label);
  g_free (telling->action);
  g_clear_object (&telling->entry);
  g_free (telling);
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
  lanyard_names_mend (toast);
}

/* A label of our own instead of the title: it wraps, and takes a server's words for plain text. */
static AdwToast *
new_toast (LanyardToaster *self,
           const char     *text,
           guint           timeout)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *label = gtk_label_new (text);

  /* Without a least width, newer GTK reports one that is larger than the natural width for some heights, and warns. */
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
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

  return toast;
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
    case SEAM_ERROR_PROXY:
    case LANYARD_ENTRY_OWN_REASONS + LANYARD_CHANGES_ERROR_JOURNAL:
    case LANYARD_ENTRY_OWN_REASONS + LANYARD_CHANGES_ERROR_NOT_SENT:
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
set_show_button (AdwToast     *toast,
                 LanyardEntry *entry)
{
  /* Translators: a button that shows the credential that a message is about */
  adw_toast_set_button_label (toast, _("Show"));
  adw_toast_set_action_name (toast, "go.show-credential");
  adw_toast_set_action_target (toast, "s", lanyard_entry_get_credential_id (entry));
}

/* The toast for what came of an operation. */
static AdwToast *
new_toast_for (LanyardToaster *self,
               Telling        *telling)
{
  LanyardEntry *entry = telling->entry;
  AdwToast *toast;

  switch (lanyard_entry_get_outcome (entry))
    {
    case LANYARD_OUTCOME_DONE:
      toast = new_toast (self, telling->text, TIMEOUT_DONE);
      if (lanyard_entry_get_undone_by (entry) == 0)
        set_button (toast, _("Undo"), "change.undo-entry", entry);
      return toast;

    case LANYARD_OUTCOME_REFUSED:
      toast = new_toast (self, telling->text, TIMEOUT_NEVER);
      if (may_help_again (entry))
        set_button (toast, _("Try Again"), "change.retry-entry", entry);
      else if (lanyard_entry_get_own_reason (entry) == LANYARD_CHANGES_ERROR_HOLDER_CHANGED)
        set_show_button (toast, entry);
      return toast;

    case LANYARD_OUTCOME_HALF_DONE:
      toast = new_toast (self, telling->text, TIMEOUT_NEVER);
      set_button (toast, _("Try Again"), "change.retry-entry", entry);
      return toast;

    case LANYARD_OUTCOME_PENDING:
    case LANYARD_OUTCOME_UNKNOWN:
    default:
      toast = new_toast (self, telling->text, TIMEOUT_NEVER);
      set_button (toast, _("Check Again"), "change.check-entry", entry);
      return toast;
    }
}

/* The toast for what is about nothing that lasts. */
static AdwToast *
new_plain_toast (LanyardToaster *self,
                 Telling        *telling)
{
  AdwToast *toast = new_toast (self, telling->text, telling->label != NULL ? TIMEOUT_OFFERED : TIMEOUT_TOLD);

  if (telling->label != NULL)
    {
      adw_toast_set_button_label (toast, telling->label);
      adw_toast_set_detailed_action_name (toast, telling->action);
    }

  return toast;
}

static void on_dismissed (LanyardToaster *self);
static void advance (LanyardToaster *self);

static void
show (LanyardToaster *self,
      Telling        *telling)
{
  self->current = telling;
  self->shown_at = g_get_monotonic_time ();
  self->toast = telling->entry != NULL ? new_toast_for (self, telling) : new_plain_toast (self, telling);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (on_dismissed), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (self->toast));
}

static gint64
age_of_current (LanyardToaster *self)
{
  return (g_get_monotonic_time () - self->shown_at) / 1000;
}

static Telling *
take_next (LanyardToaster *self)
{
  return self->next != NULL ? g_steal_pointer (&self->next) : g_queue_pop_head (&self->waiting);
}

/* Its time is over, or somebody has closed it. The overlay, which hears of it after this, hides it next, and then shows
 * what it was given meanwhile. */
static void
on_dismissed (LanyardToaster *self)
{
  Telling *next;

  if (age_of_current (self) < MIN_SHOWN_MS)
    {
      g_signal_stop_emission_by_name (self->toast, "dismissed");
      self->current->passing = TRUE;
      advance (self);
      return;
    }

  next = take_next (self);
  g_clear_handle_id (&self->next_source, g_source_remove);
  g_clear_object (&self->toast);
  g_clear_pointer (&self->current, telling_free);
  if (next != NULL)
    show (self, next);
}

/* Returns: (transfer full): what the toast that was on show has told */
static Telling *
take_away (LanyardToaster *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->toast);

  if (toast != NULL)
    {
      g_signal_handlers_disconnect_by_func (toast, on_dismissed, self);
      /* For one that was closed too early, adw_toast_dismiss() would do nothing any more. */
      g_signal_emit_by_name (toast, "dismissed");
    }

  return g_steal_pointer (&self->current);
}

static gboolean
is_about (Telling      *telling,
          LanyardEntry *entry)
{
  return telling->entry != NULL && entry != NULL
         && lanyard_entry_get_id (telling->entry) == lanyard_entry_get_id (entry);
}

static void
forget_about (LanyardToaster *self,
              LanyardEntry   *entry)
{
  for (GList *l = self->waiting.head, *next; l != NULL; l = next)
    {
      next = l->next;
      if (!is_about (l->data, entry))
        continue;

      telling_free (l->data);
      g_queue_delete_link (&self->waiting, l);
    }
}

static void
put_off (LanyardToaster *self,
         Telling        *telling)
{
  if (telling == NULL)
    return;

  if (telling->passing || is_about (telling, self->next != NULL ? self->next->entry : NULL))
    telling_free (telling);
  else
    g_queue_push_head (&self->waiting, telling);
}

static gboolean
on_time (gpointer user_data)
{
  LanyardToaster *self = user_data;

  self->next_source = 0;
  advance (self);

  return G_SOURCE_REMOVE;
}

/* Tells the next thing, if there is any, in place of what is on show. */
static void
advance (LanyardToaster *self)
{
  gint64 age = age_of_current (self);
  Telling *next;

  if (self->next_source != 0)
    return;

  if (self->toast != NULL && age < MIN_SHOWN_MS)
    {
      self->next_source = g_timeout_add ((guint) (MIN_SHOWN_MS - age), on_time, self);
      return;
    }

  put_off (self, take_away (self));
  next = take_next (self);
  if (next != NULL)
    show (self, next);
}

/* What it interrupts comes back when it matters. Takes @telling. */
static void
tell (LanyardToaster *self,
      Telling        *telling)
{
  Telling *overtaken = g_steal_pointer (&self->next);

  forget_about (self, telling->entry);
  self->next = telling;
  put_off (self, overtaken);
  lanyard_announce (GTK_WIDGET (self->overlay), telling->text);
  advance (self);
}

static void
lanyard_toaster_dispose (GObject *object)
{
  LanyardToaster *self = LANYARD_TOASTER (object);

  g_clear_handle_id (&self->next_source, g_source_remove);
  g_queue_clear_full (&self->waiting, telling_free);
  g_clear_object (&self->toast);
  g_clear_pointer (&self->current, telling_free);
  g_clear_pointer (&self->next, telling_free);
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
  lanyard_toaster_offer (self, text, NULL, NULL);
}

/**
 * lanyard_toaster_offer:
 * @self: a toaster
 * @text: what to say, plain text
 * @label: (nullable): of a button
 * @action: (nullable): the detailed name of the action that the button activates
 *
 * Says something that is of no importance a moment later, with what can be done about it.
 */
void
lanyard_toaster_offer (LanyardToaster *self,
                       const char     *text,
                       const char     *label,
                       const char     *action)
{
  Telling *telling;

  g_return_if_fail (LANYARD_IS_TOASTER (self));
  g_return_if_fail (text != NULL);
  g_return_if_fail ((label == NULL) == (action == NULL));

  telling = g_new0 (Telling, 1);
  telling->text = g_strdup (text);
  telling->label = g_strdup (label);
  telling->action = g_strdup (action);
  telling->passing = TRUE;
  tell (self, telling);
}

/**
 * lanyard_toaster_tell_entry:
 * @self: a toaster
 * @entry: an operation that has its outcome
 * @text: what came of it, plain text
 *
 * Says what came of @entry, in place of what was said of it before. What is done gives way to the next toast; what
 * failed, or isn't known, stays until it is dismissed.
 */
void
lanyard_toaster_tell_entry (LanyardToaster *self,
                            LanyardEntry   *entry,
                            const char     *text)
{
  Telling *telling;

  g_return_if_fail (LANYARD_IS_TOASTER (self));
  g_return_if_fail (LANYARD_IS_ENTRY (entry));
  g_return_if_fail (text != NULL);

  telling = g_new0 (Telling, 1);
  telling->text = g_strdup (text);
  telling->entry = g_object_ref (entry);
  telling->passing = lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_DONE;
  tell (self, telling);
}

/**
 * lanyard_toaster_take_back:
 * @self: a toaster
 *
 * Takes away what would give way to any other toast: it is over.
 */
void
lanyard_toaster_take_back (LanyardToaster *self)
{
  g_return_if_fail (LANYARD_IS_TOASTER (self));

  if (self->next != NULL && self->next->passing)
    g_clear_pointer (&self->next, telling_free);
  if (self->current != NULL && self->current->passing)
    advance (self);
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
  g_return_if_fail (LANYARD_IS_TOASTER (self));

  g_queue_clear_full (&self->waiting, telling_free);
  g_clear_pointer (&self->next, telling_free);
  if (self->current != NULL)
    self->current->passing = TRUE;
  advance (self);
}
