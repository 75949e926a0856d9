package org.grappe.membership;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.unique;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aSiren;
import static org.grappe.testing.Records.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is left out because nobody can say who it is, or whether he has left. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class MemberDoubtTest {
  private String cluster;

  @BeforeEach
  void a_cluster_founded_in_2010() {
    cluster = make("/clusters", with(aCluster(), "foundedOn", "2010"));
  }

  private Response post(String file, String query) {
    return admin()
        .contentType("text/csv")
        .body(file)
        .post("/memberships/csv?cluster=" + cluster + "&" + query);
  }

  private static String told(Response answer) {
    JsonPath report = answer.jsonPath();
    List<Map<String, Object>> faults = report.getList("faults");
    List<String> left =
        faults.stream()
            .filter(fault -> Boolean.TRUE.equals(fault.get("blocking")))
            .filter(fault -> fault.get("line") != null)
            .map(fault -> fault.get("line") + " " + fault.get("rule"))
            .toList();
    return (report.getString("made") + " " + report.getString("unchanged") + " " + left);
  }

  private void becomes(String right, String file) {
    assertEquals(right, told(post(file, "dryRun=true")), file);
    assertEquals(right, told(post(file, "partial=true")), file);
  }

  @Test
  void a_name_with_a_number_and_without_is_doubtful_whichever_comes_first() {
    String name = unique("Twice");
    String number = aSiren();
    String without = name + ";;;2016-01-01\n";
    String with = name + ";" + number + ";;2016-01-01\n";
    String other = unique("Other") + ";;;2016-01-01\n";
    String header = "name;siren;city;from\n";
    Response refused = post(header + without + with + other, "");
    assertEquals("/problems/import-refused", refused.jsonPath().getString("type"));
    assertEquals("0 0 [2 doubtful]", told(refused));
    becomes("2 0 [2 doubtful]", header + without + with + other);
    becomes("0 2 [3 doubtful]", header + with + without + other);
    String cities = unique("Cities");
    becomes(
        "2 0 []",
        header + cities + (";" + aSiren() + ";Albi;2016-01-01\n") + cities + ";;Nice;2016-01-01\n");
  }

  @Test
  void a_city_or_college_that_the_known_member_lacks_is_doubtful_and_a_file_sent_twice_is_not() {
    String college = unique("College");
    make("/clusters/" + cluster + "/colleges", Map.of("name", college));
    String known = unique("Known");
    String there = unique("There");
    becomes("2 0 []", "name;city;from\n" + known + ";;2016\n" + there + ";Nice;2016\n");
    becomes("0 2 []", "name;city;from\n" + known + ";;2016\n" + there + ";Nice;2016\n");
    becomes("0 0 [2 doubtful]", "name;city;from\n" + known + ";Toulouse;2016\n");
    becomes("0 0 [2 doubtful]", "name;college;from\n" + known + ";" + college + ";2016\n");
    becomes("1 0 []", "name;city;from\n" + there + ";Toulouse;2016\n");
    String file = "name;city;college;from\n" + unique("With") + ";Albi;" + college + ";2016\n";
    becomes("1 0 []", file);
    becomes("0 1 []", file);
  }

  @Test
  void who_comes_back_with_a_number_is_not_doubled() {
    String header = "name;siren;rna;city;from\n";
    String name = unique("Known");
    String siren = aSiren();
    becomes("1 0 []", header + name + ";;;Albi;2016-01-01\n");
    String numbered = name.toUpperCase(Locale.ROOT) + ";" + siren + ";;;2016-01-01\n";
    becomes("0 0 [2 doubtful]", header + numbered);
    becomes("0 0 [2 doubtful]", header + name + ";;W812345678;Albi;2016-01-01\n");
    // another city, another cluster, another name: another one
    becomes("1 0 []", header + name + ";" + aSiren() + ";;Nice;2016-01-01\n");
    becomes("1 0 []", header + unique("Other") + ";" + aSiren() + ";;Albi;2016-01-01\n");
    String here = cluster;
    cluster = make("/clusters", with(aCluster(), "foundedOn", "2010"));
    becomes("1 0 []", header + name + ";" + aSiren() + ";;Albi;2016-01-01\n");
    cluster = here;
    // once its number is told, it is known by it
    String id =
        admin()
            .get("/memberships?cluster={c}&limit=200", cluster)
            .path("items.find { it.organisation.name == '" + name + "' }.organisation.id");
    patch("/organisations/" + id, Map.of("siren", siren)).statusCode(200);
    becomes("0 1 []", header + numbered);
  }

  @Test
  void who_left_or_has_a_number_in_a_column_that_nobody_knows_is_left_out() {
    String from = ";2016-01-01;";
    for (String title : List.of("Parti le", "Parti", "Départ", "Quitté le", "Fin", "Jusqu'au")) {
      String file = "Nom;Adhésion;" + title + "\n" + unique("End") + from + "2019-12-31\n";
      becomes("1 0 []", file);
    }
    String siren = aSiren();
    for (String column :
        List.of(
            "Actif:non",
            "Membre actif:0",
            "Actif ?:FAUX",
            "is_active:false",
            "État:Radié",
            "Ancien:oui",
            "Dernier jour:31/12/2019",
            "Note:2019-12-31",
            "Identifiant:" + siren,
            "Numero d'identification:" + siren,
            "ID:123456789",
            "Immatriculation:" + siren,
            "N° entreprise:" + siren,
            "Divers:" + siren,
            "Divers:W812345678",
            "RCS:Toulouse B " + siren)) {
      String[] parts = column.split(":", -1);
      String file = "Nom;Adhésion;" + parts[0] + "\n" + unique("Gone") + from + parts[1] + "\n";
      becomes("0 0 [2 doubtful-column]", file);
    }
    for (String column :
        List.of(
            "Actif:oui",
            "Ancien:non",
            "Effectif:2020",
            "Date de naissance:1970-01-01",
            "ID:42",
            "Dernière cotisation:2024-01-01",
            "Téléphone:" + siren,
            "Code NAF:6201Z",
            "N° TVA:FR40" + siren,
            "N° de rue:12",
            "Fin de mandat:2019-12-31",
            "Ville RCS:Toulouse",
            "RCS:Toulouse",
            "SIREN siège:" + siren,
            "Code postal de l'association:31000",
            "Note:0")) {
      String[] parts = column.split(":", -1);
      String file = "Nom;Adhésion;" + parts[0] + "\n" + unique("Stays") + from + parts[1] + "\n";
      becomes("1 0 []", file);
    }
  }
}
