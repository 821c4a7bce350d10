/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed to connect: whether it can be sent as it stands, and why not. */
#include "lanyard-connect-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "seam-client.h"

struct _LanyardConnectForm
{
  LanyardBindable parent_instance;

  char     *endpoint;
  gboolean  has_key;
  gboolean  key_wrong; /* what is known of the key; nothing of it is kept */
};

G_DEFINE_FINAL_TYPE (LanyardConnectForm, lanyard_connect_form, LANYARD_TYPE_BINDABLE)

enum
{
  PROP_0,
  PROP_ENDPOINT,
  PROP_REASON,
  PROP_KEY_WRONG,
  PROP_ENDPOINT_WRONG,
  PROP_CAN_CONNECT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n\f\v")] == '\0';
}

/* A key goes into a header: one printable ASCII word. Space around it doesn't count. */
static gboolean
is_word (const char *text)
{
  gsize length = strlen (text);
  gsize start = strspn (text, " \t\r\n\f\v");

  while (length > start && g_ascii_isspace (text[length - 1]))
    length--;

  for (gsize i = start; i < length; i++)
    {
      if (!g_ascii_isgraph (text[i]))
        return FALSE;
    }

  return TRUE;
}

static char *
describe_endpoint (const char *text)
{
  g_autofree char *endpoint = g_strstrip (g_strdup (text));

  if (*endpoint == '\0')
    /* Translators: %s is the address of Seam's own server */
    return g_strdup_printf (_("Enter a server address, for example %s"), SEAM_DEFAULT_ENDPOINT);

  if (!seam_endpoint_is_allowed (endpoint, NULL))
    {
      g_autoptr (GUri) uri = g_uri_parse (endpoint, G_URI_FLAGS_NONE, NULL);

      if (uri != NULL && g_strcmp0 (g_uri_get_scheme (uri), "http") == 0 && g_uri_get_host (uri) != NULL)
        return g_strdup (_("Use an https address. Plain http is allowed only for this computer."));

      /* Translators: %s is the address of Seam's own server */
      return g_strdup_printf (_("Not a valid server address. Example: %s"), SEAM_DEFAULT_ENDPOINT);
    }

  return NULL;
}

static void
refresh (LanyardConnectForm *self)
{
  char *reason = describe_endpoint (self->endpoint);

  lanyard_bindable_offer_flag (self, properties[PROP_ENDPOINT_WRONG], reason != NULL);
  lanyard_bindable_offer_flag (self, properties[PROP_KEY_WRONG], self->key_wrong);
  lanyard_bindable_offer_flag (self, properties[PROP_CAN_CONNECT],
                               reason == NULL && self->has_key && !self->key_wrong);
  if (self->key_wrong)
    {
      g_free (reason);
      reason = g_strdup (_("The API key contains a space or another invalid character. Copy it again from the Seam "
                           "Console."));
    }
  lanyard_bindable_offer_text (self, properties[PROP_REASON], reason);
}

static void
lanyard_connect_form_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (prop_id == PROP_ENDPOINT)
    g_value_set_string (value, LANYARD_CONNECT_FORM (object)->endpoint);
  else
    lanyard_bindable_get_property (object, prop_id, value, pspec);
}

static void
lanyard_connect_form_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  LanyardConnectForm *self = LANYARD_CONNECT_FORM (object);
  const char *endpoint;

  switch (prop_id)
    {
    case PROP_ENDPOINT:
      endpoint = g_value_get_string (value) != NULL ? g_value_get_string (value) : "";
      if (g_str_equal (self->endpoint, endpoint))
        break;
      g_free (self->endpoint);
      self->endpoint = g_strdup (endpoint);
      refresh (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_connect_form_finalize (GObject *object)
{
  g_clear_pointer (&LANYARD_CONNECT_FORM (object)->endpoint, g_free);

  G_OBJECT_CLASS (lanyard_connect_form_parent_class)->finalize (object);
}

static void
lanyard_connect_form_class_init (LanyardConnectFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_connect_form_get_property;
  object_class->set_property = lanyard_connect_form_set_property;
  object_class->finalize = lanyard_connect_form_finalize;

  properties[PROP_ENDPOINT] =
    g_param_spec_string ("endpoint", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_REASON] = lanyard_bindable_text ("reason");
  properties[PROP_KEY_WRONG] = lanyard_bindable_flag ("key-wrong");
  properties[PROP_ENDPOINT_WRONG] = lanyard_bindable_flag ("endpoint-wrong");
  properties[PROP_CAN_CONNECT] = lanyard_bindable_flag ("can-connect");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_connect_form_init (LanyardConnectForm *self)
{
  /* An entry that is empty yet is nothing to complain of while the page is being made. */
  self->endpoint = g_strdup ("");
}

/**
 * lanyard_connect_form_new:
 *
 * Returns: (transfer full): a form that nothing was typed into
 */
LanyardConnectForm *
lanyard_connect_form_new (void)
{
  return g_object_new (LANYARD_TYPE_CONNECT_FORM, NULL);
}

/**
 * lanyard_connect_form_check_key:
 * @self: a form
 * @key: what was typed; it is looked at, and not kept
 */
void
lanyard_connect_form_check_key (LanyardConnectForm *self,
                                const char         *key)
{
  g_return_if_fail (LANYARD_IS_CONNECT_FORM (self));
  g_return_if_fail (key != NULL);

  self->has_key = !is_blank (key);
  self->key_wrong = !is_word (key);
  refresh (self);
}
