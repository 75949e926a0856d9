package org.grappe.value;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Why something was done to a record, which keeps it as a statement among its own, with the
 * sources.
 *
 * @param field the record's field that was set for it
 * @param day when it was done
 * @param text in the words of whoever did it; null where nothing was said
 * @param sources where it stands; the statement names the first
 */
public record Reason(String field, PartialDate day, String text, List<UUID> sources) {

  /** The record's statements with this one at their end. */
  public List<Statement> addedTo(List<Statement> statements) {
    return text == null
        ? statements
        : Stream.concat(statements.stream(), Stream.of(statement())).toList();
  }

  /** The record's sources with those that it does not have yet at their end. */
  public List<UUID> sourcesAddedTo(List<UUID> known) {
    return Stream.concat(known.stream(), sources.stream()).distinct().toList();
  }

  private Statement statement() {
    return new Statement(
        field, null, null, text, null, day, sources.isEmpty() ? null : sources.get(0));
  }
}
