/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk under SQLite that fills up, or under which the process is killed, at the write that a test chooses. */
#include "faulty-vfs.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/* A write, a sync, a truncation and a deletion each count as one. SQLite's worker and the test are two threads. */
static int kind;
static int at_write;
static int n_writes;

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* right behind this struct */
} File;

static sqlite3_vfs vfs;
static sqlite3_vfs *real_vfs;

#define REAL(file) (((File *) file)->real)

static void
die (void)
{
  kill (getpid (), SIGKILL);
  pause ();
}

/* SQLITE_INTERRUPT: half of it is to happen. */
static int
count_write (gboolean has_halves)
{
  int n = g_atomic_int_add (&n_writes, 1) + 1;

  if (g_atomic_int_get (&kind) == FAULTY_VFS_SOUND || n < g_atomic_int_get (&at_write))
    return SQLITE_OK;
  switch ((FaultyVfsKind) g_atomic_int_get (&kind))
    {
    case FAULTY_VFS_FULL:
      return SQLITE_FULL;
    case FAULTY_VFS_BROKEN:
      return SQLITE_IOERR_WRITE;
    case FAULTY_VFS_TORN:
      if (has_halves)
        return SQLITE_INTERRUPT;
      die ();
      return SQLITE_OK;
    case FAULTY_VFS_KILL:
      die ();
      return SQLITE_OK;
    case FAULTY_VFS_SOUND:
    default:
      return SQLITE_OK;
    }
}

static int
on_close (sqlite3_file *file)
{
  return REAL (file)->pMethods->xClose (REAL (file));
}

static int
on_read (sqlite3_file *file,
         void         *buffer,
         int           length,
         sqlite3_int64 offset)
{
  return REAL (file)->pMethods->xRead (REAL (file), buffer, length, offset);
}

static int
on_write (sqlite3_file *file,
          const void   *buffer,
          int           length,
          sqlite3_int64 offset)
{
  int result = count_write (TRUE);

  if (result == SQLITE_INTERRUPT)
    {
      REAL (file)->pMethods->xWrite (REAL (file), buffer, length / 2, offset);
      die ();
    }
  return result != SQLITE_OK ? result : REAL (file)->pMethods->xWrite (REAL (file), buffer, length, offset);
}

static int
on_truncate (sqlite3_file *file,
             sqlite3_int64 size)
{
  int result = count_write (FALSE);

  return result != SQLITE_OK ? result : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
on_sync (sqlite3_file *file,
         int           flags)
{
  int result = count_write (FALSE);

  return result != SQLITE_OK ? result : REAL (file)->pMethods->xSync (REAL (file), flags);
}

static int
on_file_size (sqlite3_file  *file,
              sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
on_lock (sqlite3_file *file,
         int           level)
{
  return REAL (file)->pMethods->xLock (REAL (file), level);
}

static int
on_unlock (sqlite3_file *file,
           int           level)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), level);
}

static int
on_check_reserved_lock (sqlite3_file *file,
                        int          *result)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), result);
}

static int
on_file_control (sqlite3_file *file,
                 int           operation,
                 void         *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), operation, argument);
}

static int
on_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
on_device_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
on_shm_map (sqlite3_file  *file,
            int            page,
            int            size,
            int            extend,
            void volatile **memory)
{
  return REAL (file)->pMethods->xShmMap (REAL (file), page, size, extend, memory);
}

static int
on_shm_lock (sqlite3_file *file,
             int           offset,
             int           n,
             int           flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
on_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
on_shm_unmap (sqlite3_file *file,
              int           delete)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), delete);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = on_close,
  .xRead = on_read,
  .xWrite = on_write,
  .xTruncate = on_truncate,
  .xSync = on_sync,
  .xFileSize = on_file_size,
  .xLock = on_lock,
  .xUnlock = on_unlock,
  .xCheckReservedLock = on_check_reserved_lock,
  .xFileControl = on_file_control,
  .xSectorSize = on_sector_size,
  .xDeviceCharacteristics = on_device_characteristics,
  .xShmMap = on_shm_map,
  .xShmLock = on_shm_lock,
  .xShmBarrier = on_shm_barrier,
  .xShmUnmap = on_shm_unmap,
};

static int
on_open (sqlite3_vfs  *self,
         const char   *name,
         sqlite3_file *file,
         int           flags,
         int          *out_flags)
{
  File *wrapped = (File *) file;
  int result;

  wrapped->real = (sqlite3_file *) (wrapped + 1);
  result = real_vfs->xOpen (real_vfs, name, wrapped->real, flags, out_flags);
  wrapped->base.pMethods = wrapped->real->pMethods != NULL ? &methods : NULL;
  return result;
}

static int
on_delete (sqlite3_vfs *self,
           const char  *name,
           int          sync_folder)
{
  int result = count_write (FALSE);

  return result != SQLITE_OK ? SQLITE_IOERR_DELETE : real_vfs->xDelete (real_vfs, name, sync_folder);
}

/* Makes it the disk of all databases that are opened from now on. */
void
faulty_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "faulty";
  vfs.szOsFile = (int) sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = on_open;
  vfs.xDelete = on_delete;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

/* Counts from now on; the first write is 1. */
void
faulty_vfs_set (FaultyVfsKind new_kind,
                guint         new_at_write)
{
  g_atomic_int_set (&kind, FAULTY_VFS_SOUND);
  g_atomic_int_set (&n_writes, 0);
  g_atomic_int_set (&at_write, (int) new_at_write);
  g_atomic_int_set (&kind, (int) new_kind);
}

guint
faulty_vfs_count (void)
{
  return (guint) g_atomic_int_get (&n_writes);
}
