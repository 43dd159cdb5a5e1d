/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The one place to add a verb, each in the program that has its libraries: what reads articles and
 * the formats of others needs twice as many of them as what shows a story that is there, and to
 * load them takes longer than to draw a chart. */

#define LEADUP_STORY_PROGRAM "leadup-story"
#define LEADUP_STORY_VERBS(VERB) VERB (check) VERB (export) VERB (merge)

#define LEADUP_READER_PROGRAM "leadup-reader"
#define LEADUP_READER_VERBS(VERB) VERB (digest) VERB (extract) VERB (import)
