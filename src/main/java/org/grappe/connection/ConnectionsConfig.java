package org.grappe.connection;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How long connections live in which nothing happens. */
@ConfigMapping(prefix = "grappe.connections")
interface ConnectionsConfig {
  /** How long a first line and headers may take, from the opening or from their first byte. */
  @WithDefault("10s")
  Duration head();

  /** How long one may be kept between two requests. */
  @WithDefault("60s")
  Duration idle();

  /** How long what is left of a request may take that has been answered already. */
  @WithDefault("10s")
  Duration linger();

  /** How many requests may come on one connection before the first of them is answered. */
  @Min(1)
  @WithDefault("100")
  int pipelined();

  /** What one client may have left unread of earlier answers when a further one begins. */
  @WithDefault("4M")
  MemorySize behind();

  /** What all clients together may leave unread of their answers in memory. */
  @WithDefault("64M")
  MemorySize unread();
}
