/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scanned card does in a window, the same wherever the focus is: it opens the card, offers it to the user whose
 * page is open, or goes to the picker. Only a card with exactly that number is ever opened or assigned unasked. */
#include "lanyard-scans.h"

#include <glib/gi18n.h>

#include "lanyard-error-text.h"
#include "lanyard-card-choice.h"
#include "lanyard-credential-text.h"
#include "lanyard-dialog.h"
#include "lanyard-lost-window.h"
#include "lanyard-picker.h"
#include "lanyard-scan-question.h"
#include "lanyard-scan-queue.h"
#include "lanyard-scan-text.h"
#include "lanyard-top-dialog.h"
#include "lanyard-user-text.h"

struct _LanyardScans
{
  GObject parent_instance;

  GtkWindow *window; /* which owns this */
  LanyardDirectory *directory;
  gboolean at_once;

  LanyardScanQueue *queue;
};

G_DEFINE_FINAL_TYPE (LanyardScans, lanyard_scans, G_TYPE_OBJECT)

enum
{
  PROP_AT_ONCE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell (LanyardScans *self,
      const char   *text,
      const char   *label,
      const char   *action)
{
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, text, label, action);
}

/* Whose page is open. */
static SeamRecord *
get_record_on_show (LanyardScans *self)
{
  SeamRecord *record;

  g_object_get (self->window, "record-on-show", &record, NULL);

  return record;
}

static void
open_card (LanyardScans   *self,
           SeamCredential *credential)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "go.show-credential", "s",
                              seam_record_get_id (SEAM_RECORD (credential)));
}

static void
ask (LanyardScans   *self,
     LanyardNumber  *number,
     SeamCredential *credential,
     SeamUser       *user)
{
  lanyard_dialog_present (ADW_MESSAGE_DIALOG (lanyard_scan_question_new (self->window, credential, user, number)));
}

/* A warning is to be read before the card is handed out. */
static gboolean
is_fit_at_once (LanyardScans   *self,
                SeamCredential *credential,
                SeamUser       *user)
{
  SeamSystem *system = lanyard_directory_lookup_system (self->directory, seam_user_get_system_id (user));
  g_autofree char *card_sign = NULL;
  const char *user_sign = NULL;

  return lanyard_credential_sign (credential, system, &card_sign) == LANYARD_SIGN_NONE
         && lanyard_user_sign (user, &user_sign) == LANYARD_SIGN_NONE;
}

/* A card was scanned while the page of @user was open. */
static void
offer_to (LanyardScans   *self,
          LanyardNumber  *number,
          SeamCredential *credential,
          SeamUser       *user,
          gboolean        certain)
{
  gboolean same_system = g_strcmp0 (seam_credential_get_system_id (credential), seam_user_get_system_id (user)) == 0;
  SeamUser *holder = seam_credential_get_holder (credential);
  const char *user_id = seam_record_get_id (SEAM_RECORD (user));
  gboolean free = !lanyard_credential_is_held (credential);

  if (free && same_system && self->at_once && certain && is_fit_at_once (self, credential, user))
    {
      gtk_widget_activate_action (GTK_WIDGET (self->window), "change.assign", "(ss)",
                                  seam_record_get_id (SEAM_RECORD (credential)), user_id);
      return;
    }

  if (!free || !same_system)
    open_card (self, credential);
  if (!same_system)
    {
      g_autofree char *text = lanyard_scan_other_system_text (self->directory, credential, user);

      tell (self, text, NULL, NULL);
    }
  else if (free || (holder != NULL && holder != user))
    ask (self, number, credential, user);
}

/* It is in somebody's hand: that it was found is what comes next. */
static void
tell_of_lost (LanyardScans   *self,
              SeamCredential *credential)
{
  const char *id = seam_record_get_id (SEAM_RECORD (credential));
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (id));
  g_autofree char *action = g_action_print_detailed_name ("change.mark-found", target);

  open_card (self, credential);
  tell (self, _("This card is marked as lost."), _("Mark as Found"), action);
}

static void
act_on (LanyardScans   *self,
        LanyardNumber  *number,
        SeamCredential *credential,
        SeamRecord     *on_show,
        gboolean        certain)
{
  if (seam_credential_get_lost (credential))
    tell_of_lost (self, credential);
  else if (SEAM_IS_USER (on_show) && !lanyard_record_is_being_deleted (on_show)
      && !lanyard_record_is_being_deleted (SEAM_RECORD (credential)))
    offer_to (self, number, credential, SEAM_USER (on_show), certain);
  else
    open_card (self, credential);
}

