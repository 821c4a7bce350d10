/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the list of a sheet's rows: what comes of it, whether it is done, and what there is to choose. */
#include "lanyard-match-row.h"

#include "lanyard-credential-text.h"
#include "lanyard-match-item.h"
#include "lanyard-match-settling.h"
#include "lanyard-match-text.h"
#include "lanyard-name-text.h"
#include "lanyard-names.h"
#include "lanyard-ui.h"
#include "lanyard-user-text.h"

struct _LanyardMatchRow
{
  AdwBin parent_instance;

  GtkCheckButton *check;
  GtkLabel       *title;
  GtkLabel       *text;
  GtkLabel       *line;
  GtkMenuButton  *choose;
  GtkButton      *search;

  LanyardMatchItem *item;
  GSignalGroup     *signals;
  gboolean          is_updating;
};

G_DEFINE_FINAL_TYPE (LanyardMatchRow, lanyard_match_row, ADW_TYPE_BIN)

enum
{
  PROP_ITEM = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const LanyardMatch *
get_match (LanyardMatchRow *self)
{
  return lanyard_matches_get (lanyard_match_item_get_matches (self->item), lanyard_match_item_get_position (self->item));
}

/* --- What there is to choose --- */

static gboolean
is_choosing_user (LanyardMatchRow *self)
{
  return lanyard_match_ask (get_match (self)) == LANYARD_MATCH_ASK_USER;
}

static GPtrArray *
list_candidates (LanyardMatchRow *self)
{
  LanyardMatches *matches = lanyard_match_item_get_matches (self->item);
  guint position = lanyard_match_item_get_position (self->item);

  return is_choosing_user (self) ? lanyard_matches_list_users (matches, position)
                                 : lanyard_matches_list_credentials (matches, position);
}

static char *
dup_user_label (SeamUser *user)
{
  g_autofree char *name = lanyard_user_name (user);
  g_autofree char *contact = lanyard_user_contact_text (user);

  return g_strdup_printf ("%s · %s", name, contact != NULL ? contact : seam_record_get_id (SEAM_RECORD (user)));
}

static char *
dup_credential_label (SeamCredential *credential)
{
  g_autofree char *name = lanyard_credential_name (credential);
  g_autofree char *number = lanyard_credential_masked_number (credential);

  return g_strdup_printf ("%s · %s", name, number != NULL ? number : seam_record_get_id (SEAM_RECORD (credential)));
}

static void
fill_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  LanyardMatchRow *self = LANYARD_MATCH_ROW (user_data);
  g_autoptr (GPtrArray) candidates = list_candidates (self);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < candidates->len; i++)
    {
      g_autofree char *text = SEAM_IS_USER (candidates->pdata[i]) ? dup_user_label (candidates->pdata[i])
                                                                  : dup_credential_label (candidates->pdata[i]);
      g_autofree char *label = lanyard_name_in_label (text);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "match.choose", "u", i);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
on_choose (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  LanyardMatchRow *self = LANYARD_MATCH_ROW (widget);
  LanyardMatches *matches = lanyard_match_item_get_matches (self->item);
  guint position = lanyard_match_item_get_position (self->item);
  g_autoptr (GPtrArray) candidates = list_candidates (self);
  guint chosen = g_variant_get_uint32 (parameter);

  if (chosen >= candidates->len)
    return;
  if (is_choosing_user (self))
    lanyard_matches_choose_user (matches, position, candidates->pdata[chosen]);
  else
    lanyard_matches_choose_credential (matches, position, candidates->pdata[chosen]);
}

/* --- What is shown --- */

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update (LanyardMatchRow *self)
{
  LanyardMatches *matches = lanyard_match_item_get_matches (self->item);
  guint position = lanyard_match_item_get_position (self->item);
  const LanyardMatch *match = get_match (self);
  g_autofree char *title = lanyard_match_title (matches, position);
  g_autofree char *text = lanyard_match_text (matches, position);
  g_autofree char *line = lanyard_match_line (matches, position);
  gboolean is_cant = match->state == LANYARD_MATCH_CANT;
  LanyardMatchAsk ask = lanyard_match_ask (match);

  self->is_updating = TRUE;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->text, text);
  gtk_label_set_text (self->line, line);
  gtk_check_button_set_active (self->check, !match->is_left_out && !is_cant);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), !is_cant);
  gtk_widget_set_visible (GTK_WIDGET (self->choose), ask == LANYARD_MATCH_ASK_USER
                                                     || ask == LANYARD_MATCH_ASK_CREDENTIAL);
  gtk_widget_set_visible (GTK_WIDGET (self->search), ask == LANYARD_MATCH_ASK_ANY_USER
                                                     || ask == LANYARD_MATCH_ASK_ANY_CREDENTIAL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->search), "u", position);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->search), "import.search");
  set_class (GTK_WIDGET (self->text), "error", is_cant && !match->is_left_out);
  set_class (GTK_WIDGET (self->text), "warning", match->state < LANYARD_MATCH_CANT && !match->is_left_out);
  set_class (GTK_WIDGET (self->title), "dim-label", match->is_left_out || match->state == LANYARD_MATCH_ALREADY);
  self->is_updating = FALSE;
}

static void
on_toggled (LanyardMatchRow *self)
{
  if (!self->is_updating && self->item != NULL)
    lanyard_matches_leave_out (lanyard_match_item_get_matches (self->item),
                               lanyard_match_item_get_position (self->item),
                               !gtk_check_button_get_active (self->check));
}

static void
set_item (LanyardMatchRow  *self,
          LanyardMatchItem *item)
{
  if (!g_set_object (&self->item, item))
    return;
  g_signal_group_set_target (self->signals, item != NULL ? lanyard_match_item_get_matches (item) : NULL);
  if (item != NULL)
    update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

/* --- The class --- */

static void
lanyard_match_row_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ITEM:
      g_value_set_object (value, LANYARD_MATCH_ROW (object)->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_match_row_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_ITEM:
      set_item (LANYARD_MATCH_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_match_row_dispose (GObject *object)
{
  LanyardMatchRow *self = LANYARD_MATCH_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_MATCH_ROW);
  G_OBJECT_CLASS (lanyard_match_row_parent_class)->dispose (object);
}

static void
lanyard_match_row_class_init (LanyardMatchRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lanyard_match_row_get_property;
  object_class->set_property = lanyard_match_row_set_property;
  object_class->dispose = lanyard_match_row_dispose;
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, LANYARD_TYPE_MATCH_ITEM,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "match.choose", "u", on_choose);
  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-match-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardMatchRow, check);
  gtk_widget_class_bind_template_child (widget_class, LanyardMatchRow, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardMatchRow, text);
  gtk_widget_class_bind_template_child (widget_class, LanyardMatchRow, line);
  gtk_widget_class_bind_template_child (widget_class, LanyardMatchRow, choose);
  gtk_widget_class_bind_template_child (widget_class, LanyardMatchRow, search);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
lanyard_match_row_init (LanyardMatchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_names_mend (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->choose, fill_menu, self, NULL);
  self->signals = g_signal_group_new (LANYARD_TYPE_MATCHES);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (update), self);
}
