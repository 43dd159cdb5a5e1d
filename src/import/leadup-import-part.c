/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-part.h"

#include "base/leadup-text.h"
#include "base/leadup-when-format.h"
#include "import/leadup-import-hash.h"
#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-source.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Characters of a part that are shown. */
#define MAX_SHOWN 300

/* Elements of a list that are shown. */
#define MAX_LISTED 8

static const struct
{
  const char *name;
  const char *label;
} parts[LEADUP_N_IMPORT_PARTS] = {
  { "title", N_ ("Title") },       { "summary", N_ ("Summary") },
  { "category", N_ ("Category") }, { "when", N_ ("Date") },
  { "place", N_ ("Place") },       { "actors", N_ ("Actors") },
  { "evidence", N_ ("Sources") },  { "values", N_ ("Values") },
  { "tags", N_ ("Tags") },         { "verification", N_ ("Verification") },
};

/* As in the story file. */
const char *
leadup_import_part_to_string (LeadupImportPart part)
{
  g_return_val_if_fail (part < LEADUP_N_IMPORT_PARTS, NULL);

  return parts[part].name;
}

/* For people. */
const char *
leadup_import_part_get_label (LeadupImportPart part)
{
  g_return_val_if_fail (part < LEADUP_N_IMPORT_PARTS, NULL);

  return _ (parts[part].label);
}

static guint64
hash_number (guint64 seed,
             double  number)
{
  /* All that are no number are the same, and −0 is 0. */
  double value = isnan (number) ? (double) NAN : number + 0.0;
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  bits = isnan (number) ? 1 : GUINT64_TO_LE (bits);

  return leadup_import_hash (seed, &bits, sizeof bits);
}

static guint64
hash_when (const LeadupWhen *when)
{
  guint64 hash;

  if (when == NULL)
    return 1;

  hash = leadup_import_hash_text (0, leadup_when_get_edtf (when));
  hash = leadup_import_hash_text (hash, leadup_when_get_stated (when));

  return leadup_import_hash_text (hash, leadup_when_get_zone (when));
}

static guint64
hash_place (const LeadupPlace *place)
{
  guint64 hash;

  if (place == NULL)
    return 1;

  hash = leadup_import_hash_text (0, place->name);
  hash = leadup_import_hash_text (hash, place->country);
  hash = hash_number (hash, place->latitude);

  return hash_number (hash, place->longitude);
}

static guint64
hash_actors (const LeadupEventFields *fields)
{
  guint64 hash = 0;

  for (guint i = 0; i < fields->n_participants; i++)
    {
      hash = leadup_import_hash_text (hash, fields->participants[i].actor);
      hash += (guint64) fields->participants[i].role + 1;
    }

  return hash;
}

static guint64
hash_evidence (const LeadupEventFields *fields)
{
  guint64 hash = 0;

  for (guint i = 0; i < fields->n_evidence; i++)
    {
      const LeadupEvidenceFields *one = leadup_evidence_get_fields (fields->evidence[i]);

      hash = leadup_import_hash_text (hash, one->source);
      hash = leadup_import_hash_text (hash, one->quote);
    }

  return hash;
}

static guint64
hash_values (const LeadupEventFields *fields)
{
  guint64 hash = 0;

  for (guint i = 0; i < fields->n_values; i++)
    {
      hash = leadup_import_hash_text (hash, fields->values[i].name);
      hash = hash_number (hash, fields->values[i].low);
      hash = hash_number (hash, fields->values[i].high);
      hash = leadup_import_hash_text (hash, fields->values[i].qualifier);
    }

  return hash;
}

static guint64
hash_part (LeadupImportPart         part,
           const LeadupEventFields *fields)
{
  guint64 hash = 0;

  switch (part)
    {
    case LEADUP_IMPORT_PART_TITLE:
      return leadup_import_hash_text (0, fields->title != NULL ? fields->title : "");
    case LEADUP_IMPORT_PART_SUMMARY:
      return leadup_import_hash_text (0, fields->summary);
    case LEADUP_IMPORT_PART_CATEGORY:
      return leadup_import_hash_text (0, fields->category);
    case LEADUP_IMPORT_PART_WHEN:
      return hash_when (fields->when);
    case LEADUP_IMPORT_PART_PLACE:
      return hash_place (fields->place);
    case LEADUP_IMPORT_PART_ACTORS:
      return hash_actors (fields);
    case LEADUP_IMPORT_PART_EVIDENCE:
      return hash_evidence (fields);
    case LEADUP_IMPORT_PART_VALUES:
      return hash_values (fields);
    case LEADUP_IMPORT_PART_TAGS:
      for (guint i = 0; fields->tags != NULL && fields->tags[i] != NULL; i++)
        hash = leadup_import_hash_text (hash, fields->tags[i]);
      return hash;
    case LEADUP_IMPORT_PART_VERIFICATION:
    default:
      return (guint64) fields->verification + 1;
    }
}