/* --- Which card it is --- */

typedef struct
{
  LanyardScans *scans;
  LanyardNumber *number;
  SeamRecord *on_show;
} Choosing;

static void
choosing_free (gpointer  data,
               GClosure *closure)
{
  Choosing *choosing = data;

  g_clear_object (&choosing->scans);
  g_clear_pointer (&choosing->number, lanyard_number_unref);
  g_clear_object (&choosing->on_show);
  g_free (choosing);
}

static void
on_chosen (LanyardCardChoice *choice,
           SeamCredential    *credential,
           gpointer           user_data)
{
  Choosing *choosing = user_data;

  if (choosing->scans->directory != NULL)
    act_on (choosing->scans, choosing->number, credential, choosing->on_show, FALSE);
}

static void
choose (LanyardScans   *self,
        LanyardScan    *scan,
        LanyardFinding *finding)
{
  GtkWidget *choice = lanyard_card_choice_new (self->window, self->directory, lanyard_number_get_text (scan->number),
                                               finding->credentials, finding->found == LANYARD_FOUND_SEVERAL);
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->scans = g_object_ref (self);
  choosing->number = lanyard_number_ref (scan->number);
  g_set_object (&choosing->on_show, scan->on_show);
  g_signal_connect_data (choice, "chosen", G_CALLBACK (on_chosen), choosing, choosing_free, 0);
  lanyard_dialog_present (ADW_MESSAGE_DIALOG (choice));
}

static void
tell_of_none (LanyardScans *self,
              LanyardScan  *scan,
              gboolean      complete)
{
  const char *number = lanyard_number_get_text (scan->number);
  g_autofree char *text = lanyard_scan_none_text (number, complete);
  GVariant *target = g_variant_ref_sink (g_variant_new_string (number));
  g_autofree char *action = g_action_print_detailed_name ("go.search-users", target);

  /* Translators: a button; searches the users for the card number that was not found */
  tell (self, text, _("Search Users"), action);
  g_variant_unref (target);
}

/* What is on show is still what was on show when the card was scanned. */
static gboolean
is_as_before (LanyardScans *self,
              LanyardScan  *scan)
{
  g_autoptr (SeamRecord) on_show = get_record_on_show (self);

  return on_show == scan->on_show && lanyard_top_dialog_find (self->window) == scan->dialog;
}

static void
tell_about (LanyardScans *self,
            LanyardScan  *scan,
            char       *(*make_text) (const char *number))
{
  g_autofree char *text = make_text (lanyard_number_get_text (scan->number));

  tell (self, text, NULL, NULL);
}

static void
tell_error (LanyardScans *self,
            const GError *error)
{
  g_autofree char *text = lanyard_error_text (error);

  tell (self, text, NULL, NULL);
}

static void
on_found (LanyardScans   *self,
          LanyardScan    *scan,
          LanyardFinding *finding,
          const GError   *error)
{
  GtkWindow *dialog = lanyard_top_dialog_find (self->window);

  if (finding == NULL)
    tell_error (self, error);
  else if (dialog != NULL)
    tell_about (self, scan, lanyard_scan_dialog_text);
  else if (finding->found == LANYARD_FOUND_NONE)
    tell_of_none (self, scan, finding->is_complete);
  else if (scan->delayed && !is_as_before (self, scan))
    tell_about (self, scan, lanyard_scan_late_text);
  else if (finding->found == LANYARD_FOUND_ONE)
    act_on (self, scan->number, g_ptr_array_index (finding->credentials, 0), scan->on_show, finding->is_complete);
  else
    choose (self, scan, finding);
}

static void
on_delayed (LanyardScans *self,
            LanyardScan  *scan)
{
  tell_about (self, scan, lanyard_scan_delayed_text);
}

/* Takes @on_show. */
static void
push (LanyardScans  *self,
      LanyardNumber *number,
      GtkWindow     *dialog,
      SeamRecord    *on_show)
{
  LanyardScan *scan = g_new0 (LanyardScan, 1);

  scan->number = lanyard_number_ref (number);
  scan->dialog = dialog;
  scan->on_show = on_show;
  lanyard_scan_queue_push (self->queue, scan);
}

/**
 * lanyard_scans_take:
 * @self: what scans do in a window
 * @raw: what a card reader typed
 * @where: (nullable): the window that had the keys then
 *
 * Does with the card what is to be done with it where the window is. Scans are done one after the other; one that has
 * to wait for the server gives way to the next.
 */
