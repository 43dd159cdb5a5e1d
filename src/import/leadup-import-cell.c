/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-cell.h"

#include "article/leadup-html-tree.h"
#include "base/leadup-ascii.h"
#include "base/leadup-text.h"
#include "storage/leadup-record-shape.h"

#include <math.h>
#include <string.h>

/* A column that we do not know is kept up to this size, and all of a row up to that. */
#define MAX_KEPT 4096
#define MAX_KEPT_ROW 65536

/* Called for each element of a list. */
typedef void (*ElementFunc) (const LeadupJsonValue *json,
                             const char *text,
                             LeadupImportDraft *draft,
                             gpointer data);

typedef struct
{
  int role;
  GHashTable *words;
} ActorStyle;

gboolean
leadup_import_cell_is_there (const LeadupImportCell *self)
{
  if (self->json.start != NULL)
    return *self->json.start != 'n' &&
           (self->json.end - self->json.start != 2 || strchr ("\"[{", *self->json.start) == NULL);

  return self->text != NULL && !leadup_text_is_blank (self->text);
}

/* Whether it is a list of more than one. */
gboolean
leadup_import_cell_is_several (const LeadupImportCell *self)
{
  LeadupJsonIter iter;
  LeadupJsonValue value;

  if (self->json.start == NULL || *self->json.start != '[')
    return FALSE;

  leadup_json_iter_init (&iter, &self->json);

  return leadup_json_iter_next (&iter, NULL, &value) && leadup_json_iter_next (&iter, NULL, &value);
}

static gboolean
has_markup (const char *text)
{
  for (const char *at = text; (at = strpbrk (at, "<&")) != NULL; at++)
    if (g_ascii_isalpha (at[1]) || (*at == '<' && at[1] == '/') || (*at == '&' && at[1] == '#'))
      return TRUE;

  return FALSE;
}

/* Returns: (nullable): without the tags of HTML, bounded, and what cannot stand in a text */
static const char *
clean (const char        *text,
       gsize              length,
       LeadupImportDraft *draft)
{
  const char *valid;
  g_autoptr (LeadupHtmlTree) tree = NULL;
  char *plain;

  /* Plain letters need no cleaning; what could be markup is looked at. */
  if (length <= LEADUP_STORY_MAX_STRING && leadup_ascii_measure_plain (text, length) == length)
    return leadup_text_is_blank (text) ? NULL : text;

  valid = leadup_import_draft_keep (
      draft, g_strstrip (leadup_text_make_valid (text, -1, LEADUP_STORY_MAX_STRING)));
  if (has_markup (valid))
    {
      tree = leadup_html_tree_new (valid, strlen (valid));
      plain = leadup_html_tree_dup_text (tree, 0);
      valid = leadup_import_draft_keep (draft, g_strstrip (plain));
    }

  return leadup_text_is_blank (valid) ? NULL : valid;
}

static const char *
read_json (const LeadupJsonValue *json,
           LeadupImportDraft     *draft)
{
  LeadupJsonIter iter;
  LeadupJsonValue first;
  char *text;
  gsize size = leadup_json_value_get_size (json);

  switch (leadup_json_value_get_type (json))
    {
    case LEADUP_JSON_STRING:
      text = leadup_scratch_alloc (draft->scratch, size);
      size = leadup_json_value_copy_string (json, text);
      return clean (text, size, draft);

    case LEADUP_JSON_NUMBER:
    case LEADUP_JSON_BOOLEAN:
      text = leadup_scratch_alloc (draft->scratch, size + 1);
      memcpy (text, json->start, size);
      text[size] = '\0';
      return text;

    case LEADUP_JSON_ARRAY:
      leadup_json_iter_init (&iter, json);
      if (leadup_json_iter_next (&iter, NULL, &first) &&
          leadup_json_value_get_type (&first) != LEADUP_JSON_ARRAY)
        return read_json (&first, draft);
      return NULL;

    case LEADUP_JSON_OBJECT:
    case LEADUP_JSON_NULL:
    default:
      return NULL;
    }
}

