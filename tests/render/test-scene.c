/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-scene-append.h"
#include "render/leadup-scene.h"

static const LeadupPaint solid = { .fill = { 10, 20, 30, 255 } };

static void
add_box (LeadupScene    *scene,
         LeadupSceneKind kind,
         const char     *id,
         double          x,
         double          y,
         double          width,
         double          height)
{
  LeadupRect rect = { x, y, width, height };

  leadup_scene_begin (scene, kind, "things", id, NULL, id);
  leadup_scene_add_rect (scene, &rect, 0, &solid);
  leadup_scene_end (scene);
}

static LeadupScene *
new_scene (void)
{
  return leadup_scene_new (leadup_theme_get (NULL), 400, 300);
}

static const char *
pick_id (const LeadupScene *scene,
         double             x,
         double             y,
         double             tolerance)
{
  const LeadupSceneGroup *group = leadup_scene_pick (scene, x, y, tolerance);

  return group != NULL ? group->id : NULL;
}

static void
test_pick_finds_what_the_pointer_means (void)
{
  static const struct
  {
    double x;
    double y;
    double tolerance;
    const char *id;
  } cases[] = {
    { 20, 20, 0, "one" },      /* inside */
    { 33, 20, 4, "one" },      /* near: the mark, not the lane that it lies on */
    { 33, 20, 2, "lane" },     /* too far */
    { 62, 20, 0, "over" },     /* of two, the one in front */
    { 36, 20, 20, "one" },     /* the nearer one */
    { 48, 20, 20, "under" },   /* the nearer one */
    { 205, 20, 0, "lane" },    /* decoration is never picked */
    { 390, 290, 3, NULL },     /* nothing there */
    { 120, 20, 0, "lane" },    /* cut off by its clip */
    { 300, 131, 3, "curve" },  /* near a curve */
    { 300, 180, 3, NULL },     /* inside the curve’s box, but not near it */
    { 255, 255, 0, "filled" }, /* inside a filled path */
    { 252, 268, 0, NULL },     /* in its box, outside of it */
  };
  static const LeadupPathOp curve[] = { { 'M', { { 220, 200 } } },
                                        { 'Q', { { 300, 60 }, { 380, 200 } } } };
  static const LeadupPathOp triangle[] = { { 'M', { { 250, 250 } } },
                                           { 'L', { { 270, 250 } } },
                                           { 'L', { { 270, 270 } } },
                                           { 'Z', { { 0, 0 } } } };
  LeadupPaint line = { .stroke = { 0, 0, 0, 255 }, .stroke_width = 2 };
  LeadupRect clip = { 0, 0, 100, 100 };
  g_autoptr (LeadupScene) scene = new_scene ();

  add_box (scene, LEADUP_SCENE_LANE, "lane", 0, 0, 400, 100);
  add_box (scene, LEADUP_SCENE_EVENT, "one", 10, 10, 20, 20);
  add_box (scene, LEADUP_SCENE_EVENT, "under", 50, 10, 20, 20);
  add_box (scene, LEADUP_SCENE_EVENT, "over", 60, 10, 20, 20);
  add_box (scene, LEADUP_SCENE_DECORATION, "decoration", 200, 10, 20, 20);
  leadup_scene_push_clip (scene, &clip);
  add_box (scene, LEADUP_SCENE_EVENT, "clipped", 90, 10, 60, 20);
  leadup_scene_pop_clip (scene);
  leadup_scene_begin (scene, LEADUP_SCENE_TIE, "ties", "curve", NULL, NULL);
  leadup_scene_add_path (scene, curve, G_N_ELEMENTS (curve), &line);
  leadup_scene_end (scene);
  leadup_scene_begin (scene, LEADUP_SCENE_TIE, "ties", "filled", NULL, NULL);
  leadup_scene_add_path (scene, triangle, G_N_ELEMENTS (triangle), &solid);
  leadup_scene_end (scene);
  leadup_scene_finish (scene);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (pick_id (scene, cases[i].x, cases[i].y, cases[i].tolerance), ==, cases[i].id);
}