/**
 * leadup_import_part_copy:
 * @part: which
 * @to: a shallow view that gets the part of @from; @from has to live as long
 * @from: another event
 */
void
leadup_import_part_copy (LeadupImportPart         part,
                         LeadupEventFields       *to,
                         const LeadupEventFields *from)
{
  switch (part)
    {
    case LEADUP_IMPORT_PART_TITLE:
      to->title = from->title;
      break;
    case LEADUP_IMPORT_PART_SUMMARY:
      to->summary = from->summary;
      break;
    case LEADUP_IMPORT_PART_CATEGORY:
      to->category = from->category;
      break;
    case LEADUP_IMPORT_PART_WHEN:
      to->when = from->when;
      to->when_extra = from->when_extra;
      break;
    case LEADUP_IMPORT_PART_PLACE:
      to->place = from->place;
      break;
    case LEADUP_IMPORT_PART_ACTORS:
      to->participants = from->participants;
      to->n_participants = from->n_participants;
      break;
    case LEADUP_IMPORT_PART_EVIDENCE:
      to->evidence = from->evidence;
      to->n_evidence = from->n_evidence;
      break;
    case LEADUP_IMPORT_PART_VALUES:
      to->values = from->values;
      to->n_values = from->n_values;
      break;
    case LEADUP_IMPORT_PART_TAGS:
      to->tags = from->tags;
      break;
    case LEADUP_IMPORT_PART_VERIFICATION:
    default:
      to->verification = from->verification;
      break;
    }
}

static const char *
find_name (LeadupSnapshot  *snapshot,
           LeadupRecordKind kind,
           const char      *id)
{
  LeadupRecord *record = snapshot != NULL ? leadup_snapshot_lookup (snapshot, kind, id) : NULL;

  if (record == NULL)
    return NULL;
  if (kind == LEADUP_RECORD_ACTOR)
    return leadup_actor_get_name (LEADUP_ACTOR (record));

  return leadup_category_get_fields (LEADUP_CATEGORY (record))->name;
}

static void
append_listed (GString    *text,
               guint       index,
               const char *one)
{
  if (index < MAX_LISTED)
    g_string_append_printf (text, "%s%s", index > 0 ? ", " : "", one);
  else if (index == MAX_LISTED)
    g_string_append (text, "…");
}

static void
append_actors (GString                 *text,
               const LeadupEventFields *fields,
               LeadupSnapshot          *snapshot)
{
  for (guint i = 0; i < fields->n_participants; i++)
    {
      const LeadupParticipant *one = &fields->participants[i];
      const char *name = find_name (snapshot, LEADUP_RECORD_ACTOR, one->actor);

      append_listed (text, i, name != NULL ? name : one->as != NULL ? one->as : one->actor);
    }
}

static void
append_evidence (GString                 *text,
                 const LeadupEventFields *fields,
                 LeadupSnapshot          *snapshot)
{
  for (guint i = 0; i < fields->n_evidence; i++)
    {
      const LeadupEvidenceFields *one = leadup_evidence_get_fields (fields->evidence[i]);
      LeadupSource *source =
          snapshot != NULL ? leadup_snapshot_lookup (snapshot, LEADUP_RECORD_SOURCE, one->source)
                           : NULL;
      g_autofree char *label = source != NULL ? leadup_source_dup_label (source) : NULL;

      append_listed (text, i, label != NULL ? label : one->quote != NULL ? one->quote : "…");
    }
}

static void
append_values (GString                 *text,
               const LeadupEventFields *fields)
{
  for (guint i = 0; i < fields->n_values; i++)
    {
      const LeadupValue *value = &fields->values[i];
      g_autofree char *one = value->low == value->high
                                 ? g_strdup_printf ("%s %g", value->name, value->low)
                                 : g_strdup_printf ("%s %g–%g", value->name, value->low, value->high);

      append_listed (text, i, one);
    }
}