/* Returns: (nullable): the text, clean; of a list the first element; %NULL for objects and blanks
 */
const char *
leadup_import_cell_get_plain (LeadupImportCell  *self,
                              LeadupImportDraft *draft)
{
  g_return_val_if_fail (self != NULL && draft != NULL, NULL);

  if (self->is_plain)
    return self->text;

  if (self->json.start != NULL)
    self->text = read_json (&self->json, draft);
  else if (self->text != NULL)
    self->text = clean (self->text, strlen (self->text), draft);
  self->is_plain = TRUE;

  return self->text;
}

static const char *
get_member (const LeadupJsonValue *object,
            const char            *name,
            LeadupImportDraft     *draft)
{
  LeadupJsonValue value;

  return leadup_json_value_get_type (object) == LEADUP_JSON_OBJECT &&
                 leadup_json_value_get_member (object, name, &value)
             ? read_json (&value, draft)
             : NULL;
}

static const char *
get_first_member (const LeadupJsonValue *object,
                  const char   * const  *names,
                  LeadupImportDraft     *draft)
{
  const char *text = NULL;

  for (guint i = 0; names[i] != NULL && text == NULL; i++)
    text = get_member (object, names[i], draft);

  return text;
}

/* The one of the usual separators that stands in it. */
static const char *
find_separator (const char *text)
{
  static const char *const separators[] = { ";", "|", "\n", NULL };

  for (guint i = 0; separators[i] != NULL; i++)
    if (strchr (text, *separators[i]) != NULL)
      return separators[i];

  return ",";
}

/* ['a', 'b'] is how some programs write a list into a table. */
static const char *
unwrap (const char        *text,
        LeadupImportDraft *draft)
{
  gsize length = text != NULL ? strlen (text) : 0;
  char *list;

  if (length < 2 || text[0] != '[' || text[length - 1] != ']')
    return text;

  list = g_strndup (text + 1, length - 2);
  g_strdelimit (list, "'\"", ' ');

  return leadup_import_draft_keep (draft, list);
}

static void
for_each (LeadupImportCell  *self,
          LeadupImportDraft *draft,
          const char        *separator,
          ElementFunc        func,
          gpointer           data)
{
  const char *text;
  gsize separator_length, size;
  char *part, *end;

  if (self->json.start != NULL && *self->json.start == '[')
    {
      LeadupJsonIter iter;
      LeadupJsonValue value;

      leadup_json_iter_init (&iter, &self->json);
      for (guint n = 0; n < LEADUP_STORY_MAX_LIST && leadup_json_iter_next (&iter, NULL, &value);
           n++)
        func (&value, read_json (&value, draft), draft, data);
      return;
    }
  if (self->json.start != NULL && *self->json.start == '{')
    {
      func (&self->json, NULL, draft, data);
      return;
    }

  text = unwrap (leadup_import_cell_get_plain (self, draft), draft);
  if (text == NULL)
    return;
  if (separator == NULL)
    separator = find_separator (text);
  separator_length = strlen (separator);
  size = strlen (text) + 1;
  part = memcpy (leadup_scratch_alloc (draft->scratch, size), text, size);
  for (guint n = 0; part != NULL && n < LEADUP_STORY_MAX_LIST; n++)
    {
      end = separator_length == 1 ? strchr (part, *separator) : strstr (part, separator);
      if (end != NULL)
        *end = '\0';
      if (g_ascii_isspace (*part) ||
          (*part != '\0' && g_ascii_isspace ((end != NULL ? end : strchr (part, '\0'))[-1])))
        g_strstrip (part);
      func (NULL, part, draft, data);
      part = end != NULL ? end + separator_length : NULL;
    }
}

/* What a word stands for, or the word itself. */
static const char *
translate (GHashTable *words,
           const char *text)
{
  const char *word = words != NULL && text != NULL ? g_hash_table_lookup (words, text) : NULL;

  return word != NULL ? word : text;
}

