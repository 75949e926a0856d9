package org.grappe.format;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grappe.http.Clients;
import org.grappe.http.Exchange;
import org.grappe.http.FormatSuffix;
import org.grappe.http.Formats;
import org.grappe.query.CsvDialect;
import org.grappe.query.Fields;

/**
 * What is told of a file beside its bytes: its name, what its columns hold and, where anybody may
 * read it, under which licence it may be used.
 */
final class FileHeaders {
  private static final Map<String, String> ENDINGS =
      Map.of(Formats.CSV, ".csv", Formats.NDJSON, ".ndjson");

  private static final String LICENCE = "<" + Formats.DATA_LICENCE + ">; rel=\"license\"";

  private static final String KNOWN_AT = "knownAt";

  private static final int LONGEST_NAME = 120;

  private final ContainerRequestContext request;
  private final String path;
  private final MultivaluedMap<String, Object> headers;

  /** Those of the answer to a request. */
  FileHeaders(ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
    this.request = request;
    this.path = FormatSuffix.bare(Exchange.of(request).request().path());
    this.headers = headers;
  }

  /** Of a format that is kept as a file its name; nothing of another. */
  void name(String type, LocalDate day) {
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
  }

  /** Its licence, where it is told to no one in particular, and not of a past that few may read. */
  void license() {
    if (Clients.credential(Exchange.of(request)).isEmpty()
        && !request.getUriInfo().getQueryParameters().containsKey(KNOWN_AT)) {
      link(LICENCE);
    }
  }

  /** Where it is told what the columns hold. */
  void describe(Optional<Fields> fields, CsvDialect dialect) {
    List<String> query = new ArrayList<>();
    fields.ifPresent(kept -> query.add("fields=" + String.join(",", kept.inOrder())));
    if (dialect.point() != CsvDialect.USUAL.point()) {
      query.add("separator=%3B");
    }
    String asked = query.isEmpty() ? "" : "?" + String.join("&", query);
    link("<" + path + FormatSuffix.SCHEMA + asked + ">; rel=\"describedby\"");
  }

  /** One more link, in the one header. */
  void link(String link) {
    Object before = headers.getFirst(HttpHeaders.LINK);
    headers.putSingle(HttpHeaders.LINK, before == null ? link : before + ", " + link);
  }
}
