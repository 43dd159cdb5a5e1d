/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-import-columns.h"

#include "model/leadup-event.h"

#include <glib/gi18n.h>
#include <string.h>

/* Columns that are shown; the others stay what their names say. */
#define MAX_COLUMNS 100

/* Cells of a column that are shown. */
#define MAX_CELLS 3

/**
 * LeadupImportColumns:
 * @rows: (element-type AdwComboRow): one a column
 * @first: (element-type guint): what each of them said in the beginning
 */
struct _LeadupImportColumns
{
  AdwBin parent_instance;

  LeadupImportSample *sample;
  GPtrArray *rows;
  GArray *first;
  AdwComboRow *order;
  GtkEditable *zone;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a column can be, as the list has it. The first one is what is not in any other. */
static const struct
{
  LeadupImportField field;
  int role;
  const char *label; /* NULL: that of the field */
} choices[] = {
  { LEADUP_N_IMPORT_FIELDS, -1, N_ ("Keep beside the event") },
  { LEADUP_IMPORT_FIELD_IGNORE, -1, NULL },
  { LEADUP_IMPORT_FIELD_TITLE, -1, NULL },
  { LEADUP_IMPORT_FIELD_DATE, -1, NULL },
  { LEADUP_IMPORT_FIELD_TIME, -1, NULL },
  { LEADUP_IMPORT_FIELD_END, -1, NULL },
  { LEADUP_IMPORT_FIELD_SUMMARY, -1, NULL },
  { LEADUP_IMPORT_FIELD_CATEGORY, -1, NULL },
  { LEADUP_IMPORT_FIELD_ACTORS, LEADUP_ROLE_MENTIONED, N_ ("Actors") },
  { LEADUP_IMPORT_FIELD_ACTORS, LEADUP_ROLE_INITIATOR, N_ ("Actors who act") },
  { LEADUP_IMPORT_FIELD_ACTORS, LEADUP_ROLE_TARGET, N_ ("Actors who are acted on") },
  { LEADUP_IMPORT_FIELD_ACTORS, LEADUP_ROLE_SPEAKER, N_ ("Actors who speak") },
  { LEADUP_IMPORT_FIELD_PLACE, -1, NULL },
  { LEADUP_IMPORT_FIELD_COUNTRY, -1, NULL },
  { LEADUP_IMPORT_FIELD_LATITUDE, -1, NULL },
  { LEADUP_IMPORT_FIELD_LONGITUDE, -1, NULL },
  { LEADUP_IMPORT_FIELD_SOURCES, -1, NULL },
  { LEADUP_IMPORT_FIELD_URL, -1, NULL },
  { LEADUP_IMPORT_FIELD_SOURCE_TITLE, -1, NULL },
  { LEADUP_IMPORT_FIELD_QUOTE, -1, NULL },
  { LEADUP_IMPORT_FIELD_TAGS, -1, NULL },
  { LEADUP_IMPORT_FIELD_VERIFICATION, -1, NULL },
  { LEADUP_IMPORT_FIELD_VALUE, -1, NULL },
  { LEADUP_IMPORT_FIELD_NOTES, -1, NULL },
  { LEADUP_IMPORT_FIELD_ID, -1, NULL },
  { LEADUP_IMPORT_FIELD_YEAR, -1, NULL },
  { LEADUP_IMPORT_FIELD_MONTH, -1, NULL },
  { LEADUP_IMPORT_FIELD_DAY, -1, NULL },
  { LEADUP_IMPORT_FIELD_STATED, -1, NULL },
};

G_DEFINE_FINAL_TYPE (LeadupImportColumns, leadup_import_columns, ADW_TYPE_BIN)

static const LeadupImportRule *
find_rule (LeadupImportMapping *mapping, const char *column)
{
  for (guint i = 0; i < mapping->rules->len; i++)
    {
      const LeadupImportRule *rule = g_ptr_array_index (mapping->rules, i);

      if (rule->column != NULL && g_ascii_strcasecmp (rule->column, column) == 0)
        return rule;
    }

  return NULL;
}

/* What the mapping takes a column for; a field that the list does not offer is left as it is. */
static guint
find_choice (LeadupImportMapping *mapping,
             const char          *column)
{
  const LeadupImportRule *rule = find_rule (mapping, column);

  for (guint i = 1; rule != NULL && i < G_N_ELEMENTS (choices); i++)
    if (choices[i].field == rule->field && (choices[i].role < 0 || choices[i].role == rule->role))
      return i;

  return rule != NULL ? G_N_ELEMENTS (choices) : 0;
}

static GListModel *
make_model (void)
{
  GtkStringList *model = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_string_list_append (model, choices[i].label != NULL
                                       ? _ (choices[i].label)
                                       : leadup_import_field_get_label (choices[i].field));
  gtk_string_list_append (model, _ ("As the format has it"));

  return G_LIST_MODEL (model);
}

/* The first cells that hold something. */
static char *
describe_cells (LeadupImportSample *sample,
                guint               column)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0, n = 0; i < sample->rows->len && n < MAX_CELLS; i++)
    {
      GStrv cells = g_ptr_array_index (sample->rows, i);

      if (column >= g_strv_length (cells) || *cells[column] == '\0')
        continue;
      g_string_append_printf (text, "%s%s", n > 0 ? " · " : "", cells[column]);
      n++;
    }
  if (text->len == 0)
    g_string_append (text, _ ("empty in the first rows"));

  return g_string_free (text, FALSE);
}

