/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an object says of itself in its properties. */
#pragma once

#include <glib-object.h>

static inline void
assert_text (gpointer    object,
             const char *property,
             const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (object, property, &text, NULL);
  g_test_message ("%s", property);
  g_assert_cmpstr (text, ==, expected);
}

static inline void
assert_flag (gpointer    object,
             const char *property,
             gboolean    expected)
{
  gboolean flag;

  g_object_get (object, property, &flag, NULL);
  g_test_message ("%s", property);
  g_assert_cmpint (flag, ==, expected);
}
