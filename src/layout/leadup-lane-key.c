/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-lane-key.h"

#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-source.h"

#include <glib/gi18n.h>

/* More lanes than that, and an event is everywhere. */
#define MAX_OTHERS 16

static const char *
actor_of (const LeadupEventFields *fields)
{
  /* Who acted or spoke; without such a one, who is named first. */
  for (guint i = 0; i < fields->n_participants; i++)
    if (fields->participants[i].role == LEADUP_ROLE_INITIATOR ||
        fields->participants[i].role == LEADUP_ROLE_SPEAKER)
      return fields->participants[i].actor;

  return fields->n_participants > 0 ? fields->participants[0].actor : "";
}

static const char *
first_tag_of (const LeadupEventFields *fields)
{
  return fields->tags != NULL && fields->tags[0] != NULL ? fields->tags[0] : "";
}

const char *
leadup_lane_key_of (LeadupEvent  *event,
                    LeadupLanesBy lanes_by)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  const char *key = NULL;

  switch (lanes_by)
    {
    case LEADUP_LANES_BY_CATEGORY:
      key = fields->category;
      break;
    case LEADUP_LANES_BY_ACTOR:
      key = actor_of (fields);
      break;
    case LEADUP_LANES_BY_SOURCE:
      if (fields->n_evidence > 0)
        key = leadup_evidence_get_fields (fields->evidence[0])->source;
      break;
    case LEADUP_LANES_BY_PLACE:
      if (fields->place != NULL)
        key = fields->place->name;
      break;
    case LEADUP_LANES_BY_VERIFICATION:
      key = leadup_verification_to_string (fields->verification);
      break;
    case LEADUP_LANES_BY_TAG:
      key = first_tag_of (fields);
      break;
    case LEADUP_LANES_NONE:
    default:
      break;
    }

  return key != NULL ? key : "";
}

/**
 * leadup_lane_key_for_others:
 * @func: called once for each lane but the event’s own
 *
 * Names the other lanes to which an event belongs: those of its other actors, sources or tags.
 */
void
leadup_lane_key_for_others (LeadupEvent   *event,
                            LeadupLanesBy  lanes_by,
                            void         (*func) (const char *key,
                                                  gpointer    data),
                            gpointer       data)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  const char *own = leadup_lane_key_of (event, lanes_by);
  const char *others[MAX_OTHERS];
  guint n_others = 0, n = 0;

  if (lanes_by == LEADUP_LANES_BY_ACTOR)
    n = fields->n_participants;
  else if (lanes_by == LEADUP_LANES_BY_SOURCE)
    n = fields->n_evidence;
  else if (lanes_by == LEADUP_LANES_BY_TAG && fields->tags != NULL)
    n = g_strv_length ((char **) fields->tags);

  for (guint i = 0; i < n && n_others < MAX_OTHERS; i++)
    {
      const char *key = lanes_by == LEADUP_LANES_BY_ACTOR ? fields->participants[i].actor
                        : lanes_by == LEADUP_LANES_BY_TAG
                            ? fields->tags[i]
                            : leadup_evidence_get_fields (fields->evidence[i])->source;
      gboolean is_known = key == NULL || g_str_equal (key, own);

      for (guint j = 0; j < n_others && !is_known; j++)
        is_known = g_str_equal (others[j], key);
      if (is_known)
        continue;
      others[n_others++] = key;
      func (key, data);
    }
}

static const guint8 ranks[LEADUP_N_VERIFICATIONS] = {
  [LEADUP_VERIFICATION_RETRACTED] = 0,     [LEADUP_VERIFICATION_UNVERIFIED] = 1,
  [LEADUP_VERIFICATION_DISPUTED] = 2,      [LEADUP_VERIFICATION_ANNOUNCED] = 3,
  [LEADUP_VERIFICATION_SINGLE_SOURCE] = 4, [LEADUP_VERIFICATION_CORROBORATED] = 5,
  [LEADUP_VERIFICATION_VERIFIED] = 6,
};

