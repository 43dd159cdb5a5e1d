/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-event-order.h"

#include <stdlib.h>
#include <string.h>

/* An event with what decides mostly, so that a million are not visited for each comparison. */
typedef struct
{
  LeadupInstant start;
  LeadupEvent *event;
} Key;

/* Of what is of one time. */
typedef struct
{
  guint group; /* the first of those that the same source tells of */
  gint64 span;
  guint index;
} Told;

static int
compare_told (gconstpointer a,
              gconstpointer b)
{
  const Told *first = a, *second = b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  if (first->span != second->span)
    return first->span < second->span ? -1 : 1;

  return first->index < second->index ? -1 : first->index > second->index;
}

static const LeadupWhenBounds *
get_bounds (LeadupEvent *event)
{
  const LeadupWhen *when = leadup_event_get_when (event);

  return when != NULL ? leadup_when_get_bounds (when) : NULL;
}

/**
 * leadup_event_order_compare:
 * @a: an event
 * @b: another
 *
 * By time alone, undated ones last. A stable sort leaves those of one time in the order in which
 * they are told.
 *
 * Returns: less than, equal to or greater than 0
 */
int
leadup_event_order_compare (LeadupEvent *a,
                            LeadupEvent *b)
{
  const LeadupWhenBounds *first, *second;

  g_return_val_if_fail (LEADUP_IS_EVENT (a) && LEADUP_IS_EVENT (b), 0);

  first = get_bounds (a);
  second = get_bounds (b);
  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);
  if (first->start_earliest != second->start_earliest)
    return first->start_earliest < second->start_earliest ? -1 : 1;
  if (first->start_latest != second->start_latest)
    return first->start_latest < second->start_latest ? -1 : 1;
  if (first->end_latest != second->end_latest)
    return first->end_latest < second->end_latest ? -1 : 1;
  if (first->end_earliest != second->end_earliest)
    return first->end_earliest < second->end_earliest ? -1 : 1;

  return 0;
}

/**
 * leadup_event_order_told:
 * @events: (array length=n): of one time, in the order of their ids
 * @order: (out caller-allocates) (array length=n): their indices in the order in which they are
 * told
 * @n: how many
 *
 * What one source tells of comes in its order, by the place of the first evidence. Sources, and
 * what has none, come in the order of their first events: nothing is known of which was first.
 */
void
leadup_event_order_told (LeadupEvent * const  *events,
                         guint                *order,
                         guint                 n)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree Told *told = g_new0 (Told, n);

  for (guint i = 0; i < n; i++)
    {
      const LeadupEventFields *fields = leadup_event_get_fields (events[i]);
      const LeadupEvidenceFields *evidence;
      gpointer first;

      told[i].index = told[i].group = i;
      if (fields->n_evidence == 0)
        continue;
      evidence = leadup_evidence_get_fields (fields->evidence[0]);
      told[i].span = evidence->span_start;
      if (g_hash_table_lookup_extended (firsts, evidence->source, NULL, &first))
        told[i].group = GPOINTER_TO_UINT (first);
      else
        g_hash_table_insert (firsts, (gpointer) evidence->source, GUINT_TO_POINTER (i));
    }

  if (n > 1)
    qsort (told, n, sizeof *told, compare_told);
  for (guint i = 0; i < n; i++)
    order[i] = told[i].index;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const Key *first = a, *second = b;
  int order;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  order = leadup_event_order_compare (first->event, second->event);

  return order != 0 ? order
                    : strcmp (leadup_record_get_id (LEADUP_RECORD (first->event)),
                              leadup_record_get_id (LEADUP_RECORD (second->event)));
}

static void
order_keys (Key  *keys,
            guint n)
{
  g_autofree LeadupEvent **events = g_new (LeadupEvent *, n);
  g_autofree guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    events[i] = keys[i].event;
  leadup_event_order_told (events, order, n);
  for (guint i = 0; i < n; i++)
    keys[i].event = events[order[i]];
}

/* @events: (element-type LeadupEvent): gets the order in which they are told; undated ones last */
void
leadup_event_order_sort (GPtrArray *events)
{
  g_autofree Key *keys = NULL;

  g_return_if_fail (events != NULL);

  keys = g_new (Key, MAX (events->len, 1));
  for (guint i = 0; i < events->len; i++)
    {
      LeadupEvent *event = g_ptr_array_index (events, i);
      const LeadupWhen *when = leadup_event_get_when (event);

      keys[i] = (Key) { when != NULL ? leadup_when_get_bounds (when)->start_earliest
                                     : LEADUP_INSTANT_MAX,
                        event };
    }
  if (events->len > 1)
    qsort (keys, events->len, sizeof *keys, compare_keys);

  for (guint i = 0, end; i < events->len; i = end)
    {
      for (end = i + 1; end < events->len && keys[end].start == keys[i].start &&
                        leadup_event_order_compare (keys[i].event, keys[end].event) == 0;
           end++)
        ;
      if (end - i > 1)
        order_keys (&keys[i], end - i);
    }
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_index (events, i) = keys[i].event;
}
