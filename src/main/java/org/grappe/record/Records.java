package org.grappe.record;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.query.ListReader;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Scope;
import org.grappe.query.View;

/**
 * A collection of records as it is read: now, as of a day, as the registry stood at an instant, and
 * write by write.
 *
 * @param <E> the entity
 * @param <V> what a reader gets
 */
public abstract class Records<E extends StoredRecord<?>, V extends View>
    implements PanacheRepositoryBase<E, UUID> {
  protected final Listing<V> listing;
  @Inject protected Database database;
  @Inject protected Rights rights;
  @Inject protected Histories histories;
  @Inject ListReader reader;
  @Inject Today today;

  Records(Listing<V> listing) {
    this.listing = listing;
  }

  /** Whose a record is, which decides who writes it and who reads its history. */
  protected abstract Owners owners(E entry);

  /** Whether a record that is there is hidden from the caller. */
  protected boolean isHidden(E entry) {
    return false;
  }

  /** The page that the request asks for. */
  public Page<V> page() {
    return reader.page(listing);
  }

  /** The same among the records that the scope finds. */
  public Page<V> page(Scope scope) {
    return reader.page(listing, scope);
  }

  /** The same of another listing of these records. */
  protected Page<V> page(Listing<V> other, Scope scope) {
    return reader.page(other, scope);
  }

  /**
   * One record as it stands on a day.
   *
   * @param id the id as it stands in the address
   * @param on a day as it stands in the query; today where it is null
   * @param knownAt an instant as it stands in the query; now where it is null
   * @throws Problem {@code not-found}; {@code unauthenticated} or {@code forbidden} where the
   *     caller may not look back
   */
  public V one(String id, String on, String knownAt) {
    return findAsOf(id, on, knownAt).orElseThrow(() -> Problems.notFound(noun(), id));
  }

  /** The same where there may be none. */
  protected Optional<V> findAsOf(String id, String on, String knownAt) {
    LocalDate day = reader.day(on);
    if (knownAt == null) {
      return reader.one(listing, named(id), day);
    }
    Instant known = reader.instant("knownAt", knownAt);
    UUID record = idWithHistory(id);
    histories.awaitCommits();
    return reader.one(listing, record, day, known);
  }

  /**
   * What became of a record, oldest first; of a deleted one too, for an administrator.
   *
   * @throws Problem {@code not-found}, {@code forbidden}
   */
  public Page<HistoryView> history(String id) {
    return histories.page(idWithHistory(id));
  }

  /** The id of a record whose past the caller may read. */
  private UUID idWithHistory(String id) {
    UUID key = key(id);
    Optional<E> entry = findByIdOptional(key).filter(one -> !isHidden(one));
    if (entry.isPresent()) {
      rights.requireHistory(owners(entry.get()), listing.table(), key);
    } else if (!rights.mayReadHistory() || !histories.knows(listing.table(), key)) {
      throw Problems.notFound(noun(), id);
    }
    return key;
  }

  /** The id that the text of an address stands for, also of a record that is deleted. */
  protected UUID key(String id) {
    return PathId.of(id);
  }

  /** How the text of an address finds a record. */
  protected Scope named(String id) {
    return Scope.id(listing, PathId.of(id));
  }

  /**
   * The entity itself, to be changed.
   *
   * @throws Problem {@code not-found}
   */
  public E required(String id) {
    UUID key = PathId.of(id);
    return findByIdOptional(key)
        .filter(entry -> !isHidden(entry))
        .orElseThrow(() -> Problems.notFound(noun(), id));
  }

  /**
   * A record as it stands today.
   *
   * @throws Problem {@code not-found} where somebody has deleted it since it was found
   */
  protected V view(UUID id) {
    return reader
        .one(listing, Scope.id(listing, id), today.day())
        .orElseThrow(() -> Problems.notFound(noun(), id));
  }

  /**
   * Makes sure of another record.
   *
   * @throws Problem {@code not-found}
   */
  protected void requireRecord(String table, UUID id) {
    if (database.one("select 1 from " + table + " where id = ?", row -> true, id).isEmpty()) {
      throw Problems.notFound(table, id);
    }
  }

  /** What the records are called, by their collection. */
  protected String noun() {
    return listing.path().substring(listing.path().lastIndexOf('/') + 1);
  }
}
