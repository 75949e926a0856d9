package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;

/**
 * By what members of a cluster passed to others: its end, and each spin-off that took some of them.
 */
@ApplicationScoped
class Passings {
  private final Database database;
  private final Today today;

  Passings(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** By what a membership ended, and on which first possible day. */
  record Passing(LocalDate day, MembershipContent.EndReason reason) {}

  /**
   * The first that one met which says no end. Who was there already, and open, was left by the
   * spin-offs before, and stays so whatever is put right of it but its beginning.
   *
   * @param before what it was, null where it is entered
   */
  Optional<Passing> met(MembershipContent before, MembershipContent content) {
    return database.one(
        """
        select p.day, p.reason from passings_of(?) p
        where p.day > ? and (p.ends
          or p.day > ?::date and (p.takes_all or nullif(?, '')::uuid = any(p.colleges)))
        order by p.day limit 1""",
        Passings::told,
        content.cluster(),
        content.from(),
        metSince(before, content),
        content.college() == null ? "" : content.college().toString());
  }

  /** Ends it by the first spin-off that took it before the end that it says. */
  Optional<Passing> cut(UUID membership, MembershipContent before, MembershipContent content) {
    return database.one(
        "select c.day, c.reason from cut_late(array[?::uuid], ?::date, ?) c",
        Passings::told,
        membership,
        metSince(before, content),
        today.now());
  }

  /** Whether there was one on its last day, and for its reason. */
  boolean ended(MembershipContent content) {
    return database
        .one(
            "select 1 from passings_of(?) p where p.day = ? and p.reason = ? limit 1",
            row -> true,
            content.cluster(),
            content.until(),
            content.endReason().name())
        .isPresent();
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

  private static Passing told(ResultSet row) throws SQLException {
    return new Passing(
        row.getObject(1, LocalDate.class), MembershipContent.EndReason.valueOf(row.getString(2)));
  }
}
