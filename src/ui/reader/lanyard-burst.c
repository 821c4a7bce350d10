/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the keys of a card reader from those of a person, by when they came and where on the keyboard they are. */
#include "lanyard-burst.h"

#include <string.h>

#include "lanyard-burst-text.h"
#include "lanyard-scancode.h"

/* Where so many were a reader's, the next may be a little late: one that is without a wire isn't steady. */
#define LATE_GAP 59

/* A number without an end is waited for that much longer: the machine may be slow to bring the rest of it. */
#define PATIENCE 155

/* An Enter that comes that soon after a number belongs to it: of CR and LF, or one that the reader was slow with. */
#define TAIL 200

/* What comes again that soon was read twice, or the card was left on the reader. */
#define AGAIN 1000

#define MAX_SKEW 100
#define MAX_KEYS 2048
#define N_CODES 256

struct _LanyardBurst
{
  LanyardBurstPassFunc pass;
  LanyardBurstScanFunc scan;
  GDestroyNotify free_event;
  gpointer user_data;

  /* Keys in quick succession, and their events: NULL once they were passed on. */
  GArray *keys;
  GPtrArray *events;
  guint n_held;
  guint32 last_press;
  gboolean patient;

  gboolean swallowed[N_CODES]; /* was pressed by a reader and is yet to be released */
  guint down;                  /* pressed last, and nothing since; 0: none */

  gboolean had_scan;
  guint scan_hash;
  guint32 scan_time; /* when its last key was pressed */
};

/* Keys of two clocks may come in any order; and the clock begins again every 49 days, so that what seems to be yet to
 * come may be long ago. */
static gint32
since (guint32 time,
       guint32 earlier)
{
  gint32 passed = (gint32) (time - earlier);

  return passed < -MAX_SKEW ? G_MAXINT32 : MAX (passed, 0);
}

static void
clear (LanyardBurst *self)
{
  g_assert (self->n_held == 0);

  if (self->keys->len > 0)
    memset (self->keys->data, 0, self->keys->len * sizeof (LanyardKey));
  g_array_set_size (self->keys, 0);
  g_ptr_array_set_size (self->events, 0);
  self->patient = FALSE;
}

static const LanyardKey *
get_key (LanyardBurst *self,
         guint         i)
{
  return &g_array_index (self->keys, LanyardKey, i);
}

static gpointer
take (LanyardBurst *self,
      guint         i)
{
  gpointer event = g_ptr_array_index (self->events, i);

  g_ptr_array_index (self->events, i) = NULL;
  self->n_held -= event != NULL;

  return event;
}

static void
pass_event (LanyardBurst     *self,
            const LanyardKey *key,
            gpointer          event)
{
  if (key->pressed && key->code < N_CODES)
    self->swallowed[key->code] = FALSE;
  self->pass (event, self->user_data);
}

static void
pass_on (LanyardBurst *self,
         guint         i)
{
  gpointer event = take (self, i);

  if (event != NULL)
    pass_event (self, get_key (self, i), event);
}

/* A key that is released reaches the window just when it did when it was pressed. */
static void
swallow (LanyardBurst *self,
         guint         i)
{
  const LanyardKey *key = get_key (self, i);
  gpointer event;

  if (!key->pressed && !self->swallowed[key->code])
    {
      pass_on (self, i);
      return;
    }

  event = take (self, i);
  if (event != NULL)
    {
      self->swallowed[key->code] = key->pressed;
      self->free_event (event);
    }
}

static gboolean
is_tail (LanyardBurst     *self,
         const LanyardKey *key)
{
  return self->had_scan && lanyard_scancode_get_kind (key->code) == LANYARD_SCANCODE_END
         && since (key->time, self->scan_time) <= TAIL;
}

static void
pass_all (LanyardBurst *self)
{
  gboolean leading = TRUE;

  for (guint i = 0; i < self->keys->len; i++)
    {
      const LanyardKey *key = get_key (self, i);

      leading = leading && (!key->pressed || is_tail (self, key));
      if (leading || (!key->pressed && self->swallowed[key->code]))
        swallow (self, i);
      else
        pass_on (self, i);
    }
}

