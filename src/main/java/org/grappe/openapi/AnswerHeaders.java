package org.grappe.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.grappe.format.Linked;
import org.grappe.http.Formats;
import org.jboss.jandex.IndexView;

/** The headers that successful answers have, by the kind of operation. */
final class AnswerHeaders {
  /** Those of every answer, which the responses for all operations tell, and no other. */
  static final List<String> EVERYWHERE =
      List.of("CacheControl", "CacheStatus", "RateLimit", "RateLimitPolicy", "RequestId", "Vary");

  /** The schemas of records that may lead to others. */
  private final Set<String> linked;

  AnswerHeaders(IndexView index) {
    this.linked =
        index.getAllKnownImplementations(Linked.class).stream()
            .map(RequestSchemas::name)
            .collect(Collectors.toSet());
  }

  List<String> of(ApiOperation call, String status) {
    List<String> headers = new ArrayList<>();
    if (call.isOfApi()) {
      headers.add("ETag");
    }
    boolean isFile =
        call.kind().reads() && (call.answers(Formats.CSV) || call.answers(Formats.NDJSON));
    if (isFile) {
      headers.add("ContentDisposition");
    }
    if (call.kind() == OperationKind.LIST) {
      headers.add("Link");
    } else if (isFile) {
      headers.add("FileLinks");
    }
    if (!status.equals("200")) {
      headers.add("Location");
    } else if (call.answered().filter(linked::contains).isPresent()) {
      headers.add("Successor");
    }
    if (call.kind().posts()) {
      headers.add("IdempotentReplayed");
    }
    return headers;
  }
}
