package org.grappe.format;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.grappe.http.FormatSuffix;
import org.grappe.http.Formats;
import org.grappe.query.Fields;

/**
 * What is told of a file beside its bytes: its name, what its columns hold, under which licence it
 * may be used.
 */
final class FileHeaders {
  private static final Map<String, String> ENDINGS =
      Map.of(Formats.CSV, ".csv", Formats.NDJSON, ".ndjson");

  private static final String LICENCE = "<" + Formats.DATA_LICENCE + ">; rel=\"license\"";

  private static final int LONGEST_NAME = 120;

  private final String path;
  private final MultivaluedMap<String, Object> headers;

  /**
   * Those of the answer at an address.
   *
   * @param path without its query
   */
  FileHeaders(String path, MultivaluedMap<String, Object> headers) {
    this.path = FormatSuffix.bare(path);
    this.headers = headers;
  }

  /** Of a format that is kept as a file, its name and licence; nothing of another. */
  void tell(String type, LocalDate day) {
    String ending = ENDINGS.get(type);
    if (ending == null) {
      return;
    }
    String name =
        path.replaceFirst("^/api/v1/", "").replace('/', '-').replaceAll("[^A-Za-z0-9_-]", "");
    name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    headers.putSingle(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"" + name + "-" + day + ending + "\"");
    link(LICENCE);
  }

  /** Where it is told what the columns hold. */
  void describe(Optional<Fields> fields) {
    String query = fields.map(kept -> "?fields=" + String.join(",", kept.inOrder())).orElse("");
    link("<" + path + FormatSuffix.SCHEMA + query + ">; rel=\"describedby\"");
  }

  /** One more link, in the one header. */
  void link(String link) {
    Object before = headers.getFirst(HttpHeaders.LINK);
    headers.putSingle(HttpHeaders.LINK, before == null ? link : before + ", " + link);
  }
}
