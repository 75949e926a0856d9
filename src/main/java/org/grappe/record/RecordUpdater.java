package org.grappe.record;

import java.util.function.Supplier;
import org.grappe.body.MergePatch;
import org.grappe.problem.Problem;
import org.grappe.query.Listing;
import org.grappe.query.View;

/**
 * The records of a repository as acts change them, and requests a part of one.
 *
 * @param <E> the entity
 * @param <C> what a request writes
 * @param <V> what a reader gets
 */
public abstract class RecordUpdater<E extends StoredRecord<C>, C extends Record, V extends View>
    extends RecordReader<E, C, V> {

  RecordUpdater(RecordsFactory kernel, Repository<E, C, V> repository, Listing<V> listing) {
    super(kernel, repository, listing);
  }

  /** Changes an entity by something other than a request's body; it is written with the flush. */
  public void updateBySystem(E entity, C content) {
    updateBySystem(entity, content, repository.owners(entity));
  }

  /** The same where others than its owners may. */
  public void updateBySystem(E entity, C content, Owners owners) {
    requireChange(entity, owners);
    entity.change(content, now());
  }

  /**
   * The same, written at once, as a reader gets it then.
   *
   * @throws Problem {@code forbidden}
   */
  public V update(E entity, C content) {
    updateBySystem(entity, content);
    repository.flush();
    return view(entity.id());
  }

  /**
   * Lets a record be changed by these only.
   *
   * @throws Problem {@code forbidden}
   */
  public void requireChange(E entity, Owners owners) {
    kernel.rights.requireChange(owners, listing.table(), entity.id());
  }

  /**
   * Makes sure that the caller has read this version of a record, or of a part of it.
   *
   * @throws Problem {@code stale-version}, {@code precondition-required}
   */
  public void requireVersion(long version) {
    kernel.precondition.check(version);
  }

  /**
   * Lets go of what was written, so that writing thousands costs each what it costs one; and of
   * what was only looked at, so that it is not written.
   */
  public void detachAll() {
    repository.getEntityManager().clear();
  }

  /**
   * What a merge patch makes of a part of a record that is changed by itself; the part as it was
   * where it changes nothing.
   *
   * @param answered what a reader gets of the part until now
   */
  public <P extends Record> P patched(
      E entity, P part, Class<P> type, MergePatch patch, Supplier<?> answered) {
    requireChange(entity, repository.owners(entity));
    requireVersion(entity.version());
    return kernel.patches.read(part, type, patch, (before, next) -> next, answered);
  }
}
