/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-agreement.h"

#include "base/leadup-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* “About 100” may be as many or as few. */
#define ABOUT 0.15

/* An event that many tell is compared by its first reports. */
#define MAX_QUOTES 4u

/* Titles of statements have to be so alike: many are said by the same about the same on one day. */
#define SAME_WORDS 0.6

/* Whether two events can have happened at one time, and whether both say when to the day. */
static gboolean
can_be_one_time (LeadupWhen *a,
                 LeadupWhen *b,
                 gboolean   *is_same_day)
{
  const LeadupWhenBounds *bounds;

  *is_same_day = FALSE;
  if (a == NULL || b == NULL)
    return TRUE;

  bounds = leadup_when_get_bounds (b);
  *is_same_day = leadup_when_get_precision (a) <= LEADUP_PRECISION_DAY &&
                 leadup_when_get_precision (b) <= LEADUP_PRECISION_DAY;

  return leadup_when_overlaps (a, bounds->start_earliest, bounds->end_latest);
}

static guint
count_role (const LeadupEventFields *event,
            LeadupRole               role)
{
  guint n = 0;

  for (guint i = 0; i < event->n_participants; i++)
    n += event->participants[i].role == role;

  return n;
}

/* What share of those who have @role in both are the same; −1 where one side names nobody. */
static double
share_role (const LeadupEventFields *a,
            const LeadupEventFields *b,
            LeadupRole               role)
{
  guint n_a = count_role (a, role), n_b = count_role (b, role);
  guint n_same = 0;

  if (n_a == 0 || n_b == 0)
    return -1.0;
  for (guint i = 0; i < a->n_participants; i++)
    for (guint j = 0; j < b->n_participants; j++)
      n_same += a->participants[i].role == role && b->participants[j].role == role &&
                g_str_equal (a->participants[i].actor, b->participants[j].actor);

  return (double) n_same / MIN (n_a, n_b);
}

static gboolean
is_words (const char *category)
{
  static const char *const words[] = { "statement", "accusation", "rejection", "demand",
                                       "support",   "appeal",     "threat",    "report" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (category, words[i]))
      return TRUE;

  return FALSE;
}

/* How alike the words are that two reports of a day rest on: a title says only a part of them. */
static double
compare_quotes (const LeadupEventFields *a,
                const LeadupEventFields *b)
{
  double best = 0.0;

  for (guint i = 0; i < MIN (a->n_evidence, MAX_QUOTES); i++)
    for (guint j = 0; j < MIN (b->n_evidence, MAX_QUOTES); j++)
      {
        const char *x = leadup_evidence_get_fields (a->evidence[i])->quote;
        const char *y = leadup_evidence_get_fields (b->evidence[j])->quote;

        double likeness = x != NULL && y != NULL ? leadup_text_similarity (x, y) : 0.0;

        best = MAX (best, likeness);
      }

  return best;
}

/* Whether both count the same, the dead or the detained, whatever the numbers. */
static gboolean
counts_alike (const LeadupEventFields *a,
              const LeadupEventFields *b)
{
  for (guint i = 0; i < a->n_values; i++)
    for (guint j = 0; j < b->n_values; j++)
      if (g_str_equal (a->values[i].name, b->values[j].name))
        return TRUE;

  return FALSE;
}

/**
 * leadup_agreement_weigh:
 * @a: an event
 * @b: another
 *
 * How likely two reports tell of one event: the same kind, times that can be one, the same actors
 * in the same roles, titles alike.
 *
 * Returns: 0 … 1, LEADUP_AGREEMENT_SAME and more if they are taken for one
 */
