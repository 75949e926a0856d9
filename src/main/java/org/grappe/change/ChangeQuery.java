package org.grappe.change;

import java.util.List;
import java.util.UUID;
import org.grappe.caller.Caller;

/**
 * What a caller wants to be told of.
 *
 * @param tables those of the types of records; none where all are wanted
 * @param cluster absent for all
 * @param region absent for all
 * @param limit so many items end a page
 * @param embed whether each item has its record
 */
record ChangeQuery(
    List<String> tables, UUID cluster, String region, int limit, boolean embed, Caller caller) {
  static final int USUAL = 50;
  static final int MOST = 200;
}