static void
test_find_goes_by_kind_and_id (void)
{
  g_autoptr (LeadupScene) scene = new_scene ();

  add_box (scene, LEADUP_SCENE_ACTOR, "x", 0, 0, 10, 10);
  add_box (scene, LEADUP_SCENE_EVENT, "x", 20, 0, 10, 10);
  leadup_scene_finish (scene);

  g_assert_cmpfloat (leadup_scene_find (scene, LEADUP_SCENE_EVENT, "x")->bounds.x, ==, 20);
  g_assert_null (leadup_scene_find (scene, LEADUP_SCENE_TIE, "x"));
  g_assert_null (leadup_scene_find (scene, LEADUP_SCENE_EVENT, "y"));
}

static void
test_clips_cut_each_other (void)
{
  LeadupRect outer = { 10, 10, 100, 100 }, inner = { 50, 0, 100, 50 };
  g_autoptr (LeadupScene) scene = new_scene ();
  const LeadupRect *clip;

  add_box (scene, LEADUP_SCENE_EVENT, "free", 0, 0, 1, 1);
  leadup_scene_push_clip (scene, &outer);
  leadup_scene_push_clip (scene, &inner);
  add_box (scene, LEADUP_SCENE_EVENT, "both", 0, 0, 1, 1);
  leadup_scene_pop_clip (scene);
  add_box (scene, LEADUP_SCENE_EVENT, "one", 0, 0, 1, 1);
  leadup_scene_pop_clip (scene);
  leadup_scene_finish (scene);

  g_assert_null (leadup_scene_get_clip (scene, 0));
  clip = leadup_scene_get_clip (scene, 1);
  g_assert_cmpfloat (clip->x, ==, 50);
  g_assert_cmpfloat (clip->y, ==, 10);
  g_assert_cmpfloat (clip->width, ==, 60);
  g_assert_cmpfloat (clip->height, ==, 40);
  g_assert_cmpfloat (leadup_scene_get_clip (scene, 2)->x, ==, 10);
}

static void
test_many_items_keep_their_place (void)
{
  g_autoptr (LeadupScene) scene = new_scene ();
  const LeadupSceneItem *first;

  add_box (scene, LEADUP_SCENE_EVENT, "first", 1, 2, 3, 4);
  first = leadup_scene_get_item (scene, 0);
  for (guint i = 0; i < 20000; i++)
    add_box (scene, LEADUP_SCENE_EVENT, "many", i, 0, 1, 1);
  leadup_scene_finish (scene);

  g_assert_true (leadup_scene_get_item (scene, 0) == first);
  g_assert_cmpuint (leadup_scene_get_n_groups (scene), ==, 20001);
  g_assert_cmpfloat (leadup_scene_get_item (scene, 20000)->rect.x, ==, 19999);
  g_assert_cmpstr (leadup_scene_get_group (scene, 20000)->id, ==, "many");
}

