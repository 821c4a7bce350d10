/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which a credential is chosen for a user, or a user for a credential. */
#include "lanyard-picker.h"

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-caveat.h"
#include "lanyard-choice.h"
#include "lanyard-credential-text.h"
#include "lanyard-failure-bar.h"
#include "lanyard-help.h"
#include "lanyard-list-kind.h"
#include "lanyard-name-text.h"
#include "lanyard-names.h"
#include "lanyard-picker-state.h"
#include "lanyard-picker-text.h"
#include "lanyard-row-factory.h"
#include "lanyard-row-text.h"
#include "lanyard-user-text.h"

struct _LanyardPicker
{
  AdwWindow parent_instance;

  LanyardPickerState *state;
  AdwWindowTitle     *window_title;
  GtkSearchEntry     *entry;
  LanyardFailureBar  *failure_bar;
  GtkListView        *view;
  AdwStatusPage      *empty;
  GtkLabel           *hint;
  GtkLabel           *count;

  LanyardDirectory   *directory;
  SeamRecord         *for_record; /* who or what it is chosen for */
  LanyardList        *list;
  GtkSingleSelection *selection;
  gboolean            by_hand;       /* what is selected was arrowed to or clicked, and nothing was typed since */
  gboolean            is_choosing;   /* the picker itself selects */
  gboolean            enter_pending; /* Enter was pressed before the search was through */
  guint               enter_source;
};

G_DEFINE_FINAL_TYPE (LanyardPicker, lanyard_picker, ADW_TYPE_WINDOW)

static LanyardListKind
get_kind (LanyardPicker *self)
{
  return lanyard_picker_state_get_kind (self->state);
}

static gboolean
fits (gpointer item,
      gpointer user_data)
{
  return lanyard_choice_fits (item, LANYARD_PICKER (user_data)->for_record);
}

static void
on_can_assign_changed (LanyardPicker *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picker.assign",
                                 lanyard_bindable_get_flag (self->state, "can-assign"));
}

static void
set_answer (LanyardPicker *self,
            const char    *answer)
{
  lanyard_picker_state_set_answer (self->state, answer);
  lanyard_picker_state_refresh (self->state);
  /* The hint, which is read out by itself, is there beside rows only. */
  if (answer != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    lanyard_announce (GTK_WIDGET (self), answer);
}

/* The window closes the picker; not while it asks whether the credential is to be taken from who has it. */
static void
assign (LanyardPicker *self,
        SeamRecord    *chosen)
{
  SeamRecord *credential = get_kind (self) == LANYARD_LIST_KIND_CREDENTIALS ? chosen : self->for_record;
  SeamRecord *user = get_kind (self) == LANYARD_LIST_KIND_CREDENTIALS ? self->for_record : chosen;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *credential_id = g_strdup (seam_record_get_id (credential));
  g_autofree char *user_id = g_strdup (seam_record_get_id (user));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "change.assign", "(ss)", credential_id, user_id);
}