static void
add_actor (const LeadupJsonValue *json,
           const char            *text,
           LeadupImportDraft     *draft,
           gpointer               data)
{
  static const char *const name_members[] = { "name", "actor", "label", "id", NULL };
  static const char *const kind_members[] = { "kind", "type", NULL };
  const ActorStyle *style = data;
  int role = style->role;
  int own_kind = LEADUP_IMPORT_ANY_KIND;

  if (json != NULL && *json->start == '{')
    {
      const char *role_name = get_member (json, "role", draft);
      const char *kind_name = get_first_member (json, kind_members, draft);
      LeadupActorKind kind;
      LeadupRole known;

      text = get_first_member (json, name_members, draft);
      if (role_name != NULL && leadup_role_from_string (role_name, &known))
        role = (int) known;
      if (kind_name != NULL && leadup_actor_kind_from_string (kind_name, &kind))
        own_kind = (int) kind;
    }

  leadup_import_draft_add_actor (draft, translate (style->words, text), own_kind, role);
}

/**
 * leadup_import_cell_add_actors:
 * @self: a name, several with separators, a list of names or of objects with “name”, “role”, “kind”
 * @draft: the row
 * @separator: (nullable): %NULL finds it out
 * @role: a LeadupRole, where an object does not say its own
 * @words: (nullable): what names stand for
 */
void
leadup_import_cell_add_actors (LeadupImportCell  *self,
                               LeadupImportDraft *draft,
                               const char        *separator,
                               int                role,
                               GHashTable        *words)
{
  ActorStyle style = { role, words };

  g_return_if_fail (self != NULL && draft != NULL);

  for_each (self, draft, separator, add_actor, &style);
}

static void
add_tag (const LeadupJsonValue *json,
         const char            *text,
         LeadupImportDraft     *draft,
         gpointer               data)
{
  leadup_import_draft_add_tag (draft, translate (data, text));
}

/* A tag, several with separators, or a list; @words (nullable) says what they stand for. */
void
leadup_import_cell_add_tags (LeadupImportCell  *self,
                             LeadupImportDraft *draft,
                             const char        *separator,
                             GHashTable        *words)
{
  g_return_if_fail (self != NULL && draft != NULL);

  for_each (self, draft, separator, add_tag, words);
}

