package org.grappe.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.grappe.format.Linked;
import org.jboss.jandex.IndexView;

/** Which headers the success of an operation has, by the keys of their components. */
final class Headers {
  /** The schemas of records that may lead to others. */
  private final Set<String> linked;

  Headers(IndexView index) {
    linked =
        index.getAllKnownImplementations(Linked.class).stream()
            .map(ReferenceSchemas::name)
            .collect(Collectors.toSet());
  }

  List<String> of(ApiOperation call) {
    List<String> headers = new ArrayList<>();
    if (call.isOfApi()) {
      headers.addAll(
          List.of("CacheControl", "ETag", "RateLimit", "RateLimitPolicy", "RequestId", "Vary"));
    }
    if (call.kind() == ApiOperation.Kind.LIST) {
      headers.add("Link");
    }
    if (call.kind() != ApiOperation.Kind.LIST
        && call.answered().filter(linked::contains).isPresent()) {
      headers.add("Successor");
    }
    if (call.kind() == ApiOperation.Kind.CREATE) {
      headers.add("Location");
    }
    if (call.kind().posts()) {
      headers.add("IdempotentReplayed");
    }
    return headers;
  }
}
