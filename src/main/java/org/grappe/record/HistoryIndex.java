package org.grappe.record;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.grappe.database.Database;
import org.grappe.database.Replica;

/**
 * Has the index of when history was written summarize what is new, by a timer. The database does so
 * by itself where it has a worker at hand; what it left, whoever looks back would read as a whole.
 */
@ApplicationScoped
class HistoryIndex {
  private static final String SUMMARIZE = "select brin_summarize_new_values('ix_history_at')";

  private final Database database;

  HistoryIndex(Database database) {
    this.database = database;
  }

  @Scheduled(every = "10m", delayed = "1m", skipExecutionIf = Replica.class)
  void summarize() {
    database.all(SUMMARIZE, row -> true, List.of());
  }
}
