/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "model/leadup-ties.h"
#include "model/leadup-view.h"

G_BEGIN_DECLS

/* Words of enums for people, translated; the words of files are leadup_…_to_string(). */

const char *leadup_labels_verification (LeadupVerification verification);
const char *leadup_labels_role         (LeadupRole         role);
const char *leadup_labels_actor_kind   (LeadupActorKind    kind);
const char *leadup_labels_lanes_by     (LeadupLanesBy      lanes_by);
const char *leadup_labels_quad_class   (LeadupQuadClass    quad_class);
const char *leadup_labels_tie_state    (LeadupTieState     state);

G_END_DECLS
