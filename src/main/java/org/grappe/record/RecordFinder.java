package org.grappe.record;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.grappe.problem.Problem;
import org.grappe.problem.Problems;
import org.grappe.query.Listing;
import org.grappe.query.PathId;
import org.grappe.query.Scope;
import org.grappe.query.View;

/**
 * The entities of a repository, found to be changed.
 *
 * @param <E> the entity
 * @param <C> what a request writes
 * @param <V> what a reader gets
 */
abstract class RecordFinder<E extends StoredRecord<C>, C extends Record, V extends View> {
  final RecordsFactory kernel;
  final Repository<E, C, V> repository;
  final Listing<V> listing;

  RecordFinder(RecordsFactory kernel, Repository<E, C, V> repository, Listing<V> listing) {
    this.kernel = kernel;
    this.repository = repository;
    this.listing = listing;
  }

  /** The entity itself, to be changed; not found where it is hidden from the caller. */
  public E required(String id) {
    return repository
        .findByIdOptional(PathId.of(id))
        .filter(entity -> !repository.isHidden(entity))
        .orElseThrow(() -> notFound(id));
  }

  /** The same, locked until the transaction ends. */
  public E requiredLocked(String id) {
    return repository
        .findByIdOptional(PathId.of(id), LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> notFound(id));
  }

  /** Makes sure of another record. */
  public void requireOther(String table, UUID id) {
    if (kernel
        .database
        .one("select 1 from " + table + " where id = ?", row -> true, id)
        .isEmpty()) {
      throw Problems.notFound(table, id);
    }
  }

  /** How an id finds a record. */
  Scope named(UUID id) {
    return Scope.id(listing, id);
  }

  /** The address of the collection. */
  String path() {
    return listing.path();
  }

  /** That there is none of these records under this name. */
  public Problem notFound(String id) {
    return notFound(listing, id);
  }

  static Problem notFound(Listing<?> listing, String id) {
    return Problems.notFound(listing.path().substring(listing.path().lastIndexOf('/') + 1), id);
  }

  /** The instant that it is. */
  public Instant now() {
    return kernel.today.now();
  }

  /** The day that it is. */
  public LocalDate today() {
    return kernel.today.day();
  }
}
