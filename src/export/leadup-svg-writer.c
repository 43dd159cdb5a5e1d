/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-svg-writer.h"

#include "base/leadup-text.h"
#include "render/leadup-stroke.h"
#include "render/leadup-symbol-path.h"

#include <math.h>
#include <string.h>

/**
 * Writer:
 * @ids: ids that are taken: an XML id stands once in a file
 * @n_defs: gradients, patterns and clips so far
 * @layer: (nullable): the layer that is open
 */
typedef struct
{
  const LeadupScene *scene;
  const LeadupTheme *theme;
  GString *out;
  GHashTable *ids;
  guint n_defs;
  const char *layer;
  const LeadupRect *clip;
  guint clip_def;
} Writer;

/* Hundredths of a pixel, the shortest way, and no “-0”. By hand: a picture has tens of thousands,
 * and most of the time to write one would go into the formats of printf. */
static void
append_number (GString *out,
               double   number)
{
  gint64 hundredths = llround (number * 100);
  guint64 whole = (guint64) ABS (hundredths / 100);
  guint rest = (guint) ABS (hundredths % 100);
  char digits[32];
  gsize first = sizeof digits;

  if (rest % 10 != 0)
    digits[--first] = (char) ('0' + rest % 10);
  if (rest != 0)
    {
      digits[--first] = (char) ('0' + rest / 10);
      digits[--first] = '.';
    }
  do
    digits[--first] = (char) ('0' + whole % 10);
  while ((whole /= 10) > 0);
  if (hundredths < 0)
    digits[--first] = '-';
  g_string_append_len (out, digits + first, (gssize) (sizeof digits - first));
}

static void
append_attribute (Writer     *writer,
                  const char *name,
                  double      value)
{
  g_string_append_c (writer->out, ' ');
  g_string_append (writer->out, name);
  g_string_append (writer->out, "=\"");
  append_number (writer->out, value);
  g_string_append_c (writer->out, '"');
}

static void
append_text_attribute (Writer     *writer,
                       const char *name,
                       const char *value)
{
  g_string_append_printf (writer->out, " %s=\"", name);
  leadup_text_append_xml (writer->out, value);
  g_string_append_c (writer->out, '"');
}

static void
append_colour (Writer      *writer,
               const char  *name,
               LeadupColour colour)
{
  g_string_append_printf (writer->out, " %s=\"#%02x%02x%02x\"", name, colour.red, colour.green,
                          colour.blue);
  if (colour.alpha != 255)
    {
      g_string_append_printf (writer->out, " %s-opacity=\"", name);
      append_number (writer->out, colour.alpha / 255.0);
      g_string_append_c (writer->out, '"');
    }
}

/* A name that XML takes as an id, unique in the file: “event-e1”, “event-e1-2”. */
static char *
make_id (Writer     *writer,
         const char *prefix,
         const char *id)
{
  g_autoptr (GString) name = g_string_new (prefix);
  g_autofree char *unique = NULL;

  if (id != NULL)
    {
      g_string_append_c (name, '-');
      for (const char *p = id; *p != '\0' && name->len < 200; p++)
        g_string_append_c (name, g_ascii_isalnum (*p) || *p == '-' || *p == '_' ? *p : '_');
    }

  unique = g_strdup (name->str);
  for (guint i = 2; g_hash_table_contains (writer->ids, unique); i++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s-%u", name->str, i);
    }
  g_hash_table_add (writer->ids, g_strdup (unique));

  return g_steal_pointer (&unique);
}

static void
append_path_data (Writer             *writer,
                  const LeadupPathOp *path,
                  guint               n_path)
{
  g_string_append (writer->out, " d=\"");
  for (guint i = 0; i < n_path; i++)
    {
      g_string_append_c (writer->out, path[i].op);
      for (guint j = 0; j < leadup_path_op_get_n_points (&path[i]); j++)
        {
          if (j > 0)
            g_string_append_c (writer->out, ' ');
          append_number (writer->out, path[i].points[j].x);
          g_string_append_c (writer->out, ' ');
          append_number (writer->out, path[i].points[j].y);
        }
    }
  g_string_append_c (writer->out, '"');
}

