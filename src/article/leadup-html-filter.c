/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-html-filter.h"

#include <string.h>

/* Longer tags are left out: the parser's time grows with the square of their attributes. */
#define MAX_TAG_BYTES (64 * 1024)
#define MAX_ATTRIBUTES 24
/* Longer values go around the parser, which needs a hundred instructions a character. */
#define MAX_SHORT_VALUE 6
/* Deeper elements are left out, their text stays: the parser looks through all open elements. */
#define MAX_DEPTH 400

/**
 * Filter:
 * @at: what is read next
 * @out: where the next byte goes
 * @depth: elements that are open, roughly
 * @lacks_close: an element that is skipped whole was not closed; then none is looked for again
 */
typedef struct
{
  const char *at;
  const char *end;
  char *out;
  guint depth;
  gboolean lacks_close;
  LeadupHtmlFiltered *result;
} Filter;

/**
 * Tag:
 * @name: where the name of the element starts
 * @length: bytes of the name
 */
typedef struct
{
  const char *name;
  gsize length;
  gboolean closes;
} Tag;

static gboolean
is_called (const char *name,
           gsize       length,
           const char *other)
{
  return g_ascii_strncasecmp (name, other, length) == 0 && other[length] == '\0';
}

static gboolean
is_one_of (const char          *name,
           gsize                length,
           const char * const  *names)
{
  char first = g_ascii_tolower (name[0]);

  for (; *names != NULL; names++)
    if ((*names)[0] == first && is_called (name, length, *names))
      return TRUE;

  return FALSE;
}

/* A name starts with a letter and ends where attributes may start. */
static gsize
name_length (const char *at,
             const char *end)
{
  gsize length = 0;

  if (at >= end || !g_ascii_isalpha (*at))
    return 0;
  while (at + length < end && !g_ascii_isspace (at[length]) && at[length] != '/' &&
         at[length] != '>')
    length++;

  return length;
}

/* Whether an element never has content, or is closed by the next of its kind. */
static gboolean
has_no_depth (const Tag *tag)
{
  static const char *const names[] = {
    "br",  "img",  "p",    "li",    "input", "meta",   "link",   "hr",
    "td",  "tr",   "th",   "dt",    "dd",    "option", "source", "wbr",
    "col", "area", "base", "embed", "param", "track",  "path",   NULL,
  };

  return is_one_of (tag->name, tag->length, names);
}

/* The attributes that say anything about an article; the others cost the parser most of its time.
 */
static gboolean
is_kept (const char *name,
         gsize       length)
{
  static const char *const names[] = {
    "class",     "id",         "itemprop", "data-testid",   "datetime",  "content",
    "title",     "data-date",  "pubdate",  "data-datetime", "style",     "aria-hidden",
    "hidden",    "role",       "rel",      "property",      "name",      "http-equiv",
    "type",      "href",       "lang",     "data-timestamp", NULL,
  };

  return length > 1 && is_one_of (name, length, names);
}

static void
put (Filter     *self,
     const char *bytes,
     gsize       length)
{
  memmove (self->out, bytes, length);
  self->out += length;
}

/* Text up to @to, each run of white space as one: nothing in the text of an article depends on it.
 */
static void
put_text (Filter     *self,
          const char *to)
{
  gboolean after_space = FALSE;

  for (; self->at < to; self->at++)
    {
      gboolean is_space = g_ascii_isspace (*self->at);

      if (!is_space || !after_space)
        *self->out++ = *self->at;
      after_space = is_space;
    }
}

/* Behind the value of an attribute that starts at @at. */
static const char *
skip_value (const char *at,
            const char *end)
{
  const char *close;

  if (at < end && (*at == '"' || *at == '\''))
    {
      close = memchr (at + 1, *at, (gsize) (end - at - 1));
      return close != NULL ? close + 1 : end;
    }

  while (at < end && !g_ascii_isspace (*at) && *at != '>')
    at++;

  return at;
}

/* Reads one attribute at @at; returns behind it. @value is where its value starts, with its quotes,
 * %NULL if it has none. */
static const char *
read_attribute (const char  *at,
                const char  *end,
                gsize       *name_length,
                const char **value)
{
  const char *name = at;
  const char *after;

  *value = NULL;

  /* A = that no name stands before belongs to the name. */
  at++;
  while (at < end && !g_ascii_isspace (*at) && *at != '=' && *at != '>' && *at != '/')
    at++;
  *name_length = (gsize) (at - name);

  for (after = at; after < end && g_ascii_isspace (*after); after++)
    ;
  if (after >= end || *after != '=')
    return at;
  for (after++; after < end && g_ascii_isspace (*after); after++)
    ;
  *value = after;

  return skip_value (after, end);
}

