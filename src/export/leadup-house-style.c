/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-house-style.h"

#include "base/leadup-error.h"
#include "export/leadup-path-data.h"
#include "storage/leadup-file-reader.h"
#include "storage/leadup-json-scanner.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_BYTES ((gsize) 4 << 20)
#define MAX_SIZES 64
#define MAX_LOGO_PATHS 500
#define MAX_LOGO_SIDE 400.0

/* Least contrast of texts and of marks (WCAG 2.2, 1.4.3 and 1.4.11). */
#define TEXT_CONTRAST 4.5
#define MARK_CONTRAST 3.0

/* One shape of the logo. */
typedef struct
{
  GArray *ops;
  LeadupColour fill;
} LogoPath;

struct _LeadupHouseStyle
{
  gatomicrefcount refs;
  char *name;
  LeadupTheme theme;
  GPtrArray *strings; /* what the theme and the sizes point to */
  GArray *presets;
  GPtrArray *logo;
  double logo_width;
  double logo_height;
};

G_DEFINE_BOXED_TYPE (LeadupHouseStyle,
                     leadup_house_style,
                     leadup_house_style_ref,
                     leadup_house_style_unref)

static const struct
{
  const char *name;
  gsize offset;
  double contrast; /* to the background; 0 = of no matter */
} colours[] = {
  { "background", G_STRUCT_OFFSET (LeadupTheme, background), 0 },
  { "surface", G_STRUCT_OFFSET (LeadupTheme, surface), 0 },
  { "text", G_STRUCT_OFFSET (LeadupTheme, text), TEXT_CONTRAST },
  { "text-dim", G_STRUCT_OFFSET (LeadupTheme, text_dim), TEXT_CONTRAST },
  { "line", G_STRUCT_OFFSET (LeadupTheme, line), 0 },
  { "line-faint", G_STRUCT_OFFSET (LeadupTheme, line_faint), 0 },
  { "phase", G_STRUCT_OFFSET (LeadupTheme, phase), 0 },
  { "accent", G_STRUCT_OFFSET (LeadupTheme, accent), MARK_CONTRAST },
  { "hostile", G_STRUCT_OFFSET (LeadupTheme, hostile), MARK_CONTRAST },
  { "cooperative", G_STRUCT_OFFSET (LeadupTheme, cooperative), MARK_CONTRAST },
  { "neutral", G_STRUCT_OFFSET (LeadupTheme, neutral), MARK_CONTRAST },
};

static const char *const roles[LEADUP_N_TEXT_ROLES] = {
  [LEADUP_TEXT_TITLE] = "title", [LEADUP_TEXT_SUBTITLE] = "subtitle",
  [LEADUP_TEXT_LABEL] = "label", [LEADUP_TEXT_LABEL_STRONG] = "label-strong",
  [LEADUP_TEXT_LANE] = "lane",   [LEADUP_TEXT_CONTEXT] = "context",
  [LEADUP_TEXT_TICK] = "tick",   [LEADUP_TEXT_CAPTION] = "caption",
  [LEADUP_TEXT_BADGE] = "badge",
};

static void
logo_path_free (gpointer data)
{
  LogoPath *path = data;

  g_array_unref (path->ops);
  g_free (path);
}

static gboolean fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError    **error,
      const char *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA, message);

  return FALSE;
}

static const char *
keep (LeadupHouseStyle *self,
      char             *string)
{
  g_ptr_array_add (self->strings, string);

  return string;
}

