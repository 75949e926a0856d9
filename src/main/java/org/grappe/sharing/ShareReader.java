package org.grappe.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.grappe.cluster.ClusterKey;
import org.grappe.cluster.ClusterLookup;
import org.grappe.database.Database;
import org.grappe.query.AsOf;
import org.grappe.query.ListReader;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Scope;
import org.grappe.record.HistoryView;

/** A share as it is read, by its event and the cluster with which that is shared. */
@ApplicationScoped
class ShareReader {
  private final Shares shares;
  private final ClusterLookup clusters;
  private final Database database;
  private final ListReader reader;

  ShareReader(Shares shares, ClusterLookup clusters, Database database, ListReader reader) {
    this.shares = shares;
    this.clusters = clusters;
    this.database = database;
    this.reader = reader;
  }

  ShareView one(String event, String cluster, String on, String knownAt) {
    return knownAt != null
        ? oneThen(event, cluster, reader.asOf(on, knownAt, new Scope.Owner("events", event)))
        : shares.one(shares.requiredOf(event, cluster).id().toString(), on, null);
  }

  /** As it was known, whatever has been deleted or asked for again since. */
  private ShareView oneThen(String event, String cluster, AsOf asOf) {
    ClusterKey key = ClusterKey.of(cluster);
    return reader
        .one(
            ShareListing.LISTING,
            new Scope(
                "s.event = :event and s.cluster = " + key.sql(":partner"),
                Map.of("event", PathId.of(event), "partner", key.value())),
            asOf)
        .orElseThrow(() -> Shares.notFound(cluster));
  }

  Page<HistoryView> history(String event, String cluster) {
    UUID id = PathId.of(event);
    UUID share =
        clusters
            .find(ClusterKey.of(cluster).text())
            .flatMap(partner -> everShared(id, partner))
            .orElseThrow(() -> Shares.notFound(cluster));
    return shares.history(share.toString());
  }

  /** The last one, which may have been deleted since. */
  private Optional<UUID> everShared(UUID event, UUID partner) {
    return database.one(
        """
        select h.record_id from history h
        where h.record_table = 'shares' and (h.row ->> 'event')::uuid = ?
          and (h.row ->> 'cluster')::uuid = ?
        order by h.seq desc limit 1""",
        row -> row.getObject(1, UUID.class),
        event,
        partner);
  }
}
