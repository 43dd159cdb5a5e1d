/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/leadup-snapshot.h"

G_BEGIN_DECLS

/**
 * LeadupLikeness:
 * @LEADUP_LIKENESS_NAME: the same name but for case, accents, signs and articles
 * @LEADUP_LIKENESS_SCRIPT: the same name in another script
 * @LEADUP_LIKENESS_ACRONYM: the first letters of the other’s name
 *
 * Why two actors may be one.
 */
typedef enum
{
  LEADUP_LIKENESS_NAME,
  LEADUP_LIKENESS_SCRIPT,
  LEADUP_LIKENESS_ACRONYM,
} LeadupLikeness;

typedef struct
{
  const char     *actor; /* id, of the snapshot */
  LeadupLikeness  likeness;
} LeadupLikeActor;

/* (element-type LeadupLikeActor) */
GArray *leadup_actor_likeness_find (LeadupSnapshot *snapshot,
                                    const char     *actor,
                                    GCancellable   *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
