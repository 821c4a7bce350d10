/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody leaves: all that they have is unassigned, after one question. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-executor.h"

G_BEGIN_DECLS

void lanyard_leaving_ask (GtkWindow       *parent,
                          LanyardExecutor *executor,
                          SeamUser        *user);

G_END_DECLS