/* A colour that comes in from the left and goes out to the right; the painter’s gradient. Returns
 * its number. */
static guint
define_fade (Writer                *writer,
             const LeadupSceneItem *item,
             LeadupColour           colour)
{
  double width = MAX (item->rect.width, 1e-6);
  double start = CLAMP (item->paint.fade_start / width, 0, 1);
  double end = 1 - CLAMP (item->paint.fade_end / width, 0, 1);
  LeadupColour opaque = colour;

  if (start > end)
    start = end = start / (start + 1 - end);
  opaque.alpha = 255;

  g_string_append_printf (
      writer->out,
      "<linearGradient id=\"def-%u\" gradientUnits=\"userSpaceOnUse\" y1=\"0\" y2=\"0\"",
      ++writer->n_defs);
  append_attribute (writer, "x1", item->rect.x);
  append_attribute (writer, "x2", item->rect.x + width);
  g_string_append_c (writer->out, '>');
  for (guint i = 0; i < 4; i++)
    {
      const double offsets[] = { 0, start, end, 1 };
      const gboolean is_visible[] = { start <= 0, TRUE, TRUE, end >= 1 };

      g_string_append (writer->out, "<stop");
      append_attribute (writer, "offset", offsets[i]);
      append_colour (writer, "stop-color", opaque);
      append_attribute (writer, "stop-opacity", is_visible[i] ? colour.alpha / 255.0 : 0);
      g_string_append (writer->out, "/>");
    }
  g_string_append (writer->out, "</linearGradient>\n");

  return writer->n_defs;
}

/* Slanted lines on a grid of the whole picture, so that neighbours join. */
static guint
define_hatch (Writer      *writer,
              LeadupColour colour)
{
  const double s = LEADUP_HATCH_STEP;

  g_string_append_printf (writer->out, "<pattern id=\"def-%u\" patternUnits=\"userSpaceOnUse\"",
                          ++writer->n_defs);
  append_attribute (writer, "width", s);
  append_attribute (writer, "height", s);
  g_string_append (writer->out, "><path fill=\"none\"");
  append_colour (writer, "stroke", colour);
  append_attribute (writer, "stroke-width", LEADUP_HATCH_WIDTH);
  g_string_append_printf (writer->out,
                          " d=\"M-1 1L1 -1M0 %.0fL%.0f 0M%.0f %.0fL%.0f %.0f\"/></pattern>\n", s, s,
                          s - 1, s + 1, s + 1, s - 1);

  return writer->n_defs;
}

static void
append_stroke (Writer      *writer,
               LeadupColour colour,
               double       width,
               LeadupDash   dash)
{
  double on;
  double off;

  append_colour (writer, "stroke", colour);
  append_attribute (writer, "stroke-width", width);
  if (leadup_dash_get_lengths (dash, width, &on, &off))
    {
      g_string_append (writer->out, " stroke-dasharray=\"");
      append_number (writer->out, on);
      g_string_append_c (writer->out, ' ');
      append_number (writer->out, off);
      g_string_append_c (writer->out, '"');
    }
}

/* Definitions come before the shape that uses them: 0 = the paint is a plain colour. */
static void
define_paint (Writer                *writer,
              const LeadupSceneItem *item,
              guint                 *fill,
              guint                 *stroke)
{
  const LeadupPaint *paint = &item->paint;
  gboolean is_fading =
      item->shape == LEADUP_SHAPE_RECT && (paint->fade_start > 0 || paint->fade_end > 0);

  *fill = *stroke = 0;
  if (paint->fill.alpha != 0 && paint->pattern == LEADUP_PATTERN_HATCH)
    *fill = define_hatch (writer, paint->fill);
  else if (paint->fill.alpha != 0 && is_fading)
    *fill = define_fade (writer, item, paint->fill);
  if (paint->stroke_width > 0 && paint->stroke.alpha != 0 && is_fading)
    *stroke = define_fade (writer, item, paint->stroke);
}

