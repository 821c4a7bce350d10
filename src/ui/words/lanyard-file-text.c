/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a file could not be read or written, in words for people: by what they can do about it. */
#include "lanyard-file-text.h"

#include <glib/gi18n.h>

static const char *
text_of (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NO_SPACE:
      return N_("The disk is full. Free some space, or select another folder");
    case G_IO_ERROR_PERMISSION_DENIED:
      return N_("There is no permission to save in this folder. Select another folder");
    case G_IO_ERROR_READ_ONLY:
      return N_("The disk is read-only. Select another folder");
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      return N_("The folder no longer exists. Select another folder");
    case G_IO_ERROR_IS_DIRECTORY:
      return N_("A folder already has this name. Enter another name");
    case G_IO_ERROR_EXISTS:
    case G_IO_ERROR_NOT_REGULAR_FILE:
    case G_IO_ERROR_CANT_CREATE_BACKUP:
    case G_IO_ERROR_WRONG_ETAG:
      return N_("The existing file can’t be replaced. Enter another name");
    case G_IO_ERROR_FILENAME_TOO_LONG:
    case G_IO_ERROR_INVALID_FILENAME:
      return N_("This file name can’t be used here. Enter another name");
    case G_IO_ERROR_TOO_MANY_LINKS:
      return N_("The file can’t be reached through its links. Select another folder");
    case G_IO_ERROR_BUSY:
    case G_IO_ERROR_WOULD_BLOCK:
    case G_IO_ERROR_PENDING:
      return N_("Another program is using the file. Close that program, or enter another name");
    case G_IO_ERROR_TOO_MANY_OPEN_FILES:
      return N_("Too many files are open. Close other apps, then try again");
    case G_IO_ERROR_NOT_MOUNTED:
    case G_IO_ERROR_NOT_MOUNTABLE_FILE:
    case G_IO_ERROR_CLOSED:
      return N_("The disk is no longer connected. Connect it again, or select another folder");
    case G_IO_ERROR_TIMED_OUT:
    case G_IO_ERROR_HOST_NOT_FOUND:
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_NETWORK_UNREACHABLE:
    case G_IO_ERROR_CONNECTION_REFUSED:
    case G_IO_ERROR_CONNECTION_CLOSED:
    case G_IO_ERROR_NOT_CONNECTED:
      return N_("The folder is on another computer, which does not respond. Select another folder");
    case G_IO_ERROR_NOT_SUPPORTED:
      return N_("Files can’t be saved in this folder. Select another folder");
    case G_IO_ERROR_CANCELLED:
    case G_IO_ERROR_FAILED_HANDLED:
      return N_("It was canceled");
    default:
      return N_("An unexpected error occurred");
    }
}

/**
 * lanyard_file_text:
 * @error: what went wrong with a file
 *
 * Returns: (transfer full): a sentence or two without the last full stop; of an error that is not GIO's, one that is
 *   true of any
 */
char *
lanyard_file_text (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return g_strdup (gettext (text_of (error->domain == G_IO_ERROR ? error->code : G_IO_ERROR_FAILED)));
}