static gboolean
is_address (const char *text)
{
  return text != NULL &&
         (g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://"));
}

static void
add_source (const LeadupJsonValue *json,
            const char            *text,
            LeadupImportDraft     *draft,
            gpointer               data)
{
  static const char *const day_members[] = { "date", "published", NULL };
  LeadupImportSource source = { NULL };

  text = translate (data, text);
  if (json != NULL && *json->start == '{')
    {
      source.url = get_member (json, "url", draft);
      source.archived_url = get_member (json, "archived_url", draft);
      source.outlet = get_member (json, "outlet", draft);
      source.title = get_member (json, "title", draft);
      source.author = get_member (json, "author", draft);
      source.published = get_first_member (json, day_members, draft);
      source.quote = get_member (json, "quote", draft);
    }
  else if (is_address (text))
    source.url = text;
  else
    source.outlet = text;

  leadup_import_draft_add_source (draft, &source);
}

/**
 * leadup_import_cell_add_sources:
 * @self: the name of an outlet or an address, several with separators, a list of them or of objects
 * @draft: the row
 * @separator: (nullable): %NULL: a text is one source, for outlets have commas in their names
 * @words: (nullable): what names stand for
 */
void
leadup_import_cell_add_sources (LeadupImportCell  *self,
                                LeadupImportDraft *draft,
                                const char        *separator,
                                GHashTable        *words)
{
  g_return_if_fail (self != NULL && draft != NULL);

  for_each (self, draft, separator != NULL ? separator : "\n", add_source, words);
}

/* What other columns say of the source goes to the first one, unless that has an address already.
 */
void
leadup_import_cell_complete_source (LeadupImportDraft        *draft,
                                    const LeadupImportSource *rest)
{
  LeadupImportSource *first;

  g_return_if_fail (draft != NULL && draft->sources->len > 0);

  first = &g_array_index (draft->sources, LeadupImportSource, 0);
  if (rest->url != NULL && first->url != NULL && !g_str_equal (rest->url, first->url))
    {
      leadup_import_draft_add_source (draft, rest);
      return;
    }
  if (first->url == NULL)
    first->url = rest->url;
  if (first->title == NULL)
    first->title = rest->title;
  if (first->author == NULL)
    first->author = rest->author;
  if (first->published == NULL)
    first->published = rest->published;
  if (first->quote == NULL)
    first->quote = rest->quote;
}

/* {"name":…,"lat":…,"lon":…}. Returns whether it is an object. */
gboolean
leadup_import_cell_read_place (LeadupImportCell  *self,
                               LeadupImportDraft *draft)
{
  static const char *const latitudes[] = { "lat", "latitude", NULL };
  static const char *const longitudes[] = { "lon", "lng", "longitude", NULL };
  const char *latitude, *longitude;
  double north, east;

  g_return_val_if_fail (self != NULL && draft != NULL, FALSE);

  if (self->json.start == NULL || *self->json.start != '{')
    return FALSE;

  draft->place = get_member (&self->json, "name", draft);
  draft->country = get_member (&self->json, "country", draft);
  latitude = get_first_member (&self->json, latitudes, draft);
  longitude = get_first_member (&self->json, longitudes, draft);
  if (leadup_import_cell_read_number (latitude, &north) &&
      leadup_import_cell_read_number (longitude, &east))
    {
      draft->latitude = north;
      draft->longitude = east;
    }

  return TRUE;
}

/* Keeps a column that we do not know beside the event, or tells that it was left out. */
void
leadup_import_cell_keep (const LeadupImportCell *self,
                         LeadupImportDraft      *draft,
                         const char             *name)
{
  gsize size;

  g_return_if_fail (self != NULL && draft != NULL && name != NULL);

  if (self->json.start == NULL)
    {
      const char *text = clean (self->text, strlen (self->text), draft);

      if (text != NULL)
        leadup_import_draft_keep_member (draft, name, text);
      return;
    }

  size = leadup_json_value_get_size (&self->json);
  if (size > MAX_KEPT || draft->kept->len + size > MAX_KEPT_ROW)
    {
      g_ptr_array_add (draft->left_out, (gpointer) leadup_import_draft_keep (
                                            draft, leadup_text_single_line (name, 40)));
      return;
    }

  if (draft->kept->len > 0)
    g_string_append_c (draft->kept, ',');
  leadup_text_append_json (draft->kept, name);
  g_string_append_c (draft->kept, ':');
  leadup_json_value_append (&self->json, draft->kept);
}

/**
 * leadup_import_cell_read_number:
 * @text: (nullable): “1234.5”, “1 234,5”, “48,85”, “1,234”, “−3”
 * @number: (out): the number
 *
 * Decimal commas are told from commas between thousands by what stands behind them.
 *
 * Returns: whether it is a number
 */
gboolean
leadup_import_cell_read_number (const char *text,
                                double     *number)
{
  char plain[64];
  guint length = 0;
  const char *comma, *point;
  char *end;

  if (text == NULL)
    return FALSE;

  comma = strrchr (text, ',');
  point = strrchr (text, '.');
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_decimal = c == ',' && point == NULL && comma == at && strchr (text, ',') == at &&
                            (strlen (at + 1) != 3 || text[0] == '0' || text[0] == '-');

      if (point != NULL && comma > point && c == ',')
        is_decimal = TRUE; /* 1.234,5 */
      if (length >= sizeof plain - 1)
        return FALSE;
      if (is_decimal)
        plain[length++] = '.';
      else if (c == 0x2212)
        plain[length++] = '-';
      else if (c == '.' && comma > point && point != NULL)
        continue;
      else if (c < 0x80 && strchr ("0123456789.+-eE", (char) c) != NULL)
        plain[length++] = (char) c;
      else if (c != ',' && c != ' ' && c != '\'' && c != 0xa0 && c != 0x202f)
        return FALSE;
    }
  plain[length] = '\0';

  *number = g_ascii_strtod (plain, &end);

  return length > 0 && *end == '\0' && isfinite (*number);
}
