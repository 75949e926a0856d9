package org.grappe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grappe.problem.FeatureProblems;
import org.grappe.problem.ProblemType;
import org.junit.jupiter.api.Test;

/**
 * The kernel names no feature, not in a string either: neither a table, a constraint, a path nor a
 * type of problem.
 */
class KernelNamesTest {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern TABLE = Pattern.compile("create (?:unlogged )?table (\\w+)");

  /** What a record cites is kept of all of them in one table, as what became of them is. */
  private static final Set<String> KERNEL_TABLES =
      Set.of(
          "citations",
          "commits",
          "feed",
          "feed_pending",
          "head",
          "history",
          "idempotency_keys",
          "import_claims",
          "imports",
          "settings");

  /**
   * Records belong to clusters: rights and locks ask the database for them, whatever the record.
   */
  private static final Pattern OWNERS =
      Pattern.compile("\\b(clusters_of|share_clusters|hold_clusters)\\(");

  /** What the compiler says of a record's components. */
  private static final Pattern COMPONENTS = Pattern.compile("\\w+(;\\w+)+");

  @Test
  void no_string_of_the_kernel_names_a_table_a_path_or_a_problem_of_a_feature() throws IOException {
    Set<String> names = tables();
    assertTrue(names.contains("memberships"), "tables are found");
    names.removeAll(KERNEL_TABLES);
    names.add("subsidy-lines");
    List<String> problems =
        ServiceLoader.load(FeatureProblems.class).stream()
            .flatMap(feature -> feature.get().types().stream())
            .map(ProblemType::slug)
            .toList();
    assertTrue(problems.contains("merger-closed"), "types of problem are found");
    names.addAll(problems);
    Pattern named = Pattern.compile("(?<![A-Za-z.])(" + String.join("|", names) + ")(?![A-Za-z])");
    Map<String, String> found = new TreeMap<>();
    int strings = 0;
    for (JavaClass type : kernel()) {
      for (String text : strings(type)) {
        strings++;
        if (!COMPONENTS.matcher(text).matches()
            && named.matcher(OWNERS.matcher(text).replaceAll("")).find()) {
          found.put(type.getName(), text);
        }
      }
    }
    assertTrue(strings > 1000, "strings are found");
    assertEquals(Map.of(), found);
  }

  private static Iterable<JavaClass> kernel() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(
            ArchitectureTest.KERNEL.stream().map(layer -> "org.grappe." + layer).toList());
  }

  private static Set<String> tables() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      Set<String> names = new TreeSet<>();
      for (Path file : files.filter(one -> one.toString().endsWith(".sql")).toList()) {
        names.addAll(
            TABLE
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet()));
      }
      return names;
    }
  }

  /** The strings in the code of a class, those of annotations left out (JVMS 4.4). */
  private static List<String> strings(JavaClass type) throws IOException {
    Map<Integer, String> texts = new HashMap<>();
    List<Integer> strings = new ArrayList<>();
    try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream();
        DataInputStream in = new DataInputStream(file)) {
      in.skipNBytes(8);
      int count = in.readUnsignedShort();
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts.put(i, in.readUTF());
          case 8 -> strings.add(in.readUnsignedShort());
          case 7, 16, 19, 20 -> in.skipNBytes(2);
          case 15 -> in.skipNBytes(3);
          case 5, 6 -> {
            in.skipNBytes(8);
            i++;
          }
          default -> in.skipNBytes(4);
        }
      }
    }
    return strings.stream().map(texts::get).toList();
  }
}
