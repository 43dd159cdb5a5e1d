/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-default-categories.h"

#include "base/leadup-text.h"
#include "leadup-storage-resources.h"
#include "storage/leadup-record-reader.h"

#define RESOURCE_PATH "/org/leadup/Leadup/categories.json"

static GPtrArray *
read_categories (void)
{
  GPtrArray *categories = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LeadupJsonScanner) scanner = NULL;
  g_autoptr (LeadupRecordReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  LeadupJsonValue root, value;
  LeadupJsonIter iter;

  bytes = g_resource_lookup_data (leadup_storage_get_resource (), RESOURCE_PATH,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (bytes != NULL);
  scanner = leadup_json_scanner_new (bytes, LEADUP_JSON_STRICT, &error);
  g_assert_no_error (error);

  reader = leadup_record_reader_new (scanner);
  leadup_json_scanner_get_root (scanner, &root);
  leadup_json_iter_init (&iter, &root);
  while (leadup_json_iter_next (&iter, NULL, &value))
    {
      LeadupRecord *category =
          leadup_record_reader_read (reader, LEADUP_RECORD_CATEGORY, &value, &error);

      /* Our own data, compiled into the program. */
      g_assert_no_error (error);
      g_ptr_array_add (categories, category);
    }

  return categories;
}

/**
 * leadup_default_categories_get:
 *
 * Returns: (transfer none) (element-type LeadupCategory): the categories, in the order in which
 * people are offered them; never changed and never freed
 */
GPtrArray *
leadup_default_categories_get (void)
{
  static GPtrArray *categories = NULL;

  if (g_once_init_enter (&categories))
    g_once_init_leave (&categories, read_categories ());

  return categories;
}

/**
 * leadup_default_categories_find:
 * @name: (nullable): an id or a name; case and accents do not count
 *
 * Returns: (transfer none) (nullable): the category
 */
LeadupCategory *
leadup_default_categories_find (const char *name)
{
  GPtrArray *categories = leadup_default_categories_get ();
  g_autofree char *wanted = leadup_text_fold (name);

  for (guint i = 0; i < categories->len; i++)
    {
      LeadupCategory *category = g_ptr_array_index (categories, i);
      const LeadupCategoryFields *fields = leadup_category_get_fields (category);
      g_autofree char *folded = leadup_text_fold (fields->name);

      if (g_str_equal (wanted, fields->id) || g_str_equal (wanted, folded))
        return category;
    }

  return NULL;
}
