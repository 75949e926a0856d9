package org.grappe.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where files wait that are taken up, and how much of the disk they may have. */
@ConfigMapping(prefix = "grappe.imports")
interface ImportsConfig {
  /** A directory; one below the system's for temporary files where it is absent. */
  Optional<String> dir();

  /** What all of them may have together, such as {@code 2G}. */
  @WithDefault("2G")
  MemorySize disk();
}
