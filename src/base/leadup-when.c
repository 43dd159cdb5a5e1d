/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-when.h"

#include "base/leadup-ascii.h"
#include "base/leadup-edtf.h"
#include "base/leadup-error.h"
#include "base/leadup-pool.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_STATED_BYTES (4096)
#define MAX_NAME_BYTES (256)

enum
{
  TEXT_EDTF,
  TEXT_STATED,
  TEXT_ZONE,
  TEXT_RULE,
  TEXT_AS_OF,
  N_TEXTS
};

/* One allocation: a story may hold a million of these. The texts lie behind one another in @bytes;
 * @offsets says where each begins, and is 0 for a text that is not there. @bytes begins with an
 * unused NUL, so that no text has the offset 0. Equal texts are stored once. */
struct _LeadupWhen
{
  LeadupWhenBounds bounds;
  gatomicrefcount ref_count;
  guint16 offsets[N_TEXTS];
  guint16 precision : 4;
  guint16 part : 2;
  guint16 is_interval : 1;
  guint16 is_within : 1;
  guint16 is_ongoing : 1;
  guint16 is_approximate : 1;
  guint16 is_uncertain : 1;
  guint16 has_zone : 1;
  char bytes[];
};

G_STATIC_ASSERT (MAX_STATED_BYTES + LEADUP_EDTF_MAX_BYTES + 3 * MAX_NAME_BYTES + N_TEXTS + 1 <
                 G_MAXUINT16);
G_STATIC_ASSERT (LEADUP_PRECISION_UNDATED < 16 && LEADUP_PART_LATE < 4);

G_DEFINE_BOXED_TYPE (LeadupWhen, leadup_when, leadup_when_ref, leadup_when_unref)

static const char *const precision_names[] = {
  [LEADUP_PRECISION_TIME] = "time",       [LEADUP_PRECISION_DAY] = "day",
  [LEADUP_PRECISION_WEEK] = "week",       [LEADUP_PRECISION_MONTH] = "month",
  [LEADUP_PRECISION_SEASON] = "season",   [LEADUP_PRECISION_QUARTER] = "quarter",
  [LEADUP_PRECISION_YEAR] = "year",       [LEADUP_PRECISION_DECADE] = "decade",
  [LEADUP_PRECISION_CENTURY] = "century", [LEADUP_PRECISION_INTERVAL] = "interval",
  [LEADUP_PRECISION_UNDATED] = "undated",
};

static const char *const part_names[] = {
  [LEADUP_PART_NONE] = "none",
  [LEADUP_PART_EARLY] = "early",
  [LEADUP_PART_MID] = "mid",
  [LEADUP_PART_LATE] = "late",
};

/* Whether @rule is `family` or `family:name`. */
static gboolean
is_of_family (const char *rule,
              const char *family)
{
  gsize length = strlen (family);

  return rule != NULL && strncmp (rule, family, length) == 0 &&
         (rule[length] == '\0' || rule[length] == ':');
}

/* The families whose intervals say when something happened, not how long it lasted. */
static gboolean
is_within_rule (const char *rule)
{
  return is_of_family (rule, "relative") || is_of_family (rule, "vague") ||
         is_of_family (rule, "narrative") || is_of_family (rule, "published-bound");
}

static gboolean
check_text (const char *member,
            const char *text,
            gsize       max_bytes,
            GError    **error)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length > max_bytes)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
                   _ ("“%s” of a date is longer than %u bytes"), member, (guint) max_bytes);
      return FALSE;
    }
  if (text != NULL && !leadup_ascii_is_utf8 (text, length))
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX, _ ("“%s” of a date is not UTF-8"),
                   member);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_fields (const LeadupWhenFields *fields,
              GError                **error)
{
  LeadupEdtf as_of;

  if (!check_text ("stated", fields->stated, MAX_STATED_BYTES, error) ||
      !check_text ("zone", fields->zone, MAX_NAME_BYTES, error) ||
      !check_text ("rule", fields->rule, MAX_NAME_BYTES, error) ||
      !check_text ("as_of", fields->as_of, MAX_NAME_BYTES, error))
    return FALSE;

  if (fields->as_of != NULL && !leadup_edtf_parse (fields->as_of, LEADUP_PART_NONE, &as_of, error))
    return FALSE;
  if (fields->as_of != NULL && as_of.precision != LEADUP_PRECISION_DAY)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
                   _ ("“%s” is not a day; “as_of” is written like 2025-03-04"), fields->as_of);
      return FALSE;
    }

  return TRUE;
}

