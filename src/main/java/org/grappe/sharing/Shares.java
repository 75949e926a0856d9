package org.grappe.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.cluster.ClusterKey;
import org.grappe.cluster.ClusterLookup;
import org.grappe.event.EventLookup;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;

/** The shares of the events. */
@ApplicationScoped
class Shares implements Repository<Share, ShareContent, ShareView> {
  private final Records<Share, ShareContent, ShareView> records;
  private final EventLookup events;
  private final ClusterLookup clusters;

  Shares(RecordsFactory records, EventLookup events, ClusterLookup clusters) {
    this.records = records.of(this, Share::new, ShareContent.class, ShareListing.LISTING);
    this.events = events;
    this.clusters = clusters;
  }

  @Override
  public Records<Share, ShareContent, ShareView> records() {
    return records;
  }

  /** Host and partner read what became of it, and either takes it back. */
  @Override
  public Owners owners(Share share) {
    List<UUID> both = new ArrayList<>(List.of(share.content().cluster()));
    events.host(share.event()).ifPresent(both::add);
    return Owners.any(both);
  }

  Page<ShareView> pageOf(String event) {
    return records.pageOf("s.event", "events", PathId.of(event));
  }

  /**
   * The share of an event with a cluster.
   *
   * @throws Problem {@code not-found}
   */
  Share requiredOf(String event, String cluster) {
    return found(event, cluster).orElseThrow(() -> notFound(cluster));
  }

  private Optional<Share> found(String event, String cluster) {
    UUID id = PathId.of(event);
    return clusters.find(ClusterKey.of(cluster).text()).flatMap(partner -> shared(id, partner));
  }

  static Problem notFound(String cluster) {
    return Problems.notFound("shares", cluster);
  }

  Optional<Share> shared(UUID event, UUID partner) {
    return find("event = ?1 and content.cluster = ?2", event, partner).firstResultOptional();
  }

  @Override
  public String path(Share share) {
    return "/events/" + share.event() + "/shares";
  }
}
