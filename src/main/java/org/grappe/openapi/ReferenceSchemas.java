package org.grappe.openapi;

import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.grappe.value.References;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/**
 * References in requests: what Java keeps as an id can be written as a slug too, where the record
 * has one.
 */
final class ReferenceSchemas {
  private static final DotName SCHEMA =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

  /** A slug's length, which no other key exceeds. */
  static final int LONGEST = 64;

  private final Map<String, Schema> schemas;
  private final IndexView index;

  ReferenceSchemas(OpenAPI api, IndexView index) {
    this.schemas = api.getComponents().getSchemas();
    this.index = index;
  }

  void tidy() {
    index.getAnnotations(References.class).stream()
        .filter(note -> note.target().kind() == AnnotationTarget.Kind.FIELD)
        .filter(note -> note.value("by") != null)
        .map(AnnotationInstance::target)
        .map(AnnotationTarget::asField)
        .forEach(field -> property(field).ifPresent(ReferenceSchemas::takeText));
  }

  private Optional<Schema> property(FieldInfo field) {
    return Optional.ofNullable(schemas.get(name(field.declaringClass())))
        .map(schema -> schema.getProperties().get(field.name()));
  }

  /** The name that SmallRye gives a class's schema. */
  static String name(ClassInfo type) {
    return Optional.ofNullable(type.declaredAnnotation(SCHEMA))
        .map(note -> note.value("name"))
        .map(value -> value.asString())
        .orElse(type.simpleName());
  }

  private static void takeText(Schema property) {
    Schema text = property.getItems() == null ? property : property.getItems();
    if (text.getRef() != null) {
      text.setRef(null);
      text.setType(new java.util.ArrayList<>(java.util.List.of(SchemaType.STRING)));
    }
    text.setFormat(null);
    text.setPattern(null);
    text.setMaxLength(LONGEST);
  }
}
