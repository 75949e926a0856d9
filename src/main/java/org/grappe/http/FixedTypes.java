package org.grappe.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/**
 * An answer's type has no parameter of the {@code Accept} that chose it: texts have their charset,
 * all else has none.
 */
@Provider
@Priority(FixedTypes.LAST)
public class FixedTypes implements ContainerResponseFilter {
  /** Answers are filtered in descending order. */
  static final int LAST = 1;

  private static final Map<String, String> UTF_8 = Map.of(MediaType.CHARSET_PARAMETER, "UTF-8");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    if (type == null || response.getEntity() == null) {
      return;
    }
    MediaType fixed = of(type);
    if (!type.equals(fixed)) {
      response.setEntity(response.getEntity(), response.getEntityAnnotations(), fixed);
    }
  }

  /** A type as it is told, whatever it was asked for with. */
  public static MediaType of(MediaType type) {
    Map<String, String> fixed = type.getType().equals("text") ? UTF_8 : Map.of();
    return type.getParameters().equals(fixed)
        ? type
        : new MediaType(type.getType(), type.getSubtype(), fixed);
  }
}
