/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace without a server, and what is in it. */
#pragma once

#include "lanyard-directory.h"

LanyardDirectory *records_new_directory (void);
/* A record that is in no workspace. @json is one object of the API, here and below. */
gpointer          records_make          (GType             type,
                                         const char       *json);
/* Returns the one object that it is in the workspace. */
gpointer          records_add           (LanyardDirectory *directory,
                                         GType             type,
                                         const char       *json);
void              records_remove        (LanyardDirectory *directory,
                                         gpointer          record);
