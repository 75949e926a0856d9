package org.grappe.record;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Supplier;
import org.grappe.body.MergePatch;
import org.grappe.problem.Problem;
import org.grappe.query.Listing;
import org.grappe.query.View;

/**
 * The records of a repository, read and written: with rights and signature, versions and
 * preconditions, merge patches.
 *
 * @param <E> the entity
 * @param <C> what a request writes
 * @param <V> what a reader gets
 */
public final class Records<E extends StoredRecord<C>, C extends Record, V extends View>
    extends RecordReader<E, C, V> {
  private final Supplier<E> blank;
  private final Class<C> content;

  Records(
      RecordsFactory kernel,
      Repository<E, C, V> repository,
      Supplier<E> blank,
      Class<C> content,
      Listing<V> listing) {
    super(kernel, repository, listing);
    this.blank = blank;
    this.content = content;
  }

  /** Takes up a new record; answers 201 with it and its address. */
  public Response create(C body) {
    return create(blank.get(), body);
  }

  /** The same for an entity that knows its owner. */
  public Response create(E entity, C body) {
    entity.create(kernel.ids.next(), body, now());
    kernel.rights.requireCreate(repository.owners(entity), listing.table(), entity.id());
    repository.beforeSave(entity, null);
    repository.persistAndFlush(entity);
    repository.afterSave(entity, null);
    return Response.created(URI.create("/api/v1" + repository.path(entity) + "/" + entity.id()))
        .entity(view(entity.id()))
        .build();
  }

  /**
   * Changes a record by a merge patch; one that changes nothing leaves the version that there is.
   * Who moves it from one cluster to another must be an editor of both.
   *
   * @throws Problem {@code forbidden}, {@code stale-version}, {@code precondition-required}, {@code
   *     validation-failed}
   */
  public V change(E entity, MergePatch patch) {
    requireChange(entity, repository.owners(entity, patch));
    kernel.locks.share(repository.alsoChanged(entity));
    requireVersion(entity.version());
    C before = repository.current(entity);
    C next =
        kernel.patches.read(before, content, patch, repository::completed, () -> view(entity.id()));
    if (next.equals(before)) {
      detachAll();
      return view(entity.id());
    }
    entity.change(repository.stored(entity, next), now());
    kernel.rights.requireCreate(repository.owners(entity, patch));
    repository.beforeSave(entity, before);
    repository.flush();
    repository.afterSave(entity, before);
    return view(entity.id());
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

  /** Removes what was entered by mistake. */
  public void remove(E entity) {
    requireChange(entity, repository.owners(entity));
    requireVersion(entity.version());
    repository.delete(entity);
    repository.flush();
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
}
