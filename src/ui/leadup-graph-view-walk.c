/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-graph-describe.h"
#include "render/leadup-graph-spoken.h"
#include "ui/leadup-graph-view-private.h"
#include "ui/leadup-view-state.h"

#include <glib/gi18n.h>
#include <math.h>

/* Walking the graph: from an actor to a partner in a direction, through the ties of an actor, and
 * what belongs to what is under the pointer. */

/* A tie of the actor that is walked, as it is drawn. */
typedef struct
{
  const LeadupSceneGroup *group;
  double angle;
} Spoke;

static LeadupPoint
get_middle (const LeadupSceneGroup *group)
{
  return (LeadupPoint) { group->bounds.x + group->bounds.width / 2,
                         group->bounds.y + group->bounds.height / 2 };
}

/* Whether a tie is one of @actor’s; @other gets who it is with. */
static gboolean
get_other (const LeadupSceneGroup *group,
           const char             *actor,
           const char            **other)
{
  gsize length = strlen (actor);
  const char *second;

  if (group->kind != LEADUP_SCENE_TIE || group->id == NULL)
    return FALSE;

  second = strchr (group->id, ' ');
  if (second == NULL)
    return FALSE;
  if ((gsize) (second - group->id) == length && strncmp (group->id, actor, length) == 0)
    {
      *other = second + 1;
      return TRUE;
    }
  if (g_str_equal (second + 1, actor))
    {
      *other = group->id;
      return TRUE;
    }

  return FALSE;
}

/* Who is tied with @actor in the picture: (element-type utf8 utf8), ids of their own. */
static GHashTable *
list_partners (LeadupScene *scene,
               const char  *actor)
{
  GHashTable *partners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const char *other;

      if (get_other (leadup_scene_get_group (scene, i), actor, &other))
        g_hash_table_add (partners, g_strndup (other, strcspn (other, " ")));
    }

  return partners;
}

/* How far an actor is in a direction, the largest number when it is not there; sideways counts
 * double. */
static double
get_distance (const LeadupRect *from,
              const LeadupRect *to,
              LeadupCanvasMove  move)
{
  double dx = to->x + to->width / 2 - from->x - from->width / 2;
  double dy = to->y + to->height / 2 - from->y - from->height / 2;
  double along = dy, across = fabs (dx);

  if (move == LEADUP_CANVAS_MOVE_LEFT || move == LEADUP_CANVAS_MOVE_RIGHT)
    {
      along = dx;
      across = fabs (dy);
    }
  if (move == LEADUP_CANVAS_MOVE_LEFT || move == LEADUP_CANVAS_MOVE_UP)
    along = -along;

  return along > 1 ? along + 2 * across : G_MAXDOUBLE;
}

/* The nearest actor in a direction, one of @partners where that is not %NULL; without @from the one
 * that is read first, or last. */
static const LeadupSceneGroup *
find_actor (LeadupScene            *scene,
            const LeadupSceneGroup *from,
            GHashTable             *partners,
            LeadupCanvasMove        move)
{
  const LeadupSceneGroup *best = NULL;
  double best_distance = G_MAXDOUBLE;

  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);
      double distance;

      if (group->kind != LEADUP_SCENE_ACTOR || group->id == NULL ||
          (partners != NULL && !g_hash_table_contains (partners, group->id)))
        continue;

      distance = from != NULL ? get_distance (&from->bounds, &group->bounds, move)
                              : group->bounds.x + group->bounds.y;
      if (from == NULL && move == LEADUP_CANVAS_MOVE_LAST)
        distance = -distance;
      if (distance < best_distance)
        {
          best = group;
          best_distance = distance;
        }
    }

  return best;
}

/* Returns: (transfer full): what is said of an actor or a tie: its name and counts, and what its
 * place says in the form that is looked at */
