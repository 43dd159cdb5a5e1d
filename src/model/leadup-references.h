/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-record.h"

G_BEGIN_DECLS

/**
 * LeadupReferenceFunc:
 * @kind: what a record refers to
 * @id: its id, "" where a record lacks a reference that it needs
 * @data: of the caller
 */
typedef void (*LeadupReferenceFunc) (LeadupRecordKind kind, const char *id, gpointer data);

void leadup_references_visit (LeadupRecord        *record,
                              LeadupReferenceFunc  func,
                              gpointer             data);

G_END_DECLS
