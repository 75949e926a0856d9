package org.grappe.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A document from which a name is taken out, and what it was taken from. */
final class Scrubbed {
  /** Where a name stood. */
  enum Place {
    MANDATES,
    STATEMENTS,
    AUTHORS,
    TEXTS
  }

  private final Map<Place, Integer> counts = new EnumMap<>(Place.class);
  private final Set<String> changed = new HashSet<>();

  private Scrubbed(NameEraser eraser, ObjectNode document) {
    for (String member : NameEraser.members(document)) {
      if (member.equals("statements") && document.get(member) instanceof ArrayNode statements) {
        statements.forEach(
            statement -> count(member, Place.STATEMENTS, eraser.inside(member, statement)));
      } else {
        count(member, place(member), eraser.member(document, member));
      }
    }
  }

  /** The row of a table; a company that is called as a person is keeps its name. */
  static Scrubbed row(PersonName name, String table, ObjectNode row) {
    Set<String> bodies =
        switch (table) {
          case "organisations", "clusters" -> Set.of("name", "other_names");
          case "memberships" -> Set.of("organisation_name");
          default -> Set.of();
        };
    return new Scrubbed(new NameEraser(name, bodies), row);
  }

  /** Any other document. */
  static Scrubbed document(PersonName name, ObjectNode document) {
    return new Scrubbed(new NameEraser(name, Set.of()), document);
  }

  /** How often the name stood in each kind of place. */
  Map<Place, Integer> counts() {
    return counts;
  }

  /** The members that are no longer what they were. */
  Set<String> changed() {
    return changed;
  }

  private static Place place(String member) {
    return switch (member) {
      case "person" -> Place.MANDATES;
      case "author" -> Place.AUTHORS;
      default -> Place.TEXTS;
    };
  }

  private void count(String member, Place place, boolean found) {
    if (found) {
      counts.merge(place, 1, Integer::sum);
      changed.add(member);
    }
  }
}
