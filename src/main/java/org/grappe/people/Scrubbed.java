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

  /** Where a name stood. */
  enum Place {
    MANDATES,
    STATEMENTS,
    AUTHORS,
    TEXTS
  }

  private final PersonName name;

  /** The members that are the name of a legal body, of which a person's may be all. */
  private final Set<String> bodies;

  private final Map<Place, Integer> counts = new EnumMap<>(Place.class);
  private final Set<String> changed = new HashSet<>();

  private Scrubbed(PersonName name, Set<String> bodies) {
    this.name = name;
    this.bodies = bodies;
  }

  /** The row of a table; a company that is called as a person is keeps its name. */
  static Scrubbed row(PersonName name, String table, ObjectNode row) {
    Set<String> bodies =
        switch (table) {
          case "organisations", "clusters" -> Set.of("name", "other_names");
          case "memberships" -> Set.of("organisation_name");
          default -> Set.of();
        };
    Scrubbed scrubbed = new Scrubbed(name, bodies);
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
      if (member.equals("statements") && document.get(member) instanceof ArrayNode statements) {
        statements.forEach(statement -> count(member, Place.STATEMENTS, inside(member, statement)));
      } else {
        count(member, place(member), member(document, member));
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
      return inside(member, value);
    }
    String text = value.textValue();
    if (WrittenTexts.isAddress(member)) {
      // what is left of an address would lead elsewhere
      return WrittenTexts.isIn(text, name) && object.remove(member) != null;
    }
    String rest = rest(member, text);
    if (rest.equals(text)) {
      return false;
    }
    if (PERSONS.contains(member) && name.is(text)) {
      object.remove(member);
    } else {
      object.put(member, rest);
    }
    return true;
  }

  private String rest(String member, String text) {
    boolean stays =
        WrittenTexts.isNoWords(member, text) || (bodies.contains(member) && name.is(text));
    return stays ? text : name.takenOutOf(text);
  }

  private boolean inside(String member, JsonNode value) {
    boolean found = false;
    if (value instanceof ObjectNode object) {
      for (String inner : names(object)) {
        found |= member(object, inner);
      }
    } else if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        found |= item(member, array, i);
      }
    }
    return found;
  }

  /** How many there are is told even where no longer who: an item stays. */
  private boolean item(String member, ArrayNode array, int place) {
    JsonNode item = array.get(place);
    if (!item.isTextual()) {
      return inside(member, item);
    }
    String rest = rest(member, item.textValue());
    array.set(place, TextNode.valueOf(rest));
    return !rest.equals(item.textValue());
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
