/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two writes about a user: suspend and unsuspend.
 *
 * Both answer only that all is well, and change nothing where it is so already, as the vendor's own fake server does.
 * Whether the user is suspended shows at once; that the access system has yet to take it is a pending mutation. */
#include "sandbox-routes.h"

static void
set_suspended (SandboxCall *call,
               gboolean     is_suspended)
{
  SandboxRecord *record;
  guint32 user;

  if (!sandbox_read_user (call, &user))
    return;

  record = sandbox_state_get (call->state, SANDBOX_USER, user);
  if (((record->flags & SANDBOX_FLAG_SUSPENDED) != 0) != is_suspended)
    {
      record->flags ^= SANDBOX_FLAG_SUSPENDED;
      sandbox_state_start_sync (call->state, record);
    }

  sandbox_call_begin (call);
  sandbox_call_end (call);
}

/**
 * sandbox_suspend:
 * @call: a request
 *
 * Answers /acs/users/suspend.
 */
void
sandbox_suspend (SandboxCall *call)
{
  set_suspended (call, TRUE);
}

/**
 * sandbox_unsuspend:
 * @call: a request
 *
 * Answers /acs/users/unsuspend.
 */
void
sandbox_unsuspend (SandboxCall *call)
{
  set_suspended (call, FALSE);
}
