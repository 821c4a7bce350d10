/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the picker says of what was typed and of what choosing a row does. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-list-kind.h"

G_BEGIN_DECLS

const char *lanyard_picker_system_id   (SeamRecord       *for_record);
SeamSystem *lanyard_picker_system      (LanyardDirectory *directory,
                                        SeamRecord       *for_record);
const char *lanyard_picker_empty_title (LanyardListKind   kind,
                                        gboolean          missing);
char       *lanyard_picker_empty_text  (SeamSystem       *system);
const char *lanyard_picker_choose_text (void);
char       *lanyard_picker_taking_text (SeamCredential   *credential);
char       *lanyard_picker_elsewhere_text
                                       (LanyardDirectory *directory,
                                        SeamRecord       *for_record,
                                        SeamRecord       *found);
char       *lanyard_picker_number_text (LanyardDirectory *directory,
                                        SeamUser         *user,
                                        const char       *typed);

G_END_DECLS
