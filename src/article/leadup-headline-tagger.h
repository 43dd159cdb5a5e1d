/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-tagger.h"

G_BEGIN_DECLS

gboolean leadup_headline_tagger_is_plural (const char *word);

gboolean leadup_headline_tagger_names_violence (const LeadupTagger *self,
                                                guint32 at);

gboolean leadup_headline_tagger_is_deed_of_many (const LeadupTagger *self,
                                                 guint32 at);

gboolean leadup_headline_tagger_is_subject_deed (const LeadupTagger *self,
                                                 guint32 at,
                                                 LeadupTag before);

G_END_DECLS
