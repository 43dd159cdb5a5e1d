/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LeadupPcg:
 *
 * Random numbers that are the same on every machine: PCG-XSH-RR 64/32 of O’Neill, “PCG: A family of
 * simple fast space-efficient statistically good algorithms for random number generation” (2014).
 * Plain data of one thread.
 */
typedef struct
{
  guint64 state;
  guint64 increment;
} LeadupPcg;

void    leadup_pcg_init       (LeadupPcg *self,
                               guint64    seed,
                               guint64    stream);
guint32 leadup_pcg_next       (LeadupPcg *self);
guint32 leadup_pcg_next_below (LeadupPcg *self,
                               guint32    bound);
double  leadup_pcg_next_unit  (LeadupPcg *self);
void    leadup_pcg_shuffle    (LeadupPcg *self,
                               guint     *values,
                               guint      n_values);

G_END_DECLS
