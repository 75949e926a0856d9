package org.grappe.demo;

import io.quarkus.arc.InjectableBean;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grappe.shared.write.BodyChecks;

/**
 * A resource method that takes a POST.
 *
 * @param address the paths that it serves, with a named group for each part that varies
 */
record Post(InjectableBean<?> bean, Method method, Pattern address) {
  private static final String API = "/api/v1";

  static Post of(InjectableBean<?> bean, Method method) {
    String root = bean.getBeanClass().getAnnotation(Path.class).value();
    String path =
        Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value).orElse("");
    String template = path.isEmpty() || path.startsWith("/") ? root + path : root + "/" + path;
    method.setAccessible(true);
    return new Post(
        bean, method, Pattern.compile(template.replaceAll("\\{(\\w+)}", "(?<$1>[^/]+)")));
  }

  boolean takes(String path) {
    return address.matcher(API + path).matches();
  }

  /** What the method is called with: parts of the path, the body, and no query. */
  Object[] arguments(DemoFile.Entry entry, BodyChecks checks) {
    Matcher path = address.matcher(API + entry.path());
    path.matches();
    return Arrays.stream(method.getParameters())
        .map(parameter -> argument(parameter, path, entry, checks))
        .toArray();
  }

  private static Object argument(
      Parameter parameter, Matcher path, DemoFile.Entry entry, BodyChecks checks) {
    PathParam part = parameter.getAnnotation(PathParam.class);
    if (part != null) {
      return path.group(part.value());
    }
    return parameter.getType().isRecord()
        ? checks.read(entry.body(), parameter.getType())
        : null;
  }
}
