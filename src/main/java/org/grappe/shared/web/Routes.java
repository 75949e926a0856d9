package org.grappe.shared.web;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What this service answers: which resource method serves which addresses. */
@ApplicationScoped
public class Routes {
  private final List<Route> all =
      Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
          .filter(bean -> bean.getBeanClass().isAnnotationPresent(Path.class))
          .flatMap(Routes::of)
          .toList();

  /**
   * A resource method.
   *
   * @param address the paths that it serves, with a named group for each part that varies
   */
  public record Route(Bean<?> bean, Method method, String verb, String template, Pattern address) {}

  public List<Route> all() {
    return all;
  }

  /** The value of {@code Allow} for a path (RFC 9110, 10.2.1). */
  public String allowed(String path) {
    Set<String> verbs = new TreeSet<>();
    all.stream()
        .filter(route -> route.address().matcher(path).matches())
        .forEach(route -> verbs.add(route.verb()));
    if (verbs.contains("GET")) {
      verbs.add("HEAD");
    }
    verbs.add("OPTIONS");
    return String.join(", ", verbs);
  }

  private static Stream<Route> of(Bean<?> bean) {
    String root = bean.getBeanClass().getAnnotation(Path.class).value();
    return Arrays.stream(bean.getBeanClass().getDeclaredMethods())
        .flatMap(method -> verb(method).map(verb -> route(bean, method, verb, root)).stream());
  }

  private static Route route(Bean<?> bean, Method method, String verb, String root) {
    Path own = method.getAnnotation(Path.class);
    String template = own == null ? root : root + "/" + own.value().replaceFirst("^/", "");
    Pattern address = Pattern.compile(template.replaceAll("\\{(\\w+)}", "(?<$1>[^/]+)"));
    return new Route(bean, method, verb, template, address);
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst();
  }
}