double
leadup_agreement_weigh (LeadupEvent *a,
                        LeadupEvent *b)
{
  const LeadupEventFields *x = leadup_event_get_fields (a);
  const LeadupEventFields *y = leadup_event_get_fields (b);
  double title, quotes, initiators, targets, weight;
  gboolean is_same_day;

  g_return_val_if_fail (LEADUP_IS_EVENT (a), 0.0);
  g_return_val_if_fail (LEADUP_IS_EVENT (b), 0.0);

  if (!g_str_equal (x->category, y->category) || !can_be_one_time (x->when, y->when, &is_same_day))
    return 0.0;

  title = leadup_text_similarity (x->title, y->title);
  initiators = share_role (x, y, LEADUP_ROLE_INITIATOR);
  targets = share_role (x, y, LEADUP_ROLE_TARGET);
  /* Two who did it, or two to whom it was done, are two events. */
  if (initiators == 0.0 || targets == 0.0)
    return MIN (title * 0.5, LEADUP_AGREEMENT_SAME * 0.9);
  if (is_words (x->category) && title < SAME_WORDS)
    return title * 0.5;

  quotes = is_same_day ? compare_quotes (x, y) : 0.0;
  title = MAX (title, quotes);
  weight = 0.55 * title + 0.2 * MAX (initiators, 0.0) + 0.2 * MAX (targets, 0.0);
  if (is_same_day)
    weight += counts_alike (x, y) ? 0.3 : 0.2;

  return MIN (weight, 1.0);
}

