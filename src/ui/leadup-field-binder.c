/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-field-binder.h"

#include "base/leadup-text.h"
#include "model/leadup-actor.h"
#include "model/leadup-info.h"
#include "model/leadup-source.h"
#include "model/leadup-step.h"
#include "ui/leadup-text-row.h"

/* Longest text of a field, in bytes: what a story file can hold. */
#define MAX_LINE_BYTES 10000
#define MAX_TEXT_BYTES 1000000

/* The fields struct of any record that has a form. */
typedef union
{
  LeadupActorFields actor;
  LeadupEventFields event;
  LeadupInfoFields info;
  LeadupSourceFields source;
  LeadupStepFields step;
} RecordFields;

typedef struct
{
  GtkWidget *widget;
  gsize offset;
  LeadupFieldFlags flags;
  char *label;
} Field;

struct _LeadupFieldBinder
{
  GObject parent_instance;

  LeadupRecordKind kind;
  GPtrArray *fields; /* Field */
  LeadupWorkspace *workspace;
  char *id;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (LeadupFieldBinder, leadup_field_binder, G_TYPE_OBJECT)

static void
field_free (gpointer data)
{
  Field *field = data;

  g_clear_weak_pointer (&field->widget);
  g_free (field->label);
  g_free (field);
}

static void
get_fields (LeadupRecord *record,
            RecordFields *fields)
{
  if (LEADUP_IS_ACTOR (record))
    fields->actor = *leadup_actor_get_fields (LEADUP_ACTOR (record));
  else if (LEADUP_IS_EVENT (record))
    fields->event = *leadup_event_get_fields (LEADUP_EVENT (record));
  else if (LEADUP_IS_INFO (record))
    fields->info = *leadup_info_get_fields (LEADUP_INFO (record));
  else if (LEADUP_IS_SOURCE (record))
    fields->source = *leadup_source_get_fields (LEADUP_SOURCE (record));
  else if (LEADUP_IS_STEP (record))
    fields->step = *leadup_step_get_fields (LEADUP_STEP (record));
  else
    g_assert_not_reached ();
}

static LeadupRecord *
create_record (LeadupRecordKind    kind,
               const RecordFields *fields)
{
  if (kind == LEADUP_RECORD_ACTOR)
    return LEADUP_RECORD (leadup_actor_new (&fields->actor));
  if (kind == LEADUP_RECORD_EVENT)
    return LEADUP_RECORD (leadup_event_new (&fields->event));
  if (kind == LEADUP_RECORD_INFO)
    return LEADUP_RECORD (leadup_info_new (&fields->info));
  if (kind == LEADUP_RECORD_STEP)
    return LEADUP_RECORD (leadup_step_new (&fields->step));

  g_assert (kind == LEADUP_RECORD_SOURCE);

  return LEADUP_RECORD (leadup_source_new (&fields->source));
}

/* The words of a list without blanks; %NULL-terminated. */
static char **
split_list (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (!leadup_text_is_blank (parts[i]))
      g_ptr_array_add (list, g_strdup (g_strstrip (parts[i])));
  g_ptr_array_add (list, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
}

static gboolean
lists_equal (const char * const  *a,
             const char * const  *b)
{
  static const char *const empty[] = { NULL };

  return g_strv_equal (a != NULL ? a : empty, b != NULL ? b : empty);
}

static char *
dup_widget_text (GtkWidget *widget)
{
  if (LEADUP_IS_TEXT_ROW (widget))
    return leadup_text_row_dup_text (LEADUP_TEXT_ROW (widget));

  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
}

static gboolean
is_acceptable (const Field *field,
               const char  *text)
{
  if (strlen (text) > (LEADUP_IS_TEXT_ROW (field->widget) ? MAX_TEXT_BYTES : MAX_LINE_BYTES))
    return FALSE;
  if ((field->flags & LEADUP_FIELD_REQUIRED) != 0 && leadup_text_is_blank (text))
    return FALSE;
  if ((field->flags & LEADUP_FIELD_DAY) != 0 && *text != '\0')
    {
      g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (text, NULL);

      return when != NULL && leadup_when_get_precision (when) <= LEADUP_PRECISION_DAY;
    }

  return TRUE;
}

static void
mark_acceptable (GtkWidget *widget,
                 gboolean   is_acceptable)
{
  if (is_acceptable)
    gtk_widget_remove_css_class (widget, "error");
  else
    gtk_widget_add_css_class (widget, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
      is_acceptable ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static LeadupRecord *
lookup (LeadupFieldBinder *self)
{
  LeadupStory *story;

  if (self->workspace == NULL || self->id == NULL)
    return NULL;

  story = leadup_workspace_get_story (self->workspace);

  return story != NULL ? leadup_story_lookup (story, self->kind, self->id) : NULL;
}

/* Whether @fields has it that way already; changes it where not. */
static gboolean
store (const Field         *field,
       RecordFields        *fields,
       const char          *text,
       const char * const  *list)
{
  gpointer member = G_STRUCT_MEMBER_P (fields, field->offset);

  if ((field->flags & LEADUP_FIELD_LIST) != 0)
    {
      const char *const **former = member;

      if (lists_equal (*former, list))
        return FALSE;
      *former = list;
    }
  else
    {
      const char **former = member;

      if (g_strcmp0 (*former != NULL ? *former : "", text) == 0)
        return FALSE;
      *former = *text != '\0' ? text : NULL;
    }

  return TRUE;
}

static void
save (LeadupFieldBinder *self,
      Field             *field)
{
  LeadupRecord *before = lookup (self);
  g_autoptr (LeadupRecord) after = NULL;
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;
  g_auto (GStrv) list = NULL;
  RecordFields fields;
  gboolean may_save;

  if (self->is_showing || before == NULL)
    return;

  text = dup_widget_text (field->widget);
  may_save = is_acceptable (field, text);
  mark_acceptable (field->widget, may_save);
  if (!may_save)
    return;

  list = split_list (text);
  get_fields (before, &fields);
  if (!store (field, &fields, text, (const char *const *) list))
    return;

  after = create_record (self->kind, &fields);
  key = g_strdup_printf ("%s/%s/%" G_GSIZE_FORMAT, leadup_record_kind_to_string (self->kind),
                         self->id, field->offset);
  leadup_workspace_replace (self->workspace, field->label, before, after, key);
}

static Field *
find_field (LeadupFieldBinder *self,
            GtkWidget         *widget)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      if (field->widget == widget)
        return field;
    }

  return NULL;
}

/* Text that is shown as the list already may have a comma at its end that is still to be followed
 * by something. */
static gboolean
shows (const Field         *field,
       const char          *text,
       const char * const  *list)
{
  g_autofree char *shown = dup_widget_text (field->widget);
  g_auto (GStrv) shown_list = NULL;

  if ((field->flags & LEADUP_FIELD_LIST) == 0)
    return g_str_equal (shown, text);

  shown_list = split_list (shown);

  return lists_equal ((const char *const *) shown_list, list);
}

static void
show_field (const Field        *field,
            const RecordFields *fields)
{
  gconstpointer member = G_STRUCT_MEMBER_P (fields, field->offset);
  const char *const *list = NULL;
  g_autofree char *text = NULL;

  if ((field->flags & LEADUP_FIELD_LIST) != 0)
    {
      list = *(const char *const *const *) member;
      text = list != NULL ? g_strjoinv (", ", (char **) list) : g_strdup ("");
    }
  else
    {
      const char *const *string = member;

      text = g_strdup (*string != NULL ? *string : "");
    }

  if (LEADUP_IS_TEXT_ROW (field->widget))
    leadup_text_row_set_text (LEADUP_TEXT_ROW (field->widget), text);
  else if (!shows (field, text, list))
    gtk_editable_set_text (GTK_EDITABLE (field->widget), text);
  mark_acceptable (field->widget, TRUE);
}

static void
changed_cb (GtkWidget         *widget,
            LeadupFieldBinder *self)
{
  Field *field = find_field (self, widget);

  if (field != NULL)
    save (self, field);
}

/* What comes next is another step; what could not be saved goes. */
static void
left_cb (GtkEventControllerFocus *focus,
         LeadupFieldBinder       *self)
{
  Field *field = find_field (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus)));
  LeadupRecord *record = lookup (self);
  RecordFields fields;

