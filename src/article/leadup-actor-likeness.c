/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-actor-likeness.h"

#include "article/leadup-latin.h"
#include "base/leadup-text.h"
#include "model/leadup-actor.h"

#include <string.h>

/* Longest name that is looked at, in characters. */
#define MAX_NAME 200

#define CHECK_EVERY 256

/* A name of one or two letters is like too many. */
#define MIN_ACRONYM 2
#define MAX_ACRONYM 8

/**
 * Names:
 * @plain: (element-type utf8): folded, without signs and articles
 * @latin: (element-type utf8): that in Latin letters
 * @initials: (element-type utf8): the first letters of names of several words
 * @acronyms: (element-type utf8): of those that may be one
 */
typedef struct
{
  GPtrArray *plain;
  GPtrArray *latin;
  GPtrArray *initials;
  GPtrArray *acronyms;
} Names;

static const char *const small_words[] = { "the", "of", "and", "for", "de", "la", "el", "los", "der",
                                           "die", "das", "und", "du", "des", "le", "les", NULL };

/* Words in small letters without accents, one space between them. */
static char *
normalize (const char *name)
{
  g_autofree char *line = leadup_text_single_line (name, MAX_NAME);
  g_autofree char *folded = leadup_text_fold (line);
  GString *plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (plain, c);
      else if (c != '.' && c != 0x2019 && c != '\'' && plain->len > 0 &&
               plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  g_strchomp (plain->str);
  if (g_str_has_prefix (plain->str, "the "))
    memmove (plain->str, plain->str + 4, strlen (plain->str + 4) + 1);

  return g_string_free (plain, FALSE);
}

/* “cia” of “central intelligence agency”; %NULL of a single word. */
static char *
abbreviate (const char *plain)
{
  g_auto (GStrv) words = g_strsplit (plain, " ", -1);
  g_autoptr (GString) letters = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !g_strv_contains (small_words, words[i]))
      {
        g_string_append_unichar (letters, g_utf8_get_char (words[i]));
        n++;
      }

  return n >= MIN_ACRONYM && n <= MAX_ACRONYM ? g_strdup (letters->str) : NULL;
}

/* “CIA”, “U.N.”: nothing but capitals and points. */
static gboolean
may_be_acronym (const char *name)
{
  guint n = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isupper (c))
        n++;
      else if (c != '.')
        return FALSE;
    }

  return n >= MIN_ACRONYM && n <= MAX_ACRONYM;
}

static void
names_add (Names      *self,
           const char *name)
{
  char *plain = normalize (name);
  g_autofree char *latin = leadup_latin_write (plain);
  char *initials = abbreviate (plain);

  g_ptr_array_add (self->plain, plain);
  g_ptr_array_add (self->latin, normalize (latin));
  if (initials != NULL)
    g_ptr_array_add (self->initials, initials);
  if (may_be_acronym (name))
    g_ptr_array_add (self->acronyms, g_strdup (plain));
}

static void
names_init (Names       *self,
            LeadupActor *actor)
{
  const LeadupActorFields *fields = leadup_actor_get_fields (actor);

  self->plain = g_ptr_array_new_with_free_func (g_free);
  self->latin = g_ptr_array_new_with_free_func (g_free);
  self->initials = g_ptr_array_new_with_free_func (g_free);
  self->acronyms = g_ptr_array_new_with_free_func (g_free);
  names_add (self, fields->name);
  for (guint i = 0; fields->aliases != NULL && fields->aliases[i] != NULL; i++)
    names_add (self, fields->aliases[i]);
}

static void
names_clear (Names *self)
{
  g_ptr_array_unref (self->plain);
  g_ptr_array_unref (self->latin);
  g_ptr_array_unref (self->initials);
  g_ptr_array_unref (self->acronyms);
}

static gboolean
share (const GPtrArray *a,
       const GPtrArray *b)
{
  for (guint i = 0; i < a->len; i++)
    for (guint k = 0; k < b->len; k++)
      if (*(const char *) a->pdata[i] != '\0' && g_str_equal (a->pdata[i], b->pdata[k]))
        return TRUE;

  return FALSE;
}

static gboolean
are_alike (const Names    *a,
           const Names    *b,
           LeadupLikeness *likeness)
{
  if (share (a->plain, b->plain))
    *likeness = LEADUP_LIKENESS_NAME;
  else if (share (a->latin, b->latin))
    *likeness = LEADUP_LIKENESS_SCRIPT;
  else if (share (a->acronyms, b->initials) || share (a->initials, b->acronyms))
    *likeness = LEADUP_LIKENESS_ACRONYM;
  else
    return FALSE;

  return TRUE;
}

/**
 * leadup_actor_likeness_find:
 * @snapshot: a story
 * @actor: id of an actor
 * @cancellable: (nullable): tested in loops
 *
 * Looks for others that may be the same as @actor. Nothing is ever merged by itself. Meant for a
 * worker.
 *
 * Returns: (transfer full) (element-type LeadupLikeActor): whoever may be, in the order of the
 * story
 */
GArray *
leadup_actor_likeness_find (LeadupSnapshot *snapshot,
                            const char     *actor,
                            GCancellable   *cancellable)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (LeadupLikeActor));
  LeadupActor *one;
  Names names;

  g_return_val_if_fail (snapshot != NULL && actor != NULL, found);

  one = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_ACTOR, actor);
  if (one == NULL)
    return found;

  names_init (&names, one);
  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_ACTOR); i++)
    {
      LeadupActor *other = leadup_snapshot_get (snapshot, LEADUP_RECORD_ACTOR, i);
      LeadupLikeActor like = { leadup_record_get_id (LEADUP_RECORD (other)), 0 };
      Names other_names;

      if (i % CHECK_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
        break;
      if (other == one)
        continue;
      names_init (&other_names, other);
      if (are_alike (&names, &other_names, &like.likeness))
        g_array_append_val (found, like);
      names_clear (&other_names);
    }
  names_clear (&names);

  return found;
}
