package org.grappe.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.grappe.database.Snapshot;
import org.grappe.database.Statements;

/**
 * All rows that a request asks for, to be read when their turn comes: it holds no connection and
 * needs no request.
 *
 * @param <V> what a reader gets
 */
public final class ListExport<V extends View> {
  /** Sources are named for as many rows as have so many bytes. */
  private static final int LONGEST_CHUNK = 1 << 20;

  private final Query<V> query;
  private final boolean ordered;
  private final SourceTitles titles;

  ListExport(Query<V> query, boolean ordered, SourceTitles titles) {
    this.query = query;
    this.ordered = ordered;
    this.titles = titles;
  }

  /**
   * What two requests have in common that ask for the same on the same day: everybody without a
   * credential, and each credential for itself.
   */
  public List<Object> key() {
    return query.key();
  }

  /** What each row becomes. */
  public Class<V> type() {
    return query.listing().rows().type();
  }

  /** How many of them there are that meet a further condition. */
  public long count(Statements in, String condition) {
    Select select = query.count().where(new Fragment(condition));
    return in.all(select.sql(), row -> row.getLong(1), select.args()).get(0);
  }

  /**
   * Hands over the rows of a snapshot in constant memory: sources are named chunk by chunk.
   *
   * @param most after so many it is enough
   * @return how many there were
   */
  public int each(Snapshot in, int most, Consumer<? super V> taker) {
    Select select = ordered ? query.everything() : query.asItComes();
    if (most < Integer.MAX_VALUE) {
      query.limit(select, most);
    }
    int[] count = {0};
    long[] weight = {0};
    List<V> chunk = new ArrayList<>();
    SourceNames[] names = {new SourceNames()};
    Runnable flush =
        () -> {
          names[0].resolve(titles, in);
          chunk.forEach(taker);
          chunk.clear();
          weight[0] = 0;
          names[0] = new SourceNames();
        };
    in.each(
        select.sql(),
        row -> query.listing().rows().read(row, names[0]),
        select.args(),
        (item, bytes) -> {
          chunk.add(item);
          count[0]++;
          weight[0] += bytes;
          if (chunk.size() == PageSize.MOST || weight[0] > LONGEST_CHUNK) {
            flush.run();
          }
        });
    flush.run();
    return count[0];
  }
}
