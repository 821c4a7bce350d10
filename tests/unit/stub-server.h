/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A server on loopback that gives the answers it was told to, and remembers what it was asked. */
#pragma once

#include <libsoup/soup.h>

typedef struct
{
  char *path;
  char *body;
  char *authorization;
  guint16 port; /* the client's: which connection it came on */
} StubRequest;

typedef struct
{
  SoupServer *soup;
  char *endpoint;
  GHashTable *answers; /* path → answer */
  GPtrArray *requests;
} StubServer;

StubServer *stub_server_new    (GTlsCertificate *certificate);
void        stub_server_free   (StubServer      *self);
void        stub_server_answer (StubServer      *self,
                                const char      *path,
                                guint            status,
                                const char      *body);
void        stub_server_head   (StubServer      *self,
                                const char      *path,
                                const char      *name,
                                const char      *value);
void        stub_server_fill   (StubServer      *self,
                                const char      *path,
                                GBytes          *body);
void        stub_server_break  (StubServer      *self,
                                const char      *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StubServer, stub_server_free)