/* Where a text goes: at the end, or where the same one is already. Returns the new end. */
static guint
place_text (const char * const  *texts,
            guint                index,
            guint16             *offsets,
            guint                end)
{
  if (texts[index] == NULL)
    return end;

  for (guint i = 0; i < index; i++)
    {
      if (g_strcmp0 (texts[i], texts[index]) == 0)
        {
          offsets[index] = offsets[i];
          return end;
        }
    }

  offsets[index] = (guint16) end;

  return end + (guint) strlen (texts[index]) + 1;
}

static const char *
get_text (const LeadupWhen *self,
          guint             index)
{
  return self->offsets[index] != 0 ? self->bytes + self->offsets[index] : NULL;
}

static int
compare_instants (LeadupInstant a,
                  LeadupInstant b)
{
  return (a > b) - (a < b);
}

/**
 * leadup_when_new:
 * @fields: what to keep; copied. May come from outside
 * @error: return location
 *
 * A time of day without an offset in its EDTF text is taken from a clock in the zone of @fields;
 * where this system does not know the zone, or there is none, its bounds are those of the same
 * clock in UTC.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL with a %LEADUP_ERROR if the EDTF text or
 *   `as_of` cannot be read, something is too long or not UTF-8, or the part makes no sense
 */
LeadupWhen *
leadup_when_new (const LeadupWhenFields *fields,
                 GError                **error)
{
  const char *texts[N_TEXTS];
  guint16 offsets[N_TEXTS] = { 0 };
  guint end = 1;
  LeadupEdtf edtf;
  LeadupWhen *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->part <= LEADUP_PART_LATE, NULL);

  if (!check_fields (fields, error) ||
      !leadup_edtf_parse_in_zone (fields->edtf, fields->part, fields->zone, &edtf, error))
    return NULL;

  texts[TEXT_EDTF] = fields->edtf;
  texts[TEXT_STATED] = fields->stated;
  texts[TEXT_ZONE] = fields->zone;
  texts[TEXT_RULE] = fields->rule;
  texts[TEXT_AS_OF] = fields->as_of;
  for (guint i = 0; i < N_TEXTS; i++)
    end = place_text (texts, i, offsets, end);

  self = leadup_pool_alloc (sizeof (LeadupWhen) + end);
  *self = (LeadupWhen) { .part = fields->part };
  self->bytes[0] = '\0';
  g_atomic_ref_count_init (&self->ref_count);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      self->offsets[i] = offsets[i];
      if (texts[i] != NULL)
        memcpy (self->bytes + offsets[i], texts[i], strlen (texts[i]) + 1);
    }

  self->bounds = edtf.bounds;
  self->precision = edtf.precision;
  self->is_interval = edtf.is_interval;
  self->is_within = edtf.is_interval && is_within_rule (fields->rule);
  self->is_ongoing = edtf.is_ongoing && !self->is_within;
  self->is_approximate = edtf.is_approximate;
  self->is_uncertain = edtf.is_uncertain;
  self->has_zone = edtf.has_zone;

  if (self->is_within)
    {
      self->bounds.start_latest = self->bounds.end_latest;
      self->bounds.end_earliest = self->bounds.start_earliest;
    }
  if (is_of_family (fields->rule, "published-bound"))
    self->precision = LEADUP_PRECISION_UNDATED;

  return self;
}

/**
 * leadup_when_new_from_edtf:
 *
 * Returns: (transfer full) (nullable): as leadup_when_new() with nothing but EDTF text
 */
LeadupWhen *
leadup_when_new_from_edtf (const char *edtf,
                           GError    **error)
{
  LeadupWhenFields fields = { .edtf = edtf };

  return leadup_when_new (&fields, error);
}

