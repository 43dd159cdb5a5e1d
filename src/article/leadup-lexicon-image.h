/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LeadupLexiconImage:
 *
 * A lexicon as the compiler leaves it in the program: flat, read-only, ready for use, so that
 * nothing is parsed at start. All positions are bytes from the start of the image. Made and read
 * by the same build, so byte order and sizes are its own.
 *
 * @n_slots: a power of two; @slots and @hashes have as many
 * @words: position of the string of each word, 0 … @n_words
 * @slots: open addressing: numbers of words by leadup_word_pool_hash(), 0 = free
 * @hashes: beside the slots
 * @starts: for each word, the bits of the tables of which it starts a phrase
 * @firsts: for each word, where in @first_rows its own begin
 * @first_rows: for each word and each table of which it starts a phrase, in the order of the bits,
 *   a LeadupLexiconImageStart
 * @facts: a LeadupWordFact for each word
 * @tables: @n_tables of LeadupLexiconImageTable
 */
typedef struct
{
  guint32 n_words;
  guint32 n_slots;
  guint32 n_tables;
  guint32 words;
  guint32 slots;
  guint32 hashes;
  guint32 starts;
  guint32 firsts;
  guint32 first_rows;
  guint32 facts;
  guint32 tables;
} LeadupLexiconImage;

/**
 * LeadupLexiconImageStart:
 * @first: the first of the rows that start with a word
 * @single: the first of them that has no other word, the row behind them if none has
 */
typedef struct
{
  guint32 first;
  guint32 single;
} LeadupLexiconImageStart;

/**
 * LeadupLexiconImageTable:
 * @columns: positions of the names of the columns
 * @first_words: number of the first word of each row, ascending
 * @second_words: number of the second word of each row, 0 where there is none
 * @rows: @n_rows of LeadupLexiconImageRow
 */
typedef struct
{
  guint32 name;
  guint32 n_columns;
  guint32 columns;
  guint32 n_rows;
  guint32 first_words;
  guint32 second_words;
  guint32 rows;
} LeadupLexiconImageTable;

/**
 * LeadupLexiconImageRow:
 * @columns: positions of the values, as many as the table has columns
 * @words: numbers of the words of the phrase
 */
typedef struct
{
  guint32 columns;
  guint32 words;
  guint32 n_words;
  guint32 line;
} LeadupLexiconImageRow;

/* What the compiler writes: each language once, the last has no name. */
typedef struct
{
  const char *language;
  const void *image;
} LeadupLexiconImageEntry;

extern const LeadupLexiconImageEntry leadup_lexicon_images[];

G_END_DECLS
