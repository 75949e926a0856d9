package org.grappe.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.grappe.problem.Problem;
import org.grappe.query.Listing;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.View;

/** The past of a repository's records, told to those who may change them. */
final class RecordHistory<E extends StoredRecord<C>, C extends Record, V extends View> {
  private final RecordsFactory kernel;
  private final Repository<E, C, V> repository;
  private final Listing<V> listing;

  RecordHistory(RecordsFactory kernel, Repository<E, C, V> repository, Listing<V> listing) {
    this.kernel = kernel;
    this.repository = repository;
    this.listing = listing;
  }

  /** All writes of a record, oldest first. */
  Page<HistoryView> page(String id) {
    return kernel.histories.page(id(id));
  }

  /** The same with that of those which had its address before it. */
  Page<HistoryView> page(List<UUID> inOrder) {
    id(inOrder.get(inOrder.size() - 1).toString());
    return kernel.histories.page(inOrder);
  }

  /** The same of one that belongs, or has belonged, to another record. */
  Page<HistoryView> page(String id, String column, UUID owner) {
    Page<HistoryView> page = page(id);
    if (!kernel.histories.knows(PathId.of(id), column, owner)) {
      throw notFound(id);
    }
    return page;
  }

  /** The id of a record whose history the caller may read, also of one that is deleted. */
  UUID id(String text) {
    return id(text, repository::owners, LastOwners::clusters);
  }

  /** The same of one of which he may ask what was known. */
  UUID known(String text) {
    return id(text, repository::ownersOfPast, LastOwners::pastReaders);
  }

  private UUID id(String text, Function<E, Owners> owners, DeletedReaders readers) {
    UUID id = repository.key(text);
    Optional<E> entity = repository.findByIdOptional(id).filter(one -> !repository.isHidden(one));
    if (entity.isPresent()) {
      kernel.historyRights.require(owners.apply(entity.get()), listing.table(), id);
    } else if (!kernel.historyRights.mayReadOfDeleted(
            () -> repository.ownersOfDeleted(readers.of(kernel.lastOwners, listing.table(), id)),
            listing.table(),
            id)
        || !kernel.histories.knows(listing.table(), id)) {
      throw notFound(text);
    }
    return id;
  }

  /** The clusters whose editors read of a record that is there no longer. */
  private interface DeletedReaders {
    List<UUID> of(LastOwners owners, String table, UUID id);
  }

  private Problem notFound(String id) {
    return RecordFinder.notFound(listing, id);
  }
}
