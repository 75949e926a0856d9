package org.grappe.openapi;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grappe.query.Listing;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/**
 * What the lists of the document can be asked: the {@link Listing} whose rows the operation pages
 * through, found by the schema of both.
 */
final class ListOperations {
  /**
   * A constant of type {@link Listing}.
   *
   * @param listing what can be asked
   * @param view the class of its rows
   * @param row their schema
   */
  record Found(Listing<?> listing, Class<?> view, String row) {
    private boolean isAt(String path) {
      return path.equals("/api/v1" + listing.path());
    }
  }

  private final List<Found> found;

  ListOperations(IndexView index) {
    found =
        index.getKnownClasses().stream()
            .flatMap(type -> type.fields().stream())
            .filter(field -> field.type().name().equals(DotName.createSimple(Listing.class)))
            .filter(field -> Modifier.isStatic(field.flags()))
            .sorted(Comparator.comparing(field -> field.declaringClass().name().toString()))
            .map(field -> read(field, index))
            .toList();
  }

  /** The listing behind a list; of several with the same rows, the one at its path. */
  Optional<Found> of(ApiOperation call) {
    return call.isList()
        ? found.stream()
            .filter(one -> one.row.equals(row(call)))
            .min(Comparator.comparing(one -> !one.isAt(Exports.list(call.path()))))
        : Optional.empty();
  }

  private static String row(ApiOperation call) {
    return SchemaRef.itemOf(call.answered().orElseThrow());
  }

  /** The listing of a path that is the list of another in a format of its own. */
  Optional<Found> at(String path) {
    return found.stream().filter(one -> one.isAt(path)).findFirst();
  }

  private static Found read(FieldInfo field, IndexView index) {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      Field constant =
          Class.forName(field.declaringClass().name().toString(), true, loader)
              .getDeclaredField(field.name());
      constant.setAccessible(true);
      DotName view = field.type().asParameterizedType().arguments().get(0).name();
      return new Found(
          (Listing<?>) constant.get(null),
          loader.loadClass(view.toString()),
          RequestSchemas.name(index.getClassByName(view)));
    } catch (ReflectiveOperationException unread) {
      throw new IllegalStateException("cannot read " + field, unread);
    }
  }
}
