package org.grappe.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The methods of one path, and the types of body that they take.
 *
 * @param routes those of the path; none where nothing is there
 */
record PathMethods(List<Route> routes) {
  /** The headers that name the types of body taken, by the method that takes them. */
  private static final Map<String, String> TAKEN =
      Map.of("POST", "Accept-Post", "PATCH", "Accept-Patch");

  boolean areNone() {
    return routes.isEmpty();
  }

  /** Whether there is something, but not for this method. */
  boolean refuse(String method) {
    return !routes.isEmpty() && !verbs().contains(method);
  }

  /** The value of {@code Allow} (RFC 9110, 10.2.1). */
  String allowed() {
    return String.join(", ", verbs());
  }

  private Set<String> verbs() {
    Set<String> verbs = new TreeSet<>();
    routes.forEach(route -> verbs.add(route.verb()));
    if (verbs.contains("GET")) {
      verbs.add("HEAD");
    }
    verbs.add("OPTIONS");
    return verbs;
  }

  /** What is taken, by the header that says so (RFC 5789, 3.1, and Linked Data Platform). */
  Map<String, String> taken() {
    Map<String, String> taken = new LinkedHashMap<>();
    routes.stream()
        .filter(Route::takesBody)
        .forEach(route -> taken.put(TAKEN.get(route.verb()), String.join(", ", route.taken())));
    return taken;
  }

  /** The types that one method takes. */
  Optional<String> taken(String verb) {
    return Optional.ofNullable(TAKEN.get(verb)).map(taken()::get);
  }
}
