package org.grappe.scdl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.grappe.table.TableReader;
import org.grappe.testing.Mutations;
import org.grappe.testing.Subsidies;
import org.junit.jupiter.api.Test;

/** Whatever becomes of one line of a file, the others are read as ever. */
class ScdlMutationTest {
  private static final int LINES = 12;
  private static final int FILES = Integer.getInteger("grappe.mutations", 1_500);

  /** The same lines as different programs write them. */
  private static final List<UnaryOperator<String>> STYLES =
      List.of(
          line -> line,
          line -> line.replace(",", ";"),
          line -> line.replaceAll("([^,]*)(,|$)", "\"$1\"$2").replaceFirst("\"\"$", ""),
          line -> line.replaceAll("([^,]+)(,|$)", "\"$1\"$2"),
          line -> line + ",",
          line -> line.replace("Animations", "\"Animations\r\net ateliers\""));

  private static List<ScdlLine> read(byte[] file) {
    List<ScdlLine> lines = new ArrayList<>();
    new TableReader<>(new ByteArrayInputStream(file), ScdlLineParser.COLUMNS)
        .read(
            header -> {},
            cells -> lines.add(new ScdlLineParser(cells, ZoneId.of("Europe/Paris")).line()));
    return lines;
  }

  private static String reference(int n) {
    return "R-" + (char) ('A' + n);
  }

  private static String line(int n) {
    return "Région,21060004500392,2017-06-27,"
        + reference(n)
        + ",Asso n° "
        + n
        + ",52499120500013,,Animations,1000.50,aide en numéraire,unique,2017-06-27,,non,1,";
  }

  private static byte[] file(UnaryOperator<String> style, int mutated, byte[] instead) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    String header = Subsidies.HEADER.strip();
    boolean semicolons = style.apply("a,b").contains(";");
    file.writeBytes(
        (semicolons ? header.replace(",", ";") : header).getBytes(StandardCharsets.UTF_8));
    file.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    for (int n = 0; n < LINES; n++) {
      file.writeBytes(
          n == mutated ? instead : style.apply(line(n)).getBytes(StandardCharsets.UTF_8));
      file.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    return file.toByteArray();
  }

  @Test
  void the_other_lines_are_read_as_ever_and_none_is_swallowed() {
    for (int seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      UnaryOperator<String> style = STYLES.get(random.nextInt(STYLES.size()));
      int mutated = random.nextInt(LINES);
      byte[] instead = Mutations.mutate(style.apply(line(mutated)), random);
      String told = "seed " + seed + ": " + new String(instead, StandardCharsets.UTF_8);
      List<ScdlLine> lines = read(file(style, mutated, instead));
      for (int n : IntStream.range(0, LINES).filter(n -> n != mutated).toArray()) {
        List<ScdlLine> found =
            lines.stream().filter(line -> reference(n).equals(line.reference())).toList();
        assertTrue(!found.isEmpty(), told + " loses line " + n);
        ScdlLine line = found.get(found.size() - 1);
        assertEquals(style.apply(line(n)), line.raw(), told);
        assertEquals(List.of(), line.faults(), told);
        assertEquals("1000.50", line.amount().toPlainString(), told);
      }
    }
  }
}
