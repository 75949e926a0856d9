package org.grappe.people;

import java.util.List;
import java.util.UUID;

/**
 * Which rows a name is looked for in.
 *
 * @param cluster only in what is this cluster's; may be null
 */
record PersonSearch(PersonName name, UUID cluster) {

  /** A text has every word of the name somewhere; whether it is the name, the words tell. */
  String having(String text) {
    return "may_contain_name(" + text + ", ?)";
  }

  /** The row belongs to these clusters; it comes after what the row has. */
  String of(String clusters) {
    return cluster == null ? "true" : clusters + " @> array[?::uuid]";
  }

  /** The row has the cluster's id in a text; it comes after what the row has. */
  String naming(String text) {
    return cluster == null ? "true" : "position(?::text in " + text + ") > 0";
  }

  /** The values of these conditions, in this order. */
  List<Object> args() {
    return cluster == null ? List.of(name.spellings()) : List.of(name.spellings(), cluster);
  }
}
