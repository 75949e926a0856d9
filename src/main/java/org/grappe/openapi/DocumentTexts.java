package org.grappe.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.yaml.snakeyaml.Yaml;

/**
 * The texts and examples of the document, from {@code openapi/words.yaml} and {@code
 * openapi/examples.yaml}: what many schemas share is written there once.
 */
final class DocumentTexts {
  private final Map<String, Map<String, Object>> words;
  private final Map<String, Object> examples;

  private DocumentTexts(Map<String, Map<String, Object>> words, Map<String, Object> examples) {
    this.words = words;
    this.examples = examples;
  }

  static DocumentTexts read() {
    return new DocumentTexts(yaml("openapi/words.yaml"), yaml("openapi/examples.yaml"));
  }

  /** A text, or another value, in a section of the words. */
  Optional<Object> of(String section, String key) {
    return Optional.ofNullable(words.get(section).get(key));
  }

  Optional<String> text(String section, String key) {
    return of(section, key).map(String::valueOf);
  }

  /** What a section tells of, in its order. */
  Stream<String> keys(String section) {
    return words.get(section).keySet().stream();
  }

  /** Several names in a section of the words; none where it has no such key. */
  Stream<String> names(String section, String key) {
    return of(section, key).stream()
        .flatMap(names -> ((List<?>) names).stream())
        .map(String::valueOf);
  }

  /**
   * What is said of a property: in this schema, in the record that is written or patched by it, or
   * of every property with this name.
   */
  Optional<Object> property(String section, String schema, String property) {
    String record = schema.replaceFirst("^(New|Changed)(?=[A-Z])", "");
    return Stream.of(schema + "." + property, record + "." + property, property)
        .flatMap(key -> of(section, key).stream())
        .findFirst();
  }

  /** Has a response tell a header, by the key of its component. */
  void header(APIResponse response, String key) {
    response.addHeader(
        text("headers", key).orElse(key),
        OASFactory.createHeader().ref("#/components/headers/" + key));
  }

  /** The whole body that is an example of a schema. */
  Optional<Object> example(String schema) {
    return Optional.ofNullable(examples.get(schema));
  }

  private static <T> Map<String, T> yaml(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream stream = loader.getResourceAsStream(name)) {
      return new Yaml().load(stream);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