static void
selected_cb (LeadupImportColumns *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_row (LeadupImportColumns *self,
          GListModel          *model,
          guint                column)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *cells = describe_cells (self->sample, column);
  guint choice = find_choice (self->sample->mapping, self->sample->columns[column]);

  /* Foreign text is never markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), self->sample->columns[column]);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), cells);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), model);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), choice);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  g_array_append_val (self->first, choice);

  return row;
}

static char *
describe_evidence (const LeadupImportDateEvidence *evidence)
{
  if (evidence->n_day_first > 0 && evidence->n_month_first > 0)
    return g_strdup_printf (_ ("Some can only be read one way (%s), some the other way (%s)"),
                            evidence->day_first, evidence->month_first);
  if (evidence->n_day_first > 0)
    return g_strdup_printf (_ ("%s tells that the day stands first"), evidence->day_first);
  if (evidence->n_month_first > 0)
    return g_strdup_printf (_ ("%s tells that the month stands first"), evidence->month_first);

  return g_strdup_printf (_ ("Nothing in the table tells whether %s begins with the day"),
                          evidence->open);
}

static void
add_dates (LeadupImportColumns *self,
           AdwPreferencesPage  *page)
{
  const LeadupImportDateEvidence *evidence = &self->sample->evidence;
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  const char *const orders[] = { _ ("Not known"), _ ("Day first"), _ ("Month first"), NULL };
  GtkWidget *zone = adw_entry_row_new ();
  LeadupImportOrder order = self->sample->mapping->order;

  adw_preferences_group_set_title (group, _ ("Dates"));
  if (evidence->n_day_first + evidence->n_month_first + evidence->n_open > 0)
    {
      g_autofree char *subtitle = describe_evidence (evidence);
      GtkWidget *row = adw_combo_row_new ();
      g_autoptr (GtkStringList) model = gtk_string_list_new (orders);

      if (order == LEADUP_IMPORT_ORDER_UNKNOWN)
        order = leadup_import_date_decide (evidence);
      self->order = ADW_COMBO_ROW (row);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Order of day and month"));
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_combo_row_set_model (self->order, G_LIST_MODEL (model));
      adw_combo_row_set_selected (self->order, order);
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
    }

  self->zone = GTK_EDITABLE (zone);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (zone),
                                 _ ("Zone of the times of day, such as Europe/Kyiv"));
  if (self->sample->mapping->zone != NULL)
    gtk_editable_set_text (self->zone, self->sample->mapping->zone);
  g_signal_connect_object (zone, "changed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, zone);
  adw_preferences_page_add (page, group);
}

static void
add_columns (LeadupImportColumns *self,
             AdwPreferencesPage  *page)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr (GListModel) model = make_model ();
  guint n = g_strv_length (self->sample->columns);

  adw_preferences_group_set_title (group, _ ("Columns"));
  adw_preferences_group_set_description (group, self->sample->mapping->label != NULL
                                                    ? self->sample->mapping->label
                                                    : _ ("Guessed from the names of the columns"));
  for (guint i = 0; i < n && i < MAX_COLUMNS; i++)
    adw_preferences_group_add (group, make_row (self, model, i));
  adw_preferences_page_add (page, group);
}

static void
leadup_import_columns_dispose (GObject *object)
{
  LeadupImportColumns *self = LEADUP_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->sample, leadup_import_sample_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->first, g_array_unref);

  G_OBJECT_CLASS (leadup_import_columns_parent_class)->dispose (object);
}

static void
leadup_import_columns_class_init (LeadupImportColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = leadup_import_columns_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
leadup_import_columns_init (LeadupImportColumns *self)
{
  self->rows = g_ptr_array_new ();
  self->first = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* @sample: (transfer full): of the table */
LeadupImportColumns *
leadup_import_columns_new (LeadupImportSample *sample)
{
  LeadupImportColumns *self;
  GtkWidget *page;

  g_return_val_if_fail (sample != NULL, NULL);

  self = g_object_new (LEADUP_TYPE_IMPORT_COLUMNS, NULL);
  self->sample = sample;
  page = adw_preferences_page_new ();
  add_dates (self, ADW_PREFERENCES_PAGE (page));
  add_columns (self, ADW_PREFERENCES_PAGE (page));
  adw_bin_set_child (ADW_BIN (self), page);

  return self;
}

static void
drop_rules (LeadupImportMapping *mapping,
            const char          *column)
{
  for (guint i = mapping->rules->len; i-- > 0;)
    {
      const LeadupImportRule *rule = g_ptr_array_index (mapping->rules, i);

      if (rule->column != NULL && g_ascii_strcasecmp (rule->column, column) == 0)
        g_ptr_array_remove_index (mapping->rules, i);
    }
}

/* Of several columns for one thing the one that was chosen now is meant. */
static void
add_first (LeadupImportMapping *mapping,
           guint                choice,
           const char          *column)
{
  LeadupImportRule *rule = leadup_import_mapping_add (mapping, choices[choice].field, column);

  if (choices[choice].role >= 0)
    rule->role = choices[choice].role;
  if (rule->field == LEADUP_IMPORT_FIELD_VALUE)
    rule->name = g_strdup (column);
  g_ptr_array_steal_index (mapping->rules, mapping->rules->len - 1);
  g_ptr_array_insert (mapping->rules, 0, rule);
}

/**
 * leadup_import_columns_dup_mapping:
 * @self: the columns
 *
 * Returns: (transfer full): the mapping that was there, with what the user says now
 */
LeadupImportMapping *
leadup_import_columns_dup_mapping (LeadupImportColumns *self)
{
  g_autofree char *json = NULL;
  LeadupImportMapping *mapping;
  const char *zone;

  g_return_val_if_fail (LEADUP_IS_IMPORT_COLUMNS (self), NULL);

  json = leadup_import_mapping_to_json (self->sample->mapping);
  mapping = leadup_import_mapping_from_json (json, strlen (json), NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint choice = adw_combo_row_get_selected (g_ptr_array_index (self->rows, i));

      if (choice == g_array_index (self->first, guint, i) || choice >= G_N_ELEMENTS (choices))
        continue;
      drop_rules (mapping, self->sample->columns[i]);
      if (choice > 0)
        add_first (mapping, choice, self->sample->columns[i]);
    }

  if (self->order != NULL)
    mapping->order = (LeadupImportOrder) adw_combo_row_get_selected (self->order);
  zone = gtk_editable_get_text (self->zone);
  g_free (mapping->zone);
  mapping->zone = *zone != '\0' ? g_strdup (zone) : NULL;

  return mapping;
}

/* Whether nothing needs to be asked: the kind of table is known or has a date, and its dates can be
 * read. */
gboolean
leadup_import_columns_is_clear (LeadupImportColumns *self)
{
  const LeadupImportSample *sample;
  gboolean has_date = FALSE;

  g_return_val_if_fail (LEADUP_IS_IMPORT_COLUMNS (self), TRUE);

  sample = self->sample;
  if (sample->is_given)
    return TRUE; /* It has been asked before. */

  for (guint i = 0; i < sample->mapping->rules->len; i++)
    {
      const LeadupImportRule *rule = g_ptr_array_index (sample->mapping->rules, i);

      has_date |=
          rule->field == LEADUP_IMPORT_FIELD_DATE || rule->field == LEADUP_IMPORT_FIELD_YEAR;
    }

  return (sample->is_known || has_date) &&
         (sample->evidence.n_open == 0 || sample->mapping->order != LEADUP_IMPORT_ORDER_UNKNOWN ||
          leadup_import_date_decide (&sample->evidence) != LEADUP_IMPORT_ORDER_UNKNOWN);
}
