/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For mremap(). */
#define _GNU_SOURCE

#include "config.h"

#include "base/leadup-pool.h"

#include <string.h>
#include <sys/mman.h>

/* As large as what the system calls a huge page; chunks begin at multiples of it. */
#define CHUNK_BYTES ((gsize) 2 << 20)

/* So many bytes of a chunk are asked for at once: small pages, for a huge one that is free is, in a
 * virtual machine, mostly one that its host has taken back and has to find anew. */
#define STEP_BYTES ((gsize) 256 << 10)

/* What is larger has a chunk of its own. */
#define MAX_SHARED ((gsize) 64 << 10)

/* Of what the pool is for nothing asks for more than a pointer does. */
#define ALIGNED(size) (((size) + 7) & ~(gsize) 7)

/* Pieces that a chunk counts beyond its own while a thread still takes from it. */
#define HELD (1 << 30)

/* Tools that look for mistakes want to see every piece. */
#if defined(__SANITIZE_ADDRESS__)
#define IS_WATCHED TRUE
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_WATCHED TRUE
#endif
#endif
#ifndef IS_WATCHED
#define IS_WATCHED FALSE
#endif

/**
 * Chunk:
 * @n_live: pieces that were not freed yet, and %HELD while @n_taken is not among them
 * @n_bytes: of all
 * @n_taken: pieces so far; the thread’s own
 * @n_used: bytes so far; likewise
 * @n_ready: bytes that there are pages for, or that get theirs when they are used; likewise
 */
typedef struct
{
  gint n_live;
  gint n_taken;
  gsize n_bytes;
  gsize n_used;
  gsize n_ready;
} Chunk;

/**
 * Pages:
 * @PAGES_LATER: each when it is used
 * @PAGES_NOW: all at once, for what is used as a whole
 * @PAGES_HUGE: each when it is used, and few of them
 */
typedef enum
{
  PAGES_LATER,
  PAGES_NOW,
  PAGES_HUGE,
} Pages;

/* Texts that a thread remembers; a power of two. */
#define N_TEXTS 1024

/* Longer ones are seldom those of others. */
#define MAX_SHARED_TEXT 64

/* A text that stands in a piece, and what it is known by: its first and its last bytes, which are
 * all of it where there are not more than sixteen. */
typedef struct
{
  const char *text;
  gsize length;
  guint64 first;
  guint64 last;
} TextSlot;

/**
 * LeadupPoolTexts:
 * @slots: by hash; those that are there stand in pieces of one chunk
 * @chunk: (nullable): that chunk
 * @is_new: whether it is one since they were asked for
 */
struct _LeadupPoolTexts
{
  TextSlot slots[N_TEXTS];
  Chunk *chunk;
  gboolean is_new;
};

static void retire_chunk (gpointer data);

static GPrivate current = G_PRIVATE_INIT (retire_chunk);
static GPrivate current_texts = G_PRIVATE_INIT (g_free);

static void
release (Chunk *chunk)
{
  munmap (chunk, chunk->n_bytes);
}

/* What a thread leaves behind belongs to its pieces. */
static void
retire_chunk (gpointer data)
{
  Chunk *chunk = data;
  gint n_more = chunk->n_taken - HELD;

  if (g_atomic_int_add (&chunk->n_live, n_more) + n_more == 0)
    release (chunk);
}

static gsize
round_up (gsize size)
{
  return (size + CHUNK_BYTES - 1) & ~(CHUNK_BYTES - 1);
}

/* Maps more than is needed, and gives back what lies before and behind the multiple. Returns:
 * (nullable): where it begins, %NULL where there is no memory */
