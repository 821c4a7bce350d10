/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lanyard-journal.h"

G_DEFINE_QUARK (lanyard-journal-error-quark, lanyard_journal_error)
