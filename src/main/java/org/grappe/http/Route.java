package org.grappe.http;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A resource method.
 *
 * @param address the paths that it serves, with a named group for each part that varies
 */
public record Route(Bean<?> bean, Method method, String verb, String template, Pattern address) {
  private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

  static Stream<Route> of(Bean<?> bean) {
    String root = bean.getBeanClass().getAnnotation(Path.class).value();
    return Arrays.stream(bean.getBeanClass().getDeclaredMethods())
        .flatMap(method -> verb(method).map(verb -> of(bean, method, verb, root)).stream());
  }

  private static Route of(Bean<?> bean, Method method, String verb, String root) {
    Path own = method.getAnnotation(Path.class);
    String template = own == null ? root : root + "/" + own.value().replaceFirst("^/", "");
    String address = PART.matcher(template.replace(".", "\\.")).replaceAll("(?<$1>[^/]+)");
    return new Route(bean, method, verb, template, Pattern.compile(address));
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst();
  }

  /** How much of the path is written out, so that the closest of several templates is known. */
  int literals() {
    return PART.matcher(template).replaceAll("").length();
  }

  /** Whether a request to it brings something. */
  public boolean takesBody() {
    return verb.equals("POST") || verb.equals("PATCH");
  }

  /** The types of body that it takes. */
  List<String> taken() {
    return types(Consumes.class, Consumes::value);
  }

  /** The types that it answers. */
  public List<String> answered() {
    return types(Produces.class, Produces::value);
  }

  private <A extends Annotation> List<String> types(Class<A> note, Function<A, String[]> value) {
    return Stream.of(method.getAnnotation(note), bean.getBeanClass().getAnnotation(note))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .map(value)
        .map(List::of)
        .orElse(List.of());
  }
}
