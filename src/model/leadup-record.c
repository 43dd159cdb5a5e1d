/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-record.h"

#include "model/leadup-record-private.h"

static const char *const kind_names[LEADUP_N_RECORD_KINDS] = {
  "info", "category", "actor", "source", "event", "candidate", "phase", "view", "step", "placement",
};

/* Begin the ids that the program makes, so that a person who reads a file sees what an id stands
 * for. */
static const char kind_letters[LEADUP_N_RECORD_KINDS + 1] = "ikaserpvtl";

G_DEFINE_ABSTRACT_TYPE (LeadupRecord, leadup_record, G_TYPE_OBJECT)

/* @block: (transfer full) (nullable) */
static gpointer
new_with_block (GType    type,
                gpointer block)
{
  LeadupRecord *record;

  if (block == NULL)
    return NULL;

  record = g_object_new (type, NULL);
  record->block = block;

  return record;
}

static const char *
get_first_member (LeadupRecord *self)
{
  return *(const char **) self->block;
}

static const char *
get_no_extra (LeadupRecord *self)
{
  return NULL;
}

static void
leadup_record_finalize (GObject *object)
{
  leadup_arena_free (((LeadupRecord *) object)->block);

  G_OBJECT_CLASS (leadup_record_parent_class)->finalize (object);
}

static void
leadup_record_class_init (LeadupRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = leadup_record_finalize;

  klass->get_id = get_first_member;
  klass->get_extra = get_no_extra;
}

static void
leadup_record_init (LeadupRecord *self)
{
}

/**
 * leadup_record_new_packed:
 * @type: a final record type
 * @fields: its fields struct
 * @size: bytes of the struct
 * @pack: names its strings and arrays
 *
 * Returns: (transfer full) (nullable): the record; %NULL with a critical warning where a string is
 * not UTF-8
 */
gpointer
leadup_record_new_packed (GType          type,
                          gconstpointer  fields,
                          gsize          size,
                          LeadupPackFunc pack)
{
  return new_with_block (type, leadup_arena_pack (fields, size, pack));
}

/* As leadup_record_new_packed(), with a block of #LeadupWords.
 *
 * @defaults: the struct where it says nothing
 */
gpointer
leadup_record_new_of_words (GType          type,
                            gconstpointer  fields,
                            gconstpointer  defaults,
                            gsize          size,
                            LeadupPackFunc pack)
{
  return new_with_block (type, leadup_arena_pack_words (fields, defaults, size, pack));
}

/* The record’s fields struct, or its words. Without type checks: for the record types themselves.
 */
gpointer
leadup_record_get_block (gpointer record)
{
  return ((LeadupRecord *) record)->block;
}

/* leadup_record_get_id() without type checks, for sorting and searching. */
const char *
leadup_record_peek_id (gpointer record)
{
  LeadupRecordClass *klass = (LeadupRecordClass *) ((GTypeInstance *) record)->g_class;

  return klass->get_id (record);
}

LeadupRecordKind
leadup_record_get_kind (LeadupRecord *self)
{
  g_return_val_if_fail (LEADUP_IS_RECORD (self), LEADUP_RECORD_INFO);

  return LEADUP_RECORD_GET_CLASS (self)->kind;
}

/**
 * leadup_record_get_id:
 * @self: a record
 *
 * Returns: (transfer none): the id, unique within the kind; never %NULL
 */
const char *
leadup_record_get_id (LeadupRecord *self)
{
  g_return_val_if_fail (LEADUP_IS_RECORD (self), NULL);

  return LEADUP_RECORD_GET_CLASS (self)->get_id (self);
}

/**
 * leadup_record_get_extra:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): members that this version does not know, as one JSON object
 */
const char *
leadup_record_get_extra (LeadupRecord *self)
{
  g_return_val_if_fail (LEADUP_IS_RECORD (self), NULL);

  return LEADUP_RECORD_GET_CLASS (self)->get_extra (self);
}

/* For files and messages to developers; not translated. */
const char *
leadup_record_kind_to_string (LeadupRecordKind kind)
{
  g_return_val_if_fail ((guint) kind < LEADUP_N_RECORD_KINDS, NULL);

  return kind_names[kind];
}

/**
 * leadup_record_make_id:
 * @kind: what the id is for
 *
 * A short random id. 60 random bits: among a million records that two people add to copies of one
 * story, the chance that any two get the same id is below one in a million.
 *
 * Returns: (transfer full): the id
 */
char *
leadup_record_make_id (LeadupRecordKind kind)
{
  /* No letters that look like digits or make words. */
  static const char digits[] = "0123456789bcdfghjkmnpqrstvwxyzae";
  char id[15];
  guint64 bits = ((guint64) g_random_int () << 32) | g_random_int ();

  g_return_val_if_fail ((guint) kind < LEADUP_N_RECORD_KINDS, NULL);

  if (kind == LEADUP_RECORD_INFO)
    return g_strdup ("story");

  id[0] = kind_letters[kind];
  id[1] = '-';
  for (guint i = 2; i < sizeof id - 1; i++)
    {
      id[i] = digits[bits & 31];
      bits >>= 5;
    }
  id[sizeof id - 1] = '\0';

  return g_strdup (id);
}
