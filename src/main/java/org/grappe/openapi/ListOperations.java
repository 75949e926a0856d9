package org.grappe.openapi;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/**
 * What the lists of the document can be asked: the {@link Listing} whose rows the operation pages
 * through, found by the type that both name.
 */
final class ListOperations {
  /** What SmallRye puts before the name of the row's class. */
  private static final String PAGE = Page.class.getSimpleName();

  /**
   * A constant of type {@link Listing}.
   *
   * @param listing what can be asked
   * @param view the class of its rows
   */
  record Found(Listing<?> listing, Class<?> view) {}

  private final OpenAPI api;
  private final List<Found> found = new ArrayList<>();
  private final Map<Operation, String> rows = new HashMap<>();

  ListOperations(OpenAPI api, IndexView index) {
    this.api = api;
    index.getKnownClasses().stream()
        .flatMap(type -> type.fields().stream())
        .filter(field -> field.type().name().equals(DotName.createSimple(Listing.class)))
        .filter(field -> java.lang.reflect.Modifier.isStatic(field.flags()))
        .sorted(Comparator.comparing(field -> field.declaringClass().name().toString()))
        .forEach(field -> found.add(read(field)));
    api.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .forEach(this::keepRow);
  }

  private void keepRow(Operation operation) {
    Optional.ofNullable(operation.getResponses().getAPIResponse("200"))
        .flatMap(answer -> SchemaRef.of(answer.getContent()))
        .filter(this::isPage)
        .ifPresent(page -> rows.put(operation, page.substring(PAGE.length())));
  }

  private boolean isPage(String name) {
    Schema schema = api.getComponents().getSchemas().get(name);
    return name.startsWith(PAGE)
        && schema.getProperties() != null
        && schema.getProperties().containsKey("next");
  }

  boolean isList(Operation operation) {
    return rows.containsKey(operation);
  }

  /** The listing behind an operation; of several with the same rows, the one at its path. */
  Optional<Found> of(ApiOperation call) {
    String row = rows.get(call.operation());
    List<Found> same = found.stream().filter(f -> f.view.getSimpleName().equals(row)).toList();
    return same.stream()
        .filter(f -> call.path().equals("/api/v1" + f.listing.path()))
        .findFirst()
        .or(() -> same.stream().findFirst());
  }

  /** The listing of a path that is the list of another in a format of its own. */
  Optional<Found> at(String path) {
    return found.stream().filter(f -> path.equals("/api/v1" + f.listing.path())).findFirst();
  }

  private static Found read(FieldInfo field) {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      Field constant =
          Class.forName(field.declaringClass().name().toString(), true, loader)
              .getDeclaredField(field.name());
      constant.setAccessible(true);
      DotName view = field.type().asParameterizedType().arguments().get(0).name();
      return new Found((Listing<?>) constant.get(null), loader.loadClass(view.toString()));
    } catch (ReflectiveOperationException unread) {
      throw new IllegalStateException("cannot read " + field, unread);
    }
  }
}
