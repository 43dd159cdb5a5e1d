/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-labels.h"

#include <glib/gi18n.h>

static const char *const verifications[] = {
  [LEADUP_VERIFICATION_UNVERIFIED] = N_ ("Unverified"),
  [LEADUP_VERIFICATION_SINGLE_SOURCE] = N_ ("Single source"),
  [LEADUP_VERIFICATION_CORROBORATED] = N_ ("Corroborated"),
  [LEADUP_VERIFICATION_VERIFIED] = N_ ("Verified"),
  [LEADUP_VERIFICATION_DISPUTED] = N_ ("Disputed"),
  [LEADUP_VERIFICATION_RETRACTED] = N_ ("Retracted"),
  [LEADUP_VERIFICATION_ANNOUNCED] = N_ ("Announced"),
};

static const char *const roles[] = {
  [LEADUP_ROLE_INITIATOR] = N_ ("Initiator"),   [LEADUP_ROLE_TARGET] = N_ ("Target"),
  [LEADUP_ROLE_SPEAKER] = N_ ("Speaker"),       [LEADUP_ROLE_MENTIONED] = N_ ("Mentioned"),
  [LEADUP_ROLE_INSTRUMENT] = N_ ("Instrument"),
};

static const char *const actor_kinds[] = {
  [LEADUP_ACTOR_KIND_PERSON] = N_ ("Person"),
  [LEADUP_ACTOR_KIND_STATE] = N_ ("State"),
  [LEADUP_ACTOR_KIND_ORGANISATION] = N_ ("Organisation"),
  [LEADUP_ACTOR_KIND_ARMED_GROUP] = N_ ("Armed group"),
  [LEADUP_ACTOR_KIND_MEDIA] = N_ ("Media outlet"),
  [LEADUP_ACTOR_KIND_PLACE] = N_ ("Place"),
  [LEADUP_ACTOR_KIND_NATIONALITY] = N_ ("Nationality"),
  [LEADUP_ACTOR_KIND_UNATTRIBUTED] = N_ ("Unattributed"),
};

static const char *const lanes[] = {
  [LEADUP_LANES_BY_CATEGORY] = N_ ("Category"),
  [LEADUP_LANES_BY_ACTOR] = N_ ("Actor"),
  [LEADUP_LANES_BY_SOURCE] = N_ ("Source"),
  [LEADUP_LANES_BY_PLACE] = N_ ("Place"),
  [LEADUP_LANES_BY_VERIFICATION] = N_ ("Verification"),
  [LEADUP_LANES_BY_TAG] = N_ ("Tag"),
  [LEADUP_LANES_NONE] = N_ ("One lane"),
};

static const char *const quad_classes[] = {
  [LEADUP_QUAD_CLASS_NEUTRAL] = N_ ("Neutral"),
  [LEADUP_QUAD_CLASS_VERBAL_COOPERATION] = N_ ("Cooperative words"),
  [LEADUP_QUAD_CLASS_MATERIAL_COOPERATION] = N_ ("Cooperative deeds"),
  [LEADUP_QUAD_CLASS_VERBAL_CONFLICT] = N_ ("Hostile words"),
  [LEADUP_QUAD_CLASS_MATERIAL_CONFLICT] = N_ ("Hostile deeds"),
};

static const char *const tie_states[] = {
  [LEADUP_TIE_STATE_SILENT] = N_ ("Silent"),
  [LEADUP_TIE_STATE_HOSTILE] = N_ ("Hostile"),
  [LEADUP_TIE_STATE_MIXED] = N_ ("Mixed"),
  [LEADUP_TIE_STATE_COOPERATIVE] = N_ ("Cooperative"),
  [LEADUP_TIE_STATE_NEUTRAL] = N_ ("Neutral"),
};

const char *
leadup_labels_verification (LeadupVerification verification)
{
  g_return_val_if_fail (verification < G_N_ELEMENTS (verifications), NULL);

  return _(verifications[verification]);
}

const char *
leadup_labels_role (LeadupRole role)
{
  g_return_val_if_fail (role < G_N_ELEMENTS (roles), NULL);

  return _(roles[role]);
}

const char *
leadup_labels_actor_kind (LeadupActorKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (actor_kinds), NULL);

  return _(actor_kinds[kind]);
}

const char *
leadup_labels_lanes_by (LeadupLanesBy lanes_by)
{
  g_return_val_if_fail (lanes_by < G_N_ELEMENTS (lanes), NULL);

  return _(lanes[lanes_by]);
}

const char *
leadup_labels_quad_class (LeadupQuadClass quad_class)
{
  g_return_val_if_fail (quad_class < G_N_ELEMENTS (quad_classes), NULL);

  return _(quad_classes[quad_class]);
}

const char *
leadup_labels_tie_state (LeadupTieState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (tie_states), NULL);

  return _(tie_states[state]);
}
