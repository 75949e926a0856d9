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
    extends RecordUpdater<E, C, V> {
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

  /** Removes what was entered by mistake. */
  public void remove(E entity) {
    requireChange(entity, repository.owners(entity));
    requireVersion(entity.version());
    repository.delete(entity);
    repository.flush();
  }
}
