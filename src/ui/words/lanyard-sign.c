/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the small mark on a row says is the matter with a user or a credential. */
#include "lanyard-sign.h"

G_DEFINE_ENUM_TYPE (LanyardSign, lanyard_sign,
                    G_DEFINE_ENUM_VALUE (LANYARD_SIGN_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (LANYARD_SIGN_NOTE, "note"),
                    G_DEFINE_ENUM_VALUE (LANYARD_SIGN_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (LANYARD_SIGN_WARNING, "warning"),
                    G_DEFINE_ENUM_VALUE (LANYARD_SIGN_ERROR, "error"))
