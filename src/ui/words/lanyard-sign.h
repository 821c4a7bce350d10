/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the small mark on a row says is the matter with a user or a credential. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LanyardSign:
 * @LANYARD_SIGN_NONE: all is well
 * @LANYARD_SIGN_NOTE: it is worth knowing, and as it should be
 * @LANYARD_SIGN_WAITING: a change has yet to arrive
 * @LANYARD_SIGN_WARNING: somebody should look at it
 * @LANYARD_SIGN_ERROR: it does not work
 */
typedef enum
{
  LANYARD_SIGN_NONE,
  LANYARD_SIGN_NOTE,
  LANYARD_SIGN_WAITING,
  LANYARD_SIGN_WARNING,
  LANYARD_SIGN_ERROR,
} LanyardSign;

#define LANYARD_TYPE_SIGN (lanyard_sign_get_type ())
GType lanyard_sign_get_type (void);

G_END_DECLS
