package org.grappe.shared.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.grappe.shared.Documents;
import org.grappe.shared.Ids;
import org.grappe.shared.Slugs;
import org.grappe.shared.Today;
import org.grappe.shared.problem.Faults;
import org.grappe.shared.problem.Problem;
import org.grappe.shared.problem.Problems;
import org.grappe.shared.read.Database;
import org.grappe.shared.read.Listing;
import org.grappe.shared.read.Page;
import org.grappe.shared.read.Reader;
import org.grappe.shared.read.Scope;
import org.grappe.shared.read.View;

/**
 * A collection of records: what a Panache repository does, and what the contract asks of every
 * collection. A feature's repository says what is particular to it.
 *
 * @param <E> the entity
 * @param <C> what a request writes
 * @param <V> what a reader gets
 */
public abstract class Register<E extends Entry<C>, C extends Record, V extends View>
    implements PanacheRepositoryBase<E, UUID> {
  private final Supplier<E> blank;
  private final Class<C> content;
  private final Listing<V> listing;
  @Inject protected Database database;
  @Inject Reader reader;
  @Inject Ids ids;
  @Inject Today today;
  @Inject BodyChecks checks;
  @Inject Precondition precondition;

  /**
   * A collection.
   *
   * @param blank makes an entity to be filled by {@link Entry#write}
   */
  protected Register(Supplier<E> blank, Class<C> content, Listing<V> listing) {
    this.blank = blank;
    this.content = content;
    this.listing = listing;
  }

  /** What is particular to taking up a record, before it is written; it may change others. */
  protected void admit(E entry, C before) {}

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
   * @throws Problem {@code not-found}
   */
  public V one(String id, String on) {
    return seek(id, on).orElseThrow(() -> Problems.notFound(noun(), id));
  }

  /** The same where there may be none. */
  protected Optional<V> seek(String id, String on) {
    return reader.one(listing, named(id), reader.day(on));
  }

  /** How the text of an address finds a record. */
  protected Scope named(String id) {
    return Scope.id(listing, Slugs.pathId(id));
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
    enter(entry, body);
    return Response.created(URI.create("/api/v1" + path(entry) + "/" + entry.id()))
        .entity(view(entry.id()))
        .build();
  }

  /** Takes up a new record for a process that answers something else. */
  public E enter(C body) {
    return enter(blank.get(), body);
  }

  private E enter(E entry, C body) {
    entry.enter(ids.next(), body, today.now());
    admit(entry, null);
    persistAndFlush(entry);
    return entry;
  }

  /** The address of the collection that an entry stands in. */
  protected String path(E entry) {
    return listing.path();
  }

  /**
   * Changes a record by a merge patch.
   *
   * @throws Problem {@code stale-version}, {@code precondition-required}, {@code validation-failed}
   */
  public V change(E entry, MergePatch patch) {
    precondition.check(entry.version());
    C before = entry.content();
    Faults faults = new Faults();
    new Shape(null, faults).refuseUnknown(patch.patch(), content, "");
    ObjectNode merged = patch.applyTo(Documents.MAPPER.valueToTree(before));
    entry.change(checks.read(merged, content, faults), today.now());
    admit(entry, before);
    flush();
    return view(entry.id());
  }

  /** Removes what was entered by mistake. */
  public void remove(E entry) {
    precondition.check(entry.version());
    delete(entry);
    flush();
  }

  /**
   * The entity itself, to be changed.
   *
   * @throws Problem {@code not-found}
   */
  public E required(String id) {
    UUID key = Slugs.pathId(id);
    return findByIdOptional(key).orElseThrow(() -> Problems.notFound(noun(), id));
  }

  /** Marks an entry as changed now by something other than a request's body. */
  protected void touch(E entry, C content) {
    entry.change(content, today.now());
  }

  /** A record just written, as it stands today. */
  protected V view(UUID id) {
    return reader.one(listing, Scope.id(listing, id), today.day()).orElseThrow();
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

  /** The instant that it is. */
  protected Instant now() {
    return today.now();
  }

  /** The day that it is. */
  protected LocalDate today() {
    return today.day();
  }

  /** What the records are called, by their collection. */
  protected String noun() {
    return listing.path().substring(listing.path().lastIndexOf('/') + 1);
  }
}
