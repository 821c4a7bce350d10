/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's header bar: the way back, the views, the workspace, the menu. */
#include "lanyard-header.h"

#include "lanyard-ui.h"

struct _LanyardHeader
{
  AdwBin parent_instance;

  AdwViewSwitcherTitle   *switcher_title;
  GtkWidget              *back_button;
  GtkStack               *refresh_stack;
  GtkSpinner             *refresh_spinner;
  LanyardWorkspaceButton *workspace_button;
  GtkMenuButton          *menu_button;
  GMenuModel             *primary_menu;
};

G_DEFINE_FINAL_TYPE (LanyardHeader, lanyard_header, ADW_TYPE_BIN)

enum
{
  PROP_STACK = 1,
  PROP_TITLE_VISIBLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/**
 * lanyard_header_get_workspace_button:
 * @self: the header bar
 *
 * Returns: (transfer none): the button that names the workspace
 */
LanyardWorkspaceButton *
lanyard_header_get_workspace_button (LanyardHeader *self)
{
  g_return_val_if_fail (LANYARD_IS_HEADER (self), NULL);

  return self->workspace_button;
}

/**
 * lanyard_header_set_title:
 * @self: the header bar
 * @title: what is on show
 * @subtitle: (nullable): where
 *
 * Says what is on show where there is no room for the views.
 */
void
lanyard_header_set_title (LanyardHeader *self,
                          const char    *title,
                          const char    *subtitle)
{
  g_return_if_fail (LANYARD_IS_HEADER (self));

  adw_view_switcher_title_set_title (self->switcher_title, title);
  adw_view_switcher_title_set_subtitle (self->switcher_title, subtitle != NULL ? subtitle : "");
}

/**
 * lanyard_header_set_back:
 * @self: the header bar
 * @shown: whether there is a way back
 * @text: where it leads
 *
 * Shows the button that goes back, or hides it.
 */
void
lanyard_header_set_back (LanyardHeader *self,
                         gboolean       shown,
                         const char    *text)
{
  g_return_if_fail (LANYARD_IS_HEADER (self));

  gtk_widget_set_tooltip_text (self->back_button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (self->back_button, shown);
}

/**
 * lanyard_header_set_list_shown:
 * @self: the header bar
 * @shown: whether one of the views is on show, and not the page of a record alone
 * @narrow: whether there is room for little
 *
 * Offers what belongs to the views.
 */
void
lanyard_header_set_list_shown (LanyardHeader *self,
                               gboolean       shown,
                               gboolean       narrow)
{
  g_return_if_fail (LANYARD_IS_HEADER (self));

  /* Where there is no room for it, the menu has it too. */
  gtk_widget_set_visible (GTK_WIDGET (self->refresh_stack), shown && !narrow);
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, shown);
  lanyard_workspace_button_set_narrow (self->workspace_button, narrow);
}

/**
 * lanyard_header_set_refreshing:
 * @self: the header bar
 * @refreshing: whether everything is being read
 *
 * Shows that, in place of the button that asks for it.
 */
void
lanyard_header_set_refreshing (LanyardHeader *self,
                               gboolean       refreshing)
{
  g_return_if_fail (LANYARD_IS_HEADER (self));

  gtk_spinner_set_spinning (self->refresh_spinner, refreshing);
  gtk_stack_set_visible_child_name (self->refresh_stack, refreshing ? "busy" : "idle");
}

/* When it is first opened: its widgets are not needed before. */
static void
make_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, LANYARD_HEADER (user_data)->primary_menu);
}

static void
on_title_visible (LanyardHeader *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE_VISIBLE]);
}

static void
lanyard_header_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  LanyardHeader *self = LANYARD_HEADER (object);

  switch (id)
    {
    case PROP_STACK:
      g_value_set_object (value, adw_view_switcher_title_get_stack (self->switcher_title));
      break;
    case PROP_TITLE_VISIBLE:
      g_value_set_boolean (value, adw_view_switcher_title_get_title_visible (self->switcher_title));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_header_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_STACK:
      adw_view_switcher_title_set_stack (LANYARD_HEADER (object)->switcher_title, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_header_class_init (LanyardHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lanyard_header_get_property;
  object_class->set_property = lanyard_header_set_property;

  properties[PROP_STACK] = g_param_spec_object ("stack", NULL, NULL, ADW_TYPE_VIEW_STACK,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE_VISIBLE] = g_param_spec_boolean ("title-visible", NULL, NULL, FALSE,
                                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LANYARD_TYPE_WORKSPACE_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-header.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardHeader, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, LanyardHeader, back_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardHeader, refresh_stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardHeader, refresh_spinner);
  gtk_widget_class_bind_template_child (widget_class, LanyardHeader, workspace_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardHeader, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardHeader, primary_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_title_visible);
}

static void
lanyard_header_init (LanyardHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu, self, NULL);
}
