package org.grappe.merger;

import static org.grappe.merger.MergerScene.founded;
import static org.grappe.merger.MergerScene.takeEffect;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.anOrganisation;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Two clusters and a company, and what is done with them on 1 June 2018. */
abstract class TwoClusters {
  String one;
  String two;
  String company;

  @BeforeEach
  void two_clusters_and_a_company() {
    one = founded();
    two = founded();
    company = make("/organisations", anOrganisation());
  }

  static String completed(String path, Map<String, ?> body) {
    String act = path + "/" + make(path, body);
    takeEffect(act, "2018-06-01").statusCode(200);
    return act;
  }

  String merger(String result) {
    return completed("/mergers", Map.of("parties", List.of(one, two), "result", result));
  }

  String division(String kind, String result, Map<String, ?> assignment) {
    return completed(
        "/divisions",
        Map.of(
            "cluster",
            one,
            "kind",
            kind,
            "results",
            List.of(result),
            "assignments",
            List.of(assignment)));
  }
}
