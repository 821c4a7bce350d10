/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row with a PIN or a card number, masked until it is asked for, and again after a while or when nobody looks;
 * without one there is no row. */
#include "lanyard-secret-row.h"

#include <glib/gi18n.h>

#include "lanyard-clipboard.h"
#include "lanyard-name-text.h"
#include "lanyard-names.h"

/* Long enough to read it to somebody on the phone. */
#define HIDE_AFTER_MS 30000

struct _LanyardSecretRow
{
  AdwActionRow parent_instance;

  GtkWidget *reveal;
  GtkWidget *copy;

  char     *secret;
  char     *masked;
  char     *show_text;
  char     *hide_text;
  gboolean  brief; /* on the clipboard only for a short time */
  gboolean  revealed;
  guint     hide_after; /* milliseconds */
  guint     hide_source;
  GtkWindow *window;    /* whose focus it is watched with; while it is mapped */
};

G_DEFINE_FINAL_TYPE (LanyardSecretRow, lanyard_secret_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_REVEALED,
  PROP_HIDE_AFTER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
label_button (GtkWidget  *button,
              const char *label)
{
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static char *
dup_revealed (LanyardSecretRow *self)
{
  g_autofree char *text = lanyard_name_text (self->secret);

  return text != NULL ? lanyard_name_in_sentence (text) : NULL;
}

static void
update (LanyardSecretRow *self)
{
  g_autofree char *shown = self->revealed ? dup_revealed (self) : g_strdup (self->masked);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), shown != NULL ? shown : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  shown != NULL ? shown : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self), self->secret != NULL);
  gtk_button_set_icon_name (GTK_BUTTON (self->reveal),
                            self->revealed ? "view-conceal-symbolic" : "view-reveal-symbolic");
  if (self->show_text != NULL)
    label_button (self->reveal, self->revealed ? self->hide_text : self->show_text);
}

static void
reveal_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LanyardSecretRow *self = LANYARD_SECRET_ROW (widget);

  lanyard_secret_row_set_revealed (self, !self->revealed);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LanyardSecretRow *self = LANYARD_SECRET_ROW (widget);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *toast = NULL;

  if (self->secret == NULL)
    return;

  if (self->brief)
    {
      /* Translators: %s is what was copied, for instance "PIN" */
      toast = g_strdup_printf (ngettext ("%s copied. Clipboard will be cleared in %d second", "%s copied. Clipboard will be cleared in %d "
                                                                     "seconds",
                                         LANYARD_CLIPBOARD_SECONDS), title, LANYARD_CLIPBOARD_SECONDS);
      lanyard_clipboard_copy_secret (widget, self->secret, toast, LANYARD_CLIPBOARD_SECONDS);
      return;
    }

  /* Translators: %s is what was copied, for instance "Email" */
  toast = g_strdup_printf (_("%s copied"), title);
  lanyard_clipboard_copy (widget, self->secret, toast);
}

/**
 * lanyard_secret_row_set_texts:
 * @self: a row
 * @show: the name of the button that reveals it
 * @hide: the name of the same button once it is revealed
 * @copy: the name of the button that copies it
 */
void
lanyard_secret_row_set_texts (LanyardSecretRow *self,
                              const char       *show,
                              const char       *hide,
                              const char       *copy)
{
  g_return_if_fail (LANYARD_IS_SECRET_ROW (self));

  g_free (self->show_text);
  self->show_text = g_strdup (show);
  g_free (self->hide_text);
  self->hide_text = g_strdup (hide);
  label_button (self->copy, copy);
  update (self);
}

/**
 * lanyard_secret_row_set_secret:
 * @self: a row
 * @secret: (nullable): the secret
 * @masked: (nullable): what stands for it
 *
 * Another secret is masked again.
 */
void
lanyard_secret_row_set_secret (LanyardSecretRow *self,
                               const char       *secret,
                               const char       *masked)
{
  g_return_if_fail (LANYARD_IS_SECRET_ROW (self));

  if (secret != NULL && *secret == '\0')
    secret = NULL;
  if (g_strcmp0 (self->secret, secret) == 0 && g_strcmp0 (self->masked, masked) == 0)
    return;

  lanyard_secret_row_set_revealed (self, FALSE);
  g_free (self->secret);
  self->secret = g_strdup (secret);
  g_free (self->masked);
  self->masked = g_strdup (masked);
  update (self);
}

/**
 * lanyard_secret_row_set_brief:
 * @self: a row
 * @brief: whether a copy of the secret is taken off the clipboard after a short time
 */
void
lanyard_secret_row_set_brief (LanyardSecretRow *self,
                              gboolean          brief)
{
  g_return_if_fail (LANYARD_IS_SECRET_ROW (self));

  self->brief = brief;
}

/**
 * lanyard_secret_row_get_revealed:
 * @self: a row
 *
 * Returns: whether the secret can be read
 */