/* One of everything. */
static LeadupScene *
make_full_scene (void)
{
  LeadupScene *scene = new_scene ();
  LeadupPaint hatch = { .fill = { 1, 2, 3, 255 }, .pattern = LEADUP_PATTERN_HATCH };
  LeadupPaint line = { .stroke = { 255, 0, 0, 128 },
                       .stroke_width = 1.5,
                       .dash = LEADUP_DASH_DASHED };
  LeadupRect rect = { 1.4, 2.6, 30, 40 };
  static const LeadupPathOp path[] = { { 'M', { { 0, 0 } } },
                                       { 'C', { { 1, 1 }, { 2, 2 }, { 3, -0.2 } } },
                                       { 'Z', { { 0, 0 } } } };
  LeadupColour ink = leadup_colour_rgb (0x112233);

  leadup_scene_begin (scene, LEADUP_SCENE_EVENT, "events", "ev-1", "strike verified", "A raid");
  leadup_scene_add_rect (scene, &rect, 3, &hatch);
  leadup_scene_add_line (scene, 0, 0, 10, 10, &line);
  leadup_scene_add_path (scene, path, G_N_ELEMENTS (path), &solid);
  leadup_scene_add_symbol (scene, LEADUP_SYMBOL_BURST, LEADUP_VERIFICATION_VERIFIED, &rect, ink);
  leadup_scene_end (scene);
  leadup_scene_begin (scene, LEADUP_SCENE_DECORATION, "labels", NULL, NULL, NULL);
  leadup_scene_add_text (scene, "Words", LEADUP_TEXT_LABEL, LEADUP_ANCHOR_END, 100, 50, 35, ink);
  leadup_scene_add_text_full (scene, "Turned", LEADUP_TEXT_LABEL, LEADUP_ANCHOR_MIDDLE, 10, 20, 30,
                              45, ink, leadup_colour_rgb (0xffffff));
  leadup_scene_end (scene);
  leadup_scene_set_height (scene, 200);
  leadup_scene_set_plot (scene, &rect, 77);
  leadup_scene_finish (scene);

  return scene;
}

static void
test_text_of_a_scene_names_everything (void)
{
  g_autoptr (LeadupScene) scene = make_full_scene ();
  g_autofree char *text = leadup_scene_to_text (scene);

  g_assert_cmpstr (text, ==,
                   "scene 400×200 light\n"
                   "[events]\n"
                   "event ev-1 .strike verified “A raid”\n"
                   "  rect 1,3 30×40 hatch #010203\n"
                   "  path M0,0 L10,10 stroke #ff0000/50% dashed\n"
                   "  path M0,0 C1,1 2,2 3,0 Z fill #0a141e\n"
                   "  symbol burst verified 1,3 30 fill #112233\n"
                   "[labels]\n"
                   "decoration\n"
                   "  text label 100,50 end fill #112233 “Words”\n"
                   "  text label 10,20 middle turned 45 fill #112233 “Turned”\n");
  g_assert_cmpfloat (leadup_scene_get_width (scene), ==, 400);
  g_assert_cmpfloat (leadup_scene_get_height (scene), ==, 200);
  g_assert_cmpfloat (leadup_scene_get_content_height (scene), ==, 77);
  g_assert_cmpfloat (leadup_scene_get_plot (scene)->width, ==, 30);
  g_assert_true (leadup_scene_get_theme (scene) == leadup_theme_get ("light"));
}

static void
test_an_appended_scene_is_the_same_elsewhere (void)
{
  g_autoptr (LeadupScene) inner = leadup_scene_new (leadup_theme_get ("light"), 100, 100);
  g_autoptr (LeadupScene) outer = leadup_scene_new (leadup_theme_get ("light"), 400, 200);
  g_autofree char *text = NULL;
  LeadupRect clip = { 0, 0, 50, 50 };
  LeadupPaint paint = { .stroke = leadup_colour_rgb (0x112233), .stroke_width = 1 };

  leadup_scene_push_clip (inner, &clip);
  leadup_scene_begin (inner, LEADUP_SCENE_EVENT, "events", "e", "strike", "An event");
  leadup_scene_add_symbol (inner, LEADUP_SYMBOL_STAR, LEADUP_VERIFICATION_VERIFIED,
                           &(LeadupRect) { 10, 10, 8, 8 }, leadup_colour_rgb (0x112233));
  leadup_scene_add_line (inner, 1, 2, 3, 4, &paint);
  leadup_scene_end (inner);
  leadup_scene_pop_clip (inner);
  leadup_scene_begin (inner, LEADUP_SCENE_DECORATION, "labels", NULL, NULL, NULL);
  leadup_scene_add_text (inner, "Words", LEADUP_TEXT_LABEL, LEADUP_ANCHOR_END, 30, 40, 30,
                         leadup_colour_rgb (0x112233));
  leadup_scene_end (inner);
  leadup_scene_finish (inner);

  leadup_scene_append (outer, inner, 100, 20);
  leadup_scene_finish (outer);
  g_assert_cmpuint (leadup_scene_get_n_groups (outer), ==, 2);
  g_assert_cmpfloat (leadup_scene_get_clip (outer, 0)->x, ==, 100);
  g_assert_null (leadup_scene_get_clip (outer, 1));
  g_assert_cmpstr (pick_id (outer, 114, 34, 0), ==, "e");
  g_assert_cmpfloat (leadup_scene_get_item (outer, 1)->path[1].points[0].x, ==, 103);
  text = leadup_scene_to_text (outer);
  g_assert_nonnull (strstr (text, "text label 130,60 end fill #112233 “Words”"));
}

