/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk under SQLite that fills up, or under which the process is killed, at the write that a test chooses. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FAULTY_VFS_SOUND,
  FAULTY_VFS_FULL,   /* from that write on there is no space */
  FAULTY_VFS_BROKEN, /* from that write on the device has errors */
  FAULTY_VFS_KILL,   /* that write does not happen: SIGKILL */
  FAULTY_VFS_TORN,   /* half of that write happens, then SIGKILL */
} FaultyVfsKind;

void  faulty_vfs_install (void);
void  faulty_vfs_set     (FaultyVfsKind kind,
                          guint         at_write);
guint faulty_vfs_count   (void);

G_END_DECLS
