package org.grappe.copy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.grappe.config.GrappeConfig;
import org.grappe.database.Database;
import org.grappe.database.Snapshot;
import org.jboss.logging.Logger;

/**
 * Makes answers. What has few rows is made at once and kept nowhere. Everything else is made in its
 * turn into a file, which serves until anything at all is committed: a mark that is equal says that
 * the database shows what it showed.
 */
@ApplicationScoped
public class Copies {
  private static final Logger LOG = Logger.getLogger(Copies.class);

  private final Database database;
  private final int few;
  private final Path directory;
  private final Shelf shelf = new Shelf();
  private final Space space;
  private final CopyQueue line;
  private final Beginnings beginnings;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Copies::thread);

  Copies(
      Database database,
      GrappeConfig config,
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
    this.database = database;
    this.few = config.copies().rows();
    this.directory = Path.of(config.copies().dir().orElse(System.getProperty("java.io.tmpdir")));
    this.space = new Space(config.copies().space().asLongValue(), shelf);
    // makers leave connections to everybody else
    int makers = connections < 4 ? 1 : 2;
    this.beginnings = new Beginnings(Math.max(1, connections / 6));
    this.line = new CopyQueue(makers, config.copies().line(), this::make, clock);
  }

  static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "copies");
    thread.setDaemon(true);
    return thread;
  }

  void start(@Observes StartupEvent started) throws IOException {
    Files.createDirectories(directory);
    // only a system that does not take the name of an open file away leaves any behind
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(directory, CopyFile.PREFIX + "*" + CopyFile.SUFFIX)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
    var unused = clock.scheduleWithFixedDelay(shelf::tidy, 1, 1, TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent stopped) {
    clock.shutdownNow();
    beginnings.stop();
    line.stop();
    shelf.withdraw();
  }

  /** What was taken out of the registry is not read in a file either. */
  void withdraw(@Observes(during = TransactionPhase.AFTER_SUCCESS) Withdrawn what) {
    shelf.withdraw();
  }

  /**
   * The answer, now or in its turn. Whoever goes before cancels it.
   *
   * @param wanted whether its bytes are asked for: without, what takes long is not made
   */
  public CompletableFuture<Answer> of(Contents contents, boolean wanted) {
    return beginnings.begin(() -> begin(contents, wanted));
  }

  private CompletableFuture<Answer> begin(Contents contents, boolean wanted) {
    List<Object> key = Stream.concat(Stream.of(contents.type()), contents.key().stream()).toList();
    if (shelf.has(key) || line.has(key)) {
      Optional<String> now = database.mark();
      Optional<CompletableFuture<Answer>> made =
          line.join(key, now)
              .or(
                  () ->
                      now.flatMap(mark -> shelf.hold(key, mark))
                          .map(CompletableFuture::completedFuture));
      if (made.isPresent()) {
        return made.get();
      }
    }
    Optional<Answer> few = few(contents);
    if (few.isPresent() || !wanted) {
      return CompletableFuture.completedFuture(
          few.orElseGet(() -> ShortAnswer.unmade(contents.type())));
    }
    return line.join(contents, key);
  }

  /** How many files there are. */
  int files() {
    return shelf.size();
  }

  private Optional<Answer> few(Contents contents) {
    try (Bounded bytes = new Bounded()) {
      int rows = database.snapshot(snapshot -> write(contents, snapshot, few + 1, bytes));
      return rows > few
          ? Optional.empty()
          : Optional.of(ShortAnswer.of(contents.type(), bytes.toByteArray()));
    } catch (Bounded.Full full) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void make(Making making) {
    long withdrawals = shelf.withdrawals();
    try (CopyFile file = new CopyFile(directory, space)) {
      OutputStream out = new Stoppable(file, () -> check(making, withdrawals));
      database.snapshot(
          snapshot -> {
            making.begun(snapshot.mark());
            return write(making.contents(), snapshot, Integer.MAX_VALUE, out);
          });
      file.finish();
      shelf.put(making, new Copy(making, file, space), withdrawals);
    } catch (IOException | UncheckedIOException full) {
      LOG.warnf("A copy cannot be written to %s: %s", directory, full.getMessage());
      throw Space.full();
    }
  }

  private void check(Making making, long withdrawals) {
    if (making.isAbandoned()) {
      throw new CancellationException();
    }
    if (shelf.withdrawals() != withdrawals) {
      throw CopyQueue.busy();
    }
  }

  private static int write(Contents contents, Snapshot snapshot, int most, OutputStream out) {
    try {
      return contents.write(snapshot, most, out);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
