package org.grappe.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The PostgreSQL server on a data directory, whoever started it: this service, or one that was
 * killed and left it behind. It is told by the programs of the data directory that it runs from,
 * since after a restart of the machine its process number may be another's.
 */
final class Postmaster {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private final DataDirectory directory;

  Postmaster(DataDirectory directory) {
    this.directory = directory;
  }

  /** Ends it with all its processes; does nothing where none runs. */
  void stop() throws IOException {
    Optional<Path> program = noted().flatMap(Postmaster::program).filter(this::isOurs);
    if (program.isPresent()) {
      shutDown(program.get().resolveSibling("pg_ctl"));
    }
    endStragglers();
    // else PostgreSQL takes another process of the noted number, or a dead one, for its server
    Files.deleteIfExists(note());
  }

  private Path note() {
    return directory.cluster().resolve("postmaster.pid");
  }

  /** The process whose number the server left in its directory. */
  private Optional<ProcessHandle> noted() throws IOException {
    try (Stream<String> lines = Files.lines(note())) {
      return lines
          .limit(1)
          .map(String::strip)
          .filter(line -> line.matches("\\d{1,18}"))
          .map(Long::valueOf)
          .findFirst()
          .flatMap(ProcessHandle::of);
    } catch (NoSuchFileException noServer) {
      return Optional.empty();
    }
  }

  private static Optional<Path> program(ProcessHandle process) {
    return process.info().command().map(Path::of);
  }

  private boolean isOurs(Path program) {
    return program.startsWith(directory.programs());
  }

  /** As quickly as is safe: open connections are cut, and what was committed is written. */
  private void shutDown(Path pgCtl) throws IOException {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(List.of(pgCtl.toString(), "stop", "-D", directory.cluster().toString()));
    command.addAll(List.of("-m", "fast", "-w", "-t", Long.toString(PATIENCE.toSeconds())));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(directory.log().toFile()))
            .start();
    process.onExit().orTimeout(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** What still runs from our programs belongs to a server that is no more. */
  private void endStragglers() {
    Instant end = Instant.now().plus(PATIENCE);
    List<ProcessHandle> stragglers = running();
    while (!stragglers.isEmpty() && Instant.now().isBefore(end)) {
      stragglers.forEach(ProcessHandle::destroyForcibly);
      LockSupport.parkNanos(PAUSE.toNanos());
      stragglers = running();
    }
  }

  private List<ProcessHandle> running() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(one -> program(one).filter(this::isOurs).isPresent()).toList();
    }
  }
}
