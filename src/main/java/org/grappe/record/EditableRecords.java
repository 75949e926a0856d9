package org.grappe.record;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.grappe.body.AsAnswered;
import org.grappe.body.BodyBinder;
import org.grappe.body.BodyChecks;
import org.grappe.body.MergePatch;
import org.grappe.problem.Problem;
import org.grappe.query.Listing;
import org.grappe.query.View;
import org.grappe.value.Documents;
import org.grappe.value.Ids;
import org.grappe.value.Violations;

/**
 * A collection of records: what a Panache repository does, and what the contract asks of every
 * collection. A feature's repository says what is particular to it.
 *
 * @param <E> the entity
 * @param <C> what a request writes
 * @param <V> what a reader gets
 */
public abstract class EditableRecords<E extends StoredRecord<C>, C extends Record, V extends View>
    extends Records<E, V> {
  private final Supplier<E> blank;
  private final Class<C> content;
  @Inject Ids ids;
  @Inject BodyChecks checks;
  @Inject Precondition precondition;
  @Inject protected ClusterLocks locks;

  /**
   * A collection.
   *
   * @param blank makes an entity to be filled by {@link StoredRecord#write}
   */
  protected EditableRecords(Supplier<E> blank, Class<C> content, Listing<V> listing) {
    super(listing);
    this.blank = blank;
    this.content = content;
  }

  /** What is particular to taking up a record, before it is written; it may change others. */
  protected void beforeSave(E entry, C before) {}

  /** What else is to be written once the record is; {@code before} is null for a new one. */
  protected void afterSave(E entry, C before) {}

  /** The clusters besides its own in which something changes when it does. */
  protected List<UUID> alsoChanged(E entry) {
    return List.of();
  }

  /** Whose a record is to one who changes no more of it than this. */
  protected Owners owners(E entry, MergePatch patch) {
    return owners(entry);
  }

  /** What a patch wants, with what is kept of it that no request says. */
  protected C completed(C before, C next) {
    return next;
  }

  /** Takes up a new record; answers 201 with it and its address. */
  public Response create(C body) {
    return create(blank.get(), body);
  }

  /** An entity to be filled. */
  protected E blank() {
    return blank.get();
  }

  /** The same for an entity that knows its owner. */
  protected Response create(E entry, C body) {
    insert(entry, body);
    return Response.created(URI.create("/api/v1" + path(entry) + "/" + entry.id()))
        .entity(view(entry.id()))
        .build();
  }

  /** Writes a new record. */
  private void insert(E entry, C body) {
    entry.create(ids.next(), body, today.now());
    rights.requireCreate(owners(entry), listing.table(), entry.id());
    beforeSave(entry, null);
    persistAndFlush(entry);
    afterSave(entry, null);
  }

  /** The address of the collection that an entry stands in. */
  protected String path(E entry) {
    return listing.path();
  }

  /**
   * Changes a record by a merge patch; one that changes nothing leaves the version that there is.
   * Who moves it from one cluster to another must be an editor of both.
   *
   * @throws Problem {@code forbidden}, {@code stale-version}, {@code precondition-required}, {@code
   *     validation-failed}
   */
  public V change(E entry, MergePatch patch) {
    rights.requireChange(owners(entry, patch), listing.table(), entry.id());
    locks.share(alsoChanged(entry));
    precondition.check(entry.version());
    C before = entry.content();
    C next = merged(before, content, patch, () -> view(entry.id()), this::completed);
    if (next.equals(before)) {
      detachAll();
      return view(entry.id());
    }
    entry.change(next, today.now());
    rights.requireCreate(owners(entry, patch));
    beforeSave(entry, before);
    flush();
    afterSave(entry, before);
    return view(entry.id());
  }

  /**
   * What a merge patch makes of a part of a record that is changed by itself; the part as it was
   * where it changes nothing.
   *
   * @param answered what a reader gets of the part until now
   */
  protected <P extends Record> P patched(
      E entry, P part, Class<P> type, MergePatch patch, Supplier<?> answered) {
    rights.requireChange(owners(entry), listing.table(), entry.id());
    precondition.check(entry.version());
    return merged(part, type, patch, answered, (before, next) -> next);
  }

  /** What the patch makes of it, or the very same where that says nothing new. */
  private <P extends Record> P merged(
      P part, Class<P> type, MergePatch patch, Supplier<?> answered, BinaryOperator<P> completed) {
    Violations violations = new Violations();
    new BodyBinder(null, violations).refuseUnknown(patch.patch(), type, "");
    P read = checks.read(patch.applyTo(Documents.MAPPER.valueToTree(part)), type, violations);
    P next = completed.apply(part, read);
    return AsAnswered.repeats(patch, part, next, answered) ? part : next;
  }

  /** Removes what was entered by mistake. */
  public void remove(E entry) {
    rights.requireChange(owners(entry), listing.table(), entry.id());
    precondition.check(entry.version());
    delete(entry);
    flush();
  }

  /** Changes an entry by something other than a request's body; it is written with the flush. */
  protected void updateBySystem(E entry, C content) {
    updateBySystem(entry, content, owners(entry));
  }

  /** The same where others than its owners may. */
  protected void updateBySystem(E entry, C content, Owners owners) {
    rights.requireChange(owners, listing.table(), entry.id());
    entry.change(content, today.now());
  }

  /**
   * Makes sure that the caller has read this version of a part that is changed by itself.
   *
   * @throws Problem {@code stale-version}, {@code precondition-required}
   */
  protected void requireVersion(long version) {
    precondition.check(version);
  }

  /**
   * Lets go of what was written, so that writing thousands costs each what it costs one; and of
   * what was only looked at, so that it is not written.
   */
  public void detachAll() {
    getEntityManager().clear();
  }

  /** The instant that it is. */
  protected Instant now() {
    return today.now();
  }

  /** The day that it is. */
  protected LocalDate today() {
    return today.day();
  }
}