gboolean
lanyard_secret_row_get_revealed (LanyardSecretRow *self)
{
  g_return_val_if_fail (LANYARD_IS_SECRET_ROW (self), FALSE);

  return self->revealed;
}

static gboolean
on_hide (gpointer user_data)
{
  LanyardSecretRow *self = LANYARD_SECRET_ROW (user_data);

  self->hide_source = 0;
  lanyard_secret_row_set_revealed (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
restart_hiding (LanyardSecretRow *self)
{
  g_clear_handle_id (&self->hide_source, g_source_remove);
  if (self->revealed)
    self->hide_source = g_timeout_add (self->hide_after, on_hide, self);
}

/**
 * lanyard_secret_row_set_revealed:
 * @self: a row
 * @revealed: whether the secret can be read
 *
 * It can for #LanyardSecretRow:hide-after, as long as the window has the focus and the row is on show.
 */
void
lanyard_secret_row_set_revealed (LanyardSecretRow *self,
                                 gboolean          revealed)
{
  g_return_if_fail (LANYARD_IS_SECRET_ROW (self));

  if (self->revealed == revealed)
    return;

  self->revealed = revealed;
  restart_hiding (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}

static void
on_active_changed (LanyardSecretRow *self)
{
  if (!gtk_window_is_active (self->window))
    lanyard_secret_row_set_revealed (self, FALSE);
}

static void
watch_window (LanyardSecretRow *self,
              GtkWindow        *window)
{
  if (self->window != NULL)
    g_signal_handlers_disconnect_by_func (self->window, on_active_changed, self);
  g_set_object (&self->window, window);
  if (window != NULL)
    g_signal_connect_object (window, "notify::is-active", G_CALLBACK (on_active_changed), self, G_CONNECT_SWAPPED);
}

static void
lanyard_secret_row_map (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  GTK_WIDGET_CLASS (lanyard_secret_row_parent_class)->map (widget);

  watch_window (LANYARD_SECRET_ROW (widget), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
}

static void
lanyard_secret_row_unmap (GtkWidget *widget)
{
  lanyard_secret_row_set_revealed (LANYARD_SECRET_ROW (widget), FALSE);
  watch_window (LANYARD_SECRET_ROW (widget), NULL);

  GTK_WIDGET_CLASS (lanyard_secret_row_parent_class)->unmap (widget);
}

static void
lanyard_secret_row_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  LanyardSecretRow *self = LANYARD_SECRET_ROW (object);

  switch (prop_id)
    {
    case PROP_REVEALED:
      g_value_set_boolean (value, self->revealed);
      break;
    case PROP_HIDE_AFTER:
      g_value_set_uint (value, self->hide_after);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_secret_row_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  LanyardSecretRow *self = LANYARD_SECRET_ROW (object);

  switch (prop_id)
    {
    case PROP_REVEALED:
      lanyard_secret_row_set_revealed (self, g_value_get_boolean (value));
      break;
    case PROP_HIDE_AFTER:
      if (self->hide_after == g_value_get_uint (value))
        break;
      self->hide_after = g_value_get_uint (value);
      restart_hiding (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_secret_row_dispose (GObject *object)
{
  LanyardSecretRow *self = LANYARD_SECRET_ROW (object);

  g_clear_handle_id (&self->hide_source, g_source_remove);
  watch_window (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_SECRET_ROW);

  G_OBJECT_CLASS (lanyard_secret_row_parent_class)->dispose (object);
}

static void
lanyard_secret_row_finalize (GObject *object)
{
  LanyardSecretRow *self = LANYARD_SECRET_ROW (object);

  g_clear_pointer (&self->secret, g_free);
  g_clear_pointer (&self->masked, g_free);
  g_clear_pointer (&self->show_text, g_free);
  g_clear_pointer (&self->hide_text, g_free);

  G_OBJECT_CLASS (lanyard_secret_row_parent_class)->finalize (object);
}

static void
lanyard_secret_row_class_init (LanyardSecretRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lanyard_secret_row_get_property;
  object_class->set_property = lanyard_secret_row_set_property;
  object_class->dispose = lanyard_secret_row_dispose;
  object_class->finalize = lanyard_secret_row_finalize;
  widget_class->map = lanyard_secret_row_map;
  widget_class->unmap = lanyard_secret_row_unmap;

  properties[PROP_REVEALED] =
    g_param_spec_boolean ("revealed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_HIDE_AFTER] =
    g_param_spec_uint ("hide-after", NULL, NULL, 0, G_MAXUINT, HIDE_AFTER_MS,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "secret-row.reveal", NULL, reveal_action);
  gtk_widget_class_install_action (widget_class, "secret-row.copy", NULL, copy_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lanyard_app/Lanyard/ui/lanyard-secret-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardSecretRow, reveal);
  gtk_widget_class_bind_template_child (widget_class, LanyardSecretRow, copy);
}

static void
lanyard_secret_row_init (LanyardSecretRow *self)
{
  self->hide_after = HIDE_AFTER_MS;
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_names_mend (GTK_WIDGET (self));
}
