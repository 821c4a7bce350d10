/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changes need to run, and where it is told that one is begun or has its outcome. */
#include "lanyard-runner.h"

struct _LanyardRunner
{
  GObject parent_instance;

  LanyardDirectory *directory;
  LanyardJournal   *journal;
  LanyardClaims    *claims;
  LanyardUnderWay  *under_way;
  LanyardRecovery  *recovery;
};

enum
{
  BEGUN,
  CLOSED,
  JOURNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardRunner, lanyard_runner, G_TYPE_OBJECT)

static void
lanyard_runner_finalize (GObject *object)
{
  LanyardRunner *self = LANYARD_RUNNER (object);

  g_clear_object (&self->recovery);
  g_clear_object (&self->under_way);
  g_clear_object (&self->claims);
  g_clear_object (&self->journal);
  g_clear_object (&self->directory);
  G_OBJECT_CLASS (lanyard_runner_parent_class)->finalize (object);
}

static void
lanyard_runner_class_init (LanyardRunnerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_runner_finalize;
  signals[BEGUN] = g_signal_new ("begun", LANYARD_TYPE_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 LANYARD_TYPE_ENTRY);
  signals[CLOSED] = g_signal_new ("closed", LANYARD_TYPE_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  LANYARD_TYPE_ENTRY);
  signals[JOURNAL_FAILED] = g_signal_new ("journal-failed", LANYARD_TYPE_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
lanyard_runner_init (LanyardRunner *self)
{
}

/* lanyard_runner_new:
 * @directory: (transfer none): where the records are
 * @journal: (transfer none): where each change is written down first
 * @claims: (transfer none): what keeps changes apart
 * @under_way: (transfer none): where it is told what has begun
 * @recovery: (transfer none): what finds out what is not known of a record before it is changed again
 *
 * Returns: (transfer full): what changes need to run */
LanyardRunner *
lanyard_runner_new (LanyardDirectory *directory,
                    LanyardJournal   *journal,
                    LanyardClaims    *claims,
                    LanyardUnderWay  *under_way,
                    LanyardRecovery  *recovery)
{
  LanyardRunner *self = g_object_new (LANYARD_TYPE_RUNNER, NULL);

  self->directory = g_object_ref (directory);
  self->journal = g_object_ref (journal);
  self->claims = g_object_ref (claims);
  self->under_way = g_object_ref (under_way);
  self->recovery = g_object_ref (recovery);
  return self;
}

LanyardDirectory *
lanyard_runner_get_directory (LanyardRunner *self)
{
  return self->directory;
}

LanyardJournal *
lanyard_runner_get_journal (LanyardRunner *self)
{
  return self->journal;
}

LanyardClaims *
lanyard_runner_get_claims (LanyardRunner *self)
{
  return self->claims;
}

LanyardUnderWay *
lanyard_runner_get_under_way (LanyardRunner *self)
{
  return self->under_way;
}

LanyardRecovery *
lanyard_runner_get_recovery (LanyardRunner *self)
{
  return self->recovery;
}

void
lanyard_runner_tell_begun (LanyardRunner *self,
                           LanyardEntry  *entry)
{
  g_signal_emit (self, signals[BEGUN], 0, entry);
}

void
lanyard_runner_tell_closed (LanyardRunner *self,
                            LanyardEntry  *entry)
{
  g_signal_emit (self, signals[CLOSED], 0, entry);
}

void
lanyard_runner_tell_journal_failed (LanyardRunner *self,
                                    const GError  *error)
{
  g_signal_emit (self, signals[JOURNAL_FAILED], 0, error);
}
