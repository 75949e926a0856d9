package org.grappe.webhook;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aSource;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is sent to has said so, and nobody says so, or anything else, for another. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestProfile(WebhookProfile.class)
class ConsentTest {
  private Receiver receiver;
  private String partner;
  private String hook;

  @BeforeEach
  void receive() throws Exception {
    receiver = new Receiver();
    partner = aKey("PARTNER");
    hook = Hooks.active(partner, receiver, "types", List.of("SOURCE")).getString("id");
  }

  @AfterEach
  void close() {
    bearer(partner).header("If-Match", "*").delete("/webhooks/" + hook).then();
    receiver.close();
  }

  private void move(Receiver to) {
    bearer(partner)
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(Map.of("address", to.address()))
        .patch("/webhooks/" + hook)
        .then()
        .statusCode(200)
        .body("status", equalTo("PENDING"));
  }

  @Test
  void a_late_answer_of_the_address_before_says_nothing_of_the_new_one() throws Exception {
    for (int status : new int[] {410, 200}) {
      receiver.answering(
          one -> {
            Hooks.pause(1_500);
            one.answer(status, "");
          });
      String id = make("/sources", aSource());
      Hooks.await(() -> receiver.changesOf(id).size() == 1, "it is under way");
      try (Receiver other = new Receiver()) {
        move(other);
        Hooks.awaitStatus(partner, hook, "ACTIVE");
        Hooks.pause(1_500);
        Hooks.await(() -> other.changesOf(id).size() == 1, "the new address is told it");
        assertEquals("ACTIVE", Hooks.status(partner, hook));
        receiver.answering(one -> one.answer(200, ""));
        move(receiver);
        Hooks.awaitStatus(partner, hook, "ACTIVE");
      }
    }
  }

  @Test
  void of_two_challenges_the_one_that_is_met_ends_the_other() {
    final String first =
        (String) Hooks.deliveries(partner, hook, "kind=challenge").get(0).get("id");
    receiver.challenged(one -> one.answer(500, ""));
    Hooks.act(partner, hook + "/challenge").statusCode(200).body("status", equalTo("PENDING"));
    Hooks.await(
        () ->
            Hooks.deliveries(partner, hook, "kind=challenge&status=waiting").stream()
                .anyMatch(one -> "STATUS".equals(one.get("error"))),
        "the second is tried");
    receiver.challenged(
        one -> {
          if (first.equals(one.header("webhook-id"))) {
            Receiver.meet(one);
          } else {
            one.answer(500, "");
          }
        });
    Hooks.act(partner, hook + "/deliveries/" + first + "/redelivery").statusCode(200);
    Hooks.awaitStatus(partner, hook, "ACTIVE");
    assertEquals(List.of(), Hooks.deliveries(partner, hook, "kind=challenge&status=waiting"));
    String id = make("/sources", aSource());
    Hooks.await(() -> receiver.changesOf(id).size() == 1, "it is told");
  }
}
