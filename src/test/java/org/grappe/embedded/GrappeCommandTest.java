package org.grappe.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When {@code ./grappe} builds, in a tree whose Maven and Java only say that they were called. */
@DisabledOnOs(OS.WINDOWS)
class GrappeCommandTest {
  private static final String BUILD = "build";
  private static final String RUN =
      "run -XX:TieredStopAtLevel=1 -jar target/quarkus-app/quarkus-run.jar";
  @TempDir Path tree;

  @BeforeEach
  void tree() throws IOException {
    Files.copy(Path.of("grappe"), tree.resolve("grappe"), StandardCopyOption.COPY_ATTRIBUTES);
    program(
        "mvnw",
        "echo build; mkdir -p target/quarkus-app;"
            + " touch target/quarkus-app/quarkus-run.jar target/quarkus-artifact.properties");
    program("jdk/bin/java", "echo run \"$@\"");
    for (String source :
        List.of(
            "pom.xml",
            ".mvn/jvm.config",
            "src/main/java/A.java",
            "src/build/B.java",
            "docs/guide.md")) {
      Files.createDirectories(tree.resolve(source).getParent());
      Files.createFile(tree.resolve(source));
    }
  }

  @Test
  void what_is_built_is_run_as_it_is() throws IOException, InterruptedException {
    assertEquals(List.of(BUILD, RUN), grappe());
    assertEquals(List.of(RUN), grappe());
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java/A.java", "src/build/B.java", "docs/guide.md"})
  void what_has_changed_since_is_built(String source) throws IOException, InterruptedException {
    grappe();
    later(source);
    assertEquals(List.of(BUILD, RUN), grappe());
  }

  @Test
  void a_port_that_is_taken_is_told_before_the_build() throws IOException, InterruptedException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Map<String, String> there = Map.of("QUARKUS_HTTP_PORT", port);
      List<String> told = run(tree.resolve("grappe"), there);
      assertEquals(1, told.size(), told::toString);
      assertTrue(told.get(0).contains("at port " + port), told::toString);
      assertEquals(BUILD, run(tree.resolve("grappe"), there, "export").get(0));
    }
  }

  @Test
  void who_waits_for_a_build_is_told_of_the_repository_that_it_fills()
      throws IOException, InterruptedException {
    program("path/sleep", "exec /bin/sleep 0.1");
    program("mvnw", "/bin/sleep 1; exit 3");
    Path repository = Files.createDirectories(tree.resolve("fetched"));
    String told =
        run(
                tree.resolve("grappe"),
                Map.of("MAVEN_OPTS", "-Xmx1g -Dmaven.repo.local=" + repository + " -Da=b"))
            .get(0);
    assertTrue(told.endsWith(" MB are in " + repository + "."), told);
  }

  @Test
  void what_lost_a_source_since_is_built() throws IOException, InterruptedException {
    grappe();
    Files.delete(tree.resolve("src/main/java/A.java"));
    later("src/main/java");
    assertEquals(List.of(BUILD, RUN), grappe());
  }

  @Test
  void a_build_that_was_cut_short_is_made_again() throws IOException, InterruptedException {
    grappe();
    Files.delete(tree.resolve("target/quarkus-app/quarkus-run.jar"));
    assertEquals(List.of(BUILD, RUN), grappe());
  }

  @Test
  void a_build_that_failed_is_not_run() throws IOException, InterruptedException {
    program("mvnw", "exit 3");
    assertEquals(List.of(), grappe());
  }

  @Test
  void a_build_ends_with_who_asked_for_it() throws IOException, InterruptedException {
    program("mvnw", "echo $$ > pid; exec sleep 100");
    Process asked = new ProcessBuilder(tree.resolve("grappe").toString()).start();
    Path pid = tree.resolve("pid");
    while (Files.notExists(pid) || Files.size(pid) == 0) {
      Thread.sleep(20);
    }
    ProcessHandle build =
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    asked.destroy();
    assertEquals(143, asked.waitFor());
    assertFalse(build.isAlive());
  }

  @Test
  void a_cache_of_classes_is_used_and_both_compilers_with_it()
      throws IOException, InterruptedException {
    grappe();
    Files.createFile(tree.resolve("target/quarkus-app/app.aot"));
    String run = grappe().get(0);
    assertTrue(run.contains("-XX:AOTCache=target/quarkus-app/app.aot -jar"), run);
  }

  @Test
  void words_are_handed_on_as_they_are_with_where_they_were_typed()
      throws IOException, InterruptedException {
    grappe();
    String run = grappe("export", "two words").get(0);
    assertTrue(run.endsWith("-jar target/quarkus-app/quarkus-run.jar export two words"), run);
    assertTrue(run.contains("-Dcaller.directory=" + Path.of("").toAbsolutePath()), run);
  }

  @Test
  void a_command_is_not_built_for_and_serve_is_as_no_word()
      throws IOException, InterruptedException {
    grappe();
    later("src/main/java/A.java");
    assertEquals(1, grappe("export").size());
    assertEquals(List.of(BUILD, RUN + " serve"), grappe("serve"));
  }

  @Test
  void it_is_found_behind_links() throws IOException, InterruptedException {
    Path linked = Files.createDirectories(tree.resolve("bin")).resolve("linked");
    Files.createSymbolicLink(linked, Path.of("..", "grappe"));
    Files.createSymbolicLink(tree.resolve("link"), linked);
    assertEquals(List.of(BUILD, RUN), run(tree.resolve("link"), Map.of()));
  }

  @Test
  void words_that_are_not_ascii_are_read_in_a_locale_that_has_no_letters()
      throws IOException, InterruptedException {
    grappe();
    letters("ANSI_X3.4-1968");
    assertEquals("C.UTF-8,,", in(Map.of("LC_ALL", "C")));
    assertEquals("C.UTF-8,,", in(Map.of()));
    assertEquals("C.UTF-8,POSIX,", in(Map.of("LANG", "POSIX")));
    letters("UTF-8");
    assertEquals(",fr_FR.UTF-8,", in(Map.of("LANG", "fr_FR.UTF-8")));
  }

  @Test
  void a_language_whose_locale_is_not_there_is_spoken_all_the_same()
      throws IOException, InterruptedException {
    grappe();
    letters("ANSI_X3.4-1968");
    assertEquals("C.UTF-8,fr_FR.UTF-8,fr", in(Map.of("LANG", "fr_FR.UTF-8")));
    assertEquals("C.UTF-8,en_GB,fr", in(Map.of("LC_ALL", "fr", "LANG", "en_GB")));
  }

  @Test
  void a_machine_that_cannot_tell_its_letters_is_asked_by_name()
      throws IOException, InterruptedException {
    grappe();
    program("path/locale", "exit 127");
    assertEquals("C.UTF-8,,", in(Map.of()));
    assertEquals(",fr_FR.UTF-8,", in(Map.of("LANG", "fr_FR.UTF-8")));
  }

  /** Has the machine say in which letters it writes. */
  private void letters(String charmap) throws IOException {
    program("path/locale", "echo " + charmap);
  }

  /** The locale and the language that Java is given. */
  private String in(Map<String, String> locale) throws IOException, InterruptedException {
    String language = "$(expr \"$*\" : '.*user.language=\\([a-z]*\\)')";
    program("jdk/bin/java", "echo \"$LC_ALL,$LANG," + language + "\"");
    return run(tree.resolve("grappe"), locale, "export").get(0);
  }

  private void program(String name, String script) throws IOException {
    Path file = tree.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private void later(String changed) throws IOException {
    Instant future = Instant.now().plusSeconds(10);
    Files.setLastModifiedTime(tree.resolve(changed), FileTime.from(future));
  }

  private List<String> grappe(String... words) throws IOException, InterruptedException {
    return run(tree.resolve("grappe"), Map.of(), words);
  }

  private List<String> run(Path command, Map<String, String> variables, String... words)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command.toString());
    builder.command().addAll(List.of(words));
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
    // what listens on this machine is nobody's business here
    builder.environment().put("QUARKUS_HTTP_PORT", "0");
    builder.environment().remove("QUARKUS_HTTP_HOST");
    builder.environment().putAll(variables);
    builder
        .environment()
        .merge("PATH", tree.resolve("path").toString(), (path, own) -> own + ":" + path);
    builder.environment().put("JAVA_HOME", tree.resolve("jdk").toString());
    Path output = tree.resolve("output");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.start().waitFor();
    return Files.readAllLines(output).stream()
        .filter(line -> !line.startsWith("Building"))
        .toList();
  }
}
