/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the picker says of what was typed and of what choosing a row does. */
#pragma once

#include "lanyard-directory.h"

G_BEGIN_DECLS

char *lanyard_picker_taking_text (SeamCredential   *credential);
char *lanyard_picker_empty_text  (SeamSystem       *system);
char *lanyard_picker_number_text (LanyardDirectory *directory,
                                  SeamUser         *user,
                                  const char       *number,
                                  SeamCredential   *found);

G_END_DECLS
