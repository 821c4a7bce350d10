/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of a keyboard by where they are, as a card reader knows it: with the letters of the United States. */
#include "lanyard-scancode.h"

typedef struct
{
  LanyardScancodeKind kind;
  char plain;
  char shifted;
} Key;

#define CHAR(plain, shifted) { LANYARD_SCANCODE_CHAR, plain, shifted }
#define LETTER(plain) { LANYARD_SCANCODE_CHAR, plain, plain - 'a' + 'A' }
#define KEYPAD(digit) { LANYARD_SCANCODE_KEYPAD, digit, digit }
#define END(end) { LANYARD_SCANCODE_END, end, end }

/* By evdev's numbers (linux/input-event-codes.h). The keypad has its digits whether or not Num Lock is on. */
static const Key keys[] = {
  [2] = CHAR ('1', '!'), [3] = CHAR ('2', '@'), [4] = CHAR ('3', '#'), [5] = CHAR ('4', '$'), [6] = CHAR ('5', '%'),
  [7] = CHAR ('6', '^'), [8] = CHAR ('7', '&'), [9] = CHAR ('8', '*'), [10] = CHAR ('9', '('), [11] = CHAR ('0', ')'),
  [12] = CHAR ('-', '_'), [13] = CHAR ('=', '+'), [15] = END ('\t'),
  [16] = LETTER ('q'), [17] = LETTER ('w'), [18] = LETTER ('e'), [19] = LETTER ('r'), [20] = LETTER ('t'),
  [21] = LETTER ('y'), [22] = LETTER ('u'), [23] = LETTER ('i'), [24] = LETTER ('o'), [25] = LETTER ('p'),
  [26] = CHAR ('[', '{'), [27] = CHAR (']', '}'), [28] = END ('\n'), [29] = { LANYARD_SCANCODE_CONTROL },
  [30] = LETTER ('a'), [31] = LETTER ('s'), [32] = LETTER ('d'), [33] = LETTER ('f'), [34] = LETTER ('g'),
  [35] = LETTER ('h'), [36] = LETTER ('j'), [37] = LETTER ('k'), [38] = LETTER ('l'),
  [39] = CHAR (';', ':'), [40] = CHAR ('\'', '"'), [41] = CHAR ('`', '~'), [42] = { LANYARD_SCANCODE_SHIFT },
  [43] = CHAR ('\\', '|'), [44] = LETTER ('z'), [45] = LETTER ('x'), [46] = LETTER ('c'), [47] = LETTER ('v'),
  [48] = LETTER ('b'), [49] = LETTER ('n'), [50] = LETTER ('m'),
  [51] = CHAR (',', '<'), [52] = CHAR ('.', '>'), [53] = CHAR ('/', '?'), [54] = { LANYARD_SCANCODE_SHIFT },
  [55] = CHAR ('*', '*'), [56] = { LANYARD_SCANCODE_ALT }, [57] = CHAR (' ', ' '), [58] = { LANYARD_SCANCODE_SILENT },
  [59 ... 70] = { LANYARD_SCANCODE_SILENT },
  [71] = KEYPAD ('7'), [72] = KEYPAD ('8'), [73] = KEYPAD ('9'), [74] = CHAR ('-', '-'),
  [75] = KEYPAD ('4'), [76] = KEYPAD ('5'), [77] = KEYPAD ('6'), [78] = CHAR ('+', '+'),
  [79] = KEYPAD ('1'), [80] = KEYPAD ('2'), [81] = KEYPAD ('3'), [82] = KEYPAD ('0'), [83] = CHAR ('.', '.'),
  [86] = CHAR ('\\', '|'), [87 ... 88] = { LANYARD_SCANCODE_SILENT }, [96] = END ('\n'),
  [97] = { LANYARD_SCANCODE_CONTROL }, [98] = CHAR ('/', '/'), [117] = CHAR ('=', '='), [121] = CHAR (',', ','),
};

/**
 * lanyard_scancode_get_kind:
 * @code: a key, as evdev numbers it
 *
 * Returns: what it is for
 */
LanyardScancodeKind
lanyard_scancode_get_kind (guint code)
{
  return code < G_N_ELEMENTS (keys) ? keys[code].kind : LANYARD_SCANCODE_PERSON;
}

/**
 * lanyard_scancode_get_char:
 * @code: a key, as evdev numbers it
 * @shift: whether it is pressed with Shift
 *
 * Returns: what it types on a keyboard of the United States; '\0' where that is nothing
 */
char
lanyard_scancode_get_char (guint    code,
                           gboolean shift)
{
  if (code >= G_N_ELEMENTS (keys))
    return '\0';

  return shift ? keys[code].shifted : keys[code].plain;
}
