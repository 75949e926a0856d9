package org.grappe.table;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grappe.testing.Mutations;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Subsidies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Small files of people who do this job, each with what is right. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class CaseFilesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final int MUTATIONS = 40;

  /** What becomes of each file: made, left out, and the faults as column, rule and repair. */
  private static final Map<String, String> RIGHT =
      Map.ofEntries(
          Map.entry("members-comma-in-quoted-header", "1 0"),
          Map.entry(
              "members-date-de-fin-header-is-dropped",
              "1 0 Date adhésion date 2016-01-01, Date de fin date 2019-12-31"),
          Map.entry("members-homonyms-in-two-cities", "2 0"),
          Map.entry("members-n-siret-header-is-dropped", "1 0 Date d'adhésion date 2016-02-01"),
          Map.entry(
              "members-no-break-space-after-a-date",
              "1 0 from invisible-characters 2016-01-01, name invisible-characters Alpha,"
                  + " siren identifier 524991205, siren invisible-characters 524 991 205"),
          Map.entry(
              "members-nom-and-raison-sociale",
              "2 0 Date d'adhésion date 2016-02-01, Date d'adhésion date 2016-02-01,"
                  + " Nom repeated-column Raison sociale"),
          Map.entry("members-one-windows-1252-line-in-utf8", "2 0 encoding windows-1252"),
          Map.entry(
              "members-repeated-header",
              "1 0 Date d'adhésion date 2016-02-01, Nom repeated-column Nom"),
          Map.entry("members-sep-line", "1 0"),
          Map.entry("members-text-encoded-twice", "1 0 name damaged-text"),
          Map.entry("scdl-amount-45.000-is-not-45-euros", "0 1 montant amount!"),
          Map.entry("scdl-amount-with-float-noise", "1 0 montant amount 99786.57"),
          Map.entry(
              "scdl-amounts-12.500-and-250.000-and-1.500-euro-sign",
              "0 3 montant amount!, montant amount!, montant amount!"),
          Map.entry("scdl-headers-of-the-2017-decree", "1 0"),
          Map.entry("scdl-instant-in-utc-is-the-day-before", "1 0 dateConvention date 2015-07-07"),
          Map.entry("scdl-sep-line", "1 0"),
          Map.entry("scdl-siret-22040000000000-with-impossible-siren", "0 1 idBeneficiaire siret!"),
          Map.entry("scdl-siret-with-dot-zero", "1 0 idBeneficiaire identifier 52499120500013"),
          Map.entry("scdl-stray-quote-in-one-line-of-three", "2 1 objet quote!"),
          Map.entry("scdl-unclosed-quote-swallows-49-lines", "49 1 dispositifAide quote!"));

  private String cluster;

  @BeforeEach
  void a_cluster_founded_in_2010() {
    cluster = make("/clusters", with(aCluster(), "foundedOn", "2010"));
  }

  private Response send(String kind, byte[] file, String query) {
    String path =
        kind.startsWith("members")
            ? "/memberships/csv?cluster=" + cluster + "&"
            : "/subsidy-lines/scdl?";
    return admin().contentType("text/csv").body(file).post(path + query);
  }

  private static String told(JsonPath report) {
    List<Map<String, Object>> faults = report.getList("faults");
    Stream<String> lines =
        faults.stream()
            .filter(fault -> !"unknown-column".equals(fault.get("rule")))
            .filter(fault -> !"similar".equals(fault.get("rule")))
            .map(
                fault ->
                    (Objects.toString(fault.get("column"), "")
                            + " "
                            + fault.get("rule")
                            + (Boolean.TRUE.equals(fault.get("blocking")) ? "!" : "")
                            + " "
                            + Objects.toString(fault.get("repair"), ""))
                        .strip());
    int made = report.getInt("made") + report.getInt("unchanged");
    String sorted = String.join(", ", lines.sorted().toList());
    return (made + " " + report.getInt("leftOut") + " " + sorted).strip();
  }

  @Test
  void each_file_is_read_as_its_author_meant_it_and_each_repair_is_told() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".csv")).toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.csv$", "");
        Response answer = send(name, Files.readAllBytes(file), "dryRun=true");
        found.put(name, answer.statusCode() == 200 ? told(answer.jsonPath()) : answer.asString());
      }
    }
    assertEquals(new TreeMap<>(RIGHT), found);
  }

  @Test
  void a_member_without_a_number_is_never_guessed_and_a_file_sent_twice_changes_nothing() {
    String file =
        """
        name,city,from
        Lycée Jean Moulin,Béziers,2016-01-01
        Lycée Jean Moulin,Toulouse,2016-01-01
        A+B,,2016-01-01
        A-B,,2016-01-01
        Élan,,2016-01-01
        Elan,,2016-01-01
        Solo,,2016-01-01
        Solo,,2016-01-01
        Solo,Paris,2016-01-01
        """;
    for (int made : List.of(5, 0)) {
      JsonPath report =
          send("members", file.getBytes(StandardCharsets.UTF_8), "partial=true").jsonPath();
      assertEquals(made, report.getInt("made"), report.prettify());
      assertEquals(9 - 3 - made, report.getInt("unchanged"), report.prettify());
      assertEquals(List.of(5, 7, 10), lines(report, "doubtful"), report.prettify());
      assertEquals(List.of(9), lines(report, "repeated-line"), report.prettify());
    }
    get("/memberships?count=true&cluster=" + cluster)
        .body("total", org.hamcrest.Matchers.equalTo(5));
  }

  private static List<Integer> lines(JsonPath report, String rule) {
    List<Map<String, Object>> faults = report.getList("faults");
    return faults.stream()
        .filter(fault -> rule.equals(fault.get("rule")))
        .map(fault -> (Integer) fault.get("line"))
        .toList();
  }

  @Test
  void whatever_becomes_of_a_file_no_line_is_lost_without_a_word() {
    for (int seed = 0; seed < MUTATIONS; seed++) {
      for (String kind : List.of("members", "scdl")) {
        Random random = new Random(seed);
        byte[] file = mutated(kind, random);
        String told = kind + " " + seed + ":\n" + new String(file, StandardCharsets.UTF_8);
        Response answer = send(kind, file, "dryRun=true");
        assertTrue(answer.statusCode() < 500, told);
        if (answer.statusCode() == 200) {
          addsUp(answer.jsonPath(), told);
        }
      }
    }
  }

  private static byte[] mutated(String kind, Random random) {
    List<byte[]> lines = new ArrayList<>();
    String header = kind.equals("scdl") ? Subsidies.HEADER.strip() : "name,city,siren,from";
    lines.add(
        random.nextInt(4) == 0
            ? Mutations.mutate(header, random)
            : header.getBytes(StandardCharsets.UTF_8));
    for (int n = 0; n < 8; n++) {
      String line =
          kind.equals("scdl")
              ? Subsidies.line("21060004500392", 1000, n).strip()
              : "\"Société n° " + n + "\",Sète," + Subsidies.siren(77_000 + n) + ",2016-01-01";
      lines.add(
          random.nextBoolean()
              ? Mutations.mutate(line, random)
              : line.getBytes(StandardCharsets.UTF_8));
    }
    java.io.ByteArrayOutputStream file = new java.io.ByteArrayOutputStream();
    for (byte[] line : lines) {
      file.writeBytes(line);
      file.write('\n');
    }
    return file.toByteArray();
  }

  private static void addsUp(JsonPath report, String told) {
    int leftOut = report.getInt("leftOut");
    assertEquals(
        report.getInt("lines"),
        report.getInt("made") + report.getInt("unchanged") + leftOut,
        told + report.prettify());
    List<Map<String, Object>> faults = report.getList("faults");
    Set<Object> blocked = new HashSet<>();
    faults.stream()
        .filter(fault -> Boolean.TRUE.equals(fault.get("blocking")) && fault.get("line") != null)
        .forEach(fault -> blocked.add(fault.get("line")));
    assertTrue(blocked.size() >= leftOut, told + report.prettify());
  }
}
