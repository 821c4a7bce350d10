/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole public interface of the Seam Connect API client: include only this one.
 *
 * It needs GLib, libsoup and json-glib, and nothing of Lanyard. Everything is asked asynchronously, in the thread-default
 * main context of who asks. To give the card c to the user u:
 *
 *   static void
 *   on_assigned (GObject *client, GAsyncResult *result, gpointer user_data)
 *   {
 *     g_autoptr (SeamCredential) card = NULL;
 *     g_autoptr (GError) error = NULL;
 *
 *     if (seam_client_assign_credential_finish (SEAM_CLIENT (client), result, &card, &error))
 *       g_print ("%s is given\n", seam_record_get_display_name (SEAM_RECORD (card)));
 *     else if (g_error_matches (error, SEAM_ERROR, SEAM_ERROR_UNKNOWN_OUTCOME))
 *       g_print ("Nobody knows; ask again later\n");
 *     else
 *       g_print ("It is not given: %s\n", error->message);
 *   }
 *
 *   g_autoptr (SeamClient) client = seam_client_new (SEAM_DEFAULT_ENDPOINT, key, NULL, &error);
 *
 *   if (client != NULL)
 *     seam_client_assign_credential_async (client, c, u, NULL, on_assigned, NULL);
 */
#pragma once

#include "seam-client.h"
#include "seam-credential.h"
#include "seam-credentials.h"
#include "seam-entrance.h"
#include "seam-error.h"
#include "seam-mask.h"
#include "seam-page.h"
#include "seam-problem.h"
#include "seam-record.h"
#include "seam-system.h"
#include "seam-systems.h"
#include "seam-user.h"
#include "seam-users.h"
#include "seam-workspace.h"
#include "seam-workspaces.h"
