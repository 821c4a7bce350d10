/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every target is: one function that takes anything, and ends the process when something isn't as it must be. */
#pragma once

#include <glib-object.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static inline void
fuzz_assert_text (const char *text)
{
  if (text != NULL)
    g_assert_true (g_utf8_validate (text, -1, NULL));
}

/* Every text of @object is valid, whatever it was made from. */
static inline void
fuzz_assert_texts (GObject *object)
{
  guint n;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (object, pspecs[i]->name, &value);
      if (G_VALUE_HOLDS_STRING (&value))
        fuzz_assert_text (g_value_get_string (&value));
    }
}