static char *
dup_spoken (LeadupGraphView        *self,
            const LeadupSceneGroup *group)
{
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));
  LeadupProjection *projection = leadup_workspace_get_projection (workspace);
  g_autofree char *title = leadup_scene_group_dup_title (group);
  g_autofree char *place = NULL;
  LeadupGraphLook look;
  LeadupTies *ties;

  if (projection == NULL)
    return g_steal_pointer (&title);

  leadup_view_state_get_look (workspace, &look);
  ties = leadup_graph_view_sieve_ties (self, leadup_projection_get_ties (projection));
  if (group->kind == LEADUP_SCENE_ACTOR)
    {
      place = leadup_graph_spoken_actor (leadup_projection_get_snapshot (projection), ties, &look,
                                         group->id);
    }
  else if (group->kind == LEADUP_SCENE_TIE)
    {
      g_auto (GStrv) ends = g_strsplit (group->id, " ", 2);

      place = leadup_graph_spoken_tie (ties, &look, ends[0], ends[1]);
    }

  /* TRANSLATORS: what is said of an actor or a tie, and what its place in the graph says */
  return place != NULL ? g_strdup_printf (_ ("%s; %s"), title, place) : g_steal_pointer (&title);
}

/* What has the keyboard is told anew with each picture: a brush or a time-lapse changes its counts,
 * another form its place. */
void
leadup_graph_view_tell_focus (LeadupGraphView *self)
{
  LeadupCanvas *canvas = LEADUP_CANVAS (self);
  LeadupSceneKind kind;
  const char *id = leadup_canvas_get_focus_id (canvas, &kind);
  LeadupScene *scene = leadup_canvas_get_scene (canvas);
  const LeadupSceneGroup *group = NULL;
  g_autofree char *spoken = NULL;

  if (id == NULL || scene == NULL || (kind != LEADUP_SCENE_ACTOR && kind != LEADUP_SCENE_TIE))
    return;

  group = leadup_scene_find (scene, kind, id);
  if (group == NULL)
    return;

  spoken = dup_spoken (self, group);
  leadup_canvas_tell_focus_item (canvas, spoken);
}

static void
go_to (LeadupGraphView        *self,
       const LeadupSceneGroup *group)
{
  LeadupCanvas *canvas = LEADUP_CANVAS (self);
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (canvas);
  g_autofree char *spoken = NULL;

  if (group == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (canvas));
      return;
    }

  spoken = dup_spoken (self, group);
  leadup_canvas_set_focus_item (canvas, group->kind, group->id, spoken);
  if (group->kind == LEADUP_SCENE_TIE)
    {
      g_auto (GStrv) ends = g_strsplit (group->id, " ", 2);

      leadup_workspace_select_tie (workspace, ends[0], ends[1]);
      return;
    }
  g_free (self->walked);
  self->walked = g_strdup (group->id);
  leadup_workspace_select (workspace, LEADUP_RECORD_ACTOR, group->id);
}

/* The actor from which a walk goes on: that in focus, or of the tie in focus the one that was
 * walked. */
static const LeadupSceneGroup *
find_walked (LeadupGraphView *self,
             LeadupScene     *scene)
{
  LeadupSceneKind kind;
  const char *focused = leadup_canvas_get_focus_id (LEADUP_CANVAS (self), &kind);
  const LeadupSceneGroup *tie = NULL;
  const char *other;

  if (focused == NULL)
    return NULL;
  if (kind == LEADUP_SCENE_ACTOR)
    return leadup_scene_find (scene, LEADUP_SCENE_ACTOR, focused);

  tie = leadup_scene_find (scene, LEADUP_SCENE_TIE, focused);
  if (tie != NULL && self->walked != NULL && get_other (tie, self->walked, &other))
    return leadup_scene_find (scene, LEADUP_SCENE_ACTOR, self->walked);
  if (tie != NULL)
    {
      g_autofree char *first = g_strndup (focused, strcspn (focused, " "));

      return leadup_scene_find (scene, LEADUP_SCENE_ACTOR, first);
    }

  return NULL;
}

/* An arrow goes to the partner in that direction; where there is none, to whoever is there, so that
 * all can be reached. */
void
leadup_graph_view_move_focus (LeadupCanvas    *canvas,
                              LeadupCanvasMove move)
{
  LeadupGraphView *self = LEADUP_GRAPH_VIEW (canvas);
  LeadupScene *scene = leadup_canvas_get_scene (canvas);
  g_autoptr (GHashTable) partners = NULL;
  const LeadupSceneGroup *from = NULL;
  const LeadupSceneGroup *best = NULL;

  if (scene == NULL)
    return;

  if (move != LEADUP_CANVAS_MOVE_FIRST && move != LEADUP_CANVAS_MOVE_LAST)
    from = find_walked (self, scene);
  if (from != NULL)
    {
      partners = list_partners (scene, from->id);
      best = find_actor (scene, from, partners, move);
    }
  if (best == NULL)
    best = find_actor (scene, from, NULL, move);
  go_to (self, best);
}