static void
test_path_segments_have_their_points (void)
{
  static const char ops[] = "MLQCZ";
  static const guint n_points[] = { 1, 1, 2, 3, 0 };

  for (guint i = 0; ops[i] != '\0'; i++)
    {
      LeadupPathOp op = { .op = ops[i] };

      g_assert_cmpuint (leadup_path_op_get_n_points (&op), ==, n_points[i]);
    }
}

/* Words are made from the event when someone asks for them, and outlive its story. */
static void
test_groups_of_events_have_words (void)
{
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf ("2025-03-04", NULL);
  LeadupEventFields fields = { .id = "e1", .title = "Fleet sails", .category = "raid", .when = when };
  g_autoptr (LeadupScene) scene = leadup_scene_new (leadup_theme_get (NULL), 100, 100);
  g_autoptr (LeadupScene) copy = leadup_scene_new (leadup_theme_get (NULL), 100, 100);
  LeadupEvent *event = leadup_event_new (&fields);
  static const char *const titles[] = { "Fleet sails — 4 March 2025 — disputed",
                                        "12 events: Fleet sails — unverified" };
  static const char *const classes[] = { "raid disputed", "cluster" };

  leadup_scene_begin_events (scene, LEADUP_SCENE_EVENT, "events", event, 1,
                             LEADUP_VERIFICATION_DISPUTED);
  leadup_scene_end (scene);
  leadup_scene_begin_events (scene, LEADUP_SCENE_CLUSTER, "events", event, 12,
                             LEADUP_VERIFICATION_UNVERIFIED);
  leadup_scene_end (scene);
  leadup_scene_finish (scene);
  g_object_unref (event);
  leadup_scene_append (copy, scene, 5, 5);
  leadup_scene_finish (copy);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *title = leadup_scene_group_dup_title (leadup_scene_get_group (copy, i));
      g_autofree char *css_class =
          leadup_scene_group_dup_css_class (leadup_scene_get_group (copy, i));

      g_assert_cmpstr (leadup_scene_get_group (copy, i)->id, ==, "e1");
      g_assert_true (g_ascii_strcasecmp (title, titles[i]) == 0);
      g_assert_cmpstr (css_class, ==, classes[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/pick-finds-what-the-pointer-means",
                   test_pick_finds_what_the_pointer_means);
  g_test_add_func ("/scene/find-goes-by-kind-and-id", test_find_goes_by_kind_and_id);
  g_test_add_func ("/scene/clips-cut-each-other", test_clips_cut_each_other);
  g_test_add_func ("/scene/many-items-keep-their-place", test_many_items_keep_their_place);
  g_test_add_func ("/scene/its-text-names-everything", test_text_of_a_scene_names_everything);
  g_test_add_func ("/scene/an-appended-scene-is-the-same-elsewhere",
                   test_an_appended_scene_is_the_same_elsewhere);
  g_test_add_func ("/scene/groups-of-events-have-words", test_groups_of_events_have_words);
  g_test_add_func ("/scene/path-segments-have-their-points", test_path_segments_have_their_points);

  return g_test_run ();
}
