/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts as they are handed over: compared, and freed. */
#pragma once

#include <glib.h>

static inline void
assert_takes (char       *actual,
              const char *expected)
{
  g_assert_cmpstr (actual, ==, expected);
  g_free (actual);
}
