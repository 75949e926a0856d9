package org.grappe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may stand in which file of the schema, and what may not be changed any more. */
class MigrationFilesTest {
  private static final Path DIRECTORY = Path.of("src/main/resources/db/migration");
  private static final Pattern DEFINED =
      Pattern.compile(
          "(?m)^create (?:or replace )?(?:constraint )?(function|procedure|view|trigger) (\\w+)"
              + "(\\([^)]*\\))?(?:[^;]*? on (\\w+))?");

  /** Who adds one adds its line here; a line that is there stays as it is. */
  @Test
  void a_versioned_file_is_never_changed_nor_removed() throws IOException {
    List<String> checksums = named("V").map(MigrationFilesTest::checksum).toList();
    assertEquals(
        Files.readString(DIRECTORY.resolve("checksums.txt")).lines().toList(),
        checksums,
        "a file that has run somewhere stays as it is: what it made is changed by a further one");
  }

  /** What tables are made with is changed by another name, for what is kept by it is kept anew. */
  @Test
  void each_function_view_and_trigger_has_one_definition() {
    List<String> names = named("").flatMap(MigrationFilesTest::definitions).toList();
    assertTrue(names.size() > 100, names + "");
    assertEquals(
        List.of(),
        names.stream()
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
            .entrySet()
            .stream()
            .filter(name -> name.getValue() > 1)
            .toList());
  }

  @Test
  void what_can_be_replaced_stands_in_repeatable_files() {
    assertEquals(
        List.of(),
        named("V")
            .flatMap(MigrationFilesTest::definitions)
            .filter(name -> !name.startsWith("function"))
            .toList());
  }

  private static Stream<String> definitions(Path file) {
    return DEFINED.matcher(text(file)).results().map(MigrationFilesTest::definition);
  }

  /** Functions may share a name, not their parameters; triggers may, not their table. */
  private static String definition(MatchResult found) {
    String kind = found.group(1);
    return switch (kind) {
      case "trigger" -> kind + " " + found.group(2) + " on " + found.group(4);
      case "view" -> kind + " " + found.group(2);
      default -> kind + " " + found.group(2) + found.group(3);
    };
  }

  private static Stream<Path> named(String beginning) {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(beginning))
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static String checksum(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text(file).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash) + "  " + file.getFileName();
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).replace("\r\n", "\n");
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
