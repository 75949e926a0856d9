package org.grappe.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.grappe.body.Shorthand;
import org.grappe.value.References;
import org.grappe.value.Slugs;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/**
 * What a request may write otherwise than Java keeps it: a slug where it keeps an id, a plain
 * string for an object.
 */
final class RequestSchemas {
  private static final DotName SCHEMA =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

  /** No other key exceeds a slug's. */
  private static final int LONGEST = Slugs.LONGEST;

  private RequestSchemas() {}

  static void tidy(OpenAPI api, IndexView index) {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    index.getAnnotations(References.class).stream()
        .filter(note -> note.target().kind() == AnnotationTarget.Kind.FIELD)
        .filter(note -> note.value("by") != null)
        .map(AnnotationInstance::target)
        .map(AnnotationTarget::asField)
        .forEach(field -> property(schemas, field).ifPresent(RequestSchemas::takeKey));
    Set<String> shorthands =
        index.getAnnotations(Shorthand.class).stream()
            .map(note -> name(note.target().asClass()))
            .collect(Collectors.toSet());
    schemas.values().stream()
        .filter(schema -> schema.getProperties() != null)
        .flatMap(schema -> schema.getProperties().values().stream())
        .filter(part -> SchemaRef.of(part).filter(shorthands::contains).isPresent())
        .forEach(RequestSchemas::takeString);
  }

  private static Optional<Schema> property(Map<String, Schema> schemas, FieldInfo field) {
    return Optional.ofNullable(schemas.get(name(field.declaringClass())))
        .map(schema -> schema.getProperties().get(field.name()));
  }

  /** The name that SmallRye gives a class's schema. */
  static String name(ClassInfo type) {
    return Optional.ofNullable(type.declaredAnnotation(SCHEMA))
        .map(note -> note.value("name"))
        .map(AnnotationValue::asString)
        .orElse(type.simpleName());
  }

  private static void takeKey(Schema property) {
    Schema text = property.getItems() == null ? property : property.getItems();
    text.setFormat(null);
    text.setPattern(null);
    text.setMaxLength(LONGEST);
  }

  private static void takeString(Schema part) {
    Schema whole = OASFactory.createSchema().ref(part.getRef());
    part.setRef(null);
    part.setAnyOf(
        List.of(whole, OASFactory.createSchema().addType(SchemaType.STRING).maxLength(LONGEST)));
  }
}
