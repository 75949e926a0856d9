package org.grappe.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.grappe.caller.Caller;
import org.grappe.caller.Callers;

/**
 * Finds the record that stands against a write which the database refused, once it is undone.
 * Values are compared as what their columns are ({@code stringtype=unspecified}), so that indexes
 * serve.
 */
@ApplicationScoped
class Lookup {
  private final DataSource source;
  private final Callers callers;

  Lookup(DataSource source, Callers callers) {
    this.source = source;
    this.callers = callers;
  }

  /**
   * A record.
   *
   * @param collection the collection that it belongs to
   */
  record Found(String collection, String id) {}

  /** The record of a table with this value in this column; names come from constraints alone. */
  Optional<Found> by(String table, String column, String value) {
    return one("select '%1$s', id from %1$s where \"%2$s\" = ?".formatted(table, column), value);
  }

  /** The organisation or cluster that has a legal number. */
  Optional<Found> withNumber(String number) {
    return one(
        """
        select case when cluster is null then 'organisations' else 'clusters' end,
          coalesce(cluster, organisation)
        from legal_numbers where number = ?""",
        number);
  }

  /** A record that refers to this one by {@code fk_<table>_<column>}. */
  Optional<Found> referring(String constraint, String value) {
    String[] parts = constraint.split("_", 3);
    return switch (parts[1]) {
      case "citations" ->
          one("select record_table, record_id from citations where source_id = ?", value);
      case "figure" ->
          one("select 'figures', figure from figure_clusters where cluster = ?", value);
      case "parties" ->
          one("select 'mergers', merger from merger_parties where cluster = ?", value);
      case "funders", "heirs" ->
          one(
              "select 'subsidies', line from subsidy_%s where %s = ?".formatted(parts[1], parts[2]),
              value);
      case "leads", "participants" ->
          one(
              "select 'programmes', programme from programme_%s where %s = ?"
                  .formatted(parts[1], parts[2]),
              value);
      case "continuations" ->
          one("select 'memberships', membership from continuations where continued = ?", value);
      case "bound" ->
          one("select 'conventions', convention from convention_parties where cluster = ?", value);
      case "guests" ->
          one("select 'events', event from event_guests where organisation = ?", value);
      case "places" -> one("select 'events', event from cluster_places where cluster = ?", value);
      case "edited" ->
          one("select 'credentials', credential from edited_clusters where cluster = ?", value);
      case "memberships", "registrations" -> readable(parts[1], parts[2], value);
      default -> by(parts[1], parts[2], value);
    };
  }

  /** One that the caller may read; that there is another is told, but not which. */
  private Optional<Found> readable(String table, String column, String value) {
    Caller caller = callers.current();
    String readers =
        caller.readsApplications()
            ? "true"
            : "may_read('%s', to_jsonb(t), '%s')"
                .formatted(
                    table,
                    caller.clusters().stream()
                        .map(UUID::toString)
                        .collect(Collectors.joining(",", "{", "}")));
    return one(
        "select '%1$s', t.id from %1$s t where t.\"%2$s\" = ? and %3$s"
            .formatted(table, column, readers),
        value);
  }

  /** What the records of a table are called on the wire. */
  private static String collection(String table) {
    return table.equals("subsidies") ? "subsidy-lines" : table;
  }

  private Optional<Found> one(String sql, String value) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql + " limit 1")) {
      statement.setString(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(new Found(collection(rows.getString(1)), rows.getString(2)))
            : Optional.empty();
      }
    } catch (SQLException gone) {
      return Optional.empty();
    }
  }
}