static const char *
typed_text (LanyardPicker *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
select_row (LanyardPicker *self,
            guint          position)
{
  if (position == gtk_single_selection_get_selected (self->selection))
    return;

  self->is_choosing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_choosing = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
on_selected (LanyardPicker *self)
{
  SeamRecord *chosen = gtk_single_selection_get_selected_item (self->selection);

  if (!self->is_choosing)
    self->by_hand = chosen != NULL;
  if (chosen != NULL)
    lanyard_picker_state_set_answer (self->state, NULL);
  lanyard_picker_state_refresh (self->state);
}

/* A number that none of the rows has: what else has it, or that nothing has. */
static void
look_up_number (LanyardPicker *self)
{
  g_autofree char *answer = NULL;

  if (gtk_single_selection_get_selected_item (self->selection) != NULL)
    return;

  answer = lanyard_picker_number_text (self->directory, SEAM_USER (self->for_record), typed_text (self));
  set_answer (self, answer);
}

static gboolean
is_card_number (LanyardPicker *self)
{
  return get_kind (self) == LANYARD_LIST_KIND_CREDENTIALS && lanyard_number_is_typed (typed_text (self));
}

/* What was typed selects a row only where nothing else can be meant. */
static void
reconsider (LanyardPicker *self)
{
  if (self->by_hand)
    return;

  select_row (self, lanyard_choice_find (G_LIST_MODEL (self->selection), typed_text (self),
                                         lanyard_picker_state_is_complete (self->state)));
  if (lanyard_picker_state_get_answer (self->state) == NULL && is_card_number (self)
      && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    look_up_number (self);
}

static gboolean
on_enter_settled (gpointer user_data)
{
  LanyardPicker *self = LANYARD_PICKER (user_data);
  SeamRecord *chosen = gtk_single_selection_get_selected_item (self->selection);

  self->enter_source = 0;
  if (chosen != NULL)
    assign (self, chosen);
  else if (is_card_number (self))
    look_up_number (self);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    set_answer (self, lanyard_picker_choose_text ());

  return G_SOURCE_REMOVE;
}

static void
on_list_changed (LanyardPicker *self)
{
  if (!lanyard_picker_state_is_searching (self->state))
    reconsider (self);
  lanyard_picker_state_refresh (self->state);

  /* Assigning closes the window, and with it goes the list: not while that is telling what has changed. */
  if (self->enter_pending && !lanyard_picker_state_is_searching (self->state))
    {
      self->enter_pending = FALSE;
      if (self->enter_source == 0)
        self->enter_source = g_idle_add (on_enter_settled, self);
    }
}

/* What was chosen, asked or found was so for what was typed before. */
static void
apply_search (LanyardPicker *self)
{
  const char *text = typed_text (self);
  g_autofree char *before = NULL;

  g_object_get (self->list, "search", &before, NULL);
  if (g_strcmp0 (before != NULL ? before : "", text) == 0)
    return;

  self->by_hand = FALSE;
  self->enter_pending = FALSE;
  g_clear_handle_id (&self->enter_source, g_source_remove);
  lanyard_picker_state_set_answer (self->state, NULL);
  select_row (self, GTK_INVALID_LIST_POSITION);
  g_object_set (self->list, "search", text, NULL);
  lanyard_directory_search_server (self->directory, text);
}

static void
on_search_changed (LanyardPicker *self)
{
  apply_search (self);
  on_list_changed (self);
}

/* The entry waits a moment before it says that its text has changed; somebody who types fast doesn't. */
static void
on_enter (LanyardPicker *self)
{
  apply_search (self);
  self->enter_pending = TRUE;
  on_list_changed (self);
}

static void
choose (LanyardPicker *self,
        guint          position)
{
  g_autofree char *label = NULL;

  select_row (self, position);
  self->by_hand = TRUE;
  label = lanyard_row_text_read_out (gtk_single_selection_get_selected_item (self->selection), self->directory,
                                     LANYARD_ROW_TAKING);
  lanyard_announce (GTK_WIDGET (self), label);
}

/* Enter on a row that only has the focus chooses it; it is on one that is chosen, or with a double click, that it is
 * assigned. */
static void
on_row_activated (LanyardPicker *self,
                  guint          position)
{
  g_autoptr (SeamRecord) record = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (record == NULL)
    return;

  if (record == gtk_single_selection_get_selected_item (self->selection))
    assign (self, record);
  else
    choose (self, position);
}

/* The arrow keys choose while the cursor stays in the entry. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                LanyardPicker         *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = gtk_single_selection_get_selected (self->selection);
  gboolean is_chosen = position != GTK_INVALID_LIST_POSITION;

  if (n == 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    choose (self, is_chosen ? MIN (position + 1, n - 1) : 0);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    choose (self, is_chosen && position > 0 ? position - 1 : 0);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
assign_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LanyardPicker *self = LANYARD_PICKER (widget);
  SeamRecord *chosen = gtk_single_selection_get_selected_item (self->selection);

  if (chosen != NULL)
    assign (self, chosen);
}

static void
clear_search_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  LanyardPicker *self = LANYARD_PICKER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
set_texts (LanyardPicker *self)
{
  gboolean credentials = get_kind (self) == LANYARD_LIST_KIND_CREDENTIALS;
  const char *title = credentials ? _("Assign Credential") : _("Assign to User");
  const char *search = credentials ? _("Search Credentials") : _("Search Users");
  SeamSystem *system = lanyard_picker_system (self->directory, self->for_record);
  g_autofree char *name = credentials ? lanyard_user_name (SEAM_USER (self->for_record))
                                      : lanyard_credential_name (SEAM_CREDENTIAL (self->for_record));
  g_autofree char *caveat = lanyard_caveat_of (self->for_record, system);
  g_autofree char *subtitle = g_strjoin (" · ", name, caveat, NULL);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  g_object_set (self->entry, "placeholder-text", search, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, search, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  credentials ? _("Credentials") : _("Users"), -1);
  adw_status_page_set_icon_name (self->empty, credentials ? "lanyard-card-symbolic" : "system-users-symbolic");
}

static void
set_up (LanyardPicker    *self,
        LanyardDirectory *directory,
        SeamRecord       *for_record)
{
  g_autoptr (LanyardRowFiller) filler = NULL;
  g_autoptr (GtkListItemFactory) factory = NULL;
  LanyardListKind kind = SEAM_IS_USER (for_record) ? LANYARD_LIST_KIND_CREDENTIALS : LANYARD_LIST_KIND_USERS;
  GtkFilterListModel *fitting;
  GtkFilter *filter;

  self->directory = g_object_ref (directory);
  self->for_record = g_object_ref (for_record);

  self->list = lanyard_list_new (lanyard_list_kind_get_store (kind, directory));
  g_object_set (self->list, "picker", TRUE, "system-id", lanyard_picker_system_id (self->for_record), NULL);
  filter = GTK_FILTER (gtk_custom_filter_new (fits, self, NULL));
  fitting = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->list)), filter);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (fitting));
  g_object_unref (fitting);
  lanyard_picker_state_set_up (self->state, directory, for_record, self->list, self->selection);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  /* After the list view: selecting in a model that it has yet to take in would crash it. */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_list_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->list, "notify::searching", G_CALLBACK (on_list_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (directory, "notify::state", G_CALLBACK (on_list_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (directory, "notify::failures", G_CALLBACK (lanyard_picker_state_refresh), self->state,
                           G_CONNECT_SWAPPED);
  lanyard_failure_bar_set_scope (self->failure_bar, lanyard_picker_system_id (self->for_record),
                                 lanyard_picker_state_get_resource (self->state));
  lanyard_failure_bar_set_directory (self->failure_bar, directory);

  filler = lanyard_row_filler_new (kind, TRUE);
  lanyard_row_filler_set_list (filler, directory, self->list);
  factory = lanyard_row_factory_new (filler);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->entry));
  set_texts (self);
  lanyard_picker_state_refresh (self->state);
}

static void
lanyard_picker_dispose (GObject *object)
{
  LanyardPicker *self = LANYARD_PICKER (object);

  g_clear_handle_id (&self->enter_source, g_source_remove);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_PICKER);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->for_record);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_picker_parent_class)->dispose (object);
}

