/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-tagger.h"

G_BEGIN_DECLS

gboolean leadup_verb_tagger_is_verb (const LeadupTagger *self,
                                     guint32 at,
                                     const LeadupWordFact *fact,
                                     guint8 forms);

G_END_DECLS
