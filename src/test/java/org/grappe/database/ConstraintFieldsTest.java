package org.grappe.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.grappe.problem.Problem;
import org.grappe.testing.Api;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.ServerErrorMessage;

/** A broken constraint is told by its own sentence, at the field that it is about. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ConstraintFieldsTest {
  @Inject ConstraintFields fields;
  @Inject DatabaseProblems problems;
  @Inject DataSource database;

  @ParameterizedTest
  @CsvSource({
    "fk_memberships_organisation,/organisation",
    "fk_mandates_college,/college",
    "fk_subsidy_lines_programme,/programme",
    "ck_clusters_founded_on,/foundedOn",
    "ck_clusters_dissolved_on_merger,/dissolvedOn",
    "ck_webhook_deliveries_status,/status",
    "ck_no_such_constraint,''"
  })
  void a_constraint_is_about_a_field(String name, String pointer) {
    assertEquals(pointer, fields.pointer(new ServerErrorMessage("n" + name + "\0")));
  }

  @Test
  void each_sentence_of_a_constraint_can_be_told() throws Exception {
    List<String> sentences =
        Files.readAllLines(Path.of("src/main/resources/problems.properties")).stream()
            .filter(line -> line.matches("(ck|ex|fk|uq)_\\w+=.*"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();
    assertTrue(sentences.size() > 10, sentences + "");
    assertEquals(List.of(), sentences.stream().filter(Predicate.not(this::isThere)).toList());
  }

  /** As a constraint or an index, or raised by a function. */
  private boolean isThere(String name) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        var found =
            statement.executeQuery(
                """
                select exists (select from pg_constraint where conname = '%1$s')
                  or exists (select from pg_class where relname = '%1$s')
                  or exists (select from pg_proc where prosrc ~ 'constraint = ''%1$s''')"""
                    .formatted(name))) {
      found.next();
      return found.getBoolean(1);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void what_only_the_database_refuses_is_told_by_the_sentence_of_its_constraint() {
    String cluster = Api.make("/clusters", Records.aCluster());
    String other = Api.make("/clusters", Records.aCluster());
    assertEquals(
        "/dissolvedOn ck_clusters_dissolved_on_merger",
        refusal(
            "update clusters set followed_by = '%s' where id = '%s'".formatted(other, cluster)));
    String line =
        Api.make(
            "/subsidy-lines",
            Map.of(
                "beneficiary",
                Map.of("cluster", cluster),
                "purpose",
                "P",
                "steps",
                List.of(Map.of("status", "VOTED", "on", "2016"))));
    assertEquals(
        "/steps ck_subsidy_lines_steps_kept",
        refusal("update subsidy_lines set steps = '[]' where id = '%s'".formatted(line)));
    assertEquals(
        "/steps ck_subsidy_lines_heir",
        refusal(
            "update subsidy_lines set steps = steps || '[{\"assignedTo\": \"%s\"}]' where id = '%s'"
                .formatted(other, line)));
  }

  private String refusal(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "set local grappe.act = '{\"at\": \"2026-01-01T00:00:00Z\", \"action\": \"CHANGED\"}'");
      statement.execute(sql);
      connection.rollback();
      return "nothing";
    } catch (SQLException refused) {
      Problem problem = problems.of(refused).orElseThrow();
      return problem.faults().stream()
          .map(fault -> fault.at() + " " + fault.key())
          .findFirst()
          .orElseThrow();
    }
  }
}
