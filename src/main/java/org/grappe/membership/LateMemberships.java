package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.record.ClusterLocks;
import org.grappe.value.Ref;

/**
 * Memberships that are entered, or put right, after the merger or division by which they ended:
 * they go on in the result as if they had been there when it took effect.
 */
@ApplicationScoped
class LateMemberships {
  private final Database database;
  private final ClusterLocks locks;
  private final Today today;

  LateMemberships(Database database, ClusterLocks locks, Today today) {
    this.database = database;
    this.locks = locks;
    this.today = today;
  }

  /** By what a membership ended, and on which first possible day. */
  private record End(LocalDate day, MembershipContent.EndReason reason) {}

  /**
   * One that has no end in a cluster that has, or of which a spin-off took it: that ended it. Who
   * was there already, and open, was left by the spin-off, and stays so whatever is put right of it
   * but its beginning.
   *
   * @param before what it was, null where it is entered
   * @throws Problem {@code validation-failed} where it says that it ended so, and nothing did
   */
  MembershipContent ended(MembershipContent before, MembershipContent content) {
    MembershipContent ended = filled(before, content);
    if (ended.endReason() != null && ended.until() == null) {
      throw Problems.validationFailed("/endReason", "membership.reason-without-end");
    }
    return ended;
  }

  private MembershipContent filled(MembershipContent before, MembershipContent content) {
    boolean isOpen = content.from() != null && content.until() == null && content.cluster() != null;
    if (!isOpen) {
      return content;
    }
    // its merger keeps its day until this is written
    locks.share(List.of(content.cluster()));
    return end(content, metSince(before, content))
        .map(end -> content.with(one -> one.until(end.day()).endReason(end.reason())))
        .orElse(content);
  }

  /** The day after which spin-offs meet it anew, as text: those before have left it or taken it. */
  private static String metSince(MembershipContent before, MembershipContent content) {
    if (isAnew(before, content)) {
      return content.from().toString();
    }
    if (before.until() == null) {
      return "infinity";
    }
    // one that ends by itself on a spin-off's day is there no longer for it
    boolean hasPassed = before.endReason() == MembershipContent.EndReason.DIVIDED;
    return (hasPassed ? before.until() : before.until().minusDays(1)).toString();
  }

  private static boolean isAnew(MembershipContent before, MembershipContent content) {
    return before == null
        || !content.from().equals(before.from())
        || !content.cluster().equals(before.cluster())
        || (content.until() == null && content.endReason() != null);
  }

  /** The first that it met, of its cluster's end and the spin-offs after a day. */
  private Optional<End> end(MembershipContent content, String spinOffsAfter) {
    return database.one(
        """
        select p.day, p.reason from passings_of(?) p
        where p.day > ? and (p.ends
          or p.day > ?::date and (p.takes_all or nullif(?, '')::uuid = any(p.colleges)))
        order by p.day limit 1""",
        LateMemberships::told,
        content.cluster(),
        content.from(),
        spinOffsAfter,
        college(content));
  }

  private static End told(ResultSet row) throws SQLException {
    return new End(
        row.getObject(1, LocalDate.class), MembershipContent.EndReason.valueOf(row.getString(2)));
  }

  private boolean hasPassed(MembershipContent content) {
    return database
        .one(
            "select 1 from passings_of(?) p where p.day = ? and p.reason = ? limit 1",
            row -> true,
            content.cluster(),
            content.until(),
            content.endReason().name())
        .isPresent();
  }

  /** The driver knows no type of a null. */
  private static String college(MembershipContent content) {
    return content.college() == null ? "" : content.college().toString();
  }

  /**
   * Continues it through every later merger and division; one that holds beyond a spin-off that
   * took it ends there, and by itself where it goes on.
   *
   * @param before what it was, null where it is entered
   * @return the colleges for whose members a result has none; empty where it stays as it is
   */
  Optional<List<Ref>> continueThrough(
      UUID membership, MembershipContent before, MembershipContent content) {
    if (content.from() == null || content.until() == null) {
      return Optional.empty();
    }
    boolean goesOn = !Boolean.FALSE.equals(content.continued());
    if (content.endReason() != null && hasPassed(content)) {
      return goesOn ? Optional.of(goOn(membership, content, "", "")) : Optional.empty();
    }
    return cut(membership, metSince(before, content))
        .map(
            cut ->
                goesOn
                    ? goOn(
                        membership,
                        content.with(one -> one.until(cut.day()).endReason(cut.reason())),
                        content.until().toString(),
                        content.endReason() == null ? "" : content.endReason().name())
                    : List.of());
  }

  private Optional<End> cut(UUID membership, String since) {
    return database.one(
        "select c.day, c.reason from cut_late(array[?::uuid], ?::date, ?) c",
        LateMemberships::told,
        membership,
        since,
        today.now());
  }

  private List<Ref> goOn(UUID membership, MembershipContent content, String ends, String why) {
    locks.share(heirs(content.cluster()));
    requireRoom(membership, content, ends);
    return database.all(
        """
        select k.id, k.name
        from continue_late(array[?::uuid], ?, nullif(?, '')::date, nullif(?, '')) late(college)
        join colleges k on k.id = late.college order by k.name, k.id""",
        row -> new Ref(row.getObject(1, UUID.class), row.getString(2), null),
        List.of(membership, today.now(), ends, why));
  }

  /** The same of one that is put right, where that says otherwise whether and how it goes on. */
  Optional<List<Ref>> continueChanged(
      UUID membership, MembershipContent before, MembershipContent content) {
    return said(before).equals(said(content))
        ? Optional.empty()
        : continueThrough(membership, before, content);
  }

  private static MembershipContent said(MembershipContent content) {
    return content.with(
        one -> one.appliedOn(null).continues(null).sources(null).statements(null).remarks(null));
  }

  /**
   * Who belongs to what followed from a later day on cannot have gone on there: one of both is
   * wrong, or this one did not go on.
   */
  private void requireRoom(UUID membership, MembershipContent content, String ends) {
    Problems.raise(
        database.one(
            """
            select l.membership, l."from", on_day(c.name, c.periods, 'name', l."from")
            from later_in_line(?, ?, nullif(?, '')::uuid, ?) l join clusters c on c.id = l.named
            where not exists (select from continuations k where k.continued = ?)
              and l."from" < coalesce(nullif(?, '')::date, 'infinity')""",
            row ->
                Problems.of(
                        MembershipProblems.MEMBERSHIP_OVERLAP,
                        "membership.later-in-result",
                        row.getString(3),
                        row.getString(2))
                    .withMember("field", "continued")
                    .withMember("bound", row.getString(2))
                    .withMember("other", Map.of("id", row.getObject(1, UUID.class))),
            content.cluster(),
            content.organisation(),
            college(content),
            content.until().minusDays(1),
            membership,
            ends));
  }

  private List<UUID> heirs(UUID cluster) {
    return database.all(
        """
        with recursive line(id) as (
          select ?::uuid
          union
          select r.id from line cross join lateral passings_of(line.id) p
          cross join lateral unnest(p.results) r(id))
        select id from line""",
        row -> row.getObject(1, UUID.class),
        List.of(cluster));
  }
}