/* An absent or empty string is %NULL. */
static char *
dup_member (const LeadupJsonValue *object,
            const char            *name)
{
  LeadupJsonValue value;
  char *text;

  if (!leadup_json_value_get_member (object, name, &value) ||
      leadup_json_value_get_type (&value) != LEADUP_JSON_STRING)
    return NULL;

  text = leadup_json_value_dup_string (&value);
  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

/* Leaves @number as it is where the member is absent. */
static gboolean
read_number (const LeadupJsonValue *object,
             const char            *name,
             double                 least,
             double                 most,
             double                *number,
             GError               **error)
{
  LeadupJsonValue value;
  double read;

  if (!leadup_json_value_get_member (object, name, &value))
    return TRUE;
  if (!leadup_json_value_get_number (&value, &read) || !(read >= least && read <= most))
    return fail (error, _ ("“%s” has to be a number from %g to %g"), name, least, most);
  *number = read;

  return TRUE;
}

static gboolean
get_object (const LeadupJsonValue *object,
            const char            *name,
            LeadupJsonValue       *value)
{
  return leadup_json_value_get_member (object, name, value) &&
         leadup_json_value_get_type (value) == LEADUP_JSON_OBJECT;
}

static gboolean
read_colours (LeadupHouseStyle      *self,
              const LeadupJsonValue *root,
              GError               **error)
{
  LeadupJsonIter iter;
  LeadupJsonValue object, key, value;

  if (!get_object (root, "colours", &object))
    return TRUE;

  leadup_json_iter_init (&iter, &object);
  while (leadup_json_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = leadup_json_value_dup_string (&key);
      g_autofree char *text = NULL;
      guint i = 0;

      while (i < G_N_ELEMENTS (colours) && !g_str_equal (colours[i].name, name))
        i++;
      if (i == G_N_ELEMENTS (colours))
        return fail (error, _ ("There is no colour “%s” in a house style"), name);
      if (leadup_json_value_get_type (&value) == LEADUP_JSON_STRING)
        text = leadup_json_value_dup_string (&value);
      if (text == NULL ||
          !leadup_colour_parse (text, G_STRUCT_MEMBER_P (&self->theme, colours[i].offset)))
        return fail (error, _ ("The colour “%s” has to be written as “#rrggbb”"), name);
    }

  return TRUE;
}

static gboolean
check_contrast (LeadupHouseStyle *self,
                GError          **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      const LeadupColour *colour = G_STRUCT_MEMBER_P (&self->theme, colours[i].offset);
      double contrast = leadup_colour_contrast (*colour, self->theme.background);

      if (contrast < colours[i].contrast)
        return fail (
            error,
            _ ("The colour “%s” cannot be told from the background: its contrast is %.1f:1, "
               "and it needs %.1f:1"),
            colours[i].name, contrast, colours[i].contrast);
    }
  if (leadup_colour_contrast (self->theme.text, self->theme.surface) < TEXT_CONTRAST)
    return fail (error, _ ("The colour “text” cannot be read on “surface”: it needs %.1f:1"),
                 TEXT_CONTRAST);

  return TRUE;
}

static gboolean
read_font (LeadupHouseStyle      *self,
           LeadupFont            *font,
           const LeadupJsonValue *object,
           GError               **error)
{
  char *family = dup_member (object, "family");
  double weight = font->weight;

  if (family != NULL)
    font->family = keep (self, family);
  if (!read_number (object, "size", 6, 96, &font->size, error) ||
      !read_number (object, "weight", 100, 900, &weight, error))
    return FALSE;
  font->weight = (int) weight;

  return TRUE;
}

static gboolean
read_fonts (LeadupHouseStyle      *self,
            const LeadupJsonValue *root,
            GError               **error)
{
  LeadupJsonValue object, value;
  char *family;

  if (!get_object (root, "fonts", &object))
    return TRUE;

  family = dup_member (&object, "family");
  if (family != NULL)
    {
      keep (self, family);
      for (guint i = 0; i < LEADUP_N_TEXT_ROLES; i++)
        self->theme.fonts[i].family = family;
    }
  for (guint i = 0; i < LEADUP_N_TEXT_ROLES; i++)
    if (get_object (&object, roles[i], &value) &&
        !read_font (self, &self->theme.fonts[i], &value, error))
      return FALSE;

  return TRUE;
}

static gboolean
read_logo_path (LeadupHouseStyle      *self,
                const LeadupJsonValue *object,
                GError               **error)
{
  g_autofree char *data = dup_member (object, "d");
  g_autofree char *fill = dup_member (object, "fill");
  LeadupColour colour = self->theme.text;
  LogoPath *path;
  GArray *ops;

  if (data == NULL)
    return fail (error, _ ("A path of the logo needs “d”, the path data of SVG"));
  if (fill != NULL && !leadup_colour_parse (fill, &colour))
    return fail (error, _ ("The colour “%s” has to be written as “#rrggbb”"), "fill");
  ops = leadup_path_data_parse (data, error);
  if (ops == NULL)
    return FALSE;

  path = g_new (LogoPath, 1);
  path->ops = ops;
  path->fill = colour;
  g_ptr_array_add (self->logo, path);

  return TRUE;
}

