package org.grappe.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What time it is for this service; a fixed instant where the configuration says so. */
@ApplicationScoped
public class Today {
  private final Clock clock;
  private final TransactionSynchronizationRegistry transaction;

  Today(GrappeConfig config, TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
    this.clock =
        config
            .now()
            .map(now -> Clock.fixed(now, config.zone()))
            .orElse(Clock.system(config.zone()));
  }

  /** The zone whose calendar says which day it is. */
  public ZoneId zone() {
    return clock.getZone();
  }

  /** The day in the configured zone. */
  public LocalDate day() {
    return LocalDate.now(clock);
  }

  /** The day on which an instant falls. */
  public LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone());
  }

  /**
   * The instant, to the microsecond that the database keeps. A transaction has one, that at which
   * it was first asked for.
   */
  public Instant now() {
    if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
      return instant();
    }
    if (transaction.getResource(Today.class) == null) {
      transaction.putResource(Today.class, instant());
    }
    return (Instant) transaction.getResource(Today.class);
  }

  /** The instant that it really is, however long the transaction has gone on. */
  public Instant moment() {
    return instant();
  }

  private Instant instant() {
    return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }
}
