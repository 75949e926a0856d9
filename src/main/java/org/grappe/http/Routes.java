package org.grappe.http;

import io.quarkus.arc.Arc;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What this service answers: which resource method serves which addresses. */
@ApplicationScoped
public class Routes {
  /** The formats of lists that a path can name. */
  private static final Map<String, String> ENDINGS =
      Map.of(".csv", Formats.CSV, ".ndjson", Formats.NDJSON);

  /** Where the routing context keeps the template of the address that is served. */
  static final String TEMPLATE = "grappe.template";

  /** What is served besides: the document, and what shows it. */
  static final List<String> PAGES = List.of("/openapi", "/docs");

  private final List<Route> all =
      Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
          .filter(bean -> bean.getBeanClass().isAnnotationPresent(Path.class))
          .flatMap(Route::of)
          .toList();

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
    Optional<String> list = named(path).map(NamedFormat::path).filter(plain -> !plain.equals(path));
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
  Optional<NamedFormat> named(String path) {
    int dot = path.indexOf('.', path.lastIndexOf('/'));
    if (dot < 0 || path.indexOf('%') >= 0) {
      return Optional.empty();
    }
    String list = path.substring(0, dot);
    String type = ENDINGS.get(path.substring(dot));
    return type == null
        ? own(path).map(own -> new NamedFormat(path, own))
        : Optional.of(new NamedFormat(list, type)).filter(named -> answers(list, type));
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

  /** What there is at exactly this path. */
  PathMethods methods(String path) {
    return new PathMethods(at(path));
  }
}
