package org.grappe.http;

import io.quarkus.arc.Arc;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What this service answers: which resource method serves which addresses. */
@ApplicationScoped
public class Routes {
  /** The formats of lists that a path can name. */
  private static final Map<String, String> ENDINGS =
      Map.of(".csv", Formats.CSV, ".ndjson", Formats.NDJSON);

  /** The headers that name the types of body taken, by the method that takes them. */
  private static final Map<String, String> TAKEN =
      Map.of("POST", "Accept-Post", "PATCH", "Accept-Patch");

  /** Where the routing context keeps the template of the address that is served. */
  static final String TEMPLATE = "grappe.template";

  /** What is served besides: the document, and what shows it. */
  static final List<String> PAGES = List.of("/openapi", "/docs");

  private final List<Route> all =
      Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
          .filter(bean -> bean.getBeanClass().isAnnotationPresent(Path.class))
          .flatMap(Route::of)
          .toList();

  /**
   * An address that says its format.
   *
   * @param path where what it shows is found, in that format among others
   */
  record Named(String path, String type) {}

  public List<Route> all() {
    return all;
  }

  /**
   * The template of the address that a request asks for. Where a resource method has been found, it
   * says so; who was refused before is looked for.
   */
  Optional<String> template(RoutingContext context) {
    return Optional.<String>ofNullable(context.get(TEMPLATE))
        .or(
            () ->
                at(String.valueOf(context.request().path())).stream()
                    .map(Route::template)
                    .findFirst());
  }

  /** The methods of exactly this path: of several templates that fit it, the closest has them. */
  public List<Route> at(String path) {
    Optional<String> list = named(path).map(Named::path).filter(plain -> !plain.equals(path));
    if (list.isPresent()) {
      return closest(list.get()).stream().filter(route -> route.verb().equals("GET")).toList();
    }
    return closest(path);
  }

  private List<Route> closest(String path) {
    return all.stream()
        .filter(route -> route.address().matcher(path).matches())
        .collect(Collectors.groupingBy(Route::literals))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .orElse(List.of());
  }

  /** The format that a path names by its ending, where it has one. */
  Optional<Named> named(String path) {
    int dot = path.indexOf('.', path.lastIndexOf('/'));
    if (dot < 0 || path.indexOf('%') >= 0) {
      return Optional.empty();
    }
    String list = path.substring(0, dot);
    String type = ENDINGS.get(path.substring(dot));
    return type == null
        ? own(path).map(own -> new Named(path, own))
        : Optional.of(new Named(list, type)).filter(named -> answers(list, type));
  }

  /** The one type of an address whose own template has an ending. */
  private Optional<String> own(String path) {
    return closest(path).stream()
        .filter(route -> route.verb().equals("GET") && route.template().indexOf('.') >= 0)
        .map(route -> route.answered().get(0))
        .findFirst();
  }

  private boolean answers(String path, String type) {
    return closest(path).stream()
        .anyMatch(route -> route.verb().equals("GET") && route.answered().contains(type));
  }

  /** Whether there is something at a path, but not for this method. */
  public boolean refuses(String path, String method) {
    return !at(path).isEmpty() && !verbs(path).contains(method);
  }

  /** The value of {@code Allow} for a path (RFC 9110, 10.2.1). */
  public String allowed(String path) {
    return String.join(", ", verbs(path));
  }

  private Set<String> verbs(String path) {
    Set<String> verbs = new TreeSet<>();
    at(path).forEach(route -> verbs.add(route.verb()));
    if (verbs.contains("GET")) {
      verbs.add("HEAD");
    }
    verbs.add("OPTIONS");
    return verbs;
  }

  /** What a path takes, by the header that says so (RFC 5789, 3.1, and Linked Data Platform). */
  public Map<String, String> taken(String path) {
    Map<String, String> taken = new LinkedHashMap<>();
    at(path).stream()
        .filter(Route::takesBody)
        .forEach(route -> taken.put(TAKEN.get(route.verb()), String.join(", ", route.taken())));
    return taken;
  }

  /** The types that one method takes at a path. */
  public Optional<String> taken(String path, String verb) {
    return Optional.ofNullable(TAKEN.get(verb)).map(taken(path)::get);
  }
}
