package org.grappe.organisation;

import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.grappe.testing.Api;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SIREN, SIRET and RNA. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class IdentifierTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"123456789", "35600000", "3560000000", "35600000x", "٣٥٦٠٠٠٠٠٠", "000000000"})
  void a_siren_is_nine_digits_with_a_luhn_sum(String siren) {
    post("/organisations", with(anOrganisation(), "siren", siren))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/siren")));
    Api.get("/organisations?siren={n}", siren)
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-parameter"))
        .body("errors.parameter", equalTo(List.of("siren")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "35600000012345",
        "12345678901234",
        "356000000",
        "00000000000000",
        "00000000000018",
        "12345678900007"
      })
  void a_siret_with_neither_sum_is_refused(String siret) {
    post("/organisations", with(anOrganisation(), "siret", siret))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/siret")));
    Api.get("/organisations?siret={n}", siret)
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-parameter"))
        .body("errors.parameter", equalTo(List.of("siret")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"35600000000048", "35600000049837"})
  void a_siret_of_la_poste_passes_by_either_sum_and_gives_the_siren(String siret) {
    String path =
        "/organisations/" + make("/organisations", with(anOrganisation(), "siret", siret));
    Api.get(path).body("siren", equalTo("356000000"));
    Api.delete(path).statusCode(204);
  }

  @Test
  void siren_and_siret_agree() {
    post("/organisations", with(anOrganisation(), "siren", aSiren(), "siret", "35600000000048"))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/siret")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"W343012345X", "343012345", "w343012345", "W3430123456"})
  void an_rna_has_its_form(String rna) {
    post("/organisations", with(anOrganisation(), "rna", rna))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/rna")));
    Api.get("/organisations?rna={n}", rna)
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-parameter"))
        .body("errors.parameter", equalTo(List.of("rna")));
  }
}
