/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-show-prompt.h"

/* Longest answer that is looked at, in characters. */
#define MAX_ANSWER 400

struct _LeadupShowPrompt
{
  GtkWidget parent_instance;

  GtkWidget *entry;
};

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupShowPrompt, leadup_show_prompt, GTK_TYPE_WIDGET)

static void
close_prompt (LeadupShowPrompt *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
activate_cb (LeadupShowPrompt *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *text = g_utf8_substring (typed, 0, MIN (MAX_ANSWER, g_utf8_strlen (typed, -1)));

  g_signal_emit (self, signals[ANSWERED], 0, text);
}

static void
changed_cb (LeadupShowPrompt *self)
{
  gtk_widget_remove_css_class (self->entry, "error");
}

static void
leadup_show_prompt_dispose (GObject *object)
{
  g_clear_pointer (&LEADUP_SHOW_PROMPT (object)->entry, gtk_widget_unparent);

  G_OBJECT_CLASS (leadup_show_prompt_parent_class)->dispose (object);
}

static void
leadup_show_prompt_class_init (LeadupShowPromptClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_show_prompt_dispose;

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
leadup_show_prompt_init (LeadupShowPrompt *self)
{
  self->entry = gtk_search_entry_new ();
  gtk_widget_set_size_request (self->entry, 320, -1);
  gtk_widget_add_css_class (self->entry, "leadup-prompt");
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (close_prompt), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 24);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
leadup_show_prompt_new (void)
{
  return g_object_new (LEADUP_TYPE_SHOW_PROMPT, NULL);
}

/* Shows the line, empty, with @question in it, and gives it the keyboard. */
void
leadup_show_prompt_ask (LeadupShowPrompt *self,
                        const char       *question)
{
  g_return_if_fail (LEADUP_IS_SHOW_PROMPT (self));

  g_object_set (self->entry, "placeholder-text", question, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->entry);
}

/* The answer leads nowhere: it stays to be mended. */
void
leadup_show_prompt_complain (LeadupShowPrompt *self)
{
  g_return_if_fail (LEADUP_IS_SHOW_PROMPT (self));

  gtk_widget_add_css_class (self->entry, "error");
  gtk_widget_error_bell (self->entry);
}
