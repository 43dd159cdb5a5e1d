/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-record.h"

G_BEGIN_DECLS

/* Bounds of what a story may hold, each with its message. */
#define LEADUP_STORY_MAX_EVENTS  (2000000)
#define LEADUP_STORY_MAX_ACTORS  (200000)
#define LEADUP_STORY_MAX_RECORDS (2000000)
#define LEADUP_STORY_MAX_LIST    (100000)
#define LEADUP_STORY_MAX_STRING  ((gsize) 1 << 20)
#define LEADUP_STORY_MAX_TEXT    ((gsize) 16 << 20)
#define LEADUP_STORY_MAX_TITLE   (10000)

/**
 * LeadupFieldType:
 * @LEADUP_FIELD_ID: as text, but must be there
 * @LEADUP_FIELD_TITLE: const char *, at most %LEADUP_STORY_MAX_TITLE characters
 * @LEADUP_FIELD_STRING: const char *, at most %LEADUP_STORY_MAX_STRING bytes
 * @LEADUP_FIELD_TEXT: const char *, at most %LEADUP_STORY_MAX_TEXT bytes
 * @LEADUP_FIELD_STRINGS: const char * const *
 * @LEADUP_FIELD_NUMBER: double
 * @LEADUP_FIELD_COUNT: guint
 * @LEADUP_FIELD_SEED: guint64
 * @LEADUP_FIELD_FLAG: gboolean
 * @LEADUP_FIELD_CHOICE: an enum
 * @LEADUP_FIELD_CHOICES: guint, a set of bits 1 << enum; a list of names
 * @LEADUP_FIELD_INSTANT: LeadupInstant, a time in UTC; absent where it is a bound
 * @LEADUP_FIELD_SPAN: two gint64, start and end
 * @LEADUP_FIELD_INLINE: an object of the file whose members are fields of the same struct
 * @LEADUP_FIELD_STRUCT: pointer to a struct, %NULL where absent
 * @LEADUP_FIELD_STRUCTS: pointer to an array of structs, and its guint length
 * @LEADUP_FIELD_OBJECT: pointer to what the shape’s make() makes, %NULL where absent
 * @LEADUP_FIELD_OBJECTS: pointer to an array of these, and its guint length
 * @LEADUP_FIELD_ELSEWHERE: a member that whoever reads the whole file takes care of
 */
typedef enum
{
  LEADUP_FIELD_ID,
  LEADUP_FIELD_TITLE,
  LEADUP_FIELD_STRING,
  LEADUP_FIELD_TEXT,
  LEADUP_FIELD_STRINGS,
  LEADUP_FIELD_NUMBER,
  LEADUP_FIELD_COUNT,
  LEADUP_FIELD_SEED,
  LEADUP_FIELD_FLAG,
  LEADUP_FIELD_CHOICE,
  LEADUP_FIELD_CHOICES,
  LEADUP_FIELD_INSTANT,
  LEADUP_FIELD_SPAN,
  LEADUP_FIELD_INLINE,
  LEADUP_FIELD_STRUCT,
  LEADUP_FIELD_STRUCTS,
  LEADUP_FIELD_OBJECT,
  LEADUP_FIELD_OBJECTS,
  LEADUP_FIELD_ELSEWHERE,
} LeadupFieldType;

#define LEADUP_FIELD_NO_OFFSET (G_MAXSIZE)

typedef struct _LeadupShape LeadupShape;
typedef struct _LeadupField LeadupField;

/**
 * LeadupField:
 * @name: of the member in the file
 * @offset: of the field in the struct
 * @second: of the length of an array, the end of a span, the extra members of a
 * @LEADUP_FIELD_INLINE or
 *   @LEADUP_FIELD_OBJECT
 * @shape: what the object or the objects of the list look like
 * @from_name: for choices
 * @to_name: for choices
 * @n_choices: for choices
 * @minimum: of a number or a count; less than 0 for an instant that is open to the past
 * @maximum: likewise
 * @fallback: what a number or a choice is where it is absent; it is then not written
 *
 * One member of a record: the one line from which it is read, written and bounded.
 */
struct _LeadupField
{
  const char         *name;
  LeadupFieldType     type;
  gsize               offset;
  gsize               second;
  const LeadupShape  *shape;
  gboolean          (*from_name) (const char *name,
                                  int        *choice);
  const char       *(*to_name)   (int         choice);
  int                 n_choices;
  double              minimum;
  double              maximum;
  double              fallback;
};

/**
 * LeadupShape:
 * @label: untranslated name of one such thing, for messages
 * @size: of the struct
 * @extra: offset of the `extra` text in the struct, or %LEADUP_FIELD_NO_OFFSET: what is not known
 * is then kept in the `extra` of what holds it, under this member’s name
 * @settle: (nullable): puts right what depends on more than one field
 * @make: (nullable): makes the object from the struct
 * @load: (nullable): fills the struct from the object; what it points to belongs to the object
 * @release: (nullable): lets go of the object
 *
 * How a struct and an object of the file belong together.
 */
struct _LeadupShape
{
  const char        *label;
  const LeadupField *fields;
  guint              n_fields;
  gsize              size;
  gsize              extra;
  void             (*settle)  (gpointer       fields);
  gpointer         (*make)    (gconstpointer  fields,
                               GError       **error);
  void             (*load)    (gpointer       object,
                               gpointer       fields);
  void             (*release) (gpointer       object);
};

const LeadupShape *leadup_record_shape_get  (LeadupRecordKind   kind);
const LeadupField *leadup_record_shape_find (const LeadupShape *shape,
                                             const char        *name);
const char        *leadup_record_shape_get_list (LeadupRecordKind kind);

G_END_DECLS
