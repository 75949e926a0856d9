package org.grappe.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.grappe.config.GrappeConfig;

/** The administrator's API key, as the start sees to it. */
final class AdministratorKey {
  private AdministratorKey() {}

  /** Said before the service starts, for there it would end in a stack trace. */
  static Optional<Refusal> fault(String name, String key) {
    return key.matches(GrappeConfig.KEY_SHAPE)
        ? Optional.empty()
        : Optional.of(Refusal.mistyped("start.key-shape", name));
  }

  /** Takes the key kept in this file, or a new one, where none is configured. */
  static void use(Path file) throws IOException {
    String key = Secret.in(file);
    Optional<Refusal> fault = fault(file.toString(), key);
    if (fault.isPresent()) {
      throw fault.get();
    }
    System.setProperty("grappe.admin-key", key);
  }
}
