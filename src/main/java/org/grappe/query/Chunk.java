package org.grappe.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.grappe.database.Snapshot;

/** Rows on their way into an answer: for some at a time the sources that they cite are named. */
final class Chunk<V extends View> {
  /** Sources are named for as many rows as have so many bytes. */
  private static final int LONGEST = 1 << 20;

  private final Rows<V> rows;
  private final Naming naming;
  private final Snapshot in;
  private final Consumer<? super V> taker;
  private final List<V> items = new ArrayList<>();
  private ReferenceNames names;
  private long weight;
  private int count;

  Chunk(Rows<V> rows, Naming naming, Snapshot in, Consumer<? super V> taker) {
    this.rows = rows;
    this.naming = naming;
    this.names = naming.begin();
    this.in = in;
    this.taker = taker;
  }

  /** Takes all rows of a statement. */
  void take(Select select) {
    in.each(select.sql(), this::read, select.args(), this::add);
  }

  private V read(ResultSet row) throws SQLException {
    return rows.read(row, names);
  }

  private void add(V item, int bytes) {
    items.add(item);
    count++;
    weight += bytes;
    if (items.size() == PageSize.MOST || weight > LONGEST) {
      handOver();
    }
  }

  /** Hands over what there is. */
  void handOver() {
    names.resolve(in);
    items.forEach(taker);
    items.clear();
    weight = 0;
    names = naming.begin();
  }

  /** How many rows there were. */
  int count() {
    return count;
  }
}
