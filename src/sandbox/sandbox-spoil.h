/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns a right answer into a wrong one. */
#pragma once

#include "sandbox-call.h"

G_BEGIN_DECLS

void sandbox_spoil_types         (SandboxCall *call);
void sandbox_spoil_nulls         (SandboxCall *call);
void sandbox_spoil_ids           (SandboxCall *call);
void sandbox_spoil_commas        (SandboxCall *call);
void sandbox_spoil_row           (SandboxCall *call);
void sandbox_spoil_cursor        (SandboxCall *call);
void sandbox_spoil_pagination    (SandboxCall *call);
void sandbox_spoil_ok            (SandboxCall *call);
void sandbox_spoil_text          (SandboxCall *call);
void sandbox_spoil_with_garbage  (SandboxCall *call);
void sandbox_spoil_with_depth    (SandboxCall *call);
void sandbox_spoil_with_size     (SandboxCall *call,
                                  gsize        mebibytes);

G_END_DECLS
