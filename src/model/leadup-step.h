/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-record.h"

G_BEGIN_DECLS

/**
 * LeadupStep:
 *
 * A view with a caption and speaker notes; a story is presented as a row of steps.
 */
#define LEADUP_TYPE_STEP (leadup_step_get_type ())

G_DECLARE_FINAL_TYPE (LeadupStep, leadup_step, LEADUP, STEP, LeadupRecord)

typedef struct
{
  const char *id;
  const char *view;    /* id of a view */
  guint       position; /* 0 … in the order of presenting */
  const char *caption;
  const char *notes;   /* for the speaker only */
  guint       seconds; /* planned; 0 = not planned */
  const char *as_of;   /* ISO day; what was published later is hidden */
  gboolean    is_cut;  /* enters at once, without a move of the camera */
  const char *extra;
} LeadupStepFields;

LeadupStep *leadup_step_new (const LeadupStepFields *fields) G_GNUC_WARN_UNUSED_RESULT;
const LeadupStepFields *leadup_step_get_fields (LeadupStep *self);

G_END_DECLS
