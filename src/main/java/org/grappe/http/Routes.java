package org.grappe.http;

import io.quarkus.arc.Arc;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this service answers: which resource method serves which addresses. */
@Singleton
public class Routes {
  /** The formats that the path of a list can name. */
  private static final Map<String, String> ENDINGS =
      Map.of(".csv", Formats.CSV, ".ndjson", Formats.NDJSON, FormatSuffix.SCHEMA, Formats.CSV);

  /** Those of what lies beside the interface. */
  private static final Map<String, String> ENDINGS_BESIDE =
      Map.of(".ttl", Formats.TURTLE, ".jsonld", Formats.JSON_LD);

  /** In {@code /api/v1/clusters/…}. */
  private static final int ROOT_PARTS = 3;

  /** Where the routing context keeps the template of the address that is served. */
  public static final String TEMPLATE = "grappe.template";

  /** What is served besides: the document, and what shows it. */
  static final List<String> PAGES = List.of("/openapi", "/docs");

  private final List<Route> all =
      Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
          .filter(bean -> bean.getBeanClass().isAnnotationPresent(Path.class))
          .flatMap(Route::of)
          .toList();

  /** Those of one root each, the first three parts of a path; of the empty one, those that vary. */
  private final Map<String, List<Route>> byRoot =
      all.stream().collect(Collectors.groupingBy(Routes::rootOfTemplate));

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
    return Stream.of(root(path), "")
        .flatMap(root -> byRoot.getOrDefault(root, List.of()).stream())
        .filter(route -> route.address().matcher(path).matches())
        .collect(Collectors.groupingBy(Route::literals))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .orElse(List.of());
  }

  private static String rootOfTemplate(Route route) {
    String root = root(route.template());
    return root.indexOf('{') < 0 ? root : "";
  }

  private static String root(String path) {
    int end = 0;
    for (int i = 0; i < ROOT_PARTS && end >= 0; i++) {
      end = path.indexOf('/', end + 1);
    }
    return end < 0 ? path : path.substring(0, end);
  }

  /** The format that a path names by its ending, where it has one. */
  Optional<NamedFormat> named(String path) {
    int dot = path.indexOf('.', path.lastIndexOf('/'));
    if (dot < 0 || path.indexOf('%') >= 0) {
      return Optional.empty();
    }
    String list = path.substring(0, dot);
    Map<String, String> endings = path.startsWith("/api/") ? ENDINGS : ENDINGS_BESIDE;
    String type = endings.get(path.substring(dot));
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