static int
compare_spokes (gconstpointer a,
                gconstpointer b)
{
  const Spoke *first = a, *second = b;

  if (first->angle < second->angle)
    return -1;
  if (first->angle > second->angle)
    return 1;

  return strcmp (first->group->id, second->group->id);
}

/* The lines of an actor, clockwise from the top; the one out before the one back. */
static GArray *
list_spokes (LeadupScene            *scene,
             const LeadupSceneGroup *actor)
{
  GArray *spokes = g_array_new (FALSE, FALSE, sizeof (Spoke));
  LeadupPoint middle = get_middle (actor);

  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      Spoke spoke = { leadup_scene_get_group (scene, i), 0 };
      const LeadupSceneGroup *partner;
      g_autofree char *id = NULL;
      const char *other;

      if (!get_other (spoke.group, actor->id, &other) ||
          g_strcmp0 (spoke.group->layer, "ties") != 0)
        continue;
      id = g_strndup (other, strcspn (other, " "));
      partner = leadup_scene_find (scene, LEADUP_SCENE_ACTOR, id);
      if (partner != NULL)
        spoke.angle = fmod (atan2 (get_middle (partner).x - middle.x,
                                   middle.y - get_middle (partner).y) + 2 * G_PI, 2 * G_PI);
      g_array_append_val (spokes, spoke);
    }
  g_array_sort (spokes, compare_spokes);

  return spokes;
}

