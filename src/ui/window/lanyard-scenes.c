/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window shows: a workspace, or the page that stands in for it. The pages are made when they are first to be
 * seen: the window opens sooner without them. */
#include "lanyard-scenes.h"

#include "lanyard-names.h"
#include "lanyard-trouble-page.h"
#include "lanyard-ui.h"

struct _LanyardScenes
{
  AdwBin parent_instance;

  GtkStack           *scene_stack;
  GtkSpinner         *starting_spinner;
  GtkLabel           *starting_label;
  LanyardConnectPage *connect_page; /* NULL until it is first to be seen */
  LanyardTroublePage *trouble_page; /* the same */
  gboolean            adding;
};

G_DEFINE_FINAL_TYPE (LanyardScenes, lanyard_scenes, ADW_TYPE_BIN)

enum
{
  PROP_WORKSPACE = 1,
  PROP_SCENE,
  PROP_ADDING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SUBMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * lanyard_scenes_is:
 * @self: the scenes
 * @scene: one of them
 *
 * Returns: whether it is on show
 */
gboolean
lanyard_scenes_is (LanyardScenes *self,
                   const char    *scene)
{
  g_return_val_if_fail (LANYARD_IS_SCENES (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->scene_stack), scene) == 0;
}

static void
show (LanyardScenes *self,
      const char    *scene)
{
  gtk_spinner_set_spinning (self->starting_spinner, strcmp (scene, "starting") == 0);
  gtk_stack_set_visible_child_name (self->scene_stack, scene);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENE]);
}

static void
add (LanyardScenes *self,
     gpointer       page,
     const char    *name)
{
  gtk_stack_add_named (self->scene_stack, GTK_WIDGET (page), name);
  lanyard_names_mend (GTK_WIDGET (self->scene_stack));
}

static void
on_submitted (LanyardScenes *self)
{
  g_signal_emit (self, signals[SUBMITTED], 0);
}

/**
 * lanyard_scenes_get_connect_page:
 * @self: the scenes
 *
 * Returns: (transfer none): the page that asks for a key, which is made unless it is there
 */
LanyardConnectPage *
lanyard_scenes_get_connect_page (LanyardScenes *self)
{
  g_return_val_if_fail (LANYARD_IS_SCENES (self), NULL);

  if (self->connect_page == NULL)
    {
      self->connect_page = g_object_new (LANYARD_TYPE_CONNECT_PAGE, NULL);
      g_signal_connect_object (self->connect_page, "submitted", G_CALLBACK (on_submitted), self, G_CONNECT_SWAPPED);
      add (self, self->connect_page, "connect");
    }

  return self->connect_page;
}

/**
 * lanyard_scenes_forget_key:
 * @self: the scenes
 *
 * Empties the entry that a key was typed into, where there is one.
 */
void
lanyard_scenes_forget_key (LanyardScenes *self)
{
  g_return_if_fail (LANYARD_IS_SCENES (self));

  if (self->connect_page != NULL)
    lanyard_connect_page_clear_key (self->connect_page);
}

/**
 * lanyard_scenes_show_starting:
 * @self: the scenes
 * @what: what is being done, plain text
 *
 * Shows that something is under way before there is anything to see, with a button to stop it.
 */
void
lanyard_scenes_show_starting (LanyardScenes *self,
                              const char    *what)
{
  g_return_if_fail (LANYARD_IS_SCENES (self));

  gtk_label_set_label (self->starting_label, what);
  show (self, "starting");
}

static LanyardConnectPage *
prepare_connect_page (LanyardScenes *self,
                      const char    *message,
                      gboolean       busy)
{
  LanyardConnectPage *page = lanyard_scenes_get_connect_page (self);

  lanyard_connect_page_set_busy (page, busy);
  lanyard_connect_page_set_choice (page, NULL);
  lanyard_connect_page_set_message (page, message);

  return page;
}

/**
 * lanyard_scenes_show_connect:
 * @self: the scenes
 * @message: (nullable): why the last attempt failed, plain text
 *
 * Asks for a key.
 */
void
lanyard_scenes_show_connect (LanyardScenes *self,
                             const char    *message)
{
  LanyardConnectPage *page;

  g_return_if_fail (LANYARD_IS_SCENES (self));

  page = prepare_connect_page (self, message, FALSE);
  show (self, "connect");
  gtk_widget_grab_focus (GTK_WIDGET (page));
}

/**
 * lanyard_scenes_show_connecting:
 * @self: the scenes
 *
 * Shows on the connect page that the key is being checked.
 */
void
lanyard_scenes_show_connecting (LanyardScenes *self)
{
  g_return_if_fail (LANYARD_IS_SCENES (self));

  prepare_connect_page (self, NULL, TRUE);
  show (self, "connect");
}

/**
 * lanyard_scenes_show_trouble:
 * @self: the scenes
 * @trouble: what to say
 *
 * Shows a page in place of what could not be had.
 */
void
lanyard_scenes_show_trouble (LanyardScenes        *self,
                             const LanyardTrouble *trouble)
{
  g_return_if_fail (LANYARD_IS_SCENES (self));
  g_return_if_fail (trouble != NULL);

  if (self->trouble_page == NULL)
    {
      self->trouble_page = g_object_new (LANYARD_TYPE_TROUBLE_PAGE, NULL);
      add (self, self->trouble_page, "trouble");
    }
  lanyard_trouble_page_set_trouble (self->trouble_page, trouble);
  show (self, "trouble");
  gtk_widget_grab_focus (GTK_WIDGET (self->trouble_page));
}

/**
 * lanyard_scenes_show_workspace:
 * @self: the scenes
 *
 * Shows the workspace's views; the connect page is as it was before anything was asked of it.
 */
void
lanyard_scenes_show_workspace (LanyardScenes *self)
{
  g_return_if_fail (LANYARD_IS_SCENES (self));

  if (self->connect_page != NULL)
    {
      lanyard_connect_page_set_busy (self->connect_page, FALSE);
      lanyard_connect_page_set_message (self->connect_page, NULL);
    }
  show (self, "workspace");
}

static void
lanyard_scenes_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  LanyardScenes *self = LANYARD_SCENES (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, gtk_stack_get_child_by_name (self->scene_stack, "workspace"));
      break;
    case PROP_SCENE:
      g_value_set_string (value, gtk_stack_get_visible_child_name (self->scene_stack));
      break;
    case PROP_ADDING:
      g_value_set_boolean (value, self->adding);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_scenes_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  LanyardScenes *self = LANYARD_SCENES (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      gtk_stack_add_named (self->scene_stack, g_value_get_object (value), "workspace");
      break;
    case PROP_ADDING:
      if (self->adding == g_value_get_boolean (value))
        break;
      self->adding = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_scenes_class_init (LanyardScenesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lanyard_scenes_get_property;
  object_class->set_property = lanyard_scenes_set_property;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, GTK_TYPE_WIDGET,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SCENE] = g_param_spec_string ("scene", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ADDING] = g_param_spec_boolean ("adding", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SUBMITTED] = g_signal_new ("submitted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-scenes.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardScenes, scene_stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardScenes, starting_spinner);
  gtk_widget_class_bind_template_child (widget_class, LanyardScenes, starting_label);
}

static void
lanyard_scenes_init (LanyardScenes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