  if (field == NULL || record == NULL)
    return;

  leadup_history_end_coalescing (leadup_workspace_get_history (self->workspace));
  get_fields (record, &fields);
  self->is_showing = TRUE;
  show_field (field, &fields);
  self->is_showing = FALSE;
}

static void
leadup_field_binder_dispose (GObject *object)
{
  LeadupFieldBinder *self = LEADUP_FIELD_BINDER (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_field_binder_parent_class)->dispose (object);
}

static void
leadup_field_binder_finalize (GObject *object)
{
  LeadupFieldBinder *self = LEADUP_FIELD_BINDER (object);

  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (leadup_field_binder_parent_class)->finalize (object);
}

static void
leadup_field_binder_class_init (LeadupFieldBinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = leadup_field_binder_dispose;
  object_class->finalize = leadup_field_binder_finalize;
}

static void
leadup_field_binder_init (LeadupFieldBinder *self)
{
  self->fields = g_ptr_array_new_with_free_func (field_free);
}

/**
 * leadup_field_binder_new:
 * @kind: actor, event, info or source
 *
 * Returns: (transfer full): a binder without fields
 */
LeadupFieldBinder *
leadup_field_binder_new (LeadupRecordKind kind)
{
  LeadupFieldBinder *self = g_object_new (LEADUP_TYPE_FIELD_BINDER, NULL);

  self->kind = kind;

  return self;
}

