/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-ascii.h"
#include "base/leadup-pool.h"

#include <string.h>

#define N_PIECES 20000
#define MANY_BYTES ((gsize) 3 << 20)

static void
test_plain_text_is_measured_up_to_the_first_other_byte (void)
{
  static const struct
  {
    const char *text;
    gsize ascii;
    gsize plain;
  } cases[] = {
    { "", 0, 0 },
    { "short", 5, 5 },
    { "exactly8", 8, 8 },
    { "more than eight bytes", 21, 21 },
    { "eight by\xc3\xbct", 8, 8 },
    { "a line\nand another one", 22, 6 },
    { "bread & butter for two", 22, 6 },
    { "x < y and y < z, always", 23, 2 },
    { "the end of it all\x7f", 18, 17 },
    { "\xff", 0, 0 },
    { "0123456\x80", 7, 7 },
    { "!\"#$%'()*+,-./:;=>?@[]^_`{|}~", 29, 29 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].text);

      g_assert_cmpuint (leadup_ascii_measure (cases[i].text, length), ==, cases[i].ascii);
      g_assert_cmpuint (leadup_ascii_measure_plain (cases[i].text, length), ==, cases[i].plain);
    }
}

static void
judge_byte (guint byte,
            guint at,
            guint length)
{
  char text[] = "forty bytes that stand for themselves: x";
  gboolean is_plain = byte >= 0x20 && byte < 0x7f && byte != '<' && byte != '&';
  gboolean is_quoted = byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\';

  text[at] = (char) byte;
  g_assert_cmpuint (leadup_ascii_measure (text, length), ==, byte < 0x80 ? length : at);
  g_assert_cmpuint (leadup_ascii_measure_plain (text, length), ==, is_plain ? length : at);
  g_assert_cmpuint (leadup_ascii_measure_quoted (text, length), ==, is_quoted ? length : at);
  g_assert_cmpint (leadup_ascii_is_utf8 (text, length), ==,
                   g_utf8_validate_len (text, length, NULL));
}

/* Each byte at each place of a text of any length. */
static void
test_every_byte_is_judged_alike_wherever_it_stands (void)
{
  for (guint byte = 0; byte < 256; byte++)
    for (guint length = 1; length <= 40; length++)
      for (guint at = 0; at < length; at++)
        judge_byte (byte, at, length);
}

static void
test_utf8_is_told_from_other_bytes (void)
{
  g_assert_true (leadup_ascii_is_utf8 ("", 0));
  g_assert_true (leadup_ascii_is_utf8 ("eight letters, then \xc3\xbc and more", 31));
  g_assert_false (leadup_ascii_is_utf8 ("eight letters, then \xc3", 21));
  g_assert_false (leadup_ascii_is_utf8 ("a NUL\0in it", 11));
}

static gpointer
free_in_thread (gpointer data)
{
  gpointer *pieces = data;

  for (guint i = 1; i < N_PIECES; i += 2)
    leadup_pool_free (pieces[i]);

  return NULL;
}

static void
test_pieces_keep_what_is_written_until_they_are_freed_by_any_thread (void)
{
  g_autofree gpointer *pieces = g_new0 (gpointer, N_PIECES);
  GThread *thread;

  for (guint i = 0; i < N_PIECES; i++)
    {
      gsize size = i % 700;

      pieces[i] = leadup_pool_alloc (size);
      g_assert_true ((gsize) pieces[i] % 8 == 0);
      memset (pieces[i], (int) (i & 0xff), size);
    }
  for (guint i = 0; i < N_PIECES; i++)
    for (gsize j = 0; j < i % 700; j++)
      g_assert_cmpuint (((guint8 *) pieces[i])[j], ==, i & 0xff);

  thread = g_thread_new ("free", free_in_thread, pieces);
  for (guint i = 0; i < N_PIECES; i += 2)
    leadup_pool_free (pieces[i]);
  g_thread_join (thread);
}

static gpointer
allocate_in_thread (gpointer data)
{
  return strcpy (leadup_pool_alloc (20), "outlives its thread");
}

static void
test_a_piece_outlives_the_thread_that_took_it (void)
{
  char *text = g_thread_join (g_thread_new ("allocate", allocate_in_thread, NULL));

  g_assert_cmpstr (text, ==, "outlives its thread");
  leadup_pool_free (text);
}

static void
test_large_pieces_have_memory_of_their_own (void)
{
  char *large = leadup_pool_alloc (MANY_BYTES);
  char *small = leadup_pool_alloc (1);

  memset (large, 'x', MANY_BYTES);
  *small = 'y';
  g_assert_cmpint (large[MANY_BYTES - 1], ==, 'x');
  leadup_pool_free (large);
  g_assert_cmpint (*small, ==, 'y');
  leadup_pool_free (small);
  leadup_pool_free (NULL);
}

/* Puts a text into a piece, and lets others find it there. */
static char *
put_text (const char *text)
{
  LeadupPoolTexts *texts = leadup_pool_get_texts ();
  char *piece = strcpy (leadup_pool_alloc (1000), text);

  if (texts != NULL)
    leadup_pool_texts_add (texts, piece, strlen (text));

  return piece;
}