static char *
read_scan (LanyardBurst *self,
           guint        *lead)
{
  return lanyard_burst_text_read (get_key (self, 0), self->keys->len, lead);
}

static void
complete (LanyardBurst *self,
          char         *text,
          guint         lead)
{
  guint hash = g_str_hash (text);
  gboolean again = self->had_scan && self->scan_hash == hash && since (self->last_press, self->scan_time) < AGAIN;

  for (guint i = 0; i < self->keys->len; i++)
    {
      if (i < lead)
        pass_on (self, i);
      else
        swallow (self, i);
    }
  clear (self);

  self->had_scan = TRUE;
  self->scan_hash = hash;
  self->scan_time = self->last_press;
  if (!again)
    self->scan (text, self->user_data);
  memset (text, 0, strlen (text));
}

/* Nothing can be added to the keys any more. */
static void
conclude (LanyardBurst *self)
{
  g_autofree char *text = NULL;
  guint lead;

  if (self->n_held > 0)
    text = read_scan (self, &lead);
  if (text != NULL)
    complete (self, text, lead);
  else
    pass_all (self);

  clear (self);
}

static void
hold (LanyardBurst     *self,
      const LanyardKey *key,
      gpointer          event)
{
  g_array_append_val (self->keys, *key);
  g_ptr_array_add (self->events, event);
  self->n_held += event != NULL;
}

static gboolean
is_control_down (LanyardBurst *self)
{
  gboolean down = FALSE;

  for (guint i = 0; i < self->keys->len; i++)
    {
      const LanyardKey *key = get_key (self, i);

      if (lanyard_scancode_get_kind (key->code) == LANYARD_SCANCODE_CONTROL)
        down = key->pressed;
    }

  return down;
}

/* Enter, Tab, and the same as control characters; and whatever else a reader was set up to end with. */
static gboolean
may_end (LanyardBurst     *self,
         const LanyardKey *key)
{
  char letter = lanyard_scancode_get_char (key->code, FALSE);

  switch (lanyard_scancode_get_kind (key->code))
    {
    case LANYARD_SCANCODE_END:
    case LANYARD_SCANCODE_PERSON:
      return TRUE;
    case LANYARD_SCANCODE_CHAR:
      return (letter == 'j' || letter == 'm' || letter == 'i') && is_control_down (self);
    case LANYARD_SCANCODE_KEYPAD:
    case LANYARD_SCANCODE_SHIFT:
    case LANYARD_SCANCODE_CONTROL:
    case LANYARD_SCANCODE_ALT:
    case LANYARD_SCANCODE_SILENT:
    default:
      return FALSE;
    }
}

static gboolean
belongs (LanyardBurst     *self,
         const LanyardKey *key)
{
  gint32 gap = since (key->time, self->last_press);
  g_autofree char *text = NULL;
  guint lead;

  if (gap <= LANYARD_BURST_GAP || gap > LATE_GAP)
    return gap <= LANYARD_BURST_GAP;

  text = read_scan (self, &lead);

  return text != NULL;
}

static void
press (LanyardBurst     *self,
       const LanyardKey *key,
       gpointer          event)
{
  g_autofree char *text = NULL;
  guint lead;

  if (self->keys->len > 0 && (!belongs (self, key) || self->keys->len >= MAX_KEYS))
    conclude (self);

  if (may_end (self, key) && self->keys->len > 0)
    text = read_scan (self, &lead);
  if (text == NULL && lanyard_scancode_get_kind (key->code) == LANYARD_SCANCODE_PERSON)
    {
      conclude (self);
      pass_event (self, key, event);
      return;
    }

  hold (self, key, event);
  self->last_press = key->time;
  self->patient = FALSE;
  if (text != NULL)
    complete (self, text, lead);
}