void
lanyard_scans_take (LanyardScans *self,
                    const char   *raw,
                    GtkWindow    *where)
{
  g_autoptr (LanyardNumber) number = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog;

  g_return_if_fail (LANYARD_IS_SCANS (self));
  g_return_if_fail (raw != NULL);

  if (self->directory == NULL)
    {
      tell (self, _("A card was scanned, but no workspace is open."), NULL, NULL);
      return;
    }

  number = lanyard_number_new_scanned (raw, &error);
  if (number == NULL)
    {
      tell (self, _("The card reader did not send a card number. Scan the card again."), NULL, NULL);
      return;
    }

  /* What was said of the last card would be taken to be about this one. */
  tell (self, NULL, NULL, NULL);

  dialog = where != NULL && where != self->window ? where : lanyard_top_dialog_find (self->window);
  if (LANYARD_IS_SCAN_QUESTION (dialog) && lanyard_scan_question_take (LANYARD_SCAN_QUESTION (dialog), number))
    return;

  if (LANYARD_IS_PICKER (dialog))
    {
      lanyard_picker_scanned (LANYARD_PICKER (dialog), lanyard_number_get_text (number));
      return;
    }

  if (LANYARD_IS_LOST_WINDOW (dialog))
    {
      lanyard_lost_window_scanned (LANYARD_LOST_WINDOW (dialog), lanyard_number_get_text (number));
      return;
    }

  push (self, number, dialog, get_record_on_show (self));
}

/**
 * lanyard_scans_open:
 * @self: what scans do in a window
 * @text: a card number that was typed by hand
 *
 * Opens the card with that number, whoever's page is open.
 */
void
lanyard_scans_open (LanyardScans *self,
                    const char   *text)
{
  g_autoptr (LanyardNumber) number = NULL;

  g_return_if_fail (LANYARD_IS_SCANS (self));
  g_return_if_fail (text != NULL);

  number = self->directory != NULL ? lanyard_number_new (text, NULL) : NULL;
  if (number != NULL)
    push (self, number, NULL, NULL);
}

/**
 * lanyard_scans_set_directory:
 * @self: what scans do in a window
 * @directory: (nullable): the workspace that is open; what was scanned before is forgotten
 */
void
lanyard_scans_set_directory (LanyardScans     *self,
                             LanyardDirectory *directory)
{
  g_return_if_fail (LANYARD_IS_SCANS (self));

  if (g_set_object (&self->directory, directory))
    lanyard_scan_queue_set_directory (self->queue, directory);
}

static void
lanyard_scans_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  LanyardScans *self = LANYARD_SCANS (object);

  switch (id)
    {
    case PROP_AT_ONCE:
      g_value_set_boolean (value, self->at_once);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_scans_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  LanyardScans *self = LANYARD_SCANS (object);

  switch (id)
    {
    case PROP_AT_ONCE:
      if (self->at_once == g_value_get_boolean (value))
        return;
      self->at_once = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_scans_dispose (GObject *object)
{
  LanyardScans *self = LANYARD_SCANS (object);

  lanyard_scans_set_directory (self, NULL);
  g_clear_object (&self->queue);

  G_OBJECT_CLASS (lanyard_scans_parent_class)->dispose (object);
}

static void
lanyard_scans_class_init (LanyardScansClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lanyard_scans_dispose;
  object_class->get_property = lanyard_scans_get_property;
  object_class->set_property = lanyard_scans_set_property;

  properties[PROP_AT_ONCE] = g_param_spec_boolean ("at-once", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_TOLD] = g_signal_new ("told", LANYARD_TYPE_SCANS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
lanyard_scans_init (LanyardScans *self)
{
  self->queue = lanyard_scan_queue_new ();
  g_signal_connect_object (self->queue, "delayed", G_CALLBACK (on_delayed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "found", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
}

/**
 * lanyard_scans_new:
 * @window: (transfer none): the window that will own this: it has a property "record-on-show", which is a #SeamUser,
 *   a #SeamCredential or %NULL, and the actions go.show-credential, go.search-users and change.assign
 *
 * Returns: (transfer full): what scans do in @window
 */
LanyardScans *
lanyard_scans_new (GtkWindow *window)
{
  LanyardScans *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  self = g_object_new (LANYARD_TYPE_SCANS, NULL);
  self->window = window;

  return self;
}
