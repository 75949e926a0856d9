package org.grappe.change;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.admin;
import static org.grappe.testing.Api.anyone;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.delete;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Api.patch;
import static org.grappe.testing.Api.post;
import static org.grappe.testing.Records.aCluster;
import static org.grappe.testing.Records.aMembership;
import static org.grappe.testing.Records.anOrganisation;
import static org.grappe.testing.Records.with;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** Who follows the changes is told all that he may read, once, in order, and nothing else. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ChangesTest {
  @Inject DataSource source;

  private static JsonPath changes(RequestSpecification caller, String after, String more) {
    return caller.get("/changes?after=" + after + more).then().statusCode(200).extract().jsonPath();
  }

  private static JsonPath changes(String after) {
    return changes(anyone(), after, "");
  }

  private static String now() {
    return changes("now").getString("nextCursor");
  }

  @Test
  void a_new_record_a_change_and_a_deletion_are_each_told() {
    String from = now();
    String id = make("/organisations", anOrganisation());
    JsonPath made = changes(from);
    assertEquals(1, made.getList("items").size());
    assertEquals("UPSERTED", made.getString("items[0].action"));
    assertEquals("ORGANISATION", made.getString("items[0].type"));
    assertEquals(id, made.getString("items[0].id"));
    assertTrue(made.getList("items[0].fields").containsAll(List.of("kind", "name")));
    assertFalse(made.getList("items[0].fields").contains("search"));
    assertEquals("/api/v1/organisations/" + id, made.getString("items[0].url"));
    assertFalse(made.getBoolean("more"));
    patch("/organisations/" + id, Map.of("city", "Albi")).statusCode(200);
    JsonPath changed = changes(made.getString("nextCursor"));
    assertEquals(List.of("city"), changed.getList("items[0].fields"));
    assertEquals(1, changed.getLong("items[0].version"));
    delete("/organisations/" + id).statusCode(204);
    JsonPath gone = changes(changed.getString("items[0].cursor"));
    assertEquals(
        Set.of("cursor", "act", "type", "id", "action", "reason", "at"),
        gone.getMap("items[0]").keySet());
    assertEquals("DELETED", gone.getString("items[0].reason"));
    JsonPath all = changes(from);
    assertEquals(1, all.getList("items").size(), "one item a record and page");
    assertEquals("DELETED", all.getString("items[0].action"));
  }

  @Test
  void of_an_application_nobody_learns_who_may_not_read_it() {
    String cluster = make("/clusters", aCluster());
    String other = make("/clusters", aCluster());
    String organisation = make("/organisations", anOrganisation());
    String from = now();
    Map<String, Object> application = new HashMap<>(aMembership(cluster, organisation));
    application.remove("from");
    application.put("appliedOn", "2026-01-02");
    String id = make("/memberships", application);
    String refused =
        make(
            "/memberships",
            with(
                with(application, "appliedOn", "2026-01-03"),
                "organisation",
                make("/organisations", anOrganisation())));
    patch("/memberships/" + refused, Map.of("refusedOn", "2026-02-01")).statusCode(200);
    delete("/memberships/" + refused).statusCode(204);
    for (RequestSpecification caller : List.of(anyone(), bearer(aKey("EDITOR", other)))) {
      JsonPath told = changes(caller, from, "&types=membership");
      assertEquals(List.of(), told.getList("items"));
      assertNotEquals(from, told.getString("nextCursor"));
    }
    assertNotEquals(now(), now(), "no two cursors of one place are alike");
    assertEquals(
        id, changes(bearer(aKey("PARTNER")), from, "&types=membership").getString("items[0].id"));
    assertEquals(
        id,
        changes(bearer(aKey("EDITOR", cluster)), from, "&types=MEMBERSHIP")
            .getString("items[0].id"));
    String applied = now();
    patch("/memberships/" + id, Map.of("from", "2026-03-01")).statusCode(200);
    JsonPath admitted = changes(applied);
    assertTrue(
        admitted.getList("items[0].fields").containsAll(List.of("cluster", "appliedOn", "from")),
        "to him it is new");
    String member = admitted.getString("nextCursor");
    Map<String, Object> none = new HashMap<>();
    none.put("from", null);
    patch("/memberships/" + id, none).statusCode(200);
    JsonPath hidden = changes(member);
    assertEquals("NO_LONGER_VISIBLE", hidden.getString("items[0].reason"));
    delete("/memberships/" + id).statusCode(204);
    assertEquals(List.of(), changes(hidden.getString("nextCursor")).getList("items"));
  }

  @Test
  void why_a_membership_ended_is_told_to_its_cluster_alone() {
    String cluster = make("/clusters", aCluster());
    String id =
        make(
            "/memberships",
            with(
                aMembership(cluster, make("/organisations", anOrganisation())),
                "from",
                "2020-01-01"));
    String from = now();
    patch("/memberships/" + id, Map.of("until", "2024-01-01", "endReason", "EXPELLED"))
        .statusCode(200);
    assertEquals(List.of("until"), changes(from).getList("items[0].fields"));
    assertEquals(
        List.of("endReason", "until"),
        changes(bearer(aKey("EDITOR", cluster)), from, "").getList("items[0].fields"));
    String ended = now();
    patch("/memberships/" + id, Map.of("endReason", "LAPSED")).statusCode(200);
    assertEquals(List.of(), changes(ended).getList("items"));
    JsonPath embedded = changes(anyone(), from, "&embed=record");
    assertEquals(cluster, embedded.getString("items[0].record.cluster.id"));
    assertNull(embedded.get("items[0].record.endReason"));
    assertEquals(1, embedded.getLong("items[0].version"), "as of what he was told last");
  }

  @Test
  void credentials_are_told_to_administrators_alone() {
    String from = now();
    aKey("PARTNER");
    assertEquals(List.of(), changes(from).getList("items"));
    assertEquals("CREDENTIAL", changes(admin(), from, "").getString("items[0].type"));
    assertFalse(changes(admin(), from, "&embed=record").prettify().contains("ecretHash"));
  }

  @Test
  void filters_choose_what_belonged_there_before_or_after() {
    String one = make("/clusters", with(aCluster(), "region", "76"));
    String two = make("/clusters", with(aCluster(), "region", "93"));
    String from = now();
    String event =
        make(
            "/events",
            Map.of(
                "name",
                "E",
                "kind",
                "FAIR",
                "host",
                one,
                "scope",
                "LOCAL",
                "startsOn",
                "2030-01-01"));
    String made = now();
    patch("/events/" + event, Map.of("host", two)).statusCode(200);
    assertEquals(event, changes(anyone(), from, "&cluster=" + one).getString("items[0].id"));
    assertEquals(two, changes(anyone(), made, "&cluster=" + one).getString("items[0].cluster.id"));
    assertEquals(event, changes(anyone(), made, "&region=93").getString("items[0].id"));
    assertEquals(event, changes(anyone(), made, "&region=76").getString("items[0].id"));
    assertEquals(List.of(), changes(anyone(), made, "&region=53").getList("items"));
    assertEquals(List.of(), changes(anyone(), made, "&cluster=there-is-no-such").getList("items"));
  }

  @Test
  void pages_follow_each_other_and_cut_no_act() {
    String one = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    IntStream.range(0, 5)
        .forEach(
            i ->
                make(
                    "/memberships",
                    with(
                        aMembership(one, make("/organisations", anOrganisation())),
                        "from",
                        "2010-01-01")));
    String from = now();
    String slug = admin().get("/clusters/" + one).path("slug");
    post("/clusters/" + slug + "/dissolution", Map.of("on", "2025-01-01", "reason", "R"))
        .statusCode(200);
    make("/organisations", anOrganisation());
    JsonPath first = changes(anyone(), from, "&limit=1");
    assertEquals(6, first.getList("items").size(), "five memberships and their cluster");
    assertEquals(1, Set.copyOf(first.getList("items.act")).size());
    assertEquals(1, Set.copyOf(first.getList("items.at")).size());
    assertTrue(first.getBoolean("more"));
    JsonPath rest =
        anyone()
            .basePath("")
            .get(first.getString("next"))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertEquals(1, rest.getList("items").size());
    assertFalse(rest.getBoolean("more"));
    assertTrue(rest.getString("next").startsWith("/api/v1/changes?limit=1&after="));
  }

  @Test
  void an_act_of_more_than_a_thousand_records_comes_in_pages_and_says_where_it_ends() {
    String cluster = make("/clusters", with(aCluster(), "foundedOn", "2000"));
    String from = now();
    String file =
        IntStream.range(0, 1_300)
            .mapToObj(i -> "Member " + i + ",2010-01-01\n")
            .collect(java.util.stream.Collectors.joining("", "name,from\n", ""));
    admin()
        .contentType("text/csv")
        .body(file)
        .post("/memberships/csv?cluster=" + cluster)
        .then()
        .statusCode(200);
    make("/organisations", anOrganisation());
    assertEquals(2_601, longAct(from, ""), "memberships, organisations, and the one afterwards");
    assertEquals(1_301, longAct(from, "&types=ORGANISATION"));
    assertEquals(1_300, longAct(from, "&types=MEMBERSHIP"));
    assertEquals(1_300, longAct(from, "&cluster=" + cluster));
  }

  /** How many items there are, of which one says that it is the last of the long act. */
  private static int longAct(String from, String filter) {
    int ends = 0;
    int told = 0;
    Set<String> acts = new java.util.HashSet<>();
    for (String after = from; after != null; ) {
      JsonPath page = changes(anyone(), after, "&limit=10" + filter);
      List<Map<String, Object>> items = page.getList("items");
      assertTrue(items.size() <= 1_000, items.size() + " items");
      told += items.size();
      for (Map<String, Object> item : items) {
        acts.add((String) item.get("act"));
        if (Boolean.TRUE.equals(item.get("actEnd"))) {
          ends++;
          assertEquals(items.get(items.size() - 1), item);
          assertEquals(1, acts.size());
        }
      }
      after = page.getBoolean("more") ? page.getString("nextCursor") : null;
    }
    assertEquals(1, ends, filter);
    return told;
  }

  @Test
  void who_waits_is_answered_with_the_first_item_for_him_or_when_his_time_is_over()
      throws Exception {
    String from = now();
    CompletableFuture<JsonPath> waiting =
        CompletableFuture.supplyAsync(() -> changes(anyone(), from, "&wait=20"));
    Thread.sleep(300);
    aKey("PARTNER");
    Thread.sleep(400);
    assertFalse(waiting.isDone(), "what is not for him does not wake him");
    String id = make("/organisations", anOrganisation());
    assertEquals(id, waiting.get().getString("items[0].id"));
    long begun = System.nanoTime();
    JsonPath none = changes(anyone(), now(), "&wait=1");
    assertEquals(List.of(), none.getList("items"));
    assertTrue(System.nanoTime() - begun > 900_000_000L);
    assertTrue(none.getString("nextCursor").length() > 20);
  }

  @Test
  void a_page_has_its_tag_also_where_it_was_waited_for() {
    for (String wait : List.of("", "&wait=1")) {
      String page = "/changes?after=" + now() + wait;
      anyone().get(page).then().statusCode(200).header("ETag", notNullValue());
    }
  }

  @Test
  void a_cursor_of_another_epoch_of_what_was_lost_or_of_nowhere_is_gone() throws SQLException {
    make("/organisations", anOrganisation());
    String before = now();
    String id = make("/organisations", anOrganisation());
    String lost = now();
    execute(
        "with gone as (delete from feed where position = (select position from head) returning 1)"
            + " update head set position = position - (select count(*) from gone)");
    anyone().get("/changes?after=" + lost).then().statusCode(410);
    patch("/organisations/" + id, Map.of("city", "Auch")).statusCode(200);
    var gone = anyone().get("/changes?after=" + lost).then().statusCode(410).extract();
    assertTrue(gone.path("type").toString().endsWith("/problems/cursor-gone"));
    assertTrue(gone.header("Link").contains("/api/v1/export"));
    changes(before);
    execute("update head set epoch = epoch + 1");
    anyone().get("/changes?after=" + before).then().statusCode(410);
    anyone().get("/changes?after=AAAA").then().statusCode(400);
    anyone().get("/changes?after=" + "A".repeat(90)).then().statusCode(410);
    execute(
        "insert into feed (position, history_seq, commit) select h.position + 1, x.seq, x.commit from head h,"
            + " (select seq, commit from history where record_id = '"
            + id
            + "' and not exists (select from feed f where f.history_seq = seq)) x");
    execute("update head set position = (select max(position) from feed)");
  }

  @Test
  void an_erasure_says_which_members_it_changed() {
    String cluster = make("/clusters", aCluster());
    String mandate =
        make(
            "/clusters/" + cluster + "/mandates",
            Map.of("role", "PRESIDENT", "from", "2020", "person", "Zebulon Utrakwist"));
    String from = now();
    post("/people/erasure", Map.of("person", "Zebulon Utrakwist")).statusCode(200);
    JsonPath told = changes(from);
    assertEquals(mandate, told.getString("items[0].id"));
    assertTrue(told.getBoolean("items[0].erased"));
    assertEquals(List.of("person"), told.getList("items[0].fields"));
  }

  @Test
  void what_is_asked_wrongly_is_told() {
    for (String wrong :
        List.of(
            "types=PLANET",
            "limit=0",
            "wait=-1",
            "embed=all",
            "cluster=No%20Slug",
            "after=%25",
            "x=1")) {
      anyone().get("/changes?" + wrong).then().statusCode(400);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
