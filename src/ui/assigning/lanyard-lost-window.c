/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which it is said what was lost, and what takes its place. */
#include "lanyard-lost-window.h"

#include "lanyard-announce.h"
#include "lanyard-card-choice.h"
#include "lanyard-credential-text.h"
#include "lanyard-dialog.h"
#include "lanyard-help.h"
#include "lanyard-list-kind.h"
#include "lanyard-lost-text.h"
#include "lanyard-names.h"
#include "lanyard-row-factory.h"
#include "lanyard-row-label.h"
#include "lanyard-row-text.h"
#include "lanyard-scan-text.h"
#include "lanyard-spare.h"
#include "lanyard-user-text.h"

struct _LanyardLostWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle     *window_title;
  GtkListBox         *held;
  GtkSearchEntry     *entry;
  GtkStack           *stack;
  GtkListView        *view;
  GtkWidget          *replace;
  GtkLabel           *hint;

  LanyardDirectory   *directory;
  SeamUser           *user; /* NULL: it is not known who has it */
  SeamCredential     *lost;  /* NULL: not chosen yet */
  SeamCredential     *spare; /* the same; what was scanned may not be among the rows */
  LanyardList        *list;
  GtkFilter          *filter;
  GtkSingleSelection *selection; /* the spares */
};

G_DEFINE_FINAL_TYPE (LanyardLostWindow, lanyard_lost_window, ADW_TYPE_WINDOW)

static gboolean
fits (gpointer item,
      gpointer user_data)
{
  LanyardLostWindow *self = LANYARD_LOST_WINDOW (user_data);

  return lanyard_spare_fits (item, self->lost, self->user);
}

static void
update (LanyardLostWindow *self)
{
  g_autofree char *plan = lanyard_lost_text_plan (self->lost, self->user, self->spare);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lost.replace", self->lost != NULL && self->spare != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lost.no-spare", self->lost != NULL);
  gtk_label_set_label (self->hint, plan);
}

static void
set_spare (LanyardLostWindow *self,
           SeamCredential    *spare)
{
  if (g_set_object (&self->spare, spare))
    update (self);
}

static void
on_selected (LanyardLostWindow *self)
{
  set_spare (self, gtk_single_selection_get_selected_item (self->selection));
}

static void
on_list_changed (LanyardLostWindow *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
}

static void
set_lost (LanyardLostWindow *self,
          SeamCredential    *lost)
{
  if (!g_set_object (&self->lost, lost))
    return;

  if (self->filter != NULL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (self->spare != NULL && !lanyard_spare_fits (self->spare, lost, self->user))
    g_clear_object (&self->spare);
  update (self);
}

static void
on_toggled (GtkCheckButton    *button,
            LanyardLostWindow *self)
{
  if (gtk_check_button_get_active (button))
    set_lost (self, g_object_get_data (G_OBJECT (button), "credential"));
}

/* What was lost is asked only where there are several. */
static GtkWidget *
new_row (LanyardLostWindow *self,
         SeamCredential    *credential,
         GtkWidget        **group)
{
  SeamSystem *system = lanyard_directory_lookup_system (self->directory, seam_credential_get_system_id (credential));
  g_autofree char *name = lanyard_credential_name (credential);
  g_autofree char *state = lanyard_credential_state_text (credential, system);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *prefix;

  g_object_set (row, "use-markup", FALSE, "title-lines", 1, "subtitle-lines", 2, NULL);
  lanyard_row_label_set_both (ADW_ACTION_ROW (row), name, state);
  if (group != NULL)
    {
      prefix = gtk_check_button_new ();
      gtk_check_button_set_group (GTK_CHECK_BUTTON (prefix), GTK_CHECK_BUTTON (*group));
      *group = prefix;
      g_object_set_data_full (G_OBJECT (prefix), "credential", g_object_ref (credential), g_object_unref);
      g_signal_connect_object (prefix, "toggled", G_CALLBACK (on_toggled), self, 0);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), prefix);
      gtk_accessible_update_property (GTK_ACCESSIBLE (prefix), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  else
    {
      prefix = gtk_image_new_from_icon_name (lanyard_credential_icon_name (credential));
      g_object_set (prefix, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
    }
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), prefix);

  return row;
}

static void
show_held (LanyardLostWindow *self,
           GPtrArray         *held)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < held->len; i++)
    gtk_list_box_append (self->held, new_row (self, held->pdata[i], held->len > 1 ? &group : NULL));
  if (held->len == 1)
    set_lost (self, held->pdata[0]);
}

