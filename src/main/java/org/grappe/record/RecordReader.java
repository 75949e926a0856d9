package org.grappe.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.query.AsOf;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.Scope;
import org.grappe.query.View;

/**
 * The records of a repository as they are read: now, as of a day, as the registry stood at an
 * instant, and write by write.
 *
 * @param <E> the entity
 * @param <C> what a request writes
 * @param <V> what a reader gets
 */
public abstract class RecordReader<E extends StoredRecord<C>, C extends Record, V extends View>
    extends RecordFinder<E, C, V> {
  private final RecordHistory<E, C, V> past;

  RecordReader(RecordsFactory kernel, Repository<E, C, V> repository, Listing<V> listing) {
    super(kernel, repository, listing);
    this.past = new RecordHistory<>(kernel, repository, listing);
  }

  /** The page that the request asks for. */
  public Page<V> page() {
    return kernel.reader.page(listing);
  }

  /** The same among the records that the scope finds. */
  public Page<V> page(Scope scope) {
    return kernel.reader.page(listing, scope);
  }

  /**
   * The same of those that belong to another record.
   *
   * @param column the column that names the other, as the listing's query knows it
   * @throws Problem {@code not-found} where there is no such record
   */
  public Page<V> pageOf(String column, String table, UUID owner) {
    return pageOf(listing, column, table, owner);
  }

  /** The same of another listing of these records. */
  public Page<V> pageOf(Listing<V> other, String column, String table, UUID owner) {
    return pageOf(other, new Scope(column + " = :v", owner), table, owner);
  }

  /** The same where more than a column says which they are. */
  public Page<V> pageOf(Scope scope, String table, UUID owner) {
    return pageOf(listing, scope, table, owner);
  }

  private Page<V> pageOf(Listing<V> other, Scope scope, String table, UUID owner) {
    Page<V> page = kernel.reader.page(other, scope.of(table, owner));
    if (page.getItems().isEmpty()) {
      requireOwner(table, owner);
    }
    return page;
  }

  /**
   * Makes sure of the record that the address names; one that has been deleted since was there at
   * an instant that is asked about.
   *
   * @throws Problem {@code not-found}
   */
  public void requireOwner(String table, UUID id) {
    kernel.reader.requireOwner(table, id);
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
    return findAsOf(id, on, knownAt).orElseThrow(() -> notFound(id));
  }

  /** The same where there may be none. */
  public Optional<V> findAsOf(String id, String on, String knownAt) {
    AsOf asOf = kernel.reader.asOf(on, knownAt);
    if (asOf.known().isEmpty()) {
      return kernel.reader.one(listing, repository.named(id), asOf);
    }
    UUID record = past.known(id);
    kernel.pastRights.settled(asOf.known().get());
    return kernel.reader.one(listing, named(record), asOf);
  }

  /** A record as it stands today; not found where somebody has deleted it since. */
  public V view(UUID id) {
    return kernel
        .reader
        .one(listing, named(id), today())
        .orElseThrow(() -> notFound(id.toString()));
  }

  /**
   * What became of a record, oldest first; of a deleted one too, as it was last.
   *
   * @throws Problem {@code not-found}, {@code forbidden}
   */
  public Page<HistoryView> history(String id) {
    return past.page(id);
  }

  /**
   * The same of all that had one address after another.
   *
   * @param inOrder their ids; whose the last one is, decides
   */
  public Page<HistoryView> history(List<UUID> inOrder) {
    return past.page(inOrder);
  }

  /** The same of one that belongs, or has belonged, to another record. */
  public Page<HistoryView> history(String id, String column, UUID owner) {
    return past.page(id, column, owner);
  }
}
