package org.grappe.home;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.grappe.http.Formats;
import org.grappe.http.Route;
import org.grappe.http.Routes;
import org.yaml.snakeyaml.Yaml;

/** The files that anybody may take, as the routes have them, with what is said of each. */
@Singleton
class Datasets {
  private static final String ROOT = "/api/v1/";

  /**
   * One of them.
   *
   * @param path below {@code /api/v1/}
   * @param formats the types of its files
   * @param said of it, by what is said
   */
  record Dataset(String path, List<String> formats, Map<String, Object> said) {}

  private final Map<String, Object> catalogue;
  private final List<Dataset> all;

  Datasets(Routes routes) {
    Map<String, Map<String, Object>> told = read();
    catalogue = told.get("catalogue");
    all =
        routes.all().stream()
            .filter(route -> route.verb().equals("GET") && isFile(route))
            .map(route -> dataset(route, told.get("datasets")))
            .sorted(Comparator.comparing(Dataset::path))
            .toList();
  }

  private static boolean isFile(Route route) {
    return route.template().startsWith(ROOT)
        && route.template().indexOf('{') < 0
        && route.method().isAnnotationPresent(PermitAll.class)
        && route.answered().stream().anyMatch(Datasets::isOfFiles);
  }

  private static boolean isOfFiles(String type) {
    return type.equals(Formats.CSV) || type.equals(Formats.NDJSON);
  }

  @SuppressWarnings("unchecked") // as the file is written
  private static Dataset dataset(Route route, Map<String, Object> told) {
    String path = route.template().substring(ROOT.length());
    return new Dataset(
        path,
        route.answered().stream().filter(Datasets::isOfFiles).toList(),
        (Map<String, Object>) told.getOrDefault(path, Map.of("title", List.of(path, path))));
  }

  private static Map<String, Map<String, Object>> read() {
    try (InputStream stream = Datasets.class.getResourceAsStream("/home/datasets.yaml")) {
      return new Yaml().load(stream);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  List<Dataset> all() {
    return all;
  }

  /** What is said of them all. */
  Map<String, Object> catalogue() {
    return catalogue;
  }
}
