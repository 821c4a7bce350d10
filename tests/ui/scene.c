/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of widgets have in common: a workspace without a server, a window that notes what is asked of it. */
#include "scene.h"

#include "lanyard-picker.h"
#include "lanyard-ui.h"
#include "records.h"

#define DEADLINE_SECONDS 60

static void
on_action (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Scene *self = user_data;

  g_free (self->action);
  self->action = g_strdup (g_action_get_name (G_ACTION (action)));
  g_free (self->parameter);
  self->parameter = g_variant_print (parameter, FALSE);
}

Scene *
scene_new (void)
{
  static const struct
  {
    const char *name;
    const char *type;
  } actions[] = {
    { "assign", "(ss)" }, { "unassign", "s" }, { "pick-credential", "s" }, { "pick-user", "s" },
    { "show-credential", "s" }, { "show-user", "s" }, { "toast", "s" },
  };
  static const char * const groups[] = { "tell", "go", "change", "workspace" };
  Scene *self = g_new0 (Scene, 1);
  g_autoptr (LanyardJournal) journal = lanyard_journal_new (NULL);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  lanyard_ui_init ();
  self->directory = records_new_directory ();
  self->changes = lanyard_changes_new (self->directory, journal);
  self->window = g_object_ref (GTK_WINDOW (gtk_window_new ()));
  gtk_window_set_default_size (self->window, 480, 800);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i].name, G_VARIANT_TYPE (actions[i].type));

      g_signal_connect (action, "activate", G_CALLBACK (on_action), self);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_widget_insert_action_group (GTK_WIDGET (self->window), groups[i], G_ACTION_GROUP (group));

  return self;
}

void
scene_free (Scene *self)
{
  gtk_window_destroy (self->window);
  g_clear_object (&self->window);
  g_clear_object (&self->changes);
  g_clear_object (&self->directory);
  g_free (self->action);
  g_free (self->parameter);
  g_free (self);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

void
scene_show (Scene     *self,
            GtkWidget *child)
{
  gtk_window_set_child (self->window, child);
  gtk_window_present (self->window);
  scene_wait (is_mapped, child);
}

SeamUser *
scene_add_user (Scene      *self,
                const char *json)
{
  return records_add (self->directory, SEAM_TYPE_USER, json);
}

SeamCredential *
scene_add_credential (Scene      *self,
                      const char *json)
{
  return records_add (self->directory, SEAM_TYPE_CREDENTIAL, json);
}

gpointer
scene_get_user (Scene      *self,
                const char *id)
{
  return lanyard_store_lookup (lanyard_directory_get_users (self->directory), id);
}

gpointer
scene_get_credential (Scene      *self,
                      const char *id)
{
  return lanyard_store_lookup (lanyard_directory_get_credentials (self->directory), id);
}

void
scene_remove (Scene    *self,
              gpointer  record)
{
  records_remove (self->directory, record);
}

GtkWidget *
scene_show_picker (Scene    *self,
                   gpointer  for_record)
{
  GtkWidget *picker = lanyard_picker_new (self->directory, for_record);

  gtk_window_present (self->window);
  gtk_window_set_transient_for (GTK_WINDOW (picker), self->window);
  gtk_window_present (GTK_WINDOW (picker));

  return picker;
}

static char *
dup_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_INSCRIPTION (widget))
    return g_strdup (gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return g_strdup (gtk_button_get_label (GTK_BUTTON (widget)));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));

  return g_strdup (gtk_widget_get_tooltip_text (widget));
}

GtkWidget *
scene_find (GtkWidget  *root,
            GType       type,
            const char *text)
{
  g_autofree char *own = NULL;

  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return NULL;

  own = dup_text (root);
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (text == NULL || g_strcmp0 (own, text) == 0))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = scene_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

gboolean
scene_shows_text (GtkWidget  *root,
                  const char *text)
{
  return scene_find (root, GTK_TYPE_LABEL, text) != NULL || scene_find (root, GTK_TYPE_INSCRIPTION, text) != NULL;
}

void
scene_click (GtkWidget  *root,
             const char *label)
{
  GtkWidget *button = scene_find (root, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
on_deadline (gpointer data)
{
  g_error ("What was waited for did not happen within %d seconds", DEADLINE_SECONDS);

  return G_SOURCE_REMOVE;
}

void
scene_wait (SceneCondition condition,
            gpointer       data)
{
  guint deadline = g_timeout_add_seconds (DEADLINE_SECONDS, on_deadline, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);
}

typedef struct
{
  Scene      *scene;
  GtkWidget  *root;
  const char *text;
} Expected;

static gboolean
has_action (gpointer data)
{
  Expected *expected = data;

  return g_strcmp0 (expected->scene->action, expected->text) == 0;
}

void
scene_wait_action (Scene      *self,
                   const char *action)
{
  Expected expected = { .scene = self, .text = action };

  scene_wait (has_action, &expected);
}

static gboolean
has_text (gpointer data)
{
  Expected *expected = data;

  return scene_shows_text (expected->root, expected->text);
}

void
scene_wait_text (GtkWidget  *root,
                 const char *text)
{
  Expected expected = { .root = root, .text = text };

  scene_wait (has_text, &expected);
}
