package org.grappe.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The memory for answers. */
@ConfigMapping(prefix = "grappe")
interface CacheConfig {
  /** How much the answers take that are kept, about; none is kept where it is 0. */
  @WithDefault("32M")
  MemorySize memory();
}
