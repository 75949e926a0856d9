package org.grappe.imports;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.ImportedFiles.begun;
import static org.grappe.testing.ImportedFiles.ended;
import static org.grappe.testing.Records.aSiren;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Subsidies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has lost the right to send a file gets no more from those that he had sent before. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ImportCredentialsTest {
  private static final String SUBSIDIES = "/subsidy-lines/scdl";
  @Inject DataSource source;
  private final String funder = Subsidies.siret(aSiren());
  private final int first = ThreadLocalRandom.current().nextInt(80_000_000);
  private JsonPath key;

  @BeforeEach
  void a_key() {
    key =
        post("/credentials", Map.of("name", unique("key"), "role", "ADMIN"))
            .statusCode(201)
            .extract()
            .jsonPath();
  }

  private String address() {
    return "/credentials/" + key.getString("id");
  }

  private String file() {
    StringBuilder file = new StringBuilder(Subsidies.HEADER);
    for (int n = 0; n < 8_000; n++) {
      file.append(Subsidies.line(funder, first, n));
    }
    return file.toString();
  }

  /** One file is under way and another waits, while something happens to their sender's key. */
  private List<ValidatableResponse> whatBecomesOfFilesOnceTheKeyIs(Runnable changed)
      throws Exception {
    List<String> paths;
    try (Connection other = source.getConnection();
        Statement claim = other.createStatement()) {
      other.setAutoCommit(false);
      claim.execute(
          "insert into import_claims values ('subsidies of " + Subsidies.siren(first) + "')");
      String secret = key.getString("secret");
      paths =
          List.of(
              begun(bearer(secret), file(), SUBSIDIES), begun(bearer(secret), file(), SUBSIDIES));
      while (!"RUNNING".equals(admin().get(paths.get(0)).path("status"))) {
        Thread.sleep(20);
      }
      Thread.sleep(500);
      changed.run();
      other.rollback();
    }
    return List.of(ended(admin(), paths.get(0)), ended(admin(), paths.get(1)));
  }

  private void requireNothingMade() {
    get("/organisations?siren=" + funder.substring(0, 9)).body("items", empty());
  }

  @Test
  void a_key_that_is_revoked_ends_them() throws Exception {
    whatBecomesOfFilesOnceTheKeyIs(() -> delete(address()).statusCode(204))
        .forEach(
            one ->
                one.body("status", equalTo("FAILED"))
                    .body("problem", equalTo("/problems/unauthenticated")));
    requireNothingMade();
  }

  @Test
  void a_key_that_may_do_less_ends_them_where_it_may_not_do_this() throws Exception {
    whatBecomesOfFilesOnceTheKeyIs(
            () -> patch(address(), Map.of("role", "PARTNER")).statusCode(200))
        .forEach(
            one ->
                one.body("status", equalTo("FAILED"))
                    .body("problem", equalTo("/problems/forbidden")));
    requireNothingMade();
  }
}
