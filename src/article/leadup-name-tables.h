/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-lexicon.h"

G_BEGIN_DECLS

/* How a table that holds a name types it. */
typedef enum
{
  LEADUP_NAME_NONE,
  LEADUP_NAME_STATE,
  LEADUP_NAME_SEAT,
  LEADUP_NAME_PLACE,
  LEADUP_NAME_NATION,
  LEADUP_NAME_ORGANISATION,
  LEADUP_NAME_ARMED_GROUP,
  LEADUP_NAME_MEDIA,
  LEADUP_NAME_TITLE,
} LeadupNameType;

/**
 * LeadupNameTables:
 *
 * The tables of names of a lexicon. A plain struct, cheap to fill.
 *
 * @typed: the bits of those that leadup_name_tables_match() looks into
 */
typedef struct
{
  const LeadupLexicon *lexicon;
  guint64 typed;
  const LeadupLexiconTable *states;
  const LeadupLexiconTable *seats;
  const LeadupLexiconTable *family_names;
  const LeadupLexiconTable *places;
  const LeadupLexiconTable *subdivisions;
  const LeadupLexiconTable *gazetteer;
  const LeadupLexiconTable *demonyms;
  const LeadupLexiconTable *organisations;
  const LeadupLexiconTable *media;
  const LeadupLexiconTable *titles;
  const LeadupLexiconTable *given_names;
  const LeadupLexiconTable *more_given_names;
  const LeadupLexiconTable *organisation_nouns;
  const LeadupLexiconTable *place_nouns;
  const LeadupLexiconTable *things;
  const LeadupLexiconTable *directions;
  const LeadupLexiconTable *collectives;
  const LeadupLexiconTable *pursuits;
  const LeadupLexiconTable *tails;
  const LeadupLexiconTable *vessels;
  const LeadupLexiconTable *starters;
} LeadupNameTables;

void leadup_name_tables_init (LeadupNameTables *self, const LeadupLexicon *lexicon);
LeadupNameType leadup_name_tables_match (const LeadupNameTables *self,
                                         const LeadupToken *tokens,
                                         gsize n_tokens,
                                         const LeadupLexiconRow **row);
gboolean leadup_name_tables_is_given_name (const LeadupNameTables *self, const LeadupToken *token);
gboolean leadup_name_tables_is_particle (const LeadupToken *token);
LeadupActorKind leadup_name_type_to_kind (LeadupNameType type);

G_END_DECLS