void
leadup_field_binder_add (LeadupFieldBinder *self,
                         GtkWidget         *widget,
                         gsize              offset,
                         LeadupFieldFlags   flags,
                         const char        *label)
{
  Field *field;

  g_return_if_fail (LEADUP_IS_FIELD_BINDER (self));
  g_return_if_fail (LEADUP_IS_TEXT_ROW (widget) || GTK_IS_EDITABLE (widget));

  field = g_new0 (Field, 1);
  g_set_weak_pointer (&field->widget, widget);
  field->offset = offset;
  field->flags = flags;
  field->label = g_strdup (label);
  g_ptr_array_add (self->fields, field);

  if (LEADUP_IS_TEXT_ROW (widget))
    {
      g_signal_connect_object (widget, "committed", G_CALLBACK (changed_cb), self, 0);
    }
  else
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, 0);
      gtk_widget_add_controller (widget, focus);
      g_signal_connect_object (widget, "changed", G_CALLBACK (changed_cb), self, 0);
    }
}

void
leadup_field_binder_show (LeadupFieldBinder *self,
                          LeadupWorkspace   *workspace,
                          const char        *id)
{
  LeadupRecord *record;
  RecordFields fields = { 0 };

  g_return_if_fail (LEADUP_IS_FIELD_BINDER (self));

  if (self->is_showing)
    return;

  if (workspace != self->workspace || g_strcmp0 (id, self->id) != 0)
    {
      for (guint i = 0; i < self->fields->len; i++)
        {
          Field *field = g_ptr_array_index (self->fields, i);

          if (LEADUP_IS_TEXT_ROW (field->widget))
            leadup_text_row_flush (LEADUP_TEXT_ROW (field->widget));
        }
      g_set_object (&self->workspace, workspace);
      g_free (self->id);
      self->id = g_strdup (id);
    }

  record = lookup (self);
  if (record != NULL)
    get_fields (record, &fields);

  self->is_showing = TRUE;
  for (guint i = 0; i < self->fields->len; i++)
    show_field (g_ptr_array_index (self->fields, i), &fields);
  self->is_showing = FALSE;
}