static void
select_spare (LanyardLostWindow *self,
              guint              position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
on_search_changed (LanyardLostWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_object_set (self->list, "search", text, NULL);
  lanyard_directory_search_server (self->directory, text);
}

/* The only one that is left is meant; Enter once more is a yes to it. */
static void
on_enter (LanyardLostWindow *self)
{
  if (self->spare != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "lost.replace", NULL);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 1)
    select_spare (self, 0);
}

static void
on_row_activated (LanyardLostWindow *self,
                  guint              position)
{
  select_spare (self, position);
}

/* The arrow keys choose while the cursor stays in the entry. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                LanyardLostWindow     *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = gtk_single_selection_get_selected (self->selection);
  gboolean down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;

  if (n == 0 || (!down && keyval != GDK_KEY_Up && keyval != GDK_KEY_KP_Up))
    return GDK_EVENT_PROPAGATE;

  if (position == GTK_INVALID_LIST_POSITION)
    select_spare (self, 0);
  else
    select_spare (self, down ? MIN (position + 1, n - 1) : position - MIN (position, 1));

  return GDK_EVENT_STOP;
}

static void
end (LanyardLostWindow *self,
     SeamCredential    *spare)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GVariant) what =
    g_variant_ref_sink (g_variant_new ("(ss)", seam_record_get_id (SEAM_RECORD (self->lost)),
                                       spare != NULL ? seam_record_get_id (SEAM_RECORD (spare)) : ""));

  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action_variant (parent, "change.replace-lost", what);
}

static void
replace_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  end (LANYARD_LOST_WINDOW (widget), LANYARD_LOST_WINDOW (widget)->spare);
}

static void
no_spare_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  end (LANYARD_LOST_WINDOW (widget), NULL);
}

static void
lanyard_lost_window_dispose (GObject *object)
{
  LanyardLostWindow *self = LANYARD_LOST_WINDOW (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_LOST_WINDOW);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->list);
  g_clear_object (&self->spare);
  g_clear_object (&self->lost);
  g_clear_object (&self->user);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_lost_window_parent_class)->dispose (object);
}

static void
lanyard_lost_window_class_init (LanyardLostWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_lost_window_dispose;

  gtk_widget_class_install_action (widget_class, "lost.replace", NULL, replace_action);
  gtk_widget_class_install_action (widget_class, "lost.no-spare", NULL, no_spare_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  lanyard_help_bind (widget_class, "lost");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lanyard_app/Lanyard/ui/lanyard-lost-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardLostWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, LanyardLostWindow, held);
  gtk_widget_class_bind_template_child (widget_class, LanyardLostWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, LanyardLostWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardLostWindow, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardLostWindow, replace);
  gtk_widget_class_bind_template_child (widget_class, LanyardLostWindow, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
}

static void
lanyard_lost_window_init (LanyardLostWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_names_mend (GTK_WIDGET (self));
  lanyard_announce_label (self->hint);
}

static void
set_up_spares (LanyardLostWindow *self)
{
  g_autoptr (LanyardRowFiller) filler = lanyard_row_filler_new (LANYARD_LIST_KIND_CREDENTIALS, TRUE);
  g_autoptr (GtkListItemFactory) factory = NULL;
  GtkFilterListModel *fitting;

  self->list = lanyard_list_new (lanyard_directory_get_credentials (self->directory));
  g_object_set (self->list, "picker", TRUE, "system-id", seam_user_get_system_id (self->user), NULL);
  self->filter = GTK_FILTER (gtk_custom_filter_new (fits, self, NULL));
  fitting = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->list)), g_object_ref (self->filter));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (fitting));
  g_object_unref (fitting);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_list_changed), self, G_CONNECT_SWAPPED);
  lanyard_row_filler_set_list (filler, self->directory, self->list);
  factory = lanyard_row_factory_new (filler);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->entry));
  on_list_changed (self);
}

/* Nobody who is known needs a spare. */
static void
hide_spares (LanyardLostWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->entry), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->replace), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->hint), TRUE);
}

/**
 * lanyard_lost_window_new:
 * @directory: the workspace
 * @user: (nullable): who has lost something; %NULL: it is not known who has it
 * @held: (element-type SeamCredential): what may be lost: one, or several to choose from
 *
 * What is chosen is handed to the action change.replace-lost of the window that it is transient for: the id of what was
 * lost, and that of the spare, or nothing.
 *
 * Returns: (transfer none): a window that is yet to be presented
 */
