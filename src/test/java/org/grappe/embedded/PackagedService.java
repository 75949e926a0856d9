package org.grappe.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as it is packaged, in a process and a directory of its own, on a free port. */
final class PackagedService implements AutoCloseable {
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
  private static final Pattern READY = Pattern.compile("Grappe listens on (\\S+)");
  private static final Pattern MANAGEMENT = Pattern.compile("health +(\\S+)/q/health/ready");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private final Path directory;
  private final Process process;

  private PackagedService(Path directory, Process process) {
    this.directory = directory;
    this.process = process;
  }

  /** Starts it in this directory, where nothing but this environment configures it. */
  static PackagedService in(Path directory, Map<String, String> environment) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        // it lives for seconds: what it runs is hardly worth the best compiler
        new ProcessBuilder(
                java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR.toString())
            .directory(directory.toFile())
            .redirectOutput(directory.resolve("stdout").toFile())
            .redirectError(directory.resolve("stderr").toFile());
    Map<String, String> all = builder.environment();
    all.keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("GRAPPE_"));
    all.put("LC_ALL", "C.UTF-8");
    all.put("QUARKUS_HTTP_PORT", "0");
    all.put("QUARKUS_MANAGEMENT_PORT", "0");
    all.putAll(environment);
    return new PackagedService(directory, builder.start());
  }

  /** Starts it with the database that it brings itself and waits until it answers. */
  static PackagedService ready(Path directory) throws IOException, InterruptedException {
    return ready(directory, Map.of());
  }

  /** The same in this environment; a new directory gets the data that a first start makes. */
  static PackagedService ready(Path directory, Map<String, String> environment)
      throws IOException, InterruptedException {
    if (Files.notExists(directory.resolve("data"))) {
      FirstStart.copied(directory);
    }
    return in(directory, environment).ready();
  }

  /** Waits until the service has said the last words of its start. */
  PackagedService ready() throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!READY.matcher(output()).find()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        close();
        throw new AssertionError("not started: " + output() + errors());
      }
      Thread.sleep(50);
    }
    return this;
  }

  String output() throws IOException {
    return Files.readString(directory.resolve("stdout"));
  }

  /** Both, for a message of a test that has failed. */
  String logged() {
    try {
      return output() + errors();
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  String errors() throws IOException {
    return Files.readString(directory.resolve("stderr"));
  }

  /** Where it keeps what it keeps. */
  Path data() {
    return directory.resolve("data");
  }

  /** What is in a file of its data directory: {@code admin-key}, {@code postgresql-password}. */
  String secret(String file) throws IOException {
    return Files.readString(data().resolve(file)).strip();
  }

  /** The address of the API, as the service itself tells it. */
  String api() throws IOException {
    Matcher ready = READY.matcher(output());
    if (!ready.find()) {
      throw new IllegalStateException("not ready");
    }
    return ready.group(1);
  }

  /** Where it tells health and metrics, as the service itself says. */
  String management() throws IOException {
    Matcher told = MANAGEMENT.matcher(output());
    if (!told.find()) {
      throw new IllegalStateException("not ready");
    }
    return told.group(1);
  }

  /** The processes of its database, also those that have outlived it. */
  List<ProcessHandle> databaseProcesses() throws IOException {
    Path root = data().toRealPath();
    return ProcessHandle.allProcesses()
        .filter(one -> one.info().command().filter(it -> Path.of(it).startsWith(root)).isPresent())
        .toList();
  }

  /** The most memory of the machine that it has had so far, in bytes, as Linux tells it; or 0. */
  long mostMemory() throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    Matcher peak = PEAK.matcher(Files.readString(status));
    return peak.find() ? Long.parseLong(peak.group(1)) << 10 : 0;
  }

  /** Has it give back what nobody needs of its heap. */
  void collectGarbage() throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.run")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** The exit status, once it has ended. */
  int ended() {
    return process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join().exitValue();
  }

  /** Ends it with TERM. */
  int terminated() {
    process.destroy();
    return ended();
  }

  /** Ends it with kill -9. */
  void killed() {
    process.destroyForcibly();
    ended();
  }

  @Override
  public void close() {
    terminated();
  }
}
