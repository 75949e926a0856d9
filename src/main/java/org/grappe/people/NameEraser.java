package org.grappe.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a name out of the texts of a document. */
final class NameEraser {
  /** Members that are a person's name alone, and go with it. */
  private static final Set<String> PERSONS = Set.of("person", "author", "by");

  private final PersonName name;
  private final Set<String> bodies;

  /**
   * For one name.
   *
   * @param bodies the members that are the name of a legal body, of which a person's may be all
   */
  NameEraser(PersonName name, Set<String> bodies) {
    this.name = name;
    this.bodies = bodies;
  }

  /** Whether the name was in a member; it is not any more. */
  boolean member(ObjectNode object, String member) {
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

  /** The same of all that is inside of a value. */
  boolean inside(String member, JsonNode value) {
    boolean found = false;
    if (value instanceof ObjectNode object) {
      for (String inner : members(object)) {
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

  /** The names of its members, as they are before any goes. */
  static List<String> members(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