guint
leadup_verification_get_rank (LeadupVerification verification)
{
  return verification < LEADUP_N_VERIFICATIONS ? ranks[verification] : 0;
}

LeadupVerification
leadup_verification_from_rank (guint rank)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (ranks[i] == rank)
      return (LeadupVerification) i;

  g_return_val_if_reached (LEADUP_VERIFICATION_UNVERIFIED);
}

/* What verification is called on a chart. */
const char *
leadup_verification_get_label (LeadupVerification verification)
{
  switch (verification)
    {
    case LEADUP_VERIFICATION_SINGLE_SOURCE:
      return _ ("Single source");
    case LEADUP_VERIFICATION_CORROBORATED:
      return _ ("Corroborated");
    case LEADUP_VERIFICATION_VERIFIED:
      return _ ("Verified");
    case LEADUP_VERIFICATION_DISPUTED:
      return _ ("Disputed");
    case LEADUP_VERIFICATION_RETRACTED:
      return _ ("Retracted");
    case LEADUP_VERIFICATION_ANNOUNCED:
      return _ ("Announced");
    case LEADUP_VERIFICATION_UNVERIFIED:
    default:
      return _ ("Unverified");
    }
}

static const char *
name_of_unassigned (LeadupLanesBy lanes_by)
{
  switch (lanes_by)
    {
    case LEADUP_LANES_BY_CATEGORY:
      return _ ("No category");
    case LEADUP_LANES_BY_ACTOR:
      return _ ("No actor");
    case LEADUP_LANES_BY_SOURCE:
      return _ ("No source");
    case LEADUP_LANES_BY_PLACE:
      return _ ("No place");
    case LEADUP_LANES_BY_TAG:
      return _ ("No tag");
    case LEADUP_LANES_BY_VERIFICATION:
    case LEADUP_LANES_NONE:
    default:
      return "";
    }
}

char *
leadup_lane_key_name (const char     *key,
                      LeadupLanesBy   lanes_by,
                      LeadupSnapshot *snapshot)
{
  LeadupVerification verification;
  gpointer record;

  if (key[0] == '\0')
    return g_strdup (name_of_unassigned (lanes_by));

  if (lanes_by == LEADUP_LANES_BY_CATEGORY)
    {
      record = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_CATEGORY, key);
      if (record != NULL)
        return g_strdup (leadup_category_get_fields (record)->name);
    }
  else if (lanes_by == LEADUP_LANES_BY_ACTOR)
    {
      record = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_ACTOR, key);
      if (record != NULL)
        return g_strdup (leadup_actor_get_name (record));
    }
  else if (lanes_by == LEADUP_LANES_BY_SOURCE)
    {
      record = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_SOURCE, key);
      if (record != NULL)
        return leadup_source_dup_label (record);
    }
  else if (lanes_by == LEADUP_LANES_BY_VERIFICATION &&
           leadup_verification_from_string (key, &verification))
    {
      return g_strdup (leadup_verification_get_label (verification));
    }

  return g_strdup (key);
}

/**
 * leadup_lane_key_rank:
 *
 * Returns: what a lane’s place is by its kind, before the number of its events counts: words and
 * deeds in the order in which the field names them, what is unassigned last
 */
int
leadup_lane_key_rank (const char     *key,
                      LeadupLanesBy   lanes_by,
                      LeadupSnapshot *snapshot)
{
  static const char *const families[] = { "strike", "policy", "statement" };
  LeadupCategory *category;
  LeadupVerification verification;

  if (key[0] == '\0')
    return G_MAXINT;

  if (lanes_by == LEADUP_LANES_BY_VERIFICATION &&
      leadup_verification_from_string (key, &verification))
    return (int) verification;

  if (lanes_by == LEADUP_LANES_BY_CATEGORY)
    {
      category = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_CATEGORY, key);
      for (guint i = 0; category != NULL && i < G_N_ELEMENTS (families); i++)
        if (g_strcmp0 (leadup_category_get_fields (category)->family, families[i]) == 0)
          return (int) i;
      return G_N_ELEMENTS (families);
    }

  return 0;
}
