/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-derived.h"

typedef struct
{
  char *key;
  gpointer value;
  GBoxedCopyFunc ref;
  GDestroyNotify unref;
} Kept;

/**
 * _LeadupDerived:
 * @lock: guards @kept
 * @kept: (element-type Kept): what was asked for last comes first
 */
struct _LeadupDerived
{
  GMutex lock;
  GQueue kept;
  guint max_values;
};

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  kept->unref (kept->value);
  g_free (kept->key);
  g_free (kept);
}

/**
 * leadup_derived_new:
 * @max_values: how many are kept, at least one
 *
 * Returns: (transfer full): one that keeps nothing as yet
 */
LeadupDerived *
leadup_derived_new (guint max_values)
{
  LeadupDerived *self;

  g_return_val_if_fail (max_values > 0, NULL);

  self = g_new0 (LeadupDerived, 1);
  g_mutex_init (&self->lock);
  g_queue_init (&self->kept);
  self->max_values = max_values;

  return self;
}

void
leadup_derived_free (LeadupDerived *self)
{
  if (self == NULL)
    return;

  g_queue_clear_full (&self->kept, kept_free);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * leadup_derived_ref:
 *
 * Returns: (transfer full) (nullable): what is kept under @key, with a reference of its own
 */
gpointer
leadup_derived_ref (LeadupDerived *self,
                    const char    *key)
{
  gpointer found = NULL;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  g_mutex_lock (&self->lock);
  for (GList *link = self->kept.head; link != NULL; link = link->next)
    {
      Kept *kept = link->data;

      if (!g_str_equal (kept->key, key))
        continue;
      g_queue_unlink (&self->kept, link);
      g_queue_push_head_link (&self->kept, link);
      found = kept->ref (kept->value);
      break;
    }
  g_mutex_unlock (&self->lock);

  return found;
}

/**
 * leadup_derived_keep:
 * @key: all that @value depends on, beside what this belongs to
 * @value: (transfer none): the value
 *
 * Keeps a value until newer ones push it out.
 */
void
leadup_derived_keep (LeadupDerived *self,
                     const char    *key,
                     gpointer       value,
                     GBoxedCopyFunc ref,
                     GDestroyNotify unref)
{
  Kept *kept;
  Kept *old = NULL;

  g_return_if_fail (self != NULL && key != NULL && value != NULL);

  kept = g_new0 (Kept, 1);
  kept->key = g_strdup (key);
  kept->value = ref (value);
  kept->ref = ref;
  kept->unref = unref;

  g_mutex_lock (&self->lock);
  g_queue_push_head (&self->kept, kept);
  if (g_queue_get_length (&self->kept) > self->max_values)
    old = g_queue_pop_tail (&self->kept);
  g_mutex_unlock (&self->lock);

  if (old != NULL)
    kept_free (old);
}