GtkWidget *
lanyard_lost_window_new (LanyardDirectory *directory,
                         SeamUser         *user,
                         GPtrArray        *held)
{
  LanyardLostWindow *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (user == NULL || SEAM_IS_USER (user), NULL);
  g_return_val_if_fail (held != NULL && held->len > 0, NULL);

  self = g_object_new (LANYARD_TYPE_LOST_WINDOW, NULL);
  name = user != NULL ? lanyard_user_name (user) : NULL;
  self->directory = g_object_ref (directory);
  g_set_object (&self->user, user);
  if (name != NULL)
    adw_window_title_set_subtitle (self->window_title, name);
  show_held (self, held);
  if (user != NULL)
    set_up_spares (self);
  else
    hide_spares (self);
  update (self);

  return GTK_WIDGET (self);
}

static guint
find_position (LanyardLostWindow *self,
               SeamCredential    *credential)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SeamCredential) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item == credential)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* What was typed may hide its row. */
static void
take_spare (LanyardLostWindow *self,
            SeamCredential    *spare)
{
  select_spare (self, find_position (self, spare));
  set_spare (self, spare);
  gtk_widget_grab_focus (self->replace);
}

static gboolean
is_exact (LanyardFinding *finding)
{
  return finding != NULL && (finding->found == LANYARD_FOUND_ONE || finding->found == LANYARD_FOUND_SEVERAL);
}

/* (element-type SeamCredential): what of @finding can be the spare; others may be in other access systems */
static GPtrArray *
list_spares (LanyardLostWindow *self,
             LanyardFinding    *finding)
{
  GPtrArray *spares = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; finding != NULL && i < finding->credentials->len; i++)
    if (lanyard_spare_fits (finding->credentials->pdata[i], self->lost, self->user))
      g_ptr_array_add (spares, g_object_ref (finding->credentials->pdata[i]));

  return spares;
}

/* Where there are several, the one in the access system of who needs it is meant. */
static SeamCredential *
pick (LanyardLostWindow *self,
      GPtrArray         *credentials)
{
  for (guint i = 0; i < credentials->len; i++)
    if (seam_credential_get_system_id (credentials->pdata[i]) == seam_user_get_system_id (self->user))
      return credentials->pdata[i];

  return credentials->pdata[0];
}

static void
object_to (LanyardLostWindow *self,
           const char        *number,
           LanyardFinding    *finding)
{
  g_autofree char *text = NULL;

  if (is_exact (finding))
    text = lanyard_lost_text_objection (self->directory, pick (self, finding->credentials), self->lost, self->user);
  else
    text = lanyard_scan_none_text (number, finding != NULL && finding->is_complete);
  gtk_label_set_label (self->hint, text);
}

static void
choose_spare (LanyardLostWindow *self,
              const char        *number,
              GPtrArray         *spares,
              gboolean           exact)
{
  GtkWidget *choice = lanyard_card_choice_new (GTK_WINDOW (self), self->directory, number, spares, exact);

  g_signal_connect_object (choice, "chosen", G_CALLBACK (take_spare), self, G_CONNECT_SWAPPED);
  lanyard_dialog_present (ADW_MESSAGE_DIALOG (choice));
}

/**
 * lanyard_lost_window_scanned:
 * @self: a window
 * @number: the number of a card that was scanned while the window had the keys
 *
 * Chooses the card as the spare, if it is free; says why not otherwise. Of several, somebody chooses. Nothing is done
 * before it is confirmed.
 */
void
lanyard_lost_window_scanned (LanyardLostWindow *self,
                             const char        *number)
{
  g_autoptr (LanyardNumber) scanned = NULL;
  g_autoptr (LanyardFinding) finding = NULL;
  g_autoptr (GPtrArray) spares = NULL;

  g_return_if_fail (LANYARD_IS_LOST_WINDOW (self));
  g_return_if_fail (number != NULL);

  if (self->user == NULL)
    return;

  scanned = lanyard_number_new (number, NULL);
  finding = scanned != NULL ? lanyard_finder_look (lanyard_directory_get_finder (self->directory), scanned) : NULL;
  spares = list_spares (self, finding);
  if (spares->len == 0)
    object_to (self, number, finding);
  else if (spares->len == 1 && is_exact (finding))
    take_spare (self, spares->pdata[0]);
  else
    choose_spare (self, number, spares, is_exact (finding));
}