static void
lanyard_picker_class_init (LanyardPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LANYARD_TYPE_FAILURE_BAR);
  g_type_ensure (LANYARD_TYPE_PICKER_STATE);
  G_OBJECT_CLASS (klass)->dispose = lanyard_picker_dispose;

  gtk_widget_class_install_action (widget_class, "picker.assign", NULL, assign_action);
  gtk_widget_class_install_action (widget_class, "picker.clear-search", NULL, clear_search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  lanyard_help_bind (widget_class, "assigning");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lanyard_app/Lanyard/ui/lanyard-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardPicker, state);
  gtk_widget_class_bind_template_child (widget_class, LanyardPicker, window_title);
  gtk_widget_class_bind_template_child (widget_class, LanyardPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, LanyardPicker, failure_bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardPicker, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardPicker, empty);
  gtk_widget_class_bind_template_child (widget_class, LanyardPicker, hint);
  gtk_widget_class_bind_template_child (widget_class, LanyardPicker, count);
  gtk_widget_class_bind_template_callback (widget_class, on_can_assign_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
}

static void
lanyard_picker_init (LanyardPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_names_mend (GTK_WIDGET (self));
  lanyard_announce_label (self->hint);
  lanyard_announce_label (self->count);
  on_can_assign_changed (self);
}

/**
 * lanyard_picker_scanned:
 * @self: a picker
 * @number: the number of a card that was scanned while the picker had the keys
 *
 * Assigns the card when it is free and can be chosen, as if its number had been typed; says why not otherwise. A user
 * can't be chosen by a card.
 */
void
lanyard_picker_scanned (LanyardPicker *self,
                        const char    *number)
{
  g_autofree char *answer = NULL;

  g_return_if_fail (LANYARD_IS_PICKER (self));
  g_return_if_fail (number != NULL);

  if (get_kind (self) == LANYARD_LIST_KIND_CREDENTIALS)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), number);
      gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
      on_enter (self);
      return;
    }

  /* Translators: %s is a card number */
  answer = g_strdup_printf (_("Card %s was scanned. To select a user, type a name."), number);
  set_answer (self, answer);
}

/**
 * lanyard_picker_new:
 * @directory: the workspace
 * @for_record: a user, to choose a credential for them; or a credential, to choose who gets it
 *
 * The choice is handed to the action change.assign of the window that it is transient for, which closes it.
 *
 * Returns: (transfer none): a window that is yet to be presented
 */
GtkWidget *
lanyard_picker_new (LanyardDirectory *directory,
                    SeamRecord       *for_record)
{
  LanyardPicker *self;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (SEAM_IS_USER (for_record) || SEAM_IS_CREDENTIAL (for_record), NULL);

  self = g_object_new (LANYARD_TYPE_PICKER, NULL);
  set_up (self, directory, for_record);

  return GTK_WIDGET (self);
}

/**
 * lanyard_picker_resume:
 * @self: a picker in front of which a question was answered with no
 *
 * Puts the cursor into the search, so that another can be chosen.
 */
void
lanyard_picker_resume (LanyardPicker *self)
{
  g_return_if_fail (LANYARD_IS_PICKER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
