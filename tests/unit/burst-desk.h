/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A keyboard and a card reader at one desk: what is typed on either, and what came of it. */
#pragma once

#include "lanyard-burst.h"

/* Keys by hardware code. */
enum
{
  ENTER = 28,
  TAB = 15,
  SHIFT = 42,
  CONTROL = 29,
  ALT = 56,
  CAPS_LOCK = 58,
  KEYPAD_ENTER = 96,
  DOWN = 108,
};

typedef struct
{
  LanyardKey key;
  guint32 arrival; /* when the program sees it */
  guint32 idle;    /* until when it had time to see that none came */
} Stroke;

typedef struct
{
  GArray *strokes;   /* what is typed; an event is the place of one in here, from 1 on */
  GArray *passed;
  GHashTable *freed; /* of the events */
  GPtrArray *scans;
  GArray *scanned_at; /* how many had been passed on by then */
  LanyardBurst *burst;
  guint32 now;
  gboolean editing;
} Desk;

Desk *desk_open        (void);
void  desk_close       (Desk       *desk);

/* @after: milliseconds since the last stroke. */
void  desk_stroke      (Desk       *desk,
                        guint       code,
                        gboolean    pressed,
                        guint       after);
void  desk_tap         (Desk       *desk,
                        guint       code,
                        guint       after);
void  desk_scan        (Desk       *desk,
                        const char *text,
                        guint       gap);
/* The program gets to see all that was typed. */
void  desk_play        (Desk       *desk);
/* The numbers that were read, up to a NULL; and nothing of the rest was lost. */
void  desk_check_scans (Desk       *desk,
                        const char *first,
                        ...) G_GNUC_NULL_TERMINATED;
