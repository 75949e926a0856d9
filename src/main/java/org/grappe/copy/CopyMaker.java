package org.grappe.copy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.grappe.database.Database;
import org.grappe.database.Snapshot;
import org.grappe.position.FeedPlaces;
import org.jboss.logging.Logger;

/** Makes answers, each from one snapshot: what has few rows in memory, anything else as a file. */
final class CopyMaker {
  private static final Logger LOG = Logger.getLogger(CopyMaker.class);

  /** So often one is begun anew: things are taken out rarely. */
  private static final int AGAIN = 3;

  private final Database database;
  private final int few;
  private final UnnamedFiles files;
  private final Space space;
  private final Shelf shelf;

  /**
   * Makes what the database shows.
   *
   * @param few no answer of more rows is made in memory
   * @param shelf where the files go
   */
  CopyMaker(Database database, int few, UnnamedFiles files, Space space, Shelf shelf) {
    this.database = database;
    this.few = few;
    this.files = files;
    this.space = space;
    this.shelf = shelf;
  }

  /** The answer; empty where it has too many rows, or does not fit into memory. */
  Optional<Answer> few(Contents contents) {
    try (Bounded bytes = new Bounded()) {
      return database.snapshot(
          snapshot ->
              write(contents, snapshot, few + 1, bytes) > few
                  ? Optional.empty()
                  : Optional.of(
                      ShortAnswer.of(
                          contents.type(),
                          FeedPlaces.ofSnapshot(snapshot, contents.known()),
                          bytes.toByteArray())));
    } catch (Bounded.Full full) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Makes the file, for all who wait for it; anew where something is taken out of the registry
   * meanwhile.
   *
   * @throws org.grappe.problem.Problem {@code unavailable} without space
   */
  void make(Making making) {
    for (int again = 0; ; again++) {
      try {
        makeOnce(making);
        return;
      } catch (TakenOut since) {
        if (again == AGAIN) {
          throw CopyQueue.busy();
        }
      }
    }
  }

  private void makeOnce(Making making) {
    long withdrawals = shelf.withdrawals();
    try (CopyFile file = new CopyFile(files.open(), space)) {
      OutputStream out = new Stoppable(file, () -> check(making, withdrawals));
      database.snapshot(
          snapshot -> {
            making.begun(
                Moment.of(snapshot), FeedPlaces.ofSnapshot(snapshot, making.contents().known()));
            return write(making.contents(), snapshot, Integer.MAX_VALUE, out);
          });
      if (!shelf.put(making, new Copy(making, file.finish()), withdrawals)) {
        throw new TakenOut();
      }
    } catch (IOException | UncheckedIOException full) {
      LOG.warnf("A copy cannot be written: %s", full.getMessage());
      throw Space.full();
    }
  }

  private void check(Making making, long withdrawals) {
    if (making.isAbandoned()) {
      throw new CancellationException();
    }
    if (shelf.withdrawals() != withdrawals) {
      throw new TakenOut();
    }
  }

  /** What is being made has something in it that nobody is to read any more. */
  private static final class TakenOut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static int write(Contents contents, Snapshot snapshot, int most, OutputStream out) {
    try {
      return contents.write(snapshot, most, out);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