static void
append_paint (Writer                *writer,
              const LeadupSceneItem *item,
              guint                  fill,
              guint                  stroke)
{
  const LeadupPaint *paint = &item->paint;

  if (fill != 0)
    g_string_append_printf (writer->out, " fill=\"url(#def-%u)\"", fill);
  else if (paint->fill.alpha != 0)
    append_colour (writer, "fill", paint->fill);
  else
    g_string_append (writer->out, " fill=\"none\"");

  if (paint->stroke_width <= 0 || paint->stroke.alpha == 0)
    return;
  append_stroke (writer, paint->stroke, paint->stroke_width, paint->dash);
  if (stroke != 0)
    {
      g_string_append_printf (writer->out, " style=\"stroke:url(#def-%u);stroke-opacity:1\"",
                              stroke);
    }
}

static void
write_rect (Writer                *writer,
            const LeadupSceneItem *item)
{
  double radius = MIN (item->radius, MIN (item->rect.width, item->rect.height) / 2);
  guint fill;
  guint stroke;

  define_paint (writer, item, &fill, &stroke);
  g_string_append (writer->out, "<rect");
  append_attribute (writer, "x", item->rect.x);
  append_attribute (writer, "y", item->rect.y);
  append_attribute (writer, "width", item->rect.width);
  append_attribute (writer, "height", item->rect.height);
  if (radius > 0)
    append_attribute (writer, "rx", radius);
  append_paint (writer, item, fill, stroke);
  g_string_append (writer->out, "/>\n");
}

static void
write_path (Writer                *writer,
            const LeadupSceneItem *item)
{
  guint fill;
  guint stroke;

  define_paint (writer, item, &fill, &stroke);
  g_string_append (writer->out, "<path");
  append_path_data (writer, item->path, item->n_path);
  append_paint (writer, item, fill, stroke);
  g_string_append (writer->out, "/>\n");
}

static void
write_boxes (Writer                *writer,
             const LeadupSceneItem *item)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (LeadupPathOp));
  LeadupSceneItem whole = *item;

  for (guint i = 0; i < item->n_boxes; i++)
    {
      const LeadupRect *box = &item->boxes[i];
      double right = box->x + box->width, bottom = box->y + box->height;
      LeadupPathOp ops[] = { { 'M', { { box->x, bottom } } },
                             { 'L', { { box->x, box->y } } },
                             { 'L', { { right, box->y } } },
                             { 'L', { { right, bottom } } },
                             { 'Z' } };

      g_array_append_vals (path, ops, G_N_ELEMENTS (ops));
    }
  whole.path = (const LeadupPathOp *) (gconstpointer) path->data;
  whole.n_path = path->len;
  write_path (writer, &whole);
}

/* By the first letter that has a direction. */
static gboolean
is_right_to_left (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (!g_unichar_isalpha (letter))
        continue;

      switch ((int) g_unichar_get_script (letter))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
          return TRUE;

        default:
          return FALSE;
        }
    }

  return FALSE;
}

/* The painter places a text by its left edge; in a right-to-left text SVG’s start is the right one.
 */
static const char *
choose_anchor (LeadupAnchor anchor,
               gboolean     is_rtl)
{
  if (anchor == LEADUP_ANCHOR_MIDDLE)
    return "middle";

  return (anchor == LEADUP_ANCHOR_END) != is_rtl ? "end" : "start";
}

/* XML would make one space of several, and none of those at the ends. */
static gboolean
has_loose_spaces (const char *text)
{
  return g_str_has_prefix (text, " ") || g_str_has_suffix (text, " ") ||
         strstr (text, "  ") != NULL;
}

