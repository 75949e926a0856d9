package org.grappe.record;

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
    return id(text, repository::owners);
  }

  /** The same of one of which he may ask what was known. */
  UUID known(String text) {
    return id(text, repository::ownersOfPast);
  }

  private UUID id(String text, Function<E, Owners> owners) {
    UUID id = repository.key(text);
    Optional<E> entity = repository.findByIdOptional(id).filter(one -> !repository.isHidden(one));
    if (entity.isPresent()) {
      kernel.historyRights.require(owners.apply(entity.get()), listing.table(), id);
    } else if (!kernel.historyRights.mayReadOfDeleted()
        || !kernel.histories.knows(listing.table(), id)) {
      throw notFound(text);
    }
    return id;
  }

  private Problem notFound(String id) {
    return RecordFinder.notFound(listing, id);
  }
}
