package org.grappe.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grappe.caller.Caller;
import org.grappe.caller.Role;
import org.grappe.change.ChangeFeed;
import org.grappe.position.Place;

/**
 * A webhook as it is sent to.
 *
 * @param secrets those that are valid, the newest first
 */
record Subscription(
    UUID id,
    String address,
    List<String> types,
    List<UUID> clusters,
    UUID credential,
    String mark,
    List<byte[]> secrets,
    Place place) {
  static final String COLUMNS =
      """
      w.id, w.address, w.types, w.clusters, w.credential, w.mark_hash, w.secret,
      case when w.previous_secret_until > clock_timestamp() then w.previous_secret end as previous_secret, w.epoch, w.position, w.fingerprint\
      """;

  static Subscription read(ResultSet row) throws SQLException {
    return new Subscription(
        row.getObject("id", UUID.class),
        row.getString("address"),
        Arrays.asList((String[]) row.getArray("types").getArray()),
        Arrays.asList((UUID[]) row.getArray("clusters").getArray()),
        row.getObject("credential", UUID.class),
        row.getString("mark_hash"),
        Stream.of(row.getBytes("secret"), row.getBytes("previous_secret"))
            .filter(Objects::nonNull)
            .toList(),
        new Place(row.getString("epoch"), row.getLong("position"), row.getLong("fingerprint")));
  }

  /** Whether a caller may have webhooks. */
  static boolean mayHaveOne(Caller caller) {
    return caller.isAdministrator() || caller.is(Role.PARTNER);
  }

  ChangeFeed.Wanted wanted(Caller caller) {
    return new ChangeFeed.Wanted(types, clusters, caller);
  }

  /** The signatures of a message: one for each secret that is valid. */
  String signatures(String id, Instant now, String body) {
    return secrets.stream()
        .map(secret -> SigningSecret.sign(secret, id, now.getEpochSecond(), body))
        .collect(Collectors.joining(" "));
  }
}
