/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-name-reader.h"

G_BEGIN_DECLS

/**
 * LeadupNameVessels:
 * @names: (element-type utf8): of ships, in lower case
 * @last_end: the token behind the last of them, which may be one of a list
 *
 * The ships that a text has named so far.
 */
typedef struct
{
  GHashTable *names;
  guint32 last_end;
  gboolean is_several;
} LeadupNameVessels;

void leadup_name_vessels_init (LeadupNameVessels *self);
void leadup_name_vessels_clear (LeadupNameVessels *self);
gboolean leadup_name_vessels_take (LeadupNameVessels *self,
                                   const LeadupNameReader *reader,
                                   guint32 at,
                                   guint32 end);

G_END_DECLS
