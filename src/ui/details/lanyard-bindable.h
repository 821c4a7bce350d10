/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What widgets are bound to: keeps what an object says by its read-only properties, and tells when that is another. */
#pragma once

#include "lanyard-sign.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_BINDABLE (lanyard_bindable_get_type ())
G_DECLARE_DERIVABLE_TYPE (LanyardBindable, lanyard_bindable, LANYARD, BINDABLE, GObject)

struct _LanyardBindableClass
{
  GObjectClass parent_class;
};

/* @self is an object of a type that is made of this one. */
gboolean    lanyard_bindable_get_flag      (gpointer      self,
                                            const char   *name);
const char *lanyard_bindable_get_text      (gpointer      self,
                                            const char   *name);

/*< protected >*/
/* Properties for such a type. Texts are "" where there is nothing to say, and never NULL. */
GParamSpec *lanyard_bindable_text          (const char   *name);
GParamSpec *lanyard_bindable_flag          (const char   *name);
GParamSpec *lanyard_bindable_sign          (const char   *name);
GParamSpec *lanyard_bindable_object        (const char   *name,
                                            GType         type);
void        lanyard_bindable_get_property  (GObject      *object,
                                            guint         prop_id,
                                            GValue       *value,
                                            GParamSpec   *pspec);

void        lanyard_bindable_offer_text    (gpointer      self,
                                            GParamSpec   *pspec,
                                            char         *text);
void        lanyard_bindable_offer_flag    (gpointer      self,
                                            GParamSpec   *pspec,
                                            gboolean      flag);
void        lanyard_bindable_offer_sign    (gpointer      self,
                                            GParamSpec   *pspec,
                                            LanyardSign   sign);
void        lanyard_bindable_offer_object  (gpointer      self,
                                            GParamSpec   *pspec,
                                            gpointer      object);
void        lanyard_bindable_offer_nothing (gpointer      self);
gpointer    lanyard_bindable_get_object    (gpointer      self,
                                            GParamSpec   *pspec);

G_END_DECLS
