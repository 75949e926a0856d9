package org.grappe.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The PostgreSQL server on a data directory, whoever started it: this service, or one that was
 * killed and left it behind. It is told by the programs of the data directory that it runs from,
 * since after a restart of the machine its process number may be another's.
 */
final class Postmaster {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final DataDirectory directory;

  Postmaster(DataDirectory directory) {
    this.directory = directory;
  }

  /** Ends it with all its processes; does nothing where none runs. */
  void stop() throws IOException {
    Optional<ProcessHandle> noted = noted();
    Optional<Path> program = noted.flatMap(Postmaster::program);
    if (program.isPresent() && isOurs(program.get())) {
      shutDown(program.get().resolveSibling("pg_ctl"));
    } else if (program.isPresent()) {
      Files.delete(note());
    }
    endStragglers();
  }

  private Path note() {
    return directory.cluster().resolve("postmaster.pid");
  }

  /** The process whose number the server left in its directory. */
  private Optional<ProcessHandle> noted() throws IOException {
    if (Files.notExists(note())) {
      return Optional.empty();
    }
    return Files.readAllLines(note()).stream()
        .limit(1)
        .map(String::strip)
        .filter(line -> line.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .findFirst()
        .flatMap(ProcessHandle::of);
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
    CompletableFuture<?>[] ended;
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      ended =
          all.filter(process -> program(process).filter(this::isOurs).isPresent())
              .filter(ProcessHandle::destroyForcibly)
              .map(ProcessHandle::onExit)
              .toArray(CompletableFuture<?>[]::new);
    }
    CompletableFuture.allOf(ended).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }
}
