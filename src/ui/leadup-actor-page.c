/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-actor-page.h"

#include "base/leadup-text.h"
#include "ui/leadup-actor-entry.h"
#include "ui/leadup-actor-merge-list.h"
#include "ui/leadup-field-binder.h"
#include "ui/leadup-form.h"
#include "ui/leadup-labels.h"

#include <glib/gi18n.h>

/* Ties that are listed, the strongest first. */
#define MAX_TIES 50

struct _LeadupActorPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *kind;
  GtkWidget *summary;
  GtkWidget *members;
  GtkWidget *member_entry;
  GtkWidget *merging;
  GtkWidget *ties;
  GtkWidget *colour;
  GtkWidget *no_colour;

  LeadupFieldBinder *binder;
  LeadupWorkspace *workspace;
  LeadupActor *actor;
  gboolean is_showing;
};

/* A tie as it is listed. */
typedef struct
{
  const char *other;
  LeadupTieSummary summary;
} Neighbour;

G_DEFINE_FINAL_TYPE (LeadupActorPage, leadup_actor_page, GTK_TYPE_WIDGET)

static void
push (LeadupActorPage *self, const LeadupActorFields *fields, const char *label)
{
  g_autoptr (LeadupActor) after = leadup_actor_new (fields);

  leadup_workspace_replace (self->workspace, label, LEADUP_RECORD (self->actor),
                            LEADUP_RECORD (after), NULL);
}

static void
kind_changed_cb (LeadupActorPage *self)
{
  LeadupActorFields fields;

  if (self->is_showing || self->actor == NULL)
    return;

  fields = *leadup_actor_get_fields (self->actor);
  if (fields.kind == (LeadupActorKind) adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind)))
    return;

  fields.kind = (LeadupActorKind) adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind));
  push (self, &fields, _ ("Change kind of actor"));
}

static void
colour_set_cb (LeadupActorPage *self)
{
  LeadupActorFields fields = *leadup_actor_get_fields (self->actor);
  g_autofree char *colour = NULL;
  GdkRGBA rgba;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (self->colour), &rgba);
  colour = g_strdup_printf ("#%02x%02x%02x", (guint) (rgba.red * 255 + 0.5f),
                            (guint) (rgba.green * 255 + 0.5f), (guint) (rgba.blue * 255 + 0.5f));
  fields.colour = colour;
  push (self, &fields, _ ("Change colour"));
}

static void
no_colour_clicked_cb (LeadupActorPage *self)
{
  LeadupActorFields fields = *leadup_actor_get_fields (self->actor);

  fields.colour = NULL;
  push (self, &fields, _ ("Change colour"));
}

static GPtrArray *
dup_members (LeadupActor *actor)
{
  const char *const *former = leadup_actor_get_fields (actor)->member_of;
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; former != NULL && former[i] != NULL; i++)
    g_ptr_array_add (members, (gpointer) former[i]);

  return members;
}

static void
member_chosen_cb (LeadupActorPage *self,
                  const char      *name)
{
  LeadupActorFields fields = *leadup_actor_get_fields (self->actor);
  g_autoptr (GPtrArray) members = dup_members (self->actor);
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new (_ ("Add membership"));
  g_autoptr (LeadupActor) group = NULL;
  g_autoptr (LeadupActor) after = NULL;
  gboolean is_new;

  group = leadup_actor_entry_find (LEADUP_ACTOR_ENTRY (self->member_entry), name, &is_new);
  if (group == self->actor ||
      (fields.member_of != NULL &&
       g_strv_contains (fields.member_of, leadup_record_get_id (LEADUP_RECORD (group)))))
    return;

  g_ptr_array_add (members, (gpointer) leadup_record_get_id (LEADUP_RECORD (group)));
  g_ptr_array_add (members, NULL);
  fields.member_of = (const char *const *) members->pdata;
  after = leadup_actor_new (&fields);
  if (is_new)
    leadup_transaction_add (transaction, LEADUP_RECORD (group));
  leadup_transaction_replace (transaction, LEADUP_RECORD (self->actor), LEADUP_RECORD (after));
  leadup_workspace_push (self->workspace, transaction, NULL);
}

static void
remove_member_cb (GtkButton *button,
                  gpointer   user_data)
{
  LeadupActorPage *self = LEADUP_ACTOR_PAGE (user_data);
  LeadupActorFields fields = *leadup_actor_get_fields (self->actor);
  g_autoptr (GPtrArray) members = dup_members (self->actor);

  g_ptr_array_remove_index (members,
                            GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index")));
  g_ptr_array_add (members, NULL);
  fields.member_of = (const char *const *) members->pdata;
  push (self, &fields, _ ("Remove membership"));
}

static void
member_activated_cb (LeadupActorPage *self,
                     GtkListBoxRow   *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));

  leadup_workspace_select (self->workspace, LEADUP_RECORD_ACTOR, id);
}

