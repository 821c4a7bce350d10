/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One import: how far it has come, from a file or a text to rows that are matched. Knows no widgets. */
#include "lanyard-import.h"

#include <string.h>

#include "lanyard-import-recipes.h"
#include "lanyard-roster-taking.h"
#include "lanyard-sheet-load.h"

struct _LanyardImport
{
  GObject parent_instance;

  LanyardDirectory   *directory;
  GSettings          *settings;
  GCancellable       *cancellable; /* of what is under way */
  LanyardImportStep   step;
  GBytes             *bytes;
  char                separator; /* asked for; 0: it is guessed */
  LanyardSheet       *sheet;
  LanyardRoster      *roster;
  LanyardSheetColumns columns;
  LanyardMatches     *matches;
  GError             *error;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardImport, lanyard_import, G_TYPE_OBJECT)

static void
lanyard_import_dispose (GObject *object)
{
  LanyardImport *self = LANYARD_IMPORT (object);

  lanyard_import_stop (self);
  g_clear_object (&self->matches);
  g_clear_object (&self->directory);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->roster, lanyard_roster_unref);
  g_clear_pointer (&self->sheet, lanyard_sheet_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (lanyard_import_parent_class)->dispose (object);
}

static void
lanyard_import_class_init (LanyardImportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_import_dispose;
  signals[CHANGED] = g_signal_new ("changed", LANYARD_TYPE_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
}

static void
lanyard_import_init (LanyardImport *self)
{
}

static void
set_step (LanyardImport    *self,
          LanyardImportStep step)
{
  self->step = step;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Takes @error. Whoever has stopped it is told nothing. */
static void
fail (LanyardImport *self,
      GError        *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      return;
    }
  g_clear_error (&self->error);
  self->error = error;
  set_step (self, LANYARD_IMPORT_FAILED);
}

static GCancellable *
begin (LanyardImport *self)
{
  lanyard_import_stop (self);
  self->cancellable = g_cancellable_new ();
  set_step (self, LANYARD_IMPORT_BUSY);
  return self->cancellable;
}

static void
on_taken (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LanyardImport) self = user_data;
  GError *error = NULL;
  LanyardRoster *roster = lanyard_roster_take_finish (LANYARD_DIRECTORY (source), result, &error);

  if (roster == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_pointer (&self->roster, lanyard_roster_unref);
  self->roster = roster;
  lanyard_sheet_columns_guess (&self->columns, self->sheet, roster);
  lanyard_import_recipes_apply (self->settings, self->sheet, &self->columns);
  set_step (self, LANYARD_IMPORT_COLUMNS);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (LanyardImport) self = user_data;
  GError *error = NULL;
  LanyardSheet *sheet = lanyard_sheet_new_finish (result, &error);

  if (sheet == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_pointer (&self->sheet, lanyard_sheet_unref);
  self->sheet = sheet;
  lanyard_roster_take_async (self->directory, self->cancellable, on_taken, g_object_ref (self));
}

static void
read_bytes (LanyardImport *self)
{
  lanyard_sheet_new_async (self->bytes, self->separator, self->cancellable, on_read, g_object_ref (self));
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardImport) self = user_data;
  GError *error = NULL;
  GBytes *bytes = lanyard_sheet_load_finish (G_FILE (source), result, &error);

  if (bytes == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes;
  read_bytes (self);
}

static void
on_matched (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LanyardImport) self = user_data;
  GError *error = NULL;
  LanyardMatches *matches = lanyard_matches_new_finish (result, &error);

  if (matches == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_object (&self->matches);
  self->matches = matches;
  set_step (self, LANYARD_IMPORT_MATCHES);
}

/**
 * lanyard_import_new:
 * @directory: the workspace to import into
 * @settings: the application's settings
 *
 * Returns: (transfer full): an import that has not begun
 */
LanyardImport *
lanyard_import_new (LanyardDirectory *directory,
                    GSettings        *settings)
{
  LanyardImport *self = g_object_new (LANYARD_TYPE_IMPORT, NULL);

  self->directory = g_object_ref (directory);
  self->settings = g_object_ref (settings);
  return self;
}

/**
 * lanyard_import_stop:
 * @self: an import
 *
 * Stops what is under way.
 */
void
lanyard_import_stop (LanyardImport *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/**
 * lanyard_import_read_file:
 * @self: an import
 * @file: what to import
 *
 * Begins anew, with a file.
 */
void
lanyard_import_read_file (LanyardImport *self,
                          GFile         *file)
{
  self->separator = '\0';
  lanyard_sheet_load_async (file, begin (self), on_loaded, g_object_ref (self));
}

/**
 * lanyard_import_read_text:
 * @self: an import
 * @text: what to import
 *
 * Begins anew, with a text.
 */
void
lanyard_import_read_text (LanyardImport *self,
                          const char    *text)
{
  begin (self);
  self->separator = '\0';
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_bytes_new (text, strlen (text));
  read_bytes (self);
}

/**
 * lanyard_import_set_separator:
 * @self: an import of which something is read
 * @separator: what parts the cells
 *
 * Reads it again.
 */
void
lanyard_import_set_separator (LanyardImport *self,
                              char           separator)
{
  begin (self);
  self->separator = separator;
  read_bytes (self);
}

/**
 * lanyard_import_set_columns:
 * @self: an import
 * @columns: what the columns say
 *
 * Takes down what somebody has set.
 */
void
lanyard_import_set_columns (LanyardImport             *self,
                            const LanyardSheetColumns *columns)
{
  self->columns = *columns;
}

/**
 * lanyard_import_match:
 * @self: an import whose columns lack nothing
 *
 * Matches its rows.
 */
void
lanyard_import_match (LanyardImport *self)
{
  lanyard_import_recipes_keep (self->settings, self->sheet, &self->columns);
  lanyard_matches_new_async (self->sheet, &self->columns, self->roster, begin (self), on_matched, g_object_ref (self));
}

/**
 * lanyard_import_go_back:
 * @self: an import
 *
 * Goes from the rows to the columns, and from there to the beginning.
 */
void
lanyard_import_go_back (LanyardImport *self)
{
  lanyard_import_stop (self);
  set_step (self, self->step == LANYARD_IMPORT_MATCHES ? LANYARD_IMPORT_COLUMNS : LANYARD_IMPORT_START);
}

/**
 * lanyard_import_get_step:
 * @self: an import
 *
 * Returns: how far it has come
 */
LanyardImportStep
lanyard_import_get_step (LanyardImport *self)
{
  return self->step;
}

/**
 * lanyard_import_get_directory:
 * @self: an import
 *
 * Returns: (transfer none): the workspace to import into
 */
LanyardDirectory *
lanyard_import_get_directory (LanyardImport *self)
{
  return self->directory;
}

/**
 * lanyard_import_get_sheet:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): the table
 */
LanyardSheet *
lanyard_import_get_sheet (LanyardImport *self)
{
  return self->sheet;
}

/**
 * lanyard_import_get_columns:
 * @self: an import
 *
 * Returns: (transfer none): what its columns say
 */
const LanyardSheetColumns *
lanyard_import_get_columns (LanyardImport *self)
{
  return &self->columns;
}

/**
 * lanyard_import_get_matches:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): its rows, once they are matched
 */
LanyardMatches *
lanyard_import_get_matches (LanyardImport *self)
{
  return self->matches;
}

/**
 * lanyard_import_get_error:
 * @self: an import that has failed
 *
 * Returns: (transfer none) (nullable): why
 */
const GError *
lanyard_import_get_error (LanyardImport *self)
{
  return self->error;
}
