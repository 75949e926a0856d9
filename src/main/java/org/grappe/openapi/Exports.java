package org.grappe.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.grappe.http.Formats;

/**
 * Tells a list as JSON alone, and each of its files as an operation of its own at the path that
 * names it: so clients know the type of what they get. A request for a list that accepts a file
 * gets one all the same.
 */
final class Exports {
  /** The formats of files, by what the operations say of them. */
  private static final Map<String, String> FORMATS =
      Map.of(Formats.CSV, "CSV", Formats.NDJSON, "NDJSON");

  private final OpenAPI api;

  Exports(OpenAPI api) {
    this.api = api;
  }

  /** Whether a path names the format in which a list is answered. */
  static boolean isAt(String path) {
    return !list(path).equals(path);
  }

  /** The path of the list that an export has all of. */
  static String list(String path) {
    return path.replaceFirst("\\.(csv|ndjson)$", "");
  }

  void add() {
    for (Map.Entry<String, PathItem> path : List.copyOf(api.getPaths().getPathItems().entrySet())) {
      Operation list = path.getValue().getGET();
      Content content = list == null ? null : contentOf(list);
      if (content != null && content.hasMediaType(ApiOperation.JSON)) {
        FORMATS.keySet().stream()
            .filter(content::hasMediaType)
            .forEach(type -> move(path.getKey(), list, type));
      }
    }
  }

  private void move(String path, Operation list, String type) {
    String name = FORMATS.get(type);
    Content content = contentOf(list);
    Content own = OASFactory.createContent().addMediaType(type, content.getMediaType(type));
    content.removeMediaType(type);
    Operation export =
        OASFactory.createOperation()
            .operationId(
                list.getOperationId().replaceFirst("^list", "export")
                    + "As"
                    + SharedParts.upper(name.toLowerCase(Locale.ROOT)))
            .summary(list.getSummary() + " as " + name)
            .description(list.getDescription())
            .tags(new ArrayList<>(list.getTags()))
            .responses(
                OASFactory.createAPIResponses()
                    .addAPIResponse("200", OASFactory.createAPIResponse().content(own)));
    if (list.getParameters() != null) {
      export.setParameters(new ArrayList<>(list.getParameters()));
    }
    if (list.getSecurity() != null) {
      export.setSecurity(new ArrayList<>(list.getSecurity()));
    }
    api.getPaths()
        .addPathItem(
            path + "." + name.toLowerCase(Locale.ROOT), OASFactory.createPathItem().GET(export));
  }

  private static Content contentOf(Operation operation) {
    APIResponse success = operation.getResponses().getAPIResponse("200");
    return success == null ? null : success.getContent();
  }
}