static char *
map_aligned (gsize n_bytes)
{
  char *mapped = mmap (NULL, n_bytes + CHUNK_BYTES, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  char *start;

  if (mapped == MAP_FAILED)
    return NULL;

  start = (char *) round_up ((gsize) mapped);
  if (start > mapped)
    munmap (mapped, (gsize) (start - mapped));
  if (mapped + CHUNK_BYTES > start)
    munmap (start + n_bytes, (gsize) (mapped + CHUNK_BYTES - start));

  return start;
}

/* A system that knows nothing of it brings each page when it is used. */
static void
ask_for (gpointer start,
         gsize    n_bytes,
         Pages    pages)
{
#ifdef MADV_POPULATE_WRITE
  if (pages == PAGES_NOW)
    madvise (start, n_bytes, MADV_POPULATE_WRITE);
#endif
#ifdef MADV_HUGEPAGE
  if (pages == PAGES_HUGE)
    madvise (start, n_bytes, MADV_HUGEPAGE);
#endif
}

/* Returns: (nullable): %NULL where there is no memory */
static Chunk *
map_chunk (gsize size,
           Pages pages)
{
  gsize n_bytes = round_up (size);
  char *start = map_aligned (n_bytes);
  Chunk *chunk;

  if (start == NULL)
    return NULL;
  ask_for (start, pages == PAGES_HUGE ? n_bytes : size, pages);

  chunk = (Chunk *) (gpointer) start;
  chunk->n_bytes = chunk->n_ready = n_bytes;
  chunk->n_used = ALIGNED (sizeof *chunk);

  return chunk;
}

/* Where there is no memory, the program ends, as with any other memory. */
static Chunk *
new_chunk (gsize size,
           Pages pages)
{
  Chunk *chunk = map_chunk (size, pages);

  if (chunk == NULL)
    g_error ("There is no memory for %" G_GSIZE_FORMAT " bytes", size);

  return chunk;
}

/* What they stand in may be gone soon. */
static void
forget_texts (Chunk *chunk)
{
  LeadupPoolTexts *texts = g_private_get (&current_texts);

  if (texts == NULL)
    return;

  memset (texts->slots, 0, sizeof texts->slots);
  texts->chunk = chunk;
  texts->is_new = TRUE;
}

/* A chunk with room; the one before is used again where nothing of it is left. */
static Chunk *
next_chunk (Chunk *before)
{
  Chunk *chunk;

  if (before != NULL && g_atomic_int_get (&before->n_live) == HELD - before->n_taken)
    {
      before->n_live = HELD;
      before->n_taken = 0;
      before->n_used = ALIGNED (sizeof *before);
      forget_texts (before);
      return before;
    }

  /* The first one of a thread takes no more than it needs: most never fill it. */
  chunk = new_chunk (CHUNK_BYTES, PAGES_LATER);
  if (before != NULL)
    {
      ask_for (chunk, STEP_BYTES, PAGES_NOW);
      chunk->n_ready = STEP_BYTES;
    }
  chunk->n_live = HELD;
  g_private_replace (&current, chunk);
  forget_texts (chunk);

  return chunk;
}

/* A chunk with @size bytes that can be used, which are not more than there are in one. */
static Chunk *
make_room (Chunk *chunk,
           gsize  size)
{
  if (chunk == NULL || CHUNK_BYTES - chunk->n_used < size)
    chunk = next_chunk (chunk);
  while (chunk->n_ready - chunk->n_used < size)
    {
      ask_for ((char *) chunk + chunk->n_ready, STEP_BYTES, PAGES_NOW);
      chunk->n_ready += STEP_BYTES;
      /* In time the system makes one page of what stays. */
      if (chunk->n_ready == CHUNK_BYTES)
        ask_for (chunk, CHUNK_BYTES, PAGES_HUGE);
    }

  return chunk;
}

static gpointer
alloc_alone (gsize    size,
             Pages    pages,
             gboolean may_fail)
{
  gsize n_bytes = ALIGNED (size) + ALIGNED (sizeof (Chunk));
  Chunk *chunk = may_fail ? map_chunk (n_bytes, pages) : new_chunk (n_bytes, pages);

  if (chunk == NULL)
    return NULL;

  chunk->n_live = 1;

  return (char *) chunk + ALIGNED (sizeof *chunk);
}

/* A chunk of its own becomes larger: its pages are given another address, nothing is copied, and
 * there are never two of it. Returns: (nullable): the array, %NULL where that does not go */
static gpointer
grow_alone (gpointer array,
            gsize    new_size)
{
#ifdef MREMAP_FIXED
  Chunk *chunk = (Chunk *) (gpointer) ((gsize) array & ~(CHUNK_BYTES - 1));
  gsize old_bytes = chunk->n_bytes;
  gsize n_bytes = round_up (ALIGNED (new_size) + ALIGNED (sizeof *chunk));
  char *start;

  if (n_bytes <= old_bytes)
    return array;

  start = map_aligned (n_bytes);
  if (start == NULL)
    return NULL;
  if (mremap (chunk, old_bytes, n_bytes, MREMAP_MAYMOVE | MREMAP_FIXED, start) == MAP_FAILED)
    {
      munmap (start, n_bytes);
      return NULL;
    }

  chunk = (Chunk *) (gpointer) start;
  chunk->n_bytes = n_bytes;

  return start + ALIGNED (sizeof *chunk);
#else
  return NULL;
#endif
}

/**
 * leadup_pool_alloc:
 * @size: bytes
 *
 * Returns: (transfer full): memory for any struct, not cleared, to be freed with leadup_pool_free()
 */
gpointer
leadup_pool_alloc (gsize size)
{
  Chunk *chunk;
  gpointer piece;

  if (IS_WATCHED)
    return g_malloc (MAX (size, 1));

  size = ALIGNED (MAX (size, 1));
  if (size > MAX_SHARED)
    return alloc_alone (size, PAGES_LATER, FALSE);

  chunk = g_private_get (&current);
  if (chunk == NULL || chunk->n_ready - chunk->n_used < size)
    chunk = make_room (chunk, size);
  piece = (char *) chunk + chunk->n_used;
  chunk->n_used += size;
  chunk->n_taken++;

  return piece;
}

/* @memory: (transfer full) (nullable): what leadup_pool_alloc() returned */
void
leadup_pool_free (gpointer memory)
{
  Chunk *chunk;

  if (IS_WATCHED || memory == NULL)
    {
      g_free (memory);
      return;
    }

  chunk = (Chunk *) (gpointer) ((gsize) memory & ~(CHUNK_BYTES - 1));
  if (g_atomic_int_dec_and_test (&chunk->n_live))
    release (chunk);
}

/**
 * leadup_pool_get_texts:
 *
 * Returns: (transfer none) (nullable): the texts of this thread; %NULL where none are shared
 */
LeadupPoolTexts *
leadup_pool_get_texts (void)
{
  LeadupPoolTexts *texts;

  if (IS_WATCHED)
    return NULL;

  texts = g_private_get (&current_texts);
  if (texts == NULL)
    {
      texts = g_new0 (LeadupPoolTexts, 1);
      texts->chunk = g_private_get (&current);
      g_private_set (&current_texts, texts);
    }
  texts->is_new = FALSE;

  return texts;
}

static TextSlot
make_slot (const char *text,
           gsize       length)
{
  TextSlot slot = { text, length, 0, 0 };

  if (length >= sizeof slot.first)
    {
      memcpy (&slot.first, text, sizeof slot.first);
      memcpy (&slot.last, text + length - sizeof slot.last, sizeof slot.last);
    }
  else
    for (gsize i = 0; i < length; i++)
      slot.first = slot.first << 8 | (guchar) text[i];

  return slot;
}

static TextSlot *
get_slot (LeadupPoolTexts *self,
          const TextSlot  *like)
{
  guint64 hash = like->first ^ (like->last << 7 | like->last >> 57) ^ like->length;

  return &self->slots[hash * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 40 & (N_TEXTS - 1)];
}

/* Returns: (transfer none) (nullable): the same text, for pieces of the same chunk */
const char *
leadup_pool_texts_find (LeadupPoolTexts *self,
                        const char      *text,
                        gsize            length)
{
  TextSlot like;
  const TextSlot *slot;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  like = make_slot (text, length);
  slot = get_slot (self, &like);
  if (slot->text == NULL || slot->length != length || slot->first != like.first ||
      slot->last != like.last)
    return NULL;

  return length <= sizeof like.first + sizeof like.last || memcmp (slot->text, text, length) == 0
             ? slot->text
             : NULL;
}

/* @text: in a piece that was taken since leadup_pool_get_texts(), with a NUL */
void
leadup_pool_texts_add (LeadupPoolTexts *self,
                       const char      *text,
                       gsize            length)
{
  TextSlot slot;

  g_return_if_fail (self != NULL && text != NULL);

  if (length > MAX_SHARED_TEXT || !leadup_pool_texts_are_near (self, text))
    return;

  slot = make_slot (text, length);
  *get_slot (self, &slot) = slot;
}

/* Whether @piece, which was taken since leadup_pool_get_texts(), may point to what was found. */
gboolean
leadup_pool_texts_are_near (LeadupPoolTexts *self,
                            gconstpointer    piece)
{
  g_return_val_if_fail (self != NULL && piece != NULL, FALSE);

  return !self->is_new && (gsize) piece - (gsize) self->chunk < CHUNK_BYTES;
}

/**
 * leadup_pool_resize:
 * @array: (transfer full) (nullable): what an earlier call returned
 * @old_size: its bytes, 0 where there is none
 * @new_size: as many as are needed now, more than 0
 *
 * While it is small it is like any memory. A large one that is new gets all of its pages at once,
 * for the faults of thousands of them take longer than what is done with them; one that grows gets
 * the others when they are used.
 *
 * Returns: (transfer full): the array; what is beyond @old_size is not cleared
 */
gpointer
leadup_pool_resize (gpointer array,
                    gsize    old_size,
                    gsize    new_size)
{
  gpointer copy;

  if (IS_WATCHED || MAX (old_size, new_size) <= MAX_SHARED)
    return g_realloc (array, new_size);

  if (old_size > MAX_SHARED && new_size > old_size)
    {
      copy = grow_alone (array, new_size);
      if (copy != NULL)
        return copy;
    }

  if (new_size > MAX_SHARED)
    copy = alloc_alone (new_size, old_size == 0 ? PAGES_NOW : PAGES_LATER, FALSE);
  else
    copy = g_malloc (new_size);
  if (old_size > 0)
    memcpy (copy, array, MIN (old_size, new_size));
  leadup_pool_drop (array, old_size);

  return copy;
}

/**
 * leadup_pool_try_array:
 * @size: bytes, more than 0
 * @is_filled: whether all of it is written at once
 *
 * Returns: (transfer full) (nullable): an array as leadup_pool_resize() makes them, or %NULL where
 * there is no memory for it: for what comes from outside and may be large
 */
gpointer
leadup_pool_try_array (gsize    size,
                       gboolean is_filled)
{
  Pages pages = is_filled ? PAGES_NOW : size > CHUNK_BYTES / 2 ? PAGES_HUGE : PAGES_LATER;

  return IS_WATCHED || size <= MAX_SHARED ? g_try_malloc (size) : alloc_alone (size, pages, TRUE);
}

/* @array: (transfer full) (nullable): what leadup_pool_resize() returned, of @size bytes */
void
leadup_pool_drop (gpointer array,
                  gsize    size)
{
  if (size > MAX_SHARED)
    leadup_pool_free (array);
  else
    g_free (array);
}
