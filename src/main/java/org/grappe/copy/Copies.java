package org.grappe.copy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.grappe.config.GrappeConfig;
import org.grappe.database.Database;
import org.grappe.position.Positions;
import org.jboss.logging.Logger;

/**
 * Makes answers. What has few rows is made at once and kept nowhere. Everything else is made in its
 * turn into a file, which serves until any record is written: a moment that is equal says that the
 * database shows what it showed.
 */
@ApplicationScoped
public class Copies {
  private static final Logger LOG = Logger.getLogger(Copies.class);
  private static final int LOOK_MILLIS = 250;
  private final Database database;
  private final Positions positions;
  private final Shelf shelf = new Shelf();
  private final UnnamedFiles files;
  private final CopyMaker maker;
  private final CopyQueue line;
  private final Beginnings beginnings;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Copies::thread);

  Copies(
      Database database,
      Positions positions,
      GrappeConfig config,
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
    this.database = database;
    this.positions = positions;
    this.files =
        new UnnamedFiles(
            Path.of(config.copies().dir().orElse(System.getProperty("java.io.tmpdir"))),
            "grappe-copy-");
    this.maker =
        new CopyMaker(
            database,
            config.copies().rows(),
            files,
            new Space(config.copies().space().asLongValue(), shelf),
            shelf);
    // makers leave connections to everybody else
    int makers = connections < 4 ? 1 : 2;
    this.beginnings = new Beginnings(Math.max(1, connections / 6));
    this.line = new CopyQueue(makers, config.copies().line(), maker::make, clock);
  }

  static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "copies");
    thread.setDaemon(true);
    return thread;
  }

  void start(@Observes StartupEvent started) throws IOException {
    files.prepare();
    var unusedTidy = clock.scheduleWithFixedDelay(this::tidy, 1, 1, TimeUnit.MINUTES);
    var unusedLook =
        clock.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
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

  private void tidy() {
    try {
      shelf.tidy();
    } catch (Throwable failed) {
      LOG.warn("what nobody reads could not be let go", failed);
    }
  }

  /** Whether another instance has taken anything out; asked only while there are files. */
  private void look() {
    try {
      if (shelf.size() > 0) {
        shelf.withdrawBefore(Moment.of(database).withdrawals());
      }
    } catch (Throwable failed) {
      // what escapes would end all looks
      LOG.debug("whether anything was taken out is not known", failed);
    }
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
      positions.settled();
      Optional<String> now = Moment.of(database).mark();
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
    Optional<Answer> few = maker.few(contents);
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
}
