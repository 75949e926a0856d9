package org.grappe.imports;

import java.util.UUID;
import java.util.function.IntConsumer;
import org.grappe.table.ImportReport;

/** A long file that waits or is under way, and how far it is. */
final class ImportJob implements Progress {
  private final UUID id;
  private final ImportKind<ImportReport> kind;
  private final ImportFile file;
  private final ImportOrder order;
  private final Sender sender;
  private long lines;
  private long made;
  private long leftOut;
  private int backend;
  private boolean isCancelled;

  /** How far it is. */
  record State(long lines, long made, long leftOut) {}

  ImportJob(
      UUID id, ImportKind<ImportReport> kind, ImportFile file, ImportOrder order, Sender sender) {
    this.id = id;
    this.kind = kind;
    this.file = file;
    this.order = order;
    this.sender = sender;
  }

  UUID id() {
    return id;
  }

  ImportKind<ImportReport> kind() {
    return kind;
  }

  ImportFile file() {
    return file;
  }

  ImportOrder order() {
    return order;
  }

  Sender sender() {
    return sender;
  }

  String caller() {
    return sender.caller();
  }

  @Override
  public synchronized void tell(long readLines, long madeRecords, long leftOutLines) {
    if (isCancelled || Thread.currentThread().isInterrupted()) {
      throw new Cancelled();
    }
    lines = readLines;
    made = madeRecords;
    leftOut = leftOutLines;
  }

  synchronized State state() {
    return new State(lines, made, leftOut);
  }

  /**
   * Which of the database's processes serves it from now on; 0 where none does, to be told before
   * that process may serve somebody else.
   */
  synchronized void servedBy(int process) {
    backend = process;
  }

  /** Has the statement broken off that serves it now, if any does. */
  synchronized void breakOff(IntConsumer breaker) {
    if (backend != 0) {
      breaker.accept(backend);
    }
  }

  synchronized void cancel() {
    isCancelled = true;
  }

  synchronized boolean isCancelled() {
    return isCancelled;
  }
}