static gpointer
find_in_thread (gpointer data)
{
  LeadupPoolTexts *texts = leadup_pool_get_texts ();

  leadup_pool_free (leadup_pool_alloc (1));
  g_assert_null (leadup_pool_texts_find (texts, data, strlen (data)));

  return NULL;
}

/* Until the chunk is full: what is found must go with the chunk that the asking piece is of. */
static void
test_a_text_is_found_from_its_own_chunk_alone (void)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (leadup_pool_free);
  LeadupPoolTexts *texts;
  char *first;
  gboolean is_near = TRUE;

  g_ptr_array_add (pieces, leadup_pool_alloc (1));
  if (leadup_pool_get_texts () == NULL)
    {
      g_test_skip ("Texts are not shared where mistakes with memory are looked for");
      return;
    }
  /* One that no other test has filled. */
  for (guint i = 0; i < 3000; i++)
    g_ptr_array_add (pieces, leadup_pool_alloc (1000));

  first = put_text ("Farid Ivanova");
  g_ptr_array_add (pieces, first);
  texts = leadup_pool_get_texts ();
  g_assert_true (leadup_pool_texts_find (texts, "Farid Ivanova", 13) == first);
  g_assert_null (leadup_pool_texts_find (texts, "Farid Ivanov", 12));
  g_assert_null (leadup_pool_texts_find (texts, "Farid Ivanovo", 13));
  g_thread_join (g_thread_new ("find", find_in_thread, first));

  for (guint i = 0; i < 3000 && is_near; i++)
    {
      g_ptr_array_add (pieces, leadup_pool_alloc (1000));
      is_near = leadup_pool_texts_are_near (texts, g_ptr_array_index (pieces, pieces->len - 1));
      g_assert_true (is_near == (leadup_pool_texts_find (texts, "Farid Ivanova", 13) == first));
    }
  g_assert_false (is_near);

  /* A piece that is too large for a chunk of many is of none. */
  texts = leadup_pool_get_texts ();
  g_ptr_array_add (pieces, leadup_pool_alloc (MANY_BYTES));
  g_assert_false (
      leadup_pool_texts_are_near (texts, g_ptr_array_index (pieces, pieces->len - 1)));
}

/* What comes and goes takes no more than a chunk. */
static void
test_memory_is_used_again (void)
{
  for (guint i = 0; i < 100000; i++)
    {
      char *piece = leadup_pool_alloc (1000);

      piece[999] = 'z';
      leadup_pool_free (piece);
    }
}

/* From small to large and back, with what stood there. */
static void
test_an_array_that_grows_and_shrinks_keeps_its_contents (void)
{
  static const gsize sizes[] = { 1,       100,     65536, 65537, 1 << 20, 3 << 20, 70000,
                                 9 << 20, 5 << 20, 65536, 10,    200000,  4 << 20 };
  guchar *array = NULL;
  gsize size = 0, n_known = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      array = leadup_pool_resize (array, size, sizes[i]);
      n_known = MIN (n_known, sizes[i]);
      size = sizes[i];
      for (gsize j = 0; j < n_known; j++)
        if (array[j] != (guchar) (j * 7))
          g_error ("Byte %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " is another one", j, size);
      for (; n_known < size; n_known++)
        array[n_known] = (guchar) (n_known * 7);
    }
  leadup_pool_drop (array, size);
  leadup_pool_drop (NULL, 0);
}

/* More than an address space holds is refused, and not the end of the program. */
static void
test_too_much_is_refused (void)
{
  gsize sizes[] = { 1, 1000, 100000, 3 << 20 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      char *array = leadup_pool_try_array (sizes[i], i % 2 == 0);

      g_assert_nonnull (array);
      array[0] = array[sizes[i] - 1] = 'x';
      leadup_pool_drop (array, sizes[i]);
    }
  g_assert_null (leadup_pool_try_array ((gsize) 1 << 50, TRUE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pool/too-much-is-refused", test_too_much_is_refused);
  g_test_add_func ("/ascii/plain-text-is-measured-up-to-the-first-other-byte",
                   test_plain_text_is_measured_up_to_the_first_other_byte);
  g_test_add_func ("/ascii/every-byte-is-judged-alike-wherever-it-stands",
                   test_every_byte_is_judged_alike_wherever_it_stands);
  g_test_add_func ("/ascii/utf8-is-told-from-other-bytes", test_utf8_is_told_from_other_bytes);
  g_test_add_func ("/pool/pieces-keep-what-is-written-until-they-are-freed-by-any-thread",
                   test_pieces_keep_what_is_written_until_they_are_freed_by_any_thread);
  g_test_add_func ("/pool/a-piece-outlives-the-thread-that-took-it",
                   test_a_piece_outlives_the_thread_that_took_it);
  g_test_add_func ("/pool/large-pieces-have-memory-of-their-own",
                   test_large_pieces_have_memory_of_their_own);
  g_test_add_func ("/pool/a-text-is-found-from-its-own-chunk-alone",
                   test_a_text_is_found_from_its_own_chunk_alone);
  g_test_add_func ("/pool/memory-is-used-again", test_memory_is_used_again);
  g_test_add_func ("/pool/an-array-that-grows-and-shrinks-keeps-its-contents",
                   test_an_array_that_grows_and_shrinks_keeps_its_contents);

  return g_test_run ();
}