static void
release (LanyardBurst     *self,
         const LanyardKey *key,
         gpointer          event)
{
  if (self->n_held > 0)
    {
      hold (self, key, event);
      return;
    }

  /* What the next keys are read by, should they come as quickly after these. */
  if (self->keys->len > 0)
    hold (self, key, NULL);

  if (self->swallowed[key->code])
    {
      self->swallowed[key->code] = FALSE;
      self->free_event (event);
    }
  else
    {
      pass_event (self, key, event);
    }
}

/**
 * lanyard_burst_key:
 * @self: what tells
 * @key: a key that was pressed or released
 * @event: (transfer full): its event, which is passed on or freed sooner or later
 *
 * Looks at the next key. Others may be passed on by it, or be a scan.
 *
 * Returns: after how many milliseconds without another key lanyard_burst_pause() is to be called; 0: it needn't be
 */
guint
lanyard_burst_key (LanyardBurst     *self,
                   const LanyardKey *key,
                   gpointer          event)
{
  gboolean repeats;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (key != NULL && event != NULL, 0);

  if (key->code == 0 || key->code >= N_CODES)
    {
      conclude (self);
      pass_event (self, key, event);
      return 0;
    }

  repeats = key->pressed && key->code == self->down;
  self->down = key->pressed ? key->code : 0;
  if (repeats)
    {
      conclude (self);
      if (self->swallowed[key->code])
        self->free_event (event);
      else
        pass_event (self, key, event);
    }
  else if (key->pressed)
    {
      press (self, key, event);
    }
  else
    {
      release (self, key, event);
    }

  return self->n_held > 0 ? LANYARD_BURST_GAP : 0;
}

/**
 * lanyard_burst_pause:
 * @self: what tells
 *
 * No key came for as long as was asked for.
 *
 * Returns: after how many more milliseconds this is to be called again; 0: it needn't be
 */
guint
lanyard_burst_pause (LanyardBurst *self)
{
  g_autofree char *text = NULL;
  guint lead;

  g_return_val_if_fail (self != NULL, 0);

  if (self->n_held == 0)
    return 0;

  text = read_scan (self, &lead);
  if (text == NULL)
    {
      /* The keys are remembered: the rest of a number may have been as quick, and only its events late. */
      pass_all (self);
    }
  else if (!self->patient)
    {
      self->patient = TRUE;
      memset (text, 0, strlen (text));
      return PATIENCE;
    }
  else
    {
      complete (self, text, lead);
    }

  return 0;
}

/**
 * lanyard_burst_flush:
 * @self: what tells
 *
 * Passes on what is held back: it is nobody's number.
 */
void
lanyard_burst_flush (LanyardBurst *self)
{
  g_return_if_fail (self != NULL);

  pass_all (self);
  clear (self);
}

/**
 * lanyard_burst_forget_down:
 * @self: what tells
 *
 * The keys go elsewhere for a while: whatever is pressed now may be released there.
 */
void
lanyard_burst_forget_down (LanyardBurst *self)
{
  g_return_if_fail (self != NULL);

  self->down = 0;
}

/**
 * lanyard_burst_free:
 * @self: what tells
 *
 * Frees it, and the events that it holds.
 */
void
lanyard_burst_free (LanyardBurst *self)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      gpointer event = take (self, i);

      if (event != NULL)
        self->free_event (event);
    }

  clear (self);
  g_array_unref (self->keys);
  g_ptr_array_unref (self->events);
  g_free (self);
}

/**
 * lanyard_burst_new:
 * @pass: takes a person's key on
 * @scan: takes what a reader typed
 * @free_event: frees the event of a reader's key
 * @user_data: for all but @free_event
 *
 * Returns: (transfer full): what tells them apart
 */
LanyardBurst *
lanyard_burst_new (LanyardBurstPassFunc pass,
                   LanyardBurstScanFunc scan,
                   GDestroyNotify       free_event,
                   gpointer             user_data)
{
  LanyardBurst *self = g_new0 (LanyardBurst, 1);

  self->pass = pass;
  self->scan = scan;
  self->free_event = free_event;
  self->user_data = user_data;
  self->keys = g_array_new (FALSE, FALSE, sizeof (LanyardKey));
  self->events = g_ptr_array_new ();

  return self;
}
