package org.grappe.openapi;

import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** References to the schemas of the document, by name. */
final class SchemaRef {
  private static final String PREFIX = "#/components/schemas/";
  private static final String PAGE = "Page";

  private SchemaRef() {}

  static Schema to(String name) {
    return OASFactory.createSchema().ref(PREFIX + name);
  }

  /** The name that a schema refers to. */
  static Optional<String> of(Schema schema) {
    return Optional.ofNullable(schema)
        .map(Schema::getRef)
        .filter(ref -> ref.startsWith(PREFIX))
        .map(ref -> ref.substring(PREFIX.length()));
  }

  /** The name that the first media type's schema refers to. */
  static Optional<String> of(Content content) {
    return Optional.ofNullable(content)
        .map(Content::getMediaTypes)
        .flatMap(types -> types.values().stream().findFirst())
        .map(MediaType::getSchema)
        .flatMap(SchemaRef::of);
  }

  static String pageOf(String item) {
    return item + PAGE;
  }

  static boolean isPage(String name) {
    return name.endsWith(PAGE);
  }

  /** The name of the items of a page; of anything else its own. */
  static String itemOf(String page) {
    return page.replaceFirst(PAGE + "$", "");
  }
}
