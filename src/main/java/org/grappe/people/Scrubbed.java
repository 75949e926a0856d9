package org.grappe.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A document from which a name is taken out, and what it was taken from. */
final class Scrubbed {
  /** Members that are a person's name alone, and go with it. */
  private static final Set<String> PERSONS = Set.of("person", "author", "by");

  /**
   * What bears a name of its own, which may be that of a person: a company, a place, an address.
   */
  private static final Set<String> NAMES =
      Set.of("name", "other_names", "acronym", "slug", "publisher", "url", "website", "city");

  /** Where a name stood. */
  enum Place {
    MANDATES,
    STATEMENTS,
    AUTHORS,
    TEXTS
  }

  private final PersonName name;
  private final Set<String> spared;
  private final Map<Place, Integer> counts = new EnumMap<>(Place.class);
  private final Set<String> changed = new HashSet<>();

  private Scrubbed(PersonName name, Set<String> spared) {
    this.name = name;
    this.spared = spared;
  }

  /** The row of a table; names of other things than people stay. */
  static Scrubbed row(PersonName name, String table, ObjectNode row) {
    Scrubbed scrubbed = new Scrubbed(name, table.equals("credentials") ? Set.of() : NAMES);
    scrubbed.clean(row);
    return scrubbed;
  }

  /** Any other document. */
  static Scrubbed document(PersonName name, ObjectNode document) {
    Scrubbed scrubbed = new Scrubbed(name, Set.of());
    scrubbed.clean(document);
    return scrubbed;
  }

  /** How often the name stood in each kind of place. */
  Map<Place, Integer> counts() {
    return counts;
  }

  /** The members that are no longer what they were. */
  Set<String> changed() {
    return changed;
  }

  private void clean(ObjectNode document) {
    for (String member : names(document)) {
      if (!spared.contains(member)) {
        if (member.equals("statements") && document.get(member) instanceof ArrayNode statements) {
          statements.forEach(statement -> count(member, Place.STATEMENTS, inside(statement)));
        } else {
          count(member, place(member), member(document, member));
        }
      }
    }
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

  /** Whether the name was in a member; it is not any more. */
  private boolean member(ObjectNode object, String member) {
    JsonNode value = object.get(member);
    if (!value.isTextual()) {
      return inside(value);
    }
    String rest = name.takenOutOf(value.textValue());
    if (rest.equals(value.textValue())) {
      return false;
    }
    if (PERSONS.contains(member) && name.is(value.textValue())) {
      object.remove(member);
    } else {
      object.put(member, rest);
    }
    return true;
  }

  private boolean inside(JsonNode value) {
    boolean found = false;
    if (value instanceof ObjectNode object) {
      for (String member : names(object)) {
        found |= member(object, member);
      }
    } else if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        found |= item(array, i);
      }
    }
    return found;
  }

  /** How many there are is told even where no longer who: an item stays. */
  private boolean item(ArrayNode array, int place) {
    JsonNode item = array.get(place);
    if (!item.isTextual()) {
      return inside(item);
    }
    String rest = name.takenOutOf(item.textValue());
    array.set(place, TextNode.valueOf(rest));
    return !rest.equals(item.textValue());
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