/* Pictures and links have titles and styles that say nothing of the page. */
static gboolean
says_something (const Tag  *tag,
                const char *name,
                gsize       length,
                const char *value,
                const char *end)
{
  if (is_called (name, length, "title"))
    return !is_called (tag->name, tag->length, "a") && !is_called (tag->name, tag->length, "img");
  if (is_called (name, length, "href"))
    return is_called (tag->name, tag->length, "link");
  if (is_called (name, length, "style"))
    return value != NULL && (g_strstr_len (value, end - value, "none") != NULL ||
                             g_strstr_len (value, end - value, "hidden") != NULL);

  return TRUE;
}

/* The attribute @name, whose @value ends at @end. */
static void
put_attribute (Filter     *self,
               const char *name,
               gsize       length,
               const char *value,
               const char *end)
{
  gsize quotes = value != NULL && (*value == '"' || *value == '\'');

  *self->out++ = ' ';
  if (value != NULL && end - value > MAX_SHORT_VALUE + 2 &&
      memchr (value, '&', (gsize) (end - value)) == NULL)
    {
      const char *last = end - (quotes > 0 && end[-1] == *value);

      put (self, name, length);
      self->out += g_snprintf (self->out, MAX_SHORT_VALUE + 4, "=%c%x", LEADUP_HTML_VALUE_MARK,
                               self->result->values->len);
      g_ptr_array_add (self->result->values,
                       g_string_chunk_insert_len (self->result->strings, value + quotes,
                                                  last - value - (gssize) quotes));
      return;
    }

  /* Nothing else may look like a number of a value. */
  if (value == NULL || value[quotes] != LEADUP_HTML_VALUE_MARK)
    put (self, name, (gsize) (end - name));
}

/* Copies the tag at @at with the attributes that matter; returns behind it. */
static const char *
put_tag (Filter    *self,
         const Tag *tag)
{
  const char *at = tag->name + tag->length;
  guint n_kept = 0;

  put (self, self->at, (gsize) (at - self->at));
  while (at < self->end && *at != '>')
    {
      const char *start = at;
      const char *value;
      gsize length;

      if (g_ascii_isspace (*at) || *at == '/')
        {
          at++;
          continue;
        }

      at = read_attribute (at, self->end, &length, &value);
      if (tag->closes || n_kept == MAX_ATTRIBUTES || at - start > MAX_TAG_BYTES ||
          !is_kept (start, length) || !says_something (tag, start, length, value, at))
        continue;

      put_attribute (self, start, length, value, at);
      n_kept++;
    }

  if (at < self->end)
    {
      /* Apart, or it would belong to a value without quotes. */
      if (at[-1] == '/')
        put (self, " /", 2);
      *self->out++ = '>';
      at++;
    }

  return at;
}

/* Behind the tag, minding quotes. */
static const char *
find_tag_end (const Filter *self,
              const Tag    *tag)
{
  const char *at = tag->name + tag->length;
  const char *value;
  gsize length;

  while (at < self->end && *at != '>')
    at = g_ascii_isspace (*at) || *at == '/' ? at + 1
                                             : read_attribute (at, self->end, &length, &value);

  return at < self->end ? at + 1 : at;
}

/* Behind the end tag of the element that is open, NULL if it has none. */
static const char *
find_close (const Filter *self,
            const char   *from,
            const Tag    *tag)
{
  for (const char *at = from; at < self->end; at++)
    {
      at = memchr (at, '<', (gsize) (self->end - at));
      if (at == NULL || (gsize) (self->end - at) < tag->length + 3)
        return NULL;
      if (at[1] == '/' && g_ascii_strncasecmp (at + 2, tag->name, tag->length) == 0 &&
          !g_ascii_isalnum (at[2 + tag->length]))
        {
          at = memchr (at, '>', (gsize) (self->end - at));
          return at != NULL ? at + 1 : self->end;
        }
    }

  return NULL;
}

static gboolean
has_data (const char *at,
          const char *end)
{
  static const char wanted[] = "ld+json";

  for (; at + sizeof wanted - 1 <= end; at++)
    if (g_ascii_strncasecmp (at, wanted, sizeof wanted - 1) == 0)
      return TRUE;

  return FALSE;
}

