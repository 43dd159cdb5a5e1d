/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-candidate-reason.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *words;
} Wording;

/* How the text tells the event; the names are those of the reading. */
static const Wording modalities[] = {
  { "asserted", N_ ("told as done") },
  { "planned", N_ ("planned") },
  { "attempted", N_ ("attempted") },
  { "threatened", N_ ("threatened") },
  { "wanted", N_ ("wanted") },
  { "possible", N_ ("possible only") },
  { "requested", N_ ("asked for") },
  { "negated", N_ ("said not to have happened") },
  { "ended", N_ ("said to have ended") },
  { "claimed", N_ ("claimed by a speaker") },
  { "denied", N_ ("denied by a speaker") },
  { "hypothetical", N_ ("supposed only") },
};

/* What the day rests on, by the family of the rule that read it; the other families stand in the
 * text. */
static const Wording families[] = {
  { "published-bound", N_ ("no day is named, so it was by the day of publication") },
  { "relative", N_ ("its day is counted from the day of publication") },
  { "narrative", N_ ("its day is counted from a day told before") },
  { "vague", N_ ("its day is told vaguely") },
};

static gboolean
is_of_family (const char *rule,
              const char *family)
{
  gsize length = strlen (family);

  return strncmp (rule, family, length) == 0 && (rule[length] == '\0' || rule[length] == ':');
}

static const char *
describe_day (const LeadupWhen *when)
{
  const char *rule = when != NULL ? leadup_when_get_rule (when) : NULL;

  if (when == NULL)
    return _ ("no day is known");

  for (guint i = 0; rule != NULL && i < G_N_ELEMENTS (families); i++)
    if (is_of_family (rule, families[i].name))
      return _ (families[i].words);

  return _ ("its day stands in the text");
}

/**
 * leadup_candidate_reason_describe:
 * @trigger: the word or words that the event was read from
 * @modality: how the text tells it, a name of the reading such as “asserted”
 * @when: (nullable): its day, with the rule that read it
 *
 * Returns: (transfer full): one sentence in the language of the user
 */
char *
leadup_candidate_reason_describe (const char       *trigger,
                                  const char       *modality,
                                  const LeadupWhen *when)
{
  const char *told = _ ("told in some other way");

  for (guint i = 0; i < G_N_ELEMENTS (modalities); i++)
    if (g_str_equal (modalities[i].name, modality))
      told = _ (modalities[i].words);

  /* Translators: “killed”: told as done; its day is counted from the day of publication */
  return g_strdup_printf (_ ("“%s”: %s; %s"), trigger, told, describe_day (when));
}