static void
cycle_ties (LeadupGraphView *self,
            gboolean         is_forward)
{
  LeadupScene *scene = leadup_canvas_get_scene (LEADUP_CANVAS (self));
  g_autoptr (GArray) spokes = NULL;
  const LeadupSceneGroup *actor;
  LeadupSceneKind kind;
  const char *focused = leadup_canvas_get_focus_id (LEADUP_CANVAS (self), &kind);
  guint index = G_MAXUINT;

  actor = scene != NULL ? find_walked (self, scene) : NULL;
  if (actor == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  spokes = list_spokes (scene, actor);
  for (guint i = 0; kind == LEADUP_SCENE_TIE && i < spokes->len; i++)
    if (g_str_equal (g_array_index (spokes, Spoke, i).group->id, focused))
      index = i;
  if (spokes->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (index == G_MAXUINT)
    index = is_forward ? 0 : spokes->len - 1;
  else
    index = (index + (is_forward ? 1 : spokes->len - 1)) % spokes->len;

  /* Selecting an actor sets who is walked; a tie leaves it. */
  if (self->walked == NULL || !g_str_equal (self->walked, actor->id))
    {
      g_free (self->walked);
      self->walked = g_strdup (actor->id);
    }
  go_to (self, g_array_index (spokes, Spoke, index).group);
}

gboolean
leadup_graph_view_key (LeadupCanvas   *canvas,
                       guint           keyval,
                       GdkModifierType modifiers)
{
  LeadupGraphView *self = LEADUP_GRAPH_VIEW (canvas);
  gboolean has_control = (modifiers & GDK_CONTROL_MASK) != 0;

  if ((modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Up:
    case GDK_KEY_Right:
    case GDK_KEY_Down:
      if (!has_control)
        return GDK_EVENT_PROPAGATE;
      cycle_ties (self, keyval == GDK_KEY_Right || keyval == GDK_KEY_Down);
      return GDK_EVENT_STOP;

    case GDK_KEY_slash:
    case GDK_KEY_KP_Divide:
      gtk_widget_activate_action (GTK_WIDGET (canvas), "win.go-to", NULL);
      return GDK_EVENT_STOP;

    case GDK_KEY_p:
      if (has_control)
        return GDK_EVENT_PROPAGATE;
      gtk_widget_activate_action (GTK_WIDGET (canvas), "win.graph-path", NULL);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
light (GHashTable *lit,
       const char *id)
{
  g_hash_table_add (lit, g_strdup (id));
}

/* An actor, its ties and who they are with. */
static void
light_ego (LeadupScene *scene,
           const char  *actor,
           GHashTable  *lit)
{
  light (lit, actor);
  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);
      const char *other;

      if (!get_other (group, actor, &other))
        continue;
      light (lit, group->id);
      g_hash_table_add (lit, g_strndup (other, strcspn (other, " ")));
    }
}

static void
light_tie (const char *id,
           GHashTable *lit)
{
  g_auto (GStrv) ends = g_strsplit (id, " ", 2);

  if (ends[0] == NULL || ends[1] == NULL)
    return;

  light (lit, id);
  light (lit, ends[0]);
  light (lit, ends[1]);
  g_hash_table_add (lit, g_strdup_printf ("%s %s", ends[1], ends[0]));
}

/* The line of one of two actors to the other; where both have but one, that. */
static void
light_line (LeadupScene *scene,
            const char  *from,
            const char  *to,
            GHashTable  *lit)
{
  g_autofree char *id = g_strdup_printf ("%s %s", from, to);

  if (leadup_scene_find (scene, LEADUP_SCENE_TIE, id) == NULL)
    {
      g_free (id);
      id = g_strdup_printf ("%s %s", to, from);
    }
  g_hash_table_add (lit, g_steal_pointer (&id));
}

/* Who takes part in an event, its own line, and the lines from those who acted to those who were
 * acted on. */
static void
light_event (LeadupScene *scene,
             LeadupEvent *event,
             GHashTable  *lit)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);

  light (lit, fields->id);
  for (guint i = 0; i < fields->n_participants; i++)
    {
      const LeadupParticipant *from = &fields->participants[i];

      light (lit, from->actor);
      for (guint k = 0; k < fields->n_participants; k++)
        {
          const LeadupParticipant *to = &fields->participants[k];

          if ((from->role == LEADUP_ROLE_INITIATOR || from->role == LEADUP_ROLE_SPEAKER) &&
              (to->role == LEADUP_ROLE_TARGET || to->role == LEADUP_ROLE_INITIATOR))
            light_line (scene, from->actor, to->actor, lit);
        }
    }
}

GHashTable *
leadup_graph_view_list_lit (LeadupCanvas *canvas)
{
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (canvas);
  LeadupScene *scene = leadup_canvas_get_scene (canvas);
  const LeadupSelected *hover = leadup_workspace_get_hover (workspace);
  LeadupStory *story = leadup_workspace_get_story (workspace);
  g_autoptr (GHashTable) lit = NULL;
  LeadupEvent *event = NULL;

  if (hover == NULL || scene == NULL)
    return NULL;

  lit = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (hover->is_tie)
    light_tie (hover->id, lit);
  else if (hover->kind == LEADUP_RECORD_ACTOR)
    light_ego (scene, hover->id, lit);
  else if (hover->kind == LEADUP_RECORD_EVENT)
    event = leadup_story_lookup (story, LEADUP_RECORD_EVENT, hover->id);
  if (event != NULL)
    light_event (scene, event, lit);

  return g_hash_table_size (lit) > 0 ? g_steal_pointer (&lit) : NULL;
}

LeadupGraphState *
leadup_graph_view_get_state (LeadupGraphView *self)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_VIEW (self), NULL);

  return self->state;
}

LeadupGraphForm
leadup_graph_view_get_form (LeadupGraphView *self)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_VIEW (self), LEADUP_GRAPH_FORM_MAP);

  return leadup_graph_state_get_form (self->state);
}

char *
leadup_graph_view_dup_counts (LeadupGraphView *self)
{
  LeadupScene *scene;
  LeadupProjection *projection;
  guint n = 0;

  g_return_val_if_fail (LEADUP_IS_GRAPH_VIEW (self), NULL);

  scene = leadup_canvas_get_scene (LEADUP_CANVAS (self));
  projection =
      leadup_workspace_get_projection (leadup_canvas_get_workspace (LEADUP_CANVAS (self)));
  if (scene == NULL || projection == NULL)
    return NULL;

  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    n += leadup_scene_get_group (scene, i)->kind == LEADUP_SCENE_ACTOR;

  return leadup_graph_describe_counts (
      n, leadup_ties_get_n_actors (leadup_projection_get_ties (projection)), 0);
}