static void
tie_activated_cb (LeadupActorPage *self,
                  GtkListBoxRow   *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));

  leadup_workspace_select_tie (self->workspace, leadup_record_get_id (LEADUP_RECORD (self->actor)),
                               id);
}

static const char *
get_name (LeadupActorPage *self,
          const char      *id)
{
  LeadupActor *actor =
      leadup_story_lookup (leadup_workspace_get_story (self->workspace), LEADUP_RECORD_ACTOR, id);

  return actor != NULL ? leadup_actor_get_name (actor) : id;
}

static void
show_members (LeadupActorPage *self)
{
  const char *const *members = leadup_actor_get_fields (self->actor)->member_of;

  leadup_form_clear (self->members);
  for (guint i = 0; members != NULL && members[i] != NULL; i++)
    {
      GtkWidget *row = leadup_form_add_link (self->members, get_name (self, members[i]), NULL);
      GtkWidget *remove =
          leadup_form_icon_button_new ("list-remove-symbolic", _ ("Remove this membership"));

      g_object_set_data_full (G_OBJECT (row), "id", g_strdup (members[i]), g_free);
      g_object_set_data (G_OBJECT (remove), "index", GUINT_TO_POINTER (i));
      g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_member_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
    }
  gtk_widget_set_visible (self->members, members != NULL && members[0] != NULL);
}

static int
compare_neighbours (gconstpointer a,
                    gconstpointer b)
{
  const Neighbour *first = a;
  const Neighbour *second = b;

  if (first->summary.n != second->summary.n)
    return first->summary.n < second->summary.n ? 1 : -1;

  return strcmp (first->other, second->other);
}

static GArray *
find_neighbours (LeadupTies *ties,
                 guint       index)
{
  GArray *neighbours = g_array_new (FALSE, FALSE, sizeof (Neighbour));
  guint n = leadup_ties_get_n (ties);

  for (guint i = 0; i < n; i++)
    {
      const LeadupTie *tie = leadup_ties_get (ties, i);
      Neighbour one;

      if (tie->a != index && tie->b != index)
        continue;

      one.other = leadup_ties_get_actor (ties, tie->a == index ? tie->b : tie->a);
      leadup_tie_summarize (tie, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX, &one.summary);
      if (one.summary.n > 0)
        g_array_append_val (neighbours, one);
    }
  g_array_sort (neighbours, compare_neighbours);

  return neighbours;
}

static void
show_ties (LeadupActorPage *self)
{
  LeadupProjection *projection = leadup_workspace_get_projection (self->workspace);
  LeadupTies *ties = projection != NULL ? leadup_projection_get_ties (projection) : NULL;
  g_autoptr (GArray) neighbours = NULL;
  g_autofree char *text = NULL;
  guint n_events = 0;
  guint index;

  leadup_form_clear (self->ties);
  if (ties != NULL &&
      leadup_ties_find_actor (ties, leadup_record_get_id (LEADUP_RECORD (self->actor)), &index))
    {
      n_events = leadup_ties_get_actor_n_participations (ties, index);
      neighbours = find_neighbours (ties, index);
    }

  text = g_strdup_printf (
      ngettext ("Takes part in %u event shown", "Takes part in %u events shown", n_events),
      n_events);
  gtk_label_set_label (GTK_LABEL (self->summary), text);
  for (guint i = 0; neighbours != NULL && i < MIN (neighbours->len, MAX_TIES); i++)
    {
      const Neighbour *one = &g_array_index (neighbours, Neighbour, i);
      g_autofree char *state = NULL;
      GtkWidget *row;

      state = g_strdup_printf (ngettext ("%s · %u event", "%s · %u events", one->summary.n),
                               leadup_labels_tie_state (one->summary.state), one->summary.n);
      row = leadup_form_add_link (self->ties, get_name (self, one->other), state);
      g_object_set_data_full (G_OBJECT (row), "id", g_strdup (one->other), g_free);
    }
  gtk_widget_set_visible (gtk_widget_get_parent (self->ties),
                          neighbours != NULL && neighbours->len > 0);
}

static void
leadup_actor_page_dispose (GObject *object)
{
  LeadupActorPage *self = LEADUP_ACTOR_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->binder);
  g_clear_object (&self->workspace);
  g_clear_object (&self->actor);

  G_OBJECT_CLASS (leadup_actor_page_parent_class)->dispose (object);
}

