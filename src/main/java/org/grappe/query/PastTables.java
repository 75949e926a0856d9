package org.grappe.query;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables of a list of which the past has those that are unchanged and those that have changed
 * apart: its own, and others whose rows follow from one of its records each, as those that say what
 * it cites.
 */
final class PastTables {
  private final Pattern read;

  PastTables(String table, String alias, List<String> following) {
    this(
        Stream.concat(Stream.of(table + " " + alias, "citations"), following.stream())
            .collect(joining("|")));
  }

  private PastTables(String names) {
    read = Pattern.compile("\\b(from|join) (%s)\\b".formatted(names));
  }

  /** A table alone by which records of another are found. */
  static PastTables by(String table, String alias) {
    return new PastTables(table + " " + alias);
  }

  /** A piece of SQL about these records. */
  String about(PastRows rows, String sql) {
    return read.matcher(sql).replaceAll("$1 " + rows.schema() + "$2");
  }
}
