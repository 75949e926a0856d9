package org.grappe.merger;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.Role;
import org.grappe.config.Today;

/**
 * When a statement is put, and what it sees of what not everybody may read.
 *
 * @param applications the clusters whose applications it sees, as an array; empty for all there are
 * @param registrations the same of registrations
 */
record Sight(Instant now, LocalDate today, String applications, String registrations) {
  private static final String ALL = "";

  static Sight of(Caller caller, Today today) {
    return new Sight(
        today.now(),
        today.day(),
        caller.readsApplications() ? ALL : array(caller.clusters()),
        caller.isAdministrator()
            ? ALL
            : array(caller.is(Role.EDITOR) ? caller.clusters() : List.of()));
  }

  static Sight ofEverything(Today today) {
    return new Sight(today.now(), today.day(), ALL, ALL);
  }

  private static String array(List<UUID> clusters) {
    return clusters.stream().map(UUID::toString).collect(joining(",", "{", "}"));
  }
}
