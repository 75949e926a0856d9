package org.grappe.shared.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;
import org.grappe.shared.problem.RequestHead;

/** Counts requests by what the service knows: nothing that a caller makes up becomes a series. */
@Singleton
class RequestMeters implements MeterFilter {
  private static final String REQUESTS = "http.server.requests";
  private static final String OTHER = "OTHER";
  private static final Set<String> KINDS = Set.of("root", "NOT_FOUND", "REDIRECTION", "UNKNOWN");
  private static final Pattern PAGES = Pattern.compile("/(?:openapi|docs|q/[a-z]+(?:/[a-z]+)?)");

  private final Instance<Routes> routes;

  RequestMeters(Instance<Routes> routes) {
    this.routes = routes;
  }

  @Override
  public Meter.Id map(Meter.Id id) {
    if (!id.getName().equals(REQUESTS)) {
      return id;
    }
    Tags tags = Tags.of(id.getTagsAsIterable());
    for (Tag tag : id.getTagsAsIterable()) {
      if (tag.getKey().equals("method") && !RequestHead.METHODS.contains(tag.getValue())) {
        tags = tags.and("method", OTHER);
      } else if (tag.getKey().equals("uri")) {
        tags = tags.and("uri", template(tag.getValue()));
      }
    }
    return id.replaceTags(tags);
  }

  private String template(String path) {
    if (KINDS.contains(path) || PAGES.matcher(path).matches()) {
      return path;
    }
    return routes.get().at(path).stream().map(Route::template).findFirst().orElse(OTHER);
  }
}
