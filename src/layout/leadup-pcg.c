/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-pcg.h"

/**
 * leadup_pcg_init:
 * @self: memory to fill
 * @seed: where in the sequence to start
 * @stream: which of the 2⁶³ sequences
 */
void
leadup_pcg_init (LeadupPcg *self,
                 guint64    seed,
                 guint64    stream)
{
  g_return_if_fail (self != NULL);

  self->state = 0;
  self->increment = (stream << 1) | 1;
  leadup_pcg_next (self);
  self->state += seed;
  leadup_pcg_next (self);
}

/* Returns: 32 random bits */
guint32
leadup_pcg_next (LeadupPcg *self)
{
  guint64 old = self->state;
  guint32 shifted = (guint32) (((old >> 18) ^ old) >> 27);
  guint32 rotation = (guint32) (old >> 59);

  self->state = old * G_GUINT64_CONSTANT (6364136223846793005) + self->increment;

  return (shifted >> rotation) | (shifted << ((32 - rotation) & 31));
}

/**
 * leadup_pcg_next_below:
 * @self: the generator
 * @bound: at least 1
 *
 * Returns: a number from 0 to @bound − 1, all equally likely
 */
guint32
leadup_pcg_next_below (LeadupPcg *self,
                       guint32    bound)
{
  guint32 threshold;
  guint64 product;

  g_return_val_if_fail (bound > 0, 0);

  /* Lemire, “Fast random integer generation in an interval” (2019): a division only where bias is
   * possible. */
  product = (guint64) leadup_pcg_next (self) * bound;
  if ((guint32) product >= bound)
    return (guint32) (product >> 32);

  threshold = (0u - bound) % bound;
  while ((guint32) product < threshold)
    product = (guint64) leadup_pcg_next (self) * bound;

  return (guint32) (product >> 32);
}

/* Returns: a number in [0, 1), a multiple of 2⁻³² */
double
leadup_pcg_next_unit (LeadupPcg *self)
{
  return (double) leadup_pcg_next (self) / 4294967296.0;
}

/* Fisher and Yates. */
void
leadup_pcg_shuffle (LeadupPcg *self,
                    guint     *values,
                    guint      n_values)
{
  for (guint i = n_values; i > 1; i--)
    {
      guint j = leadup_pcg_next_below (self, i);
      guint value = values[i - 1];

      values[i - 1] = values[j];
      values[j] = value;
    }
}
