package org.grappe.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** What time it is for this service; a fixed instant where the configuration says so. */
@ApplicationScoped
public class Today {
  private final Clock clock;

  Today(GrappeConfig config) {
    this.clock =
        config
            .now()
            .map(now -> Clock.fixed(now, config.zone()))
            .orElse(Clock.system(config.zone()));
  }

  /** The day in the configured zone. */
  public LocalDate day() {
    return LocalDate.now(clock);
  }

  /** The instant, to the microsecond that the database keeps. */
  public Instant now() {
    return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }
}
