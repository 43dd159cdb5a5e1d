/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/leadup-journal-line.h"

#include <string.h>

/* Digits of the checksum: enough against accidents. */
#define SUM_LENGTH 16

/* Of the type and the payload. */
static char *
compute_sum (LeadupJournalLineType type,
             const char           *payload,
             gsize                 length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const guchar letter = (guchar) type;

  g_checksum_update (checksum, &letter, 1);
  g_checksum_update (checksum, (const guchar *) payload, (gssize) length);

  return g_strndup (g_checksum_get_string (checksum), SUM_LENGTH);
}

static gboolean
read_length (const char **at,
             const char  *end,
             gsize       *length)
{
  const char *start = *at;

  *length = 0;
  while (*at < end && g_ascii_isdigit (**at) && *at - start < 18)
    {
      *length = *length * 10 + (gsize) g_ascii_digit_value (**at);
      (*at)++;
    }

  return *at > start;
}

static gboolean
read_space (const char **at,
            const char  *end)
{
  if (*at >= end || **at != ' ')
    return FALSE;
  (*at)++;

  return TRUE;
}

/* @payload holds no line break. */
void
leadup_journal_line_append (GString              *text,
                            LeadupJournalLineType type,
                            const char           *payload,
                            gsize                 length)
{
  g_autofree char *sum = NULL;

  g_return_if_fail (text != NULL && payload != NULL);

  sum = compute_sum (type, payload, length);
  g_string_append_printf (text, "%c %" G_GSIZE_FORMAT " %s ", (char) type, length, sum);
  g_string_append_len (text, payload, (gssize) length);
  g_string_append_c (text, '\n');
}

/**
 * leadup_journal_line_read:
 * @at: (inout): where a line begins; moved behind it
 * @end: of the journal
 * @type: (out): what it is; of a newer program it may be none that is known
 * @payload: (out): where its payload begins
 * @length: (out): of the payload
 *
 * Returns: %FALSE at the end, or at a line that is torn or spoilt
 */
gboolean
leadup_journal_line_read (const char           **at,
                          const char            *end,
                          LeadupJournalLineType *type,
                          const char           **payload,
                          gsize                 *length)
{
  g_autofree char *sum = NULL;
  const char *from, *told;

  g_return_val_if_fail (at != NULL && *at != NULL && *at <= end, FALSE);
  g_return_val_if_fail (type != NULL && payload != NULL && length != NULL, FALSE);

  from = *at;
  if (from >= end)
    return FALSE;

  *type = (LeadupJournalLineType) *from++;
  if (!read_space (&from, end) || !read_length (&from, end, length) || !read_space (&from, end))
    return FALSE;

  told = from;
  if ((gsize) (end - from) < SUM_LENGTH + 1)
    return FALSE;
  from += SUM_LENGTH;
  if (!read_space (&from, end) || (gsize) (end - from) < *length + 1 || from[*length] != '\n')
    return FALSE;

  sum = compute_sum (*type, from, *length);
  if (memcmp (sum, told, SUM_LENGTH) != 0)
    return FALSE;

  *payload = from;
  *at = from + *length + 1;

  return TRUE;
}
