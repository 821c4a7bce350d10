/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The faults that a test has asked for: which request gets one, and what happens to its answer. */
#pragma once

#include "sandbox-call.h"

G_BEGIN_DECLS

typedef struct _SandboxFaults SandboxFaults;
typedef struct _SandboxFault SandboxFault;

SandboxFaults *sandbox_faults_new         (void);
void           sandbox_faults_free        (SandboxFaults       *faults);
gboolean       sandbox_faults_add         (SandboxFaults       *faults,
                                           JsonObject          *options,
                                           guint               *id,
                                           GError             **error);
void           sandbox_faults_clear       (SandboxFaults       *faults);
void           sandbox_faults_append_json (SandboxFaults       *faults,
                                           GString             *json);
SandboxFault  *sandbox_faults_take        (SandboxFaults       *faults,
                                           const char          *path,
                                           JsonObject          *params);
char          *sandbox_faults_describe    (void);

void           sandbox_fault_unref        (SandboxFault        *fault);
const char    *sandbox_fault_get_name     (SandboxFault        *fault);
guint          sandbox_fault_get_delay    (SandboxFault        *fault);
gboolean       sandbox_fault_lets_act     (SandboxFault        *fault);
void           sandbox_fault_apply        (SandboxFault        *fault,
                                           SandboxCall         *call);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SandboxFault, sandbox_fault_unref)

G_END_DECLS
