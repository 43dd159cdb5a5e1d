/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-when.h"
#include "model/leadup-record.h"

G_BEGIN_DECLS

/**
 * LeadupPhase:
 *
 * A labelled span behind the events (“Naval build-up”).
 */
#define LEADUP_TYPE_PHASE (leadup_phase_get_type ())

G_DECLARE_FINAL_TYPE (LeadupPhase, leadup_phase, LEADUP, PHASE, LeadupRecord)

typedef struct
{
  const char *id;
  const char *title;
  LeadupWhen *when;
  const char *colour;
  const char *extra;
} LeadupPhaseFields;

LeadupPhase *leadup_phase_new (const LeadupPhaseFields *fields) G_GNUC_WARN_UNUSED_RESULT;
const LeadupPhaseFields *leadup_phase_get_fields (LeadupPhase *self);

G_END_DECLS
