package org.grappe.openapi;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import io.smallrye.openapi.runtime.io.Format;
import io.smallrye.openapi.runtime.io.OpenApiSerializer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** The document in OpenAPI 3.0, for generators that read no later one. */
final class OlderDocument {
  private static final String VERSION = "3.0.3";

  /** What an operation says of who may call it. */
  private static final String ROLES = "x-roles";

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
    leaveOutWhatIsLater(api);
    return Map.of(Format.YAML, written(api, Format.YAML), Format.JSON, written(api, Format.JSON));
  }

  private static void leaveOutWhatIsLater(OpenAPI api) {
    Info info = api.getInfo();
    info.setSummary(null);
    info.getLicense().setIdentifier(null);
    info.setDescription(info.getDescription().replace("`security`", '`' + ROLES + '`'));
    api.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .filter(operation -> operation.getSecurity() != null)
        .forEach(OlderDocument::setRolesApart);
  }

  /**
   * Only OAuth2 and OpenID Connect, which this has neither of, may have something in their list.
   */
  private static void setRolesApart(Operation operation) {
    List<String> roles =
        operation.getSecurity().stream()
            .flatMap(requirement -> requirement.getSchemes().values().stream())
            .flatMap(List::stream)
            .distinct()
            .toList();
    if (!roles.isEmpty()) {
      operation.addExtension(ROLES, roles);
    }
    operation.setSecurity(operation.getSecurity().stream().map(OlderDocument::plain).toList());
  }

  private static SecurityRequirement plain(SecurityRequirement requirement) {
    SecurityRequirement plain = OASFactory.createSecurityRequirement();
    requirement.getSchemes().keySet().forEach(plain::addScheme);
    return plain;
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
