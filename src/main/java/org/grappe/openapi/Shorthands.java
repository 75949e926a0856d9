package org.grappe.openapi;

import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.grappe.body.Shorthand;
import org.jboss.jandex.IndexView;

/** Tells where a plain string may stand for an object. */
final class Shorthands {
  private final OpenAPI api;
  private final Set<String> names;

  Shorthands(OpenAPI api, IndexView index) {
    this.api = api;
    this.names =
        index.getAnnotations(Shorthand.class).stream()
            .map(note -> ReferenceSchemas.name(note.target().asClass()))
            .collect(Collectors.toSet());
  }

  void tidy() {
    api.getComponents().getSchemas().values().stream()
        .filter(schema -> schema.getProperties() != null)
        .flatMap(schema -> schema.getProperties().values().stream())
        .filter(part -> SchemaRef.of(part).filter(names::contains).isPresent())
        .forEach(Shorthands::takeText);
  }

  private static void takeText(Schema part) {
    Schema whole = OASFactory.createSchema().ref(part.getRef());
    part.setRef(null);
    part.addAnyOf(whole);
    part.addAnyOf(
        OASFactory.createSchema().addType(SchemaType.STRING).maxLength(ReferenceSchemas.LONGEST));
  }
}
