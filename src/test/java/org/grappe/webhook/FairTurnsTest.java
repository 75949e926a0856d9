package org.grappe.webhook;

import static org.grappe.testing.Api.aKey;
import static org.grappe.testing.Api.bearer;
import static org.grappe.testing.Api.make;
import static org.grappe.testing.Records.aSource;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/**
 * Receivers that hang do not take all places: who answers is told, however many of them there are.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestProfile(NarrowProfile.class)
class FairTurnsTest {
  @Test
  void who_answers_waits_for_nobody_who_hangs() throws Exception {
    String partner = aKey("PARTNER");
    List<String> hooks = new ArrayList<>();
    try (Receiver hanging = new Receiver();
        Receiver silent = new Receiver().challenged(one -> Hooks.pause(10_000));
        Receiver quick = new Receiver()) {
      for (int i = 0; i < 9; i++) {
        hooks.add(Hooks.active(partner, hanging, "types", List.of("SOURCE")).getString("id"));
      }
      hooks.add(Hooks.active(partner, quick, "types", List.of("SOURCE")).getString("id"));
      hanging.answering(one -> Hooks.pause(10_000));
      String first = make("/sources", aSource());
      // whoever hangs for the first time has a place until his time is over
      Hooks.await(() -> quick.changesOf(first).size() == 1, "it is told in the end");
      Hooks.await(
          () -> hanging.changesOf(first).size() >= 9, "all that hang have been tried by then");
      for (int i = 0; i < 9; i++) {
        hooks.add(
            Hooks.asked(partner, "address", silent.address()).statusCode(201).extract().path("id"));
      }
      Hooks.pause(4_500);
      for (int i = 0; i < 10; i++) {
        long begun = System.nanoTime();
        String id = make("/sources", aSource());
        Hooks.await(() -> quick.changesOf(id).size() == 1, "it is told");
        long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        assertTrue(waited < 2_000, waited + " ms");
        Hooks.pause(300);
      }
      hooks.forEach(id -> bearer(partner).header("If-Match", "*").delete("/webhooks/" + id).then());
    }
  }
}
