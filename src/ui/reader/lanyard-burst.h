/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the keys of a card reader from those of a person, by when they came and where on the keyboard they are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Keys that follow each other sooner than a person's may be a reader's. A reader sends one every 30 ms or faster; a
 * person's keys are seldom nearer than 60 ms. */
#define LANYARD_BURST_GAP 45

typedef struct
{
  guint32  time;    /* in milliseconds, when it was pressed: not when the program got round to it */
  guint    code;    /* of the hardware, as evdev has it */
  gunichar typed;   /* what it types in the keyboard's layout; 0: nothing */
  gboolean pressed; /* or released */
  gboolean editing; /* a text cursor has the focus */
} LanyardKey;

typedef struct _LanyardBurst LanyardBurst;

/* Takes the event over: a person's, to be given to the window now. */
typedef void (*LanyardBurstPassFunc) (gpointer    event,
                                      gpointer    user_data);
/* What a reader typed. Its keys are lost to the window. */
typedef void (*LanyardBurstScanFunc) (const char *raw,
                                      gpointer    user_data);

LanyardBurst *lanyard_burst_new         (LanyardBurstPassFunc  pass,
                                         LanyardBurstScanFunc  scan,
                                         GDestroyNotify        free_event,
                                         gpointer              user_data);
void          lanyard_burst_free        (LanyardBurst         *self);
guint         lanyard_burst_key         (LanyardBurst         *self,
                                         const LanyardKey     *key,
                                         gpointer              event);
guint         lanyard_burst_pause       (LanyardBurst         *self);
void          lanyard_burst_flush       (LanyardBurst         *self);
void          lanyard_burst_forget_down (LanyardBurst         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardBurst, lanyard_burst_free)

G_END_DECLS
