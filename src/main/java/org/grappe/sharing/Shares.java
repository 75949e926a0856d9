package org.grappe.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.grappe.caller.Callers;
import org.grappe.cluster.ClusterKey;
import org.grappe.cluster.ClusterLookup;
import org.grappe.database.Database;
import org.grappe.event.EventLookup;
import org.grappe.event.HeldEvent;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.query.AsOf;
import org.grappe.query.Dated;
import org.grappe.query.ListReader;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Scope;
import org.grappe.query.Sort;
import org.grappe.record.ClusterLocks;
import org.grappe.record.HistoryView;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;
import org.grappe.record.Rights;

/** The shares of the events. */
@ApplicationScoped
class Shares implements Repository<Share, Share.Content, ShareView> {
  private static final String STATUS = "share_status(s.accepted_on, s.refused_on, :on)";

  static final Listing<ShareView> LISTING =
      Listing.of(
              "/events/{event}/shares",
              ShareView.class,
              """
              s.id, s.version, s.created_at, s.updated_at, s.sources, s.statements, s.remarks,
              %1$s as status, case %1$s when 'REFUSED' then s.refused_on
                when 'ACCEPTED' then s.accepted_on else s.requested_on end as "on",
              c.id as cluster_id, {c.name} as cluster_name, c.slug as cluster_slug,
              k.id as convention_id, k.title as convention_name"""
                  .formatted(STATUS),
              """
              shares s join clusters c on c.id = s.cluster
              join conventions k on k.id = s.convention""")
          .temporal()
          .existsWhen("s.requested_on <= :on and coalesce(s.until, 'infinity') > :on")
          .choice("status", ShareStatus.class, STATUS, "What became of it.")
          .sort("name", Sort.Kind.TEXT, Dated.onDay("{c.name}"))
          .sortedBy("name");

  private final Records<Share, Share.Content, ShareView> records;
  private final EventLookup events;
  private final Sharing sharing;
  private final Callers callers;
  private final ClusterLookup clusters;
  private final Rights rights;
  private final ClusterLocks locks;
  private final Database database;
  private final ListReader reader;

  Shares(
      RecordsFactory records,
      EventLookup events,
      Sharing sharing,
      Callers callers,
      ClusterLookup clusters,
      Rights rights,
      ClusterLocks locks,
      Database database,
      ListReader reader) {
    this.records = records.of(this, Share::new, Share.Content.class, LISTING);
    this.events = events;
    this.sharing = sharing;
    this.callers = callers;
    this.clusters = clusters;
    this.rights = rights;
    this.locks = locks;
    this.database = database;
    this.reader = reader;
  }

  @Override
  public Records<Share, Share.Content, ShareView> records() {
    return records;
  }

  /** Host and partner read what became of it, and either takes it back. */
  @Override
  public Owners owners(Share share) {
    List<UUID> both = new java.util.ArrayList<>(List.of(share.content().cluster()));
    events.host(share.event()).ifPresent(both::add);
    return Owners.any(both);
  }

  Page<ShareView> pageOf(String event) {
    return records.pageOf("s.event", "events", PathId.of(event));
  }

  ShareView oneOf(String event, String cluster, String on, String knownAt) {
    return knownAt != null
        ? oneThen(event, cluster, reader.asOf(on, knownAt, new Scope.Owner("events", event)))
        : one(found(event, cluster).orElseThrow(() -> notFound(cluster)).id().toString(), on, null);
  }

  /** As it was known, whatever has been deleted or asked for again since. */
  private ShareView oneThen(String event, String cluster, AsOf asOf) {
    ClusterKey key = ClusterKey.of(cluster);
    String partner = key.id().isPresent() ? ":partner" : "(select clusters_named(:partner))";
    Map<String, Object> values =
        Map.of(
            "event", PathId.of(event), "partner", key.id().<Object>map(id -> id).orElse(cluster));
    return reader
        .one(LISTING, new Scope("s.event = :event and s.cluster = " + partner, values), asOf)
        .orElseThrow(() -> notFound(cluster));
  }

  Page<HistoryView> historyOf(String event, String cluster) {
    UUID id = PathId.of(event);
    UUID share =
        clusters
            .find(ClusterKey.of(cluster).text())
            .flatMap(partner -> everShared(id, partner))
            .orElseThrow(() -> notFound(cluster));
    return history(share.toString());
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

  /** The share of an event with a cluster. */
  Share requiredOf(String event, String cluster) {
    return found(event, cluster).orElseThrow(() -> notFound(cluster));
  }

  private Optional<Share> found(String event, String cluster) {
    UUID id = PathId.of(event);
    return clusters.find(ClusterKey.of(cluster).text()).flatMap(partner -> shared(id, partner));
  }

  private static Problem notFound(String cluster) {
    return Problems.notFound("shares", cluster);
  }

  private Optional<Share> shared(UUID event, UUID partner) {
    return find("event = ?1 and content.cluster = ?2", event, partner).firstResultOptional();
  }

  /** The host asks; what an administrator asks stands at once. */
  Response ask(String id, Share.Content wish) {
    HeldEvent event = events.held(id);
    rights.requireCreate(event.owners());
    LocalDate on = wish.on() == null ? records.today() : wish.on();
    if (on.isAfter(records.today())) {
      throw Problems.validationFailed("/on", "date.future", on);
    }
    Optional<Share> before = shared(event.id(), wish.cluster());
    before
        .filter(share -> !share.isRefused())
        .ifPresent(
            share -> {
              throw Problems.of(SharingProblems.ALREADY_SHARED, "already-shared");
            });
    UUID convention = sharing.convention(event, wish.cluster());
    Share share = before.orElseGet(Share::new);
    if (before.isPresent()) {
      share.askAgain(convention);
    }
    share.of(event.id(), convention);
    if (callers.current().isAdministrator()) {
      share.acceptForPartner(on);
    }
    if (before.isEmpty()) {
      records.create(share, wish.asked(on));
    } else {
      records.updateBySystem(share, wish.asked(on));
      flush();
    }
    ShareView made = records.view(share.id());
    return Response.created(URI.create("/api/v1" + path(share) + "/" + made.cluster().slug()))
        .entity(made)
        .build();
  }

  ShareView accept(String id, String cluster, ShareAnswer answer) {
    HeldEvent event = events.held(id);
    Share share = requiredOf(id, cluster);
    rights.requireChange(Owners.cluster(share.content().cluster()), "shares", share.id());
    UUID convention = sharing.convention(event, share.content().cluster());
    records.updateBySystem(share, share.accept(answer, records.today(), convention));
    flush();
    return records.view(share.id());
  }

  ShareView refuse(String id, String cluster, ShareAnswer answer) {
    events.held(id);
    Share share = requiredOf(id, cluster);
    locks.share(owners(share).clusters());
    rights.requireChange(Owners.cluster(share.content().cluster()), "shares", share.id());
    records.updateBySystem(share, share.refuse(answer, records.today()));
    flush();
    return records.view(share.id());
  }

  @Override
  public String path(Share share) {
    return "/events/" + share.event() + "/shares";
  }
}
