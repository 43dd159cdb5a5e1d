/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

#define LEADUP_DIGEST_NO_DAY G_MININT32

/**
 * LeadupDigestNote:
 * @day: number of the day that the sentence tells of
 * @text: where it stands in the texts
 * @first_word: of its words in the words, sorted
 * @event: how sure it is that it tells an event, 0 … 1
 * @position: number of the sentence in its article
 * @is_dated: whether the sentence names the day; else its article only came out on it
 *
 * One sentence and one day of it.
 */
typedef struct
{
  gint32  day;
  guint32 document;
  guint32 first_word;
  guint32 n_words;
  gsize   text;
  gint64  start;
  gint64  end;
  float   event;
  guint32 position;
  guint   is_dated : 1;
  guint   is_quote : 1;
} LeadupDigestNote;

typedef struct
{
  gint32  published; /* number of the day */
  guint32 first_note;
} LeadupDigestDocument;

/**
 * LeadupDigestNotes:
 *
 * What a digest keeps of articles: sentences that say when, with the words that carry meaning, and
 * in how many articles each word stands. One thread at a time.
 */
typedef struct
{
  GHashTable   *numbers;   /* word → number */
  GStringChunk *strings;
  GArray       *spreads;   /* (element-type guint32): of each word, how many articles have it */
  GArray       *last_seen; /* (element-type guint32): of each word, the last article, from 1 */
  GArray       *words;     /* (element-type guint32) */
  GArray       *notes;     /* (element-type LeadupDigestNote) */
  GArray       *documents; /* (element-type LeadupDigestDocument) */
  GString      *texts;
  float        *shares;    /* of each word, once counted */
} LeadupDigestNotes;

void   leadup_digest_notes_init       (LeadupDigestNotes       *self);
void   leadup_digest_notes_clear      (LeadupDigestNotes       *self);
void   leadup_digest_notes_add        (LeadupDigestNotes       *self,
                                       const LeadupArticle     *article);
void   leadup_digest_notes_count      (LeadupDigestNotes       *self);
double leadup_digest_notes_get_spread (const LeadupDigestNotes *self,
                                       guint                    word);
gint32 leadup_digest_notes_read_day   (const char              *day);

G_END_DECLS
