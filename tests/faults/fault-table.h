/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of faults as tests: one for each row, and one that no kind of fault is missing. */
#pragma once

#include <glib.h>

/* @rows: @n of them, of @size bytes each, which begin with the name of the fault, a const char *. */
void fault_table_add_tests (const char    *prefix,
                            gconstpointer  rows,
                            gsize          size,
                            guint          n,
                            GTestDataFunc  test);
