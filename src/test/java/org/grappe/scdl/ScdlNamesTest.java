package org.grappe.scdl;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.get;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Subsidies;
import org.junit.jupiter.api.Test;

/** One who gets money is called otherwise by each who gives it. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ScdlNamesTest {
  private static final String OTHER = "faults.findAll { it.rule == 'other-name' }";
  private final String funder = Subsidies.siret(aSiren());
  private final String siren = aSiren();

  private String line(String name, String purpose) {
    return String.join(
        ",",
        "Département d'essai",
        funder,
        "2017-06-27",
        "CP-1",
        name,
        Subsidies.siret(siren),
        "",
        purpose,
        "1000.00",
        "aide en numéraire",
        "unique",
        "2017-06-27",
        "",
        "non",
        "1",
        "\r\n");
  }

  private static ValidatableResponse send(String query, String... lines) {
    return admin()
        .contentType("text/csv")
        .body((Subsidies.HEADER + String.join("", lines)).getBytes(StandardCharsets.UTF_8))
        .post("/subsidy-lines/scdl" + query)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse organisation() {
    return get("/organisations?siren=" + siren);
  }

  @Test
  void another_name_is_told_once_and_kept_and_found() {
    String[] file = {
      line("Orchestre d'Angers", "Concert"),
      line("ORCHESTRE D’ANGERS", "Disque"),
      line("Angers Nantes Opéra " + siren, "Tournée"),
      line("Angers Nantes Opéra " + siren, "Tournée d'été"),
    };
    for (String query : new String[] {"?dryRun=true", ""}) {
      send(query, file)
          .body("lines", equalTo(4))
          .body(OTHER, hasSize(1))
          .body(OTHER + "[0].line", equalTo(4))
          .body(OTHER + "[0].column", equalTo("nomBeneficiaire"))
          .body(OTHER + "[0].value", equalTo("Angers Nantes Opéra " + siren))
          .body(OTHER + "[0].blocking", equalTo(false))
          .body(OTHER + "[0].repair", equalTo("Orchestre d'Angers"));
    }
    organisation()
        .body("items[0].name", equalTo("Orchestre d'Angers"))
        .body("items[0].otherNames", contains("Angers Nantes Opéra " + siren));
    get("/organisations?q=Angers Nantes Opera " + siren).body("items.siren", contains(siren));
    send("", file).body(OTHER, empty()).body("made", equalTo(0));
    String updated = organisation().extract().path("items[0].updatedAt");
    organisation().body("items[0].createdAt", equalTo(updated));
  }

  @Test
  void who_is_known_keeps_the_name_and_gets_one_more() {
    send("", line("Ville d'Angers", "Fête"));
    send("", line("Mairie d'Angers", "Fête"))
        .body("unchanged", equalTo(1))
        .body(OTHER + ".repair", contains("Ville d'Angers"));
    send("", line("Commune d'Angers", "Marché"), line("Mairie d'Angers", "Foire"))
        .body(OTHER + ".value", contains("Commune d'Angers"));
    organisation()
        .body("items[0].name", equalTo("Ville d'Angers"))
        .body("items[0].otherNames", contains("Mairie d'Angers", "Commune d'Angers"));
  }

  @Test
  void more_than_an_organisation_can_have_are_told_and_not_kept() {
    String[] lines = new String[60];
    for (int n = 0; n < lines.length; n++) {
      lines[n] = line("Nom " + n, "But " + n);
    }
    send("", lines).body(OTHER, hasSize(59)).body("made", equalTo(60));
    organisation().body("items[0].otherNames", hasSize(50));
  }

  @Test
  void the_other_names_of_a_cluster_are_for_its_editors_to_say() {
    String cluster = make("/clusters", with(aCluster(), "name", "Grappe " + siren, "siren", siren));
    send("", line("Association " + siren, "Salon"))
        .body(OTHER + ".repair", contains("Grappe " + siren));
    get("/clusters/" + cluster).body("otherNames", empty());
  }
}
