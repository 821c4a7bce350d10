/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What widgets are bound to: keeps what an object says by its read-only properties, and tells when that is another. */
#include "lanyard-bindable.h"

#define OFFERED (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)

typedef struct
{
  GHashTable *offered; /* GParamSpec → GValue; what isn't in it has its default value */
} LanyardBindablePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LanyardBindable, lanyard_bindable, G_TYPE_OBJECT)

static GHashTable *
offered_of (gpointer self)
{
  return ((LanyardBindablePrivate *) lanyard_bindable_get_instance_private (self))->offered;
}

static const GValue *
value_of (gpointer    self,
          GParamSpec *pspec)
{
  const GValue *kept = g_hash_table_lookup (offered_of (self), pspec);

  return kept != NULL ? kept : g_param_spec_get_default_value (pspec);
}

static void
offer (gpointer      self,
       GParamSpec   *pspec,
       const GValue *value)
{
  GValue *kept;

  if (g_param_values_cmp (pspec, value, value_of (self, pspec)) == 0)
    return;

  kept = g_new0 (GValue, 1);
  g_value_init (kept, pspec->value_type);
  g_value_copy (value, kept);
  g_hash_table_insert (offered_of (self), pspec, kept);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

/**
 * lanyard_bindable_offer_text:
 * @self: a #LanyardBindable
 * @pspec: a property from lanyard_bindable_text()
 * @text: (transfer full) (nullable): what it is to say; %NULL is as good as ""
 */
void
lanyard_bindable_offer_text (gpointer    self,
                             GParamSpec *pspec,
                             char       *text)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  if (text != NULL)
    g_value_take_string (&value, text);
  else
    g_value_set_static_string (&value, "");
  offer (self, pspec, &value);
}

/**
 * lanyard_bindable_offer_flag:
 * @self: a #LanyardBindable
 * @pspec: a property from lanyard_bindable_flag()
 * @flag: whether it is so
 */
void
lanyard_bindable_offer_flag (gpointer    self,
                             GParamSpec *pspec,
                             gboolean    flag)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, flag != FALSE);
  offer (self, pspec, &value);
}

/**
 * lanyard_bindable_offer_sign:
 * @self: a #LanyardBindable
 * @pspec: a property from lanyard_bindable_sign()
 * @sign: how bad it is
 */
void
lanyard_bindable_offer_sign (gpointer    self,
                             GParamSpec *pspec,
                             LanyardSign sign)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, LANYARD_TYPE_SIGN);
  g_value_set_enum (&value, sign);
  offer (self, pspec, &value);
}

/**
 * lanyard_bindable_offer_object:
 * @self: a #LanyardBindable
 * @pspec: a property from lanyard_bindable_object()
 * @object: (nullable): what it is to be
 */
void
lanyard_bindable_offer_object (gpointer    self,
                               GParamSpec *pspec,
                               gpointer    object)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, pspec->value_type);
  g_value_set_object (&value, object);
  offer (self, pspec, &value);
}

/**
 * lanyard_bindable_offer_nothing:
 * @self: a #LanyardBindable
 *
 * Has it say nothing of all that it said.
 */
void
lanyard_bindable_offer_nothing (gpointer self)
{
  g_autoptr (GList) pspecs = g_hash_table_get_keys (offered_of (self));

  for (GList *at = pspecs; at != NULL; at = at->next)
    offer (self, at->data, g_param_spec_get_default_value (at->data));
}

static const GValue *
look_up (gpointer    self,
         const char *name)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (self), name);

  g_assert (pspec != NULL);

  return value_of (self, pspec);
}

/**
 * lanyard_bindable_get_flag:
 * @self: a #LanyardBindable
 * @name: one of its properties from lanyard_bindable_flag()
 *
 * Returns: what it says
 */
gboolean
lanyard_bindable_get_flag (gpointer    self,
                           const char *name)
{
  g_return_val_if_fail (LANYARD_IS_BINDABLE (self), FALSE);

  return g_value_get_boolean (look_up (self, name));
}

/**
 * lanyard_bindable_get_text:
 * @self: a #LanyardBindable
 * @name: one of its properties from lanyard_bindable_text()
 *
 * Returns: (transfer none): what it says
 */
const char *
lanyard_bindable_get_text (gpointer    self,
                           const char *name)
{
  g_return_val_if_fail (LANYARD_IS_BINDABLE (self), NULL);

  return g_value_get_string (look_up (self, name));
}

/**
 * lanyard_bindable_get_object:
 * @self: a #LanyardBindable
 * @pspec: a property from lanyard_bindable_object()
 *
 * Returns: (transfer none) (nullable): what it is
 */
gpointer
lanyard_bindable_get_object (gpointer    self,
                             GParamSpec *pspec)
{
  g_return_val_if_fail (LANYARD_IS_BINDABLE (self), NULL);

  return g_value_get_object (value_of (self, pspec));
}

/**
 * lanyard_bindable_text:
 * @name: a name
 *
 * Returns: (transfer floating): a property that is a text
 */
GParamSpec *
lanyard_bindable_text (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, "", OFFERED);
}

/**
 * lanyard_bindable_flag:
 * @name: a name
 *
 * Returns: (transfer floating): a property that says whether something is so
 */
GParamSpec *
lanyard_bindable_flag (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, OFFERED);
}

/**
 * lanyard_bindable_sign:
 * @name: a name
 *
 * Returns: (transfer floating): a property that is a sign
 */
GParamSpec *
lanyard_bindable_sign (const char *name)
{
  return g_param_spec_enum (name, NULL, NULL, LANYARD_TYPE_SIGN, LANYARD_SIGN_NONE, OFFERED);
}

/**
 * lanyard_bindable_object:
 * @name: a name
 * @type: of what
 *
 * Returns: (transfer floating): a property that is an object
 */
GParamSpec *
lanyard_bindable_object (const char *name,
                         GType       type)
{
  return g_param_spec_object (name, NULL, NULL, type, OFFERED);
}

/**
 * lanyard_bindable_get_property:
 * @object: a #LanyardBindable
 * @prop_id: not looked at
 * @value: where to put it
 * @pspec: a property of its type
 *
 * What a type that is made of this one has as its get_property, which GObject does not inherit.
 */
void
lanyard_bindable_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  g_value_copy (value_of (object, pspec), value);
}

static void
lanyard_bindable_finalize (GObject *object)
{
  g_hash_table_unref (offered_of (object));

  G_OBJECT_CLASS (lanyard_bindable_parent_class)->finalize (object);
}

static void
lanyard_bindable_class_init (LanyardBindableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_bindable_finalize;
}

static void
free_value (gpointer data)
{
  GValue *value = data;

  g_value_unset (value);
  g_free (value);
}

static void
lanyard_bindable_init (LanyardBindable *self)
{
  LanyardBindablePrivate *priv = lanyard_bindable_get_instance_private (self);

  priv->offered = g_hash_table_new_full (NULL, NULL, NULL, free_value);
}
