package org.grappe.query;

import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Which of the types that an answer can have its reader likes best. */
public final class PreferredType {
  private PreferredType() {}

  /**
   * The one of {@code offered}, of two that are liked alike the first.
   *
   * @param accepted what the request accepts, the best first
   */
  public static MediaType of(List<MediaType> accepted, List<MediaType> offered) {
    return accepted.stream()
        .flatMap(liked -> offered.stream().filter(liked::isCompatible))
        .findFirst()
        .orElse(offered.get(0));
  }
}
