package org.grappe.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.grappe.table.TableReader;
import org.grappe.testing.Mutations;
import org.junit.jupiter.api.Test;

/** Whatever becomes of two lines of a file of few columns, the others are read as ever. */
class MemberMutationTest {
  private static final int LINES = 12;
  private static final int FILES = Integer.getInteger("grappe.mutations", 4_000);
  private static final String HEADER = "Nom;Ville;Date d'adhésion";

  /** The same lines as different programs write them. */
  private static final List<UnaryOperator<String>> STYLES =
      List.of(
          line -> line,
          line -> line + ";",
          line -> line.replaceAll("([^;]+)(;|$)", "\"$1\"$2"),
          line -> line.replace("Ville", "\"Ville\nneuve\""),
          line -> line.replace("Ville", "\"Ville; neuve\""));

  private static List<MemberLine> read(byte[] file) {
    List<MemberLine> lines = new ArrayList<>();
    new TableReader<>(new ByteArrayInputStream(file), MemberLineParser.COLUMNS)
        .read(
            header -> {},
            cells -> lines.add(new MemberLineParser(cells, ZoneId.of("Europe/Paris")).line()));
    return lines;
  }

  private static String name(int n) {
    return "Société-" + (char) ('A' + n);
  }

  private static String line(int n) {
    return name(n) + ";Ville;2016-01-01";
  }

  @Test
  void the_other_lines_are_read_as_ever_and_none_is_swallowed() {
    for (int seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      UnaryOperator<String> style = STYLES.get(random.nextInt(STYLES.size()));
      int first = random.nextInt(LINES);
      int second = random.nextInt(LINES);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes((HEADER + "\n").getBytes(StandardCharsets.UTF_8));
      for (int n = 0; n < LINES; n++) {
        String good = style.apply(line(n));
        file.writeBytes(
            n == first || n == second
                ? Mutations.mutate(good, random)
                : good.getBytes(StandardCharsets.UTF_8));
        file.write('\n');
      }
      String told = "seed " + seed + ":\n" + file.toString(StandardCharsets.UTF_8);
      List<MemberLine> lines = read(file.toByteArray());
      for (int n : IntStream.range(0, LINES).filter(n -> n != first && n != second).toArray()) {
        String good = style.apply(line(n));
        MemberLine line =
            lines.stream()
                .filter(one -> good.equals(one.cells().raw()) && one.faults().isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError(told + " loses line " + n));
        assertEquals(name(n), line.named().name(), told);
        assertEquals(LocalDate.of(2016, 1, 1), line.from(), told);
      }
    }
  }
}
