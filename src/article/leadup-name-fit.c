/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-name-fit.h"

#include <string.h>

/* Shorter names sound alike too often. */
#define MIN_SPELLING 6

/* Letters that are written for one another where a name comes from another script. */
static char
sound_of (char letter)
{
  letter = g_ascii_tolower (letter);
  switch (letter)
    {
    case 'z':
      return 's';
    case 'y':
    case 'j':
      return 'i';
    case 'q':
    case 'c':
      return 'k';
    case 'w':
      return 'v';
    default:
      return letter;
    }
}

/* Whether two names are the same but for capitals; most are told apart by their first letter. */
static gboolean
is_same (const char *a,
         const char *b)
{
  return g_ascii_tolower (*a) == g_ascii_tolower (*b) && g_ascii_strcasecmp (a, b) == 0;
}

/* Vowels that other scripts leave out or write as one; other letters stand for themselves. */
static char
vowel_of (char letter)
{
  letter = sound_of (letter);

  return letter == 'e' ? 'a' : letter == 'u' ? 'o' : letter;
}

/* The next letter of a name that counts: neither the second of two nor an “h” behind a consonant.
 */
static const char *
skip_silent (const char *name,
             const char *start,
             const char *end)
{
  while (name < end && name > start &&
         (sound_of (*name) == sound_of (name[-1]) ||
          (sound_of (*name) == 'h' && strchr ("aeiou", sound_of (name[-1])) == NULL)))
    name++;

  return name;
}

/* “Dzhokhar” is “Dzokhar”, “Tsarnayev” is “Tzarnayev”: one name, written as it sounds. */
static gboolean
is_spelling_of (const char *a,
                gsize       a_length,
                const char *b,
                gsize       b_length)
{
  const char *a_at = a, *b_at = b;

  if (MIN (a_length, b_length) < MIN_SPELLING)
    return FALSE;

  for (;;)
    {
      a_at = skip_silent (a_at, a, a + a_length);
      b_at = skip_silent (b_at, b, b + b_length);
      if (a_at == a + a_length || b_at == b + b_length)
        return a_at == a + a_length && b_at == b + b_length;
      /* “Mohamed”, “Muhammad”; but the last vowel tells “Antonio” from “Antonia”. */
      if (sound_of (*a_at) != sound_of (*b_at) &&
          (a_at + 1 == a + a_length || b_at + 1 == b + b_length ||
           vowel_of (*a_at) != vowel_of (*b_at)))
        return FALSE;
      a_at++;
      b_at++;
    }
}

/**
 * leadup_name_fit_is_part:
 * @part: a name
 * @whole: another one, as it is written
 *
 * Returns: whether the words of one name end or begin the other (“the Post”, “the Treasury”)
 */
gboolean
leadup_name_fit_is_part (const char *part,
                         const char *whole)
{
  gsize part_length = strlen (part);
  gsize whole_length = strlen (whole);

  if (part_length == 0 || part_length >= whole_length)
    return FALSE;

  return (whole[whole_length - part_length - 1] == ' ' &&
          memcmp (whole + whole_length - part_length, part, part_length) == 0) ||
         (whole[part_length] == ' ' && memcmp (whole, part, part_length) == 0);
}

/**
 * leadup_name_fit_is_initialism:
 * @letters: “IRA”, “I.R.A.”
 * @name: a name, as it is written
 *
 * Returns: whether the letters are those that the words of the name begin with
 */
gboolean
leadup_name_fit_is_initialism (const char *letters,
                               const char *name)
{
  gboolean at_start = TRUE;

  for (; *name != '\0'; name++)
    {
      if (at_start && g_ascii_isupper (*name))
        {
          while (*letters == '.')
            letters++;
          if (g_ascii_toupper (*letters) != *name)
            return FALSE;
          letters++;
        }
      at_start = *name == ' ' || *name == '-';
    }

  return *letters == '\0';
}

/* “Lula” of “Luiz Inácio Lula da Silva”: of so many names one in the middle may be the one in use.
 */
static gboolean
is_inner_name (const char *name,
               const char *known)
{
  g_auto (GStrv) words = NULL;

  if (strstr (known, name) == NULL)
    return FALSE;
  words = g_strsplit (known, " ", -1);

  return g_strv_length (words) >= 4 && strlen (name) > 2 &&
         g_strv_contains ((const char *const *) words + 1, name);
}

/**
 * leadup_name_fit_person:
 * @name: how somebody is called
 * @known: what a person is called
 *
 * Returns: how well the name fits the person: 4 it is the same, 0 not at all
 */
guint
leadup_name_fit_person (const char *name,
                        const char *known)
{
  const char *surname = strrchr (name, ' ');
  const char *known_surname = strrchr (known, ' ');

  if (is_same (name, known))
    return 4;
  if (surname == NULL && known_surname != NULL)
    {
      if (is_same (name, known_surname + 1))
        return 3;
      if (is_spelling_of (name, strlen (name), known_surname + 1, strlen (known_surname + 1)))
        return 1;
      return leadup_name_fit_is_part (name, known) ? 2 : is_inner_name (name, known) ? 1 : 0;
    }
  if (surname != NULL && known_surname == NULL)
    return is_same (surname + 1, known) ? 3 : 0;
  if (surname != NULL && known_surname != NULL)
    {
      /* “Donald J. Trump” and “Donald Trump”; another given name is another person. */
      if (is_same (surname + 1, known_surname + 1))
        {
          gsize given = strcspn (name, " "), known_given = strcspn (known, " ");

          if (known_given == given && g_ascii_strncasecmp (name, known, given) == 0)
            return 3;
          if (is_spelling_of (name, given, known, known_given))
            return 2;
        }
      return leadup_name_fit_is_part (name, known) || leadup_name_fit_is_part (known, name) ? 2 : 0;
    }

  return 0;
}