/**
 * leadup_import_part_describe:
 * @part: which
 * @fields: of an event
 * @snapshot: (nullable): knows the names of actors and sources
 *
 * Returns: (transfer full): what @fields say there, on one line; empty where they say nothing
 */
char *
leadup_import_part_describe (LeadupImportPart         part,
                             const LeadupEventFields *fields,
                             LeadupSnapshot          *snapshot)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *name;

  g_return_val_if_fail (fields != NULL, NULL);

  switch (part)
    {
    case LEADUP_IMPORT_PART_TITLE:
      g_string_append (text, fields->title);
      break;
    case LEADUP_IMPORT_PART_SUMMARY:
      g_string_append (text, fields->summary != NULL ? fields->summary : "");
      break;
    case LEADUP_IMPORT_PART_CATEGORY:
      name = find_name (snapshot, LEADUP_RECORD_CATEGORY, fields->category);
      g_string_append (text, name != NULL ? name : fields->category);
      break;
    case LEADUP_IMPORT_PART_WHEN:
      if (fields->when != NULL)
        {
          g_autofree char *when = leadup_when_format (fields->when, LEADUP_WHEN_STYLE_LONG);

          g_string_append (text, when);
        }
      break;
    case LEADUP_IMPORT_PART_PLACE:
      if (fields->place != NULL)
        g_string_append (text, fields->place->name);
      if (fields->place != NULL && isfinite (fields->place->latitude))
        g_string_append_printf (text, "%s%.4f, %.4f", text->len > 0 ? " · " : "",
                                fields->place->latitude, fields->place->longitude);
      break;
    case LEADUP_IMPORT_PART_ACTORS:
      append_actors (text, fields, snapshot);
      break;
    case LEADUP_IMPORT_PART_EVIDENCE:
      append_evidence (text, fields, snapshot);
      break;
    case LEADUP_IMPORT_PART_VALUES:
      append_values (text, fields);
      break;
    case LEADUP_IMPORT_PART_TAGS:
      for (guint i = 0; fields->tags != NULL && fields->tags[i] != NULL; i++)
        append_listed (text, i, fields->tags[i]);
      break;
    case LEADUP_IMPORT_PART_VERIFICATION:
    default:
      g_string_append (text, leadup_verification_to_string (fields->verification));
      break;
    }

  return leadup_text_single_line (text->str, MAX_SHOWN);
}

/* Writes LEADUP_N_IMPORT_PARTS × LEADUP_IMPORT_PART_DIGITS digits and a NUL. Returns: a hash of all
 * parts */
guint64
leadup_import_parts_write (const LeadupEventFields *fields,
                           char                    *digits)
{
  guint64 all = 0;

  g_return_val_if_fail (fields != NULL && digits != NULL, 0);

  for (guint i = 0; i < LEADUP_N_IMPORT_PARTS; i++)
    {
      guint64 hash = hash_part ((LeadupImportPart) i, fields);

      all = (all ^ hash) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      all ^= all >> 32;
      /* Of most parts an event says nothing. */
      if (hash == 0)
        memset (digits + i * LEADUP_IMPORT_PART_DIGITS, *leadup_import_hash_alphabet,
                LEADUP_IMPORT_PART_DIGITS);
      else
        leadup_import_hash_write (hash, digits + i * LEADUP_IMPORT_PART_DIGITS,
                                  LEADUP_IMPORT_PART_DIGITS);
    }
  digits[LEADUP_N_IMPORT_PARTS * LEADUP_IMPORT_PART_DIGITS] = '\0';

  return all;
}

/**
 * leadup_import_parts_compare:
 * @digits: of one event, as leadup_import_parts_write() makes them
 * @other: of another
 *
 * Returns: bit n says whether part n differs
 */
guint
leadup_import_parts_compare (const char *digits,
                             const char *other)
{
  guint differ = 0;

  g_return_val_if_fail (digits != NULL && other != NULL, 0);

  for (guint i = 0; i < LEADUP_N_IMPORT_PARTS; i++)
    if (memcmp (digits + i * LEADUP_IMPORT_PART_DIGITS, other + i * LEADUP_IMPORT_PART_DIGITS,
                LEADUP_IMPORT_PART_DIGITS) != 0)
      differ |= 1u << i;

  return differ;
}
