package org.grappe.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When something is told, by both clocks.
 *
 * @param day the day in the world
 * @param known the instant of the registry's knowledge; absent where it is told as it is
 */
public record AsOf(LocalDate day, Optional<Instant> known) {}