/* Elements of which an article keeps nothing. Whether that was one. */
static gboolean
skip_element (Filter    *self,
              const Tag *tag)
{
  static const char *const raw[] = { "script", "style", "iframe", "xmp", NULL };
  static const char *const others[] = { "noscript", "svg", NULL };
  const char *next, *close;

  if (tag->closes)
    return FALSE;

  if (is_one_of (tag->name, tag->length, raw))
    {
      next = find_tag_end (self, tag);
      close = find_close (self, next, tag);
      if (close == NULL)
        close = self->end;
      if (has_data (tag->name, next))
        {
          const char *last = close - 1;

          while (last > next && *last != '<')
            last--;
          g_ptr_array_add (self->result->data, g_string_chunk_insert_len (self->result->strings,
                                                                          next, last - next));
        }
      self->at = close;
      return TRUE;
    }

  if (!is_one_of (tag->name, tag->length, others))
    return FALSE;

  next = find_tag_end (self, tag);
  if (self->lacks_close)
    return FALSE;
  close = next[-2] == '/' ? next : find_close (self, next, tag);
  if (close == NULL)
    {
      self->lacks_close = TRUE;
      return FALSE;
    }
  self->at = close;

  return TRUE;
}

/* The title and the like hold text whatever it looks like. */
static void
put_raw (Filter    *self,
         const Tag *tag)
{
  const char *close = find_close (self, self->at, tag);

  if (close == NULL)
    close = self->end;
  put (self, self->at, (gsize) (close - self->at));
  self->at = close;
}

static void
read_tag (Filter    *self,
          const Tag *tag)
{
  static const char *const raw[] = { "title", "textarea", NULL };
  const char *next;
  gboolean is_deep = !has_no_depth (tag);

  if (skip_element (self, tag))
    return;

  if (!tag->closes && is_deep && self->depth >= MAX_DEPTH)
    {
      self->at = find_tag_end (self, tag);
      return;
    }

  next = put_tag (self, tag);
  self->at = next;
  if (!tag->closes && is_one_of (tag->name, tag->length, raw))
    {
      put_raw (self, tag);
      return;
    }
  if (tag->closes)
    self->depth -= self->depth > 0 && is_deep;
  else if (is_deep && next[-2] != '/')
    self->depth++;
}

static void
skip_comment (Filter *self)
{
  /* “<!-->” is a whole comment. */
  const char *close = g_strstr_len (self->at + 2, self->end - self->at - 2, "-->");

  self->at = close != NULL ? close + 3 : self->end;
}

/**
 * leadup_html_filter:
 * @self: (out): the page, for leadup_html_filtered_clear()
 * @html: a page, valid UTF-8 without NUL
 * @length: its bytes
 *
 * Leaves out what no article needs and what makes a parser slow: scripts, styles, comments,
 * pictures in the page, attributes that say nothing of the text, runs of white space, elements that
 * are nested too deeply. What is left means the same.
 */
void
leadup_html_filter (LeadupHtmlFiltered *self,
                    const char         *html,
                    gsize               length)
{
  Filter filter = { .at = html, .end = html + length, .result = self };

  /* A space that an attribute lacked, or one before a slash, may be put in. */
  self->html = g_malloc (2 * length + 64);
  self->values = g_ptr_array_new ();
  self->data = g_ptr_array_new ();
  self->strings = g_string_chunk_new (16 * 1024);
  filter.out = self->html;

  while (filter.at < filter.end)
    {
      const char *open = memchr (filter.at, '<', (gsize) (filter.end - filter.at));
      Tag tag;

      put_text (&filter, open != NULL ? open : filter.end);
      if (open == NULL)
        break;

      tag.closes = filter.at + 1 < filter.end && filter.at[1] == '/';
      tag.name = filter.at + 1 + tag.closes;
      tag.length = name_length (tag.name, filter.end);

      if (filter.end - filter.at > 4 && strncmp (filter.at, "<!--", 4) == 0)
        skip_comment (&filter);
      else if (tag.length == 0)
        *filter.out++ = *filter.at++;
      else
        read_tag (&filter, &tag);
    }

  *filter.out = '\0';
  self->length = (gsize) (filter.out - self->html);
}

void
leadup_html_filtered_clear (LeadupHtmlFiltered *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->html, g_free);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->data, g_ptr_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
}
