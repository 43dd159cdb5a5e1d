/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/leadup-document.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"

G_BEGIN_DECLS

/* What the tests and the helper programs of this folder share. */

/* Adds event “e<number>” (the category comes with the first one). */
static inline void
add_event (LeadupDocument *document,
           guint           number)
{
  LeadupStory *story = leadup_document_get_story (document);
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Add event");
  g_autofree char *id = g_strdup_printf ("e%06u", number);
  LeadupEventFields fields = { .id = id, .title = id, .category = "c", .tone = G_MAXDOUBLE };
  LeadupCategoryFields category = { .id = "c", .name = "Talks", .family = "talks" };
  g_autoptr (LeadupRecord) event = NULL;
  g_autoptr (LeadupRecord) kind = NULL;
  g_autoptr (GError) error = NULL;

  kind = LEADUP_RECORD (leadup_category_new (&category));
  event = LEADUP_RECORD (leadup_event_new (&fields));
  if (leadup_story_lookup (story, LEADUP_RECORD_CATEGORY, "c") == NULL)
    leadup_transaction_add (transaction, kind);
  leadup_transaction_add (transaction, event);
  leadup_history_push (leadup_document_get_history (document), transaction, &error);
  g_assert_no_error (error);
}

/* How many events there are, which must be numbers 0 … n − 1. */
static inline guint
count_events (LeadupDocument *document)
{
  LeadupStory *story = leadup_document_get_story (document);
  guint n = leadup_story_get_n (story, LEADUP_RECORD_EVENT);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%06u", i);

      g_assert_nonnull (leadup_story_lookup (story, LEADUP_RECORD_EVENT, id));
    }

  return n;
}

G_END_DECLS
