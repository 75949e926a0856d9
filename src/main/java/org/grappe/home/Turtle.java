package org.grappe.home;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.grappe.home.Rdf.Text;
import org.grappe.home.Rdf.Thing;
import org.grappe.home.Rdf.Value;

/** Writes statements as Turtle (RDF 1.1): a paragraph for each thing that has an address. */
final class Turtle {
  private final Deque<Thing> waiting = new ArrayDeque<>();
  private final Set<String> told = new LinkedHashSet<>();

  private Turtle() {}

  static String of(Thing root) {
    StringBuilder text = new StringBuilder();
    Rdf.PREFIXES.forEach(
        (prefix, iri) -> text.append("@prefix %s: <%s> .\n".formatted(prefix, iri)));
    Turtle turtle = new Turtle();
    turtle.waiting.add(root);
    while (!turtle.waiting.isEmpty()) {
      Thing next = turtle.waiting.remove();
      if (turtle.told.add(next.id())) {
        text.append("\n<").append(next.id()).append("> ").append(turtle.said(next)).append(" .\n");
      }
    }
    return text.toString();
  }

  private String said(Thing thing) {
    String type = "a " + thing.type();
    return thing.said().isEmpty()
        ? type
        : type
            + thing.said().entrySet().stream()
                .map(this::statement)
                .collect(Collectors.joining(" ;\n  ", " ;\n  ", ""));
  }

  private String statement(Map.Entry<String, List<Value>> said) {
    return said.getKey()
        + said.getValue().stream().map(this::value).collect(Collectors.joining(", ", " ", ""));
  }

  private String value(Value value) {
    if (value instanceof Text text) {
      return quoted(text.text()) + "@" + text.language();
    }
    Thing thing = (Thing) value;
    if (thing.id() == null) {
      return "[ " + said(thing) + " ]";
    }
    if (thing.type() != null) {
      waiting.add(thing);
    }
    return "<" + thing.id() + ">";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