/* Whether an event rests on these words already. */
gboolean
leadup_agreement_has_evidence (LeadupEvent    *event,
                               LeadupEvidence *evidence)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  const LeadupEvidenceFields *wanted = leadup_evidence_get_fields (evidence);

  for (guint i = 0; i < fields->n_evidence; i++)
    {
      const LeadupEvidenceFields *other = leadup_evidence_get_fields (fields->evidence[i]);

      if (g_str_equal (other->source, wanted->source) && other->span_start == wanted->span_start &&
          other->span_end == wanted->span_end && g_strcmp0 (other->quote, wanted->quote) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What a number with its qualifier can stand for. */
static void
get_range (const LeadupValue *value,
           double            *low,
           double            *high)
{
  const char *qualifier = value->qualifier != NULL ? value->qualifier : "";

  *low = value->low;
  *high = value->high;
  if (g_str_equal (qualifier, "at least") || g_str_equal (qualifier, "more than"))
    *high = (double) INFINITY;
  else if (g_str_equal (qualifier, "at most") || g_str_equal (qualifier, "up to") ||
           g_str_equal (qualifier, "less than") || g_str_equal (qualifier, "fewer than"))
    *low = 0.0;
  else if (*qualifier != '\0')
    {
      *low *= 1.0 - ABOUT;
      *high *= 1.0 + ABOUT;
    }
}

/**
 * leadup_agreement_differs:
 * @a: a number
 * @b: another
 *
 * Returns: whether they count the same and cannot both be right: “17” and “23” cannot, “at least
 * 17” and “23” can
 */
gboolean
leadup_agreement_differs (const LeadupValue *a,
                          const LeadupValue *b)
{
  double low_a, high_a, low_b, high_b;

  if (!g_str_equal (a->name, b->name))
    return FALSE;
  get_range (a, &low_a, &high_a);
  get_range (b, &low_b, &high_b);

  return low_a > high_b || low_b > high_a;
}

static gboolean
is_same_value (const LeadupValue *a,
               const LeadupValue *b)
{
  return g_str_equal (a->name, b->name) && !(a->low < b->low) && !(a->low > b->low) &&
         !(a->high < b->high) && !(a->high > b->high) &&
         g_strcmp0 (a->qualifier, b->qualifier) == 0;
}

/* Both numbers are kept with their sources; what cannot both be right is named in a tag. */
static void
join_values (const LeadupEventFields *event,
             const LeadupEventFields *other,
             GArray                  *values,
             GPtrArray               *tags)
{
  if (event->n_values > 0)
    g_array_append_vals (values, event->values, event->n_values);

  for (guint i = 0; i < other->n_values; i++)
    {
      const LeadupValue *value = &other->values[i];
      gboolean is_known = FALSE, is_disputed = FALSE;

      for (guint j = 0; j < values->len; j++)
        {
          const LeadupValue *here = &g_array_index (values, LeadupValue, j);

          is_known = is_known || is_same_value (here, value);
          is_disputed = is_disputed || leadup_agreement_differs (here, value);
        }
      if (is_disputed)
        /* Translators: a tag: sources give different numbers of what %s names (“killed”). */
        g_ptr_array_add (tags, g_strdup_printf (_ ("disputed: %s"), value->name));
      if (!is_known)
        g_array_append_val (values, *value);
    }
}

static void
add_participants (const LeadupEventFields *other,
                  GArray                  *participants)
{
  for (guint i = 0; i < other->n_participants; i++)
    {
      gboolean is_known = FALSE;

      for (guint j = 0; j < participants->len && !is_known; j++)
        {
          const LeadupParticipant *here = &g_array_index (participants, LeadupParticipant, j);

          is_known = here->role == other->participants[i].role &&
                     g_str_equal (here->actor, other->participants[i].actor);
        }
      if (!is_known)
        g_array_append_val (participants, other->participants[i]);
    }
}

/* Two articles are two sources; two places in one are not. */
static gboolean
has_two_sources (GPtrArray *evidence)
{
  for (guint i = 1; i < evidence->len; i++)
    if (!g_str_equal (leadup_evidence_get_fields (evidence->pdata[i])->source,
                      leadup_evidence_get_fields (evidence->pdata[0])->source))
      return TRUE;

  return FALSE;
}

static gboolean
is_only_bounded (LeadupWhen *when)
{
  return when == NULL || leadup_when_get_bounds (when)->start_earliest == LEADUP_INSTANT_MIN;
}

/**
 * leadup_agreement_join:
 * @event: an event
 * @other: another report of it
 * @now: the present moment, for the rules of verification
 *
 * What @event says stays; the evidence, the actors and the numbers of @other are added. If one of
 * them alone says when, that counts. Two sources corroborate each other, unless their numbers
 * cannot both be right: then it is disputed, and a tag says what.
 *
 * Returns: (transfer full): the event, with the id of @event
 */
LeadupEvent *
leadup_agreement_join (LeadupEvent  *event,
                       LeadupEvent  *other,
                       LeadupInstant now)
{
  LeadupEventFields fields;
  const LeadupEventFields *added;
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  g_autoptr (GPtrArray) disputes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  g_autoptr (GArray) participants = g_array_new (FALSE, FALSE, sizeof (LeadupParticipant));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (LeadupValue));

  g_return_val_if_fail (LEADUP_IS_EVENT (event), NULL);
  g_return_val_if_fail (LEADUP_IS_EVENT (other), NULL);

  fields = *leadup_event_get_fields (event);
  added = leadup_event_get_fields (other);
  for (guint i = 0; i < fields.n_evidence; i++)
    g_ptr_array_add (evidence, fields.evidence[i]);
  for (guint i = 0; i < added->n_evidence; i++)
    if (!leadup_agreement_has_evidence (event, added->evidence[i]))
      g_ptr_array_add (evidence, added->evidence[i]);
  fields.evidence = (LeadupEvidence *const *) evidence->pdata;
  fields.n_evidence = evidence->len;

  if (fields.n_participants > 0)
    g_array_append_vals (participants, fields.participants, fields.n_participants);
  add_participants (added, participants);
  fields.participants = (const LeadupParticipant *) (gpointer) participants->data;
  fields.n_participants = participants->len;

  join_values (leadup_event_get_fields (event), added, values, disputes);
  fields.values = (const LeadupValue *) (gpointer) values->data;
  fields.n_values = values->len;

  for (guint i = 0; fields.tags != NULL && fields.tags[i] != NULL; i++)
    g_ptr_array_add (tags, (gpointer) fields.tags[i]);
  for (guint i = 0; i < disputes->len; i++)
    if (fields.tags == NULL || !g_strv_contains (fields.tags, disputes->pdata[i]))
      g_ptr_array_add (tags, disputes->pdata[i]);
  g_ptr_array_add (tags, NULL);
  fields.tags = (const char *const *) tags->pdata;

  if (is_only_bounded (fields.when) && !is_only_bounded (added->when))
    fields.when = added->when;
  if (disputes->len > 0)
    fields.verification = LEADUP_VERIFICATION_DISPUTED;
  else if (fields.verification == LEADUP_VERIFICATION_SINGLE_SOURCE && has_two_sources (evidence))
    fields.verification = LEADUP_VERIFICATION_CORROBORATED;
  fields.verification = leadup_event_constrain_verification (&fields, now);

  return leadup_event_new (&fields);
}