static void
write_text (Writer                *writer,
            const LeadupSceneItem *item)
{
  const LeadupFont *font = &writer->theme->fonts[item->role];
  gboolean is_rtl = is_right_to_left (item->text);
  const char *anchor = choose_anchor (item->anchor, is_rtl);

  g_string_append (writer->out, "<text");
  append_attribute (writer, "x", item->rect.x);
  append_attribute (writer, "y", item->rect.y);
  append_text_attribute (writer, "font-family", font->family);
  append_attribute (writer, "font-size", font->size);
  if (font->weight != 400)
    append_attribute (writer, "font-weight", font->weight);
  if (!g_str_equal (anchor, "start"))
    append_text_attribute (writer, "text-anchor", anchor);
  if (is_rtl)
    g_string_append (writer->out, " direction=\"rtl\"");
  if (has_loose_spaces (item->text))
    g_string_append (writer->out, " xml:space=\"preserve\"");
  if (item->rotation != 0)
    {
      g_string_append (writer->out, " transform=\"rotate(");
      append_number (writer->out, item->rotation);
      g_string_append_c (writer->out, ' ');
      append_number (writer->out, item->rect.x);
      g_string_append_c (writer->out, ' ');
      append_number (writer->out, item->rect.y);
      g_string_append (writer->out, ")\"");
    }
  append_colour (writer, "fill", item->paint.fill);
  if (item->paint.stroke_width > 0)
    {
      append_stroke (writer, item->paint.stroke, item->paint.stroke_width, LEADUP_DASH_SOLID);
      g_string_append (writer->out, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
  g_string_append_c (writer->out, '>');
  leadup_text_append_xml (writer->out, item->text);
  g_string_append (writer->out, "</text>\n");
}

static LeadupColour
resolve_ink (Writer                *writer,
             const LeadupSceneItem *item,
             LeadupInk              ink)
{
  return ink == LEADUP_INK_BACKGROUND ? writer->theme->background : item->paint.fill;
}

static void
write_symbol (Writer                *writer,
              const LeadupSceneItem *item)
{
  LeadupSymbolPath path;

  leadup_symbol_path_init (&path, item->symbol, item->verification, &item->rect);
  for (guint i = 0; i < path.n_parts; i++)
    {
      const LeadupSymbolPart *part = &path.parts[i];

      g_string_append (writer->out, "<path");
      append_path_data (writer, path.ops + part->first_op, part->n_ops);
      if (part->fill != LEADUP_INK_NONE)
        append_colour (writer, "fill", resolve_ink (writer, item, part->fill));
      else
        g_string_append (writer->out, " fill=\"none\"");
      if (part->stroke != LEADUP_INK_NONE)
        append_stroke (writer, resolve_ink (writer, item, part->stroke), part->stroke_width,
                       part->dash);
      g_string_append (writer->out, "/>\n");
    }
}

static void
write_item (Writer                *writer,
            const LeadupSceneItem *item)
{
  switch (item->shape)
    {
    case LEADUP_SHAPE_RECT:
      write_rect (writer, item);
      break;

    case LEADUP_SHAPE_PATH:
      write_path (writer, item);
      break;

    case LEADUP_SHAPE_BOXES:
      write_boxes (writer, item);
      break;

    case LEADUP_SHAPE_TEXT:
      if (*item->text != '\0')
        write_text (writer, item);
      break;

    case LEADUP_SHAPE_SYMBOL:
    default:
      write_symbol (writer, item);
      break;
    }
}

static const char *
get_id_prefix (LeadupSceneKind kind)
{
  switch (kind)
    {
    case LEADUP_SCENE_EVENT:
      return "event";

    case LEADUP_SCENE_CLUSTER:
      return "cluster";

    case LEADUP_SCENE_ACTOR:
      return "actor";

    case LEADUP_SCENE_TIE:
      return "tie";

    case LEADUP_SCENE_LANE:
      return "lane";

    case LEADUP_SCENE_PHASE:
      return "phase";

    case LEADUP_SCENE_BREAK:
      return "break";

    case LEADUP_SCENE_AXIS:
    case LEADUP_SCENE_DECORATION:
    default:
      return NULL;
    }
}

static void
change_layer (Writer     *writer,
              const char *layer)
{
  if (g_strcmp0 (writer->layer, layer) == 0)
    return;

  if (writer->layer != NULL)
    g_string_append (writer->out, "</g>\n");
  writer->layer = layer;
  if (layer != NULL)
    {
      g_autofree char *id = make_id (writer, "layer", layer);

      g_string_append_printf (writer->out, "<g id=\"%s\" class=\"layer %s\">\n", id, layer);
    }
}

static void
define_clip (Writer           *writer,
             const LeadupRect *clip)
{
  if (clip == NULL || clip == writer->clip)
    return;

  writer->clip = clip;
  writer->clip_def = ++writer->n_defs;
  g_string_append_printf (writer->out, "<clipPath id=\"def-%u\"><rect", writer->n_defs);
  append_attribute (writer, "x", clip->x);
  append_attribute (writer, "y", clip->y);
  append_attribute (writer, "width", clip->width);
  append_attribute (writer, "height", clip->height);
  g_string_append (writer->out, "/></clipPath>\n");
}

static void
write_group (Writer *writer,
             guint   index)
{
  const LeadupSceneGroup *group = leadup_scene_get_group (writer->scene, index);
  const LeadupRect *clip = leadup_scene_get_clip (writer->scene, index);
  const char *prefix = get_id_prefix (group->kind);
  g_autofree char *css_class = leadup_scene_group_dup_css_class (group);
  g_autofree char *title = leadup_scene_group_dup_title (group);

  if (group->n_items == 0)
    return;

  change_layer (writer, group->layer);
  define_clip (writer, clip);
  g_string_append (writer->out, "<g");
  if (prefix != NULL && group->id != NULL)
    {
      g_autofree char *id = make_id (writer, prefix, group->id);

      append_text_attribute (writer, "id", id);
    }
  if (css_class != NULL)
    append_text_attribute (writer, "class", css_class);
  if (clip != NULL)
    g_string_append_printf (writer->out, " clip-path=\"url(#def-%u)\"", writer->clip_def);
  g_string_append_c (writer->out, '>');
  if (title != NULL)
    {
      g_string_append (writer->out, "<title>");
      leadup_text_append_xml (writer->out, title);
      g_string_append (writer->out, "</title>");
    }
  g_string_append_c (writer->out, '\n');
  for (guint i = 0; i < group->n_items; i++)
    write_item (writer, leadup_scene_get_item (writer->scene, group->first_item + i));
  g_string_append (writer->out, "</g>\n");
}

static void
write_head (Writer     *writer,
            double      zoom,
            const char *title,
            const char *description)
{
  double width = leadup_scene_get_width (writer->scene);
  double height = leadup_scene_get_height (writer->scene);

  g_string_append (writer->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"");
  append_attribute (writer, "width", width * zoom);
  append_attribute (writer, "height", height * zoom);
  g_string_append (writer->out, " viewBox=\"0 0 ");
  append_number (writer->out, width);
  g_string_append_c (writer->out, ' ');
  append_number (writer->out, height);
  g_string_append (writer->out,
                   "\" role=\"img\" aria-labelledby=\"chart-title chart-description\">\n");
  g_string_append (writer->out, "<title id=\"chart-title\">");
  leadup_text_append_xml (writer->out, title != NULL ? title : "");
  g_string_append (writer->out, "</title>\n<desc id=\"chart-description\">");
  leadup_text_append_xml (writer->out, description != NULL ? description : "");
  g_string_append (writer->out, "</desc>\n<rect id=\"background\" width=\"100%\" height=\"100%\"");
  append_colour (writer, "fill", writer->theme->background);
  g_string_append (writer->out, "/>\n<g id=\"chart\" stroke-linejoin=\"round\">\n");
}

GBytes *
leadup_svg_writer_write (const LeadupScene *scene,
                         double             zoom,
                         const char        *title,
                         const char        *description)
{
  Writer writer = { .scene = scene };

  g_return_val_if_fail (scene != NULL && zoom > 0, NULL);

  writer.theme = leadup_scene_get_theme (scene);
  writer.out = g_string_sized_new (64 * 1024);
  writer.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  write_head (&writer, zoom, title, description);
  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    write_group (&writer, i);
  change_layer (&writer, NULL);
  g_string_append (writer.out, "</g>\n</svg>\n");

  g_hash_table_unref (writer.ids);

  return g_string_free_to_bytes (writer.out);
}
