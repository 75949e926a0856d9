package org.grappe.openapi;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import io.smallrye.openapi.runtime.io.Format;
import io.smallrye.openapi.runtime.io.OpenApiSerializer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** The document in OpenAPI 3.0, for generators that read no later one. */
final class OlderDocument {
  private static final String VERSION = "3.0.3";

  private OlderDocument() {}

  /**
   * Writes it, which takes some seconds.
   *
   * @param document that of 3.1, in either format
   */
  static Map<Format, DocumentBytes> of(DocumentBytes document) {
    OpenAPI api =
        SmallRyeOpenAPI.builder()
            .withCustomStaticFile(() -> new ByteArrayInputStream(document.bytes()))
            .enableModelReader(false)
            .enableStandardStaticFiles(false)
            .enableStandardFilter(false)
            .enableAnnotationScan(false)
            .build()
            .model();
    api.setOpenapi(VERSION);
    return Map.of(Format.YAML, written(api, Format.YAML), Format.JSON, written(api, Format.JSON));
  }

  @SuppressWarnings("deprecation") // the other way writes the latest version alone
  private static DocumentBytes written(OpenAPI api, Format format) {
    try {
      return DocumentBytes.of(
          OpenApiSerializer.serialize(api, format).getBytes(StandardCharsets.UTF_8));
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }
}