static gboolean
read_logo (LeadupHouseStyle      *self,
           const LeadupJsonValue *root,
           GError               **error)
{
  LeadupJsonIter iter;
  LeadupJsonValue object, paths, path;

  if (!get_object (root, "logo", &object))
    return TRUE;
  if (!read_number (&object, "width", 1, MAX_LOGO_SIDE, &self->logo_width, error) ||
      !read_number (&object, "height", 1, MAX_LOGO_SIDE, &self->logo_height, error))
    return FALSE;
  if (self->logo_width <= 0 || self->logo_height <= 0)
    return fail (error, _ ("The logo needs “width” and “height”, in pixels"));
  if (!leadup_json_value_get_member (&object, "paths", &paths) ||
      leadup_json_value_get_type (&paths) != LEADUP_JSON_ARRAY)
    return fail (error, _ ("The logo needs “paths”, a list of objects with “d” and “fill”"));

  leadup_json_iter_init (&iter, &paths);
  while (leadup_json_iter_next (&iter, NULL, &path))
    {
      if (self->logo->len >= MAX_LOGO_PATHS)
        return fail (error, _ ("The logo has more than %d paths"), MAX_LOGO_PATHS);
      if (leadup_json_value_get_type (&path) != LEADUP_JSON_OBJECT)
        return fail (error, _ ("A path of the logo needs “d”, the path data of SVG"));
      if (!read_logo_path (self, &path, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_size (LeadupHouseStyle      *self,
           const LeadupJsonValue *object,
           GError               **error)
{
  LeadupExportPreset preset = { .scale = 1, .zoom = 1 };
  char *id = dup_member (object, "id");
  char *label = dup_member (object, "label");

  if (id == NULL)
    {
      g_free (label);
      return fail (error, _ ("A size needs “id”, its name on the command line"));
    }
  preset.id = keep (self, id);
  preset.label = label != NULL ? keep (self, label) : preset.id;
  if (!read_number (object, "width", LEADUP_EXPORT_MIN_WIDTH, LEADUP_EXPORT_MAX_SIDE,
                    &preset.width, error) ||
      !read_number (object, "height", 0, LEADUP_EXPORT_MAX_SIDE, &preset.height, error) ||
      !read_number (object, "scale", 1, LEADUP_EXPORT_MAX_SCALE, &preset.scale, error) ||
      !read_number (object, "zoom", LEADUP_EXPORT_MIN_ZOOM, LEADUP_EXPORT_MAX_ZOOM, &preset.zoom,
                    error))
    return FALSE;
  if (preset.width <= 0)
    return fail (error, _ ("The size “%s” needs “width”, in pixels"), preset.id);
  g_array_append_val (self->presets, preset);

  return TRUE;
}

static gboolean
read_sizes (LeadupHouseStyle      *self,
            const LeadupJsonValue *root,
            GError               **error)
{
  LeadupJsonIter iter;
  LeadupJsonValue sizes, size;

  if (!leadup_json_value_get_member (root, "sizes", &sizes) ||
      leadup_json_value_get_type (&sizes) != LEADUP_JSON_ARRAY)
    return TRUE;

  leadup_json_iter_init (&iter, &sizes);
  while (leadup_json_iter_next (&iter, NULL, &size))
    {
      if (self->presets->len >= MAX_SIZES)
        return fail (error, _ ("There are more than %d sizes"), MAX_SIZES);
      if (leadup_json_value_get_type (&size) != LEADUP_JSON_OBJECT ||
          !read_size (self, &size, error))
        return *error != NULL ? FALSE : fail (error, _ ("A size has to be an object"));
    }

  return TRUE;
}

static gboolean
read_style (LeadupHouseStyle      *self,
            const LeadupJsonValue *root,
            GError               **error)
{
  g_autofree char *format = NULL;
  g_autofree char *base = NULL;
  const LeadupTheme *theme;

  if (leadup_json_value_get_type (root) == LEADUP_JSON_OBJECT)
    format = dup_member (root, "format");
  if (g_strcmp0 (format, "leadup-house-style") != 0)
    return fail (error, _ ("This is no house style: it has to begin with "
                           "{\"format\": \"leadup-house-style\""));

  base = dup_member (root, "base");
  theme = leadup_theme_get (base);
  if (theme == NULL)
    {
      g_autofree char *known = g_strjoinv (", ", (char **) leadup_theme_get_ids ());

      return fail (error, _ ("There is no theme “%s”. Choose one of: %s."), base, known);
    }
  self->theme = *theme;
  self->name = dup_member (root, "name");
  if (self->name == NULL)
    self->name = g_strdup (_ ("House style"));

  return read_colours (self, root, error) && check_contrast (self, error) &&
         read_fonts (self, root, error) && read_logo (self, root, error) &&
         read_sizes (self, root, error);
}

/**
 * leadup_house_style_new:
 * @bytes: JSON
 * @error: return location
 *
 * Returns: (transfer full): the style, or %NULL where something in it is wrong or cannot be read by
 * everybody
 */
LeadupHouseStyle *
leadup_house_style_new (GBytes  *bytes,
                        GError **error)
{
  g_autoptr (LeadupJsonScanner) scanner = NULL;
  g_autoptr (LeadupHouseStyle) self = NULL;
  LeadupJsonValue root;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error != NULL && *error == NULL, NULL);

  scanner = leadup_json_scanner_new (bytes, LEADUP_JSON_STRICT, error);
  if (scanner == NULL)
    return NULL;

  self = g_new0 (LeadupHouseStyle, 1);
  g_atomic_ref_count_init (&self->refs);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->presets = g_array_new (FALSE, FALSE, sizeof (LeadupExportPreset));
  self->logo = g_ptr_array_new_with_free_func (logo_path_free);
  leadup_json_scanner_get_root (scanner, &root);
  if (!read_style (self, &root, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* The same from a file; errors begin with its name. */
LeadupHouseStyle *
leadup_house_style_load (GFile        *file,
                         GCancellable *cancellable,
                         GError      **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) bytes = leadup_file_reader_read (file, MAX_BYTES, NULL, cancellable, &problem);
  LeadupHouseStyle *self = bytes != NULL ? leadup_house_style_new (bytes, &problem) : NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;

  if (self == NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&problem),
                                "%s: ", shown != NULL ? shown : "");

  return self;
}

LeadupHouseStyle *
leadup_house_style_ref (LeadupHouseStyle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
leadup_house_style_unref (LeadupHouseStyle *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->name);
  g_ptr_array_unref (self->strings);
  g_array_unref (self->presets);
  g_ptr_array_unref (self->logo);
  g_free (self);
}

const char *
leadup_house_style_get_name (const LeadupHouseStyle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/* Returns: (transfer none): lives as long as the style */
const LeadupTheme *
leadup_house_style_get_theme (const LeadupHouseStyle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->theme;
}

/* Returns: (array length=n_presets): its own sizes; their labels are not to be translated */
const LeadupExportPreset *
leadup_house_style_get_presets (const LeadupHouseStyle *self,
                                guint                  *n_presets)
{
  g_return_val_if_fail (self != NULL && n_presets != NULL, NULL);

  *n_presets = self->presets->len;

  return (const LeadupExportPreset *) (gconstpointer) self->presets->data;
}

/* Returns: (nullable): the size of that name */
const LeadupExportPreset *
leadup_house_style_find_preset (const LeadupHouseStyle *self,
                                const char             *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->presets->len; i++)
    if (g_str_equal (g_array_index (self->presets, LeadupExportPreset, i).id, id))
      return &g_array_index (self->presets, LeadupExportPreset, i);

  return NULL;
}

/* Returns: pixels; 0 without a logo */
double
leadup_house_style_get_logo_height (const LeadupHouseStyle *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->logo->len > 0 ? self->logo_height : 0;
}

/**
 * leadup_house_style_add_logo:
 * @self: a style
 * @scene: what to add the logo to
 * @right: where it ends
 * @top: where it begins
 */
void
leadup_house_style_add_logo (const LeadupHouseStyle *self,
                             LeadupScene            *scene,
                             double                  right,
                             double                  top)
{
  g_return_if_fail (self != NULL && scene != NULL);

  if (self->logo->len == 0)
    return;

  leadup_scene_begin (scene, LEADUP_SCENE_DECORATION, "logo", NULL, "logo", self->name);
  for (guint i = 0; i < self->logo->len; i++)
    {
      const LogoPath *path = g_ptr_array_index (self->logo, i);
      g_autofree LeadupPathOp *ops =
          g_memdup2 (path->ops->data, path->ops->len * sizeof (LeadupPathOp));
      LeadupPaint paint = { .fill = path->fill };

      for (guint j = 0; j < path->ops->len; j++)
        for (guint k = 0; k < leadup_path_op_get_n_points (&ops[j]); k++)
          {
            ops[j].points[k].x += right - self->logo_width;
            ops[j].points[k].y += top;
          }
      leadup_scene_add_path (scene, ops, path->ops->len, &paint);
    }
  leadup_scene_end (scene);
}
