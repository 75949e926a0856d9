package org.grappe.embedded;

import static org.grappe.embedded.LongFile.SMALL;
import static org.grappe.embedded.LongFile.admin;
import static org.grappe.embedded.LongFile.ended;
import static org.grappe.embedded.LongFile.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.grappe.testing.Members;
import org.grappe.testing.Thorough;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long file of members goes into a service with a heap of 256 MiB. {@code
 * -Dmembers.lines=1000000} has it take the million that it is built for.
 */
@Thorough
class LongMemberFileIT {
  private static final int LINES = Integer.getInteger("members.lines", 25_000);
  @TempDir Path directory;

  private LongFile file() throws IOException {
    return new LongFile(
        directory,
        "/memberships/csv?cluster=long",
        Members.HEADER,
        LINES,
        n -> Members.line(20_000_000, n));
  }

  /** A cluster founded before anybody joined. */
  private static String cluster(PackagedService service) throws Exception {
    return admin(service)
        .contentType("application/json")
        .body(Map.of("slug", "long", "name", "Long", "region", "76", "foundedOn", "2015"))
        .post(service.api() + "/clusters")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static int members(PackagedService service, String cluster) throws Exception {
    return told(service, "/memberships?limit=1&count=true&cluster=" + cluster).getInt("total");
  }

  @Test
  void all_of_them_belong_to_the_cluster_and_the_same_file_again_changes_nothing()
      throws Exception {
    LongFile file = file();
    try (PackagedService service = PackagedService.ready(directory, SMALL)) {
      String cluster = cluster(service);
      JsonPath told = file.imported(service);
      assertEquals("MEMBERS", told.getString("kind"));
      assertEquals(LINES, told.getInt("report.made"));
      assertEquals(LINES, members(service, cluster));
      assertEquals(LINES, file.imported(service).getInt("report.unchanged"));
    }
  }

  @Test
  void an_import_that_is_killed_has_failed_and_made_nothing() throws Exception {
    PackagedService service = PackagedService.ready(directory, SMALL);
    String cluster = cluster(service);
    String path = file().killedOnTheWay(service);
    try (PackagedService again = PackagedService.ready(directory, SMALL)) {
      assertEquals("FAILED", ended(again, path).getString("status"));
      assertEquals(0, members(again, cluster));
    }
  }
}
