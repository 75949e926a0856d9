package org.grappe.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.grappe.database.Snapshot;

/**
 * All rows that a request asks for, to be read when their turn comes: it holds no connection and
 * needs no request.
 *
 * @param <V> what a reader gets
 */
public final class ListExport<V extends View> {
  /** So many rows are told of by one statement. */
  private static final int PORTION = 500;

  private final Query<V> query;
  private final boolean ordered;
  private final Naming naming;

  ListExport(Query<V> query, boolean ordered, Naming naming) {
    this.query = query;
    this.ordered = ordered;
    this.naming = naming;
  }

  /**
   * What two requests have in common that ask for the same on the same day: everybody without a
   * credential, and each credential for itself.
   */
  public List<Object> key() {
    return query.key();
  }

  /** The day for which it is told. */
  public LocalDate day() {
    return query.day();
  }

  /** The instant as of which the registry is told; absent where it is told as it is. */
  public Optional<Instant> known() {
    return query.request().known;
  }

  /** What is told of each row; all of it where nothing is named. */
  public Optional<Fields> fields() {
    return query.request().fields;
  }

  /** How it is written as CSV. */
  public CsvDialect dialect() {
    return query.request().dialect;
  }

  /** What each row becomes. */
  public Class<V> type() {
    return query.listing().rows().type();
  }

  /** How many of them there are that meet a further condition. */
  public long count(Snapshot in, String condition) {
    query.request().known.ifPresent(in::lookBack);
    Select select = new RowsQuery(query).count().where(new Fragment(condition));
    return in.all(select.sql(), row -> row.getLong(1), select.args()).get(0);
  }

  /**
   * Hands over the rows of a snapshot in constant memory: sources are named chunk by chunk. Where
   * much is told of each, the ids alone are put in order, and what is told is joined to a portion
   * of them at a time.
   *
   * @param most after so many it is enough
   * @return how many there were
   */
  public int each(Snapshot in, int most, Consumer<? super V> taker) {
    query.request().known.ifPresent(in::lookBack);
    Chunk<V> chunk = new Chunk<>(query.listing().rows(), naming, in, taker);
    if (query.listing().selection().isCut()
        && (!query.listing().isDirect() || (ordered && query.order().isDated()))) {
      portions(in, most, chunk);
    } else {
      chunk.take(new ExportQuery(query, ordered).all(most));
    }
    chunk.handOver();
    return chunk.count();
  }

  private void portions(Snapshot in, int most, Chunk<V> chunk) {
    ExportQuery export = new ExportQuery(query, ordered);
    Select select = export.ids(most);
    List<UUID> ids = new ArrayList<>();
    in.each(
        select.sql(),
        row -> row.getObject(1, UUID.class),
        select.args(),
        (id, bytes) -> {
          ids.add(id);
          if (ids.size() == PORTION) {
            chunk.take(export.told(ids));
            ids.clear();
          }
        });
    if (!ids.isEmpty()) {
      chunk.take(export.told(ids));
    }
  }
}