LeadupWhen *
leadup_when_ref (LeadupWhen *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
leadup_when_unref (LeadupWhen *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    leadup_pool_free (self);
}

const char *
leadup_when_get_stated (const LeadupWhen *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_text (self, TEXT_STATED);
}

const char *
leadup_when_get_edtf (const LeadupWhen *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_text (self, TEXT_EDTF);
}

const char *
leadup_when_get_zone (const LeadupWhen *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_text (self, TEXT_ZONE);
}

const char *
leadup_when_get_rule (const LeadupWhen *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_text (self, TEXT_RULE);
}

const char *
leadup_when_get_as_of (const LeadupWhen *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_text (self, TEXT_AS_OF);
}

LeadupPart
leadup_when_get_part (const LeadupWhen *self)
{
  g_return_val_if_fail (self != NULL, LEADUP_PART_NONE);

  return (LeadupPart) self->part;
}

/**
 * leadup_when_get_bounds:
 *
 * Returns: (transfer none): see #LeadupWhenBounds
 */
const LeadupWhenBounds *
leadup_when_get_bounds (const LeadupWhen *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->bounds;
}

/**
 * leadup_when_get_precision:
 *
 * Returns: how finely it was said; %LEADUP_PRECISION_UNDATED for what is only bounded by the day of
 *   publication
 */
LeadupPrecision
leadup_when_get_precision (const LeadupWhen *self)
{
  g_return_val_if_fail (self != NULL, LEADUP_PRECISION_UNDATED);

  return (LeadupPrecision) self->precision;
}

/**
 * leadup_when_lasted:
 *
 * Returns: whether it is an interval all of which it lasted
 */
gboolean
leadup_when_lasted (const LeadupWhen *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_interval && !self->is_within;
}

/**
 * leadup_when_is_within:
 *
 * Returns: whether it is an interval somewhere within which it happened
 */
gboolean
leadup_when_is_within (const LeadupWhen *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_within;
}

/**
 * leadup_when_is_ongoing:
 *
 * Returns: whether it began and goes on (“2025-09-02/..”); its end bounds are %LEADUP_INSTANT_MAX
 */
gboolean
leadup_when_is_ongoing (const LeadupWhen *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_ongoing;
}

/**
 * leadup_when_has_zone:
 *
 * Returns: whether it is a time of day whose offset from UTC is known. Only such a time may move
 * when it is shown in another zone
 */
gboolean
leadup_when_has_zone (const LeadupWhen *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_zone;
}

gboolean
leadup_when_is_approximate (const LeadupWhen *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_approximate;
}

gboolean
leadup_when_is_uncertain (const LeadupWhen *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_uncertain;
}

/**
 * leadup_when_equal:
 *
 * Returns: whether all fields are the same, the words of the source included
 */
gboolean
leadup_when_equal (const LeadupWhen *a,
                   const LeadupWhen *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->part != b->part)
    return FALSE;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      if (g_strcmp0 (get_text (a, i), get_text (b, i)) != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * leadup_when_collate:
 *
 * A total order for lists: by the earliest and the latest start, the latest end, then the EDTF
 * text. It says nothing about what happened first; leadup_when_compare() does.
 *
 * Returns: less than, equal to or more than 0
 */
int
leadup_when_collate (const LeadupWhen *a,
                     const LeadupWhen *b)
{
  int order;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  order = compare_instants (a->bounds.start_earliest, b->bounds.start_earliest);
  if (order == 0)
    order = compare_instants (a->bounds.start_latest, b->bounds.start_latest);
  if (order == 0)
    order = compare_instants (a->bounds.end_latest, b->bounds.end_latest);
  if (order == 0)
    order = g_strcmp0 (get_text (a, TEXT_EDTF), get_text (b, TEXT_EDTF));

  return order;
}

/**
 * leadup_when_compare:
 *
 * Returns: whether @a had certainly ended when @b began, or the reverse, or neither is certain
 */
LeadupOrder
leadup_when_compare (const LeadupWhen *a,
                     const LeadupWhen *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, LEADUP_ORDER_UNKNOWN);

  if (a->bounds.end_latest <= b->bounds.start_earliest)
    return LEADUP_ORDER_BEFORE;
  if (b->bounds.end_latest <= a->bounds.start_earliest)
    return LEADUP_ORDER_AFTER;

  return LEADUP_ORDER_UNKNOWN;
}

/**
 * leadup_when_overlaps:
 * @from: beginning of a window
 * @to: its end, exclusive; a window without length is the instant @from
 *
 * Returns: whether it can have happened, or lasted, in the window
 */
gboolean
leadup_when_overlaps (const LeadupWhen *self,
                      LeadupInstant     from,
                      LeadupInstant     to)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (to <= from)
    return self->bounds.start_earliest <= from && from < self->bounds.end_latest;

  return self->bounds.start_earliest < to && from < self->bounds.end_latest;
}

const char *
leadup_precision_to_string (LeadupPrecision precision)
{
  g_return_val_if_fail (precision <= LEADUP_PRECISION_UNDATED, NULL);

  return precision_names[precision];
}

const char *
leadup_part_to_string (LeadupPart part)
{
  g_return_val_if_fail (part <= LEADUP_PART_LATE, NULL);

  return part_names[part];
}

/**
 * leadup_part_from_string:
 * @name: (nullable): “none”, “early”, “mid” or “late”
 * @part: (out): the part; untouched on failure
 *
 * Returns: %FALSE where there is no such name
 */
gboolean
leadup_part_from_string (const char *name,
                         LeadupPart *part)
{
  g_return_val_if_fail (part != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (part_names); i++)
    {
      if (g_strcmp0 (name, part_names[i]) == 0)
        {
          *part = (LeadupPart) i;
          return TRUE;
        }
    }

  return FALSE;
}
