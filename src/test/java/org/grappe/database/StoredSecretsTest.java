package org.grappe.database;

import static org.grappe.testing.Api.unique;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.grappe.testing.RealPostgres;
import org.junit.jupiter.api.Test;

/** What was once told to be the secret is so for good, whatever becomes of who asked first. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class StoredSecretsTest {
  @Inject StoredSecrets secrets;
  @Inject Database database;

  @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
  int connections;

  @Test
  void a_secret_outlives_the_transaction_that_needed_it_first() {
    String name = unique("secret");
    QuarkusTransaction.begin();
    byte[] told = secrets.named(name);
    QuarkusTransaction.rollback();
    assertArrayEquals(told, stored(name).get(0));
    assertArrayEquals(told, secrets.named(name));
  }

  @Test
  void the_secrets_of_the_service_are_there_before_anybody_asks() {
    for (String name : List.of("admin-key-salt", "cursor-secret", "feed-secret")) {
      assertEquals(1, stored(name).size(), name);
    }
  }

  /** Each holds a connection, and nobody could give one back before he has the secret. */
  @Test
  void all_who_hold_a_connection_get_it_at_once() throws Exception {
    String name = unique("secret");
    // the service itself looks at the database now and then
    int askers = connections - 2;
    CyclicBarrier together = new CyclicBarrier(askers);
    ExecutorService threads = Executors.newFixedThreadPool(askers);
    List<Future<String>> asked = new ArrayList<>();
    for (int i = 0; i < askers; i++) {
      asked.add(
          threads.submit(
              () ->
                  QuarkusTransaction.requiringNew()
                      .call(
                          () -> {
                            assertTrue(stored(name).isEmpty());
                            together.await();
                            return HexFormat.of().formatHex(secrets.named(name));
                          })));
    }
    Set<String> told = new TreeSet<>();
    for (Future<String> one : asked) {
      told.add(one.get());
    }
    threads.shutdown();
    assertEquals(Set.of(HexFormat.of().formatHex(stored(name).get(0))), told);
  }

  private List<byte[]> stored(String name) {
    return database.all(
        "select value from settings where name = ?", row -> row.getBytes(1), List.of(name));
  }
}