static void
leadup_actor_page_class_init (LeadupActorPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_actor_page_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
create_colour_row (LeadupActorPage *self,
                   GtkWidget       *group)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Colour"));
  self->colour = gtk_color_button_new ();
  self->no_colour = leadup_form_icon_button_new ("edit-clear-symbolic", _ ("No own colour"));
  gtk_widget_set_valign (self->colour, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->colour), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Colour of the actor"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->no_colour);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->colour);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (self->colour, "color-set", G_CALLBACK (colour_set_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->no_colour, "clicked", G_CALLBACK (no_colour_clicked_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
create_rows (LeadupActorPage *self)
{
  const char *kinds[LEADUP_ACTOR_KIND_UNATTRIBUTED + 2] = { NULL };
  GtkWidget *group = leadup_form_add_group (self->box, NULL);

  for (guint i = 0; i <= LEADUP_ACTOR_KIND_UNATTRIBUTED; i++)
    kinds[i] = leadup_labels_actor_kind ((LeadupActorKind) i);
  leadup_field_binder_add (self->binder, leadup_form_add_entry (group, _ ("Name")),
                           G_STRUCT_OFFSET (LeadupActorFields, name), LEADUP_FIELD_REQUIRED,
                           _ ("Change name"));
  self->kind = leadup_form_add_combo (group, _ ("Kind"));
  leadup_form_set_names (ADW_COMBO_ROW (self->kind), kinds, 0);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_changed_cb), self,
                           G_CONNECT_SWAPPED);
  leadup_field_binder_add (
      self->binder, leadup_form_add_entry (group, _ ("Also Called, with Commas")),
      G_STRUCT_OFFSET (LeadupActorFields, aliases), LEADUP_FIELD_LIST, _ ("Change other names"));
  leadup_field_binder_add (self->binder, leadup_form_add_entry (group, _ ("Role")),
                           G_STRUCT_OFFSET (LeadupActorFields, role), LEADUP_FIELD_TEXT,
                           _ ("Change role"));
  create_colour_row (self, group);
}

static void
leadup_actor_page_init (LeadupActorPage *self)
{
  GtkWidget *section;

  self->binder = leadup_field_binder_new (LEADUP_RECORD_ACTOR);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Actor"),
                                  -1);
  create_rows (self);

  self->summary = leadup_form_note_new ("");
  gtk_box_append (GTK_BOX (self->box), self->summary);
  self->ties = leadup_form_add_list (self->box, _ ("Ties"), NULL);
  g_signal_connect_object (self->ties, "row-activated", G_CALLBACK (tie_activated_cb), self,
                           G_CONNECT_SWAPPED);

  section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), section);
  self->members = leadup_form_add_list (section, _ ("Member Of"), NULL);
  g_signal_connect_object (self->members, "row-activated", G_CALLBACK (member_activated_cb), self,
                           G_CONNECT_SWAPPED);
  self->member_entry = leadup_actor_entry_new (_ ("Add a membership"));
  gtk_box_append (GTK_BOX (section), self->member_entry);
  g_signal_connect_object (self->member_entry, "chosen", G_CALLBACK (member_chosen_cb), self,
                           G_CONNECT_SWAPPED);

  self->merging = leadup_actor_merge_list_new ();
  gtk_box_append (GTK_BOX (self->box), self->merging);

  leadup_field_binder_add (self->binder, leadup_form_add_text (self->box, _ ("Notes")),
                           G_STRUCT_OFFSET (LeadupActorFields, notes), LEADUP_FIELD_TEXT,
                           _ ("Change notes"));
}

GtkWidget *
leadup_actor_page_new (void)
{
  return g_object_new (LEADUP_TYPE_ACTOR_PAGE, NULL);
}

void
leadup_actor_page_show (LeadupActorPage *self,
                        LeadupWorkspace *workspace,
                        LeadupActor     *actor)
{
  const LeadupActorFields *fields;
  GdkRGBA rgba = { 0.5f, 0.5f, 0.5f, 1 };

  g_return_if_fail (LEADUP_IS_ACTOR_PAGE (self));
  g_return_if_fail (LEADUP_IS_ACTOR (actor));

  fields = leadup_actor_get_fields (actor);
  leadup_field_binder_show (self->binder, workspace, fields->id);
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->actor, actor);
  leadup_actor_entry_set_workspace (LEADUP_ACTOR_ENTRY (self->member_entry), workspace);

  self->is_showing = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind), fields->kind);
  if (fields->colour != NULL)
    gdk_rgba_parse (&rgba, fields->colour);
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (self->colour), &rgba);
  gtk_widget_set_visible (self->no_colour, fields->colour != NULL);
  self->is_showing = FALSE;

  show_members (self);
  show_ties (self);
  leadup_actor_merge_list_show (LEADUP_ACTOR_MERGE_LIST (self->merging), workspace, actor);
}
