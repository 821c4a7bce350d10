/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which access systems could not be read, in words for people. */
#pragma once

#include "lanyard-directory.h"

G_BEGIN_DECLS

char *lanyard_failure_name          (LanyardSystemLoad *load);
char *lanyard_failure_text          (LanyardSystemLoad *load);
char *lanyard_failure_resource_text (LanyardSystemLoad *load,
                                     LanyardResource    resource);
char *lanyard_failures_text         (GListModel        *failures);
GVariant *lanyard_failure_report (LanyardSystemLoad *load,
                                  const char        *text,
                                  const char        *endpoint);

G_END_DECLS
