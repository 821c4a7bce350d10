/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists that an access system has. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LanyardResource:
 * @LANYARD_RESOURCE_USERS: its users
 * @LANYARD_RESOURCE_CREDENTIALS: its credentials
 *
 * The lists that an access system has.
 */
typedef enum
{
  LANYARD_RESOURCE_USERS,
  LANYARD_RESOURCE_CREDENTIALS,
} LanyardResource;

#define LANYARD_N_RESOURCES 2

G_END_DECLS
