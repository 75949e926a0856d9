package org.grappe.change;

import java.util.List;
import java.util.UUID;
import org.grappe.caller.Caller;

/**
 * What a caller wants to be told of.
 *
 * @param tables those of the types of records; none where all are wanted
 * @param clusters what belongs to one of them; none where all is wanted
 * @param region absent for all
 * @param limit so many items end a page
 * @param embed whether each item has its record
 */
record ChangeQuery(
    List<String> tables,
    List<UUID> clusters,
    String region,
    int limit,
    boolean embed,
    Caller caller) {
  static final int USUAL = 50;
  static final int MOST = 200;
}
