package org.grappe.imports;

import java.io.InputStream;
import org.grappe.config.Today;
import org.grappe.database.Database;
import org.grappe.table.Cells;
import org.grappe.table.FaultLog;
import org.grappe.table.Header;
import org.grappe.table.ImportReport;
import org.grappe.table.TableColumn;
import org.grappe.table.TableReader;

/**
 * How a table is taken up: its lines go to the database, where they are compared and entered as
 * sets. Memory holds one stretch of them, and of the faults what a report can hold.
 */
final class TableSteps<C extends Enum<C> & TableColumn> implements ImportSteps<ImportReport> {
  private static final int STRETCH = 1000;

  private final TableLines<C> lines;
  private final ImportOrder order;
  private final Claims claims;
  private final Today today;
  private final StagedLines staged;
  private final FaultLog faults = new FaultLog();
  private Header<C> header;
  private LineCounts counts;

  TableSteps(
      TableLines<C> lines, ImportOrder order, Database database, Claims claims, Today today) {
    this.lines = lines;
    this.order = order;
    this.claims = claims;
    this.today = today;
    this.staged = new StagedLines(database, lines.table());
  }

  @Override
  public void read(InputStream file, Progress progress) {
    new TableReader<>(file, lines.table().columns())
        .read(
            found -> {
              header = found;
              found.faults().forEach(faults::add);
            },
            cells -> {
              take(cells);
              if (staged.waiting() == STRETCH) {
                load(progress);
              }
            });
    load(progress);
  }

  private void take(Cells<C> cells) {
    Object[] kept = lines.read(cells, order);
    staged.add(cells, kept);
    cells.faults().forEach(faults::add);
  }

  private void load(Progress progress) {
    staged.load();
    progress.tell(lines(), 0, leftOut());
  }

  @Override
  public long lines() {
    return staged.count();
  }

  @Override
  public long leftOut() {
    return counts == null ? staged.blocked() : counts.leftOut();
  }

  @Override
  public void compare() {
    lines.requireRights();
    if (!order.dryRun()) {
      claims.hold(order, lines.claims());
      lines.hold();
    }
    counts = lines.compare();
  }

  @Override
  public int stretch() {
    return STRETCH;
  }

  @Override
  public void judge(long from, long until) {
    lines.findings(header, from, until).forEach(faults::add);
  }

  @Override
  public ImportReport report() {
    ImportReport report =
        lines.report(
            new ImportReport(lines(), counts.made(), counts.unchanged(), counts.leftOut(), faults));
    if (!order.dryRun() && !order.partial() && counts.leftOut() > 0) {
      throw new Refused(report);
    }
    return report;
  }

  @Override
  public long enter(long from, long until) {
    long made = counts.made() == 0 ? 0 : makeLines(from, until);
    if (until >= lines()) {
      lines.afterEntering(today.now());
    }
    return made;
  }

  private long makeLines(long from, long until) {
    if (from == 0) {
      lines.beforeEntering(today.now());
    }
    return lines.enter(from, until, today.now());
  }
}
