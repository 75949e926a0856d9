package org.grappe.record;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.grappe.body.MergePatch;
import org.grappe.problem.Problem;
import org.grappe.query.Page;
import org.grappe.query.PathId;
import org.grappe.query.Scope;
import org.grappe.query.View;

/**
 * A Panache repository whose records are read and written as the contract has it. A feature's
 * repository says whose a record is, and whatever else is particular to it; {@link Records}, which
 * it has, does the rest.
 *
 * @param <E> the entity
 * @param <C> what a request writes
 * @param <V> what a reader gets
 */
public interface Repository<E extends StoredRecord<C>, C extends Record, V extends View>
    extends PanacheRepositoryBase<E, UUID> {

  /** What reads and writes them; made by {@link RecordsFactory}. */
  Records<E, C, V> records();

  /** Whose a record is, which decides who writes it and who reads its history. */
  Owners owners(E entity);

  /** Whose a record is to one who asks what was known of it. */
  default Owners ownersOfPast(E entity) {
    return owners(entity);
  }

  /**
   * Who reads of a record that is there no longer.
   *
   * @param clusters those that it was of when it was written last
   */
  default Owners ownersOfDeleted(List<UUID> clusters) {
    return Owners.any(clusters);
  }

  /** Whose a record is to one who changes no more of it than this. */
  default Owners owners(E entity, MergePatch patch) {
    return owners(entity);
  }

  /** Whether a record that is there is hidden from the caller. */
  default boolean isHidden(E entity) {
    return false;
  }

  /** What a record is today, which is what a patch changes. */
  default C current(E entity) {
    return entity.content();
  }

  /** What is to be stored, so that the record is this today. */
  default C stored(E entity, C next) {
    return next;
  }

  /** What a patch wants, with what is kept of it that no request says. */
  default C completed(C before, C next) {
    return next;
  }

  /** The clusters besides its own in which something changes when it does. */
  default List<UUID> alsoChanged(E entity) {
    return List.of();
  }

  /** What else a record must be before it is written; {@code before} is null for a new one. */
  default void beforeSave(E entity, C before) {}

  /** What else is to be written once the record is; {@code before} is null for a new one. */
  default void afterSave(E entity, C before) {}

  /** The address of the collection that a record stands in. */
  default String path(E entity) {
    return records().path();
  }

  /** The id that the text of an address stands for, also of a record that is deleted. */
  default UUID key(String id) {
    return PathId.of(id);
  }

  /** How the text of an address finds a record. */
  default Scope named(String id) {
    return records().named(PathId.of(id));
  }

  /**
   * The entity itself, to be changed.
   *
   * @throws Problem {@code not-found}
   */
  default E required(String id) {
    return records().required(id);
  }

  /** The page that the request asks for. */
  default Page<V> page() {
    return records().page();
  }

  /** One record as it stands on a day; see {@link RecordReader#one}. */
  default V one(String id, String on, String knownAt) {
    return records().one(id, on, knownAt);
  }

  /** What became of a record; see {@link RecordReader#history}. */
  default Page<HistoryView> history(String id) {
    return records().history(id);
  }

  /** Takes up a new record; answers 201 with it and its address. */
  default Response create(C body) {
    return records().create(body);
  }

  /** Changes a record; see {@link Records#change}. */
  default V change(E entity, MergePatch patch) {
    return records().change(entity, patch);
  }

  /** Removes what was entered by mistake. */
  default void remove(E entity) {
    records().remove(entity);
  }
}
