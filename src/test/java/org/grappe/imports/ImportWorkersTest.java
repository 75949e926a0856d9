package org.grappe.imports;

import static org.grappe.testing.Api.admin;
import static org.grappe.testing.ImportedFiles.begun;
import static org.grappe.testing.ImportedFiles.ended;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.grappe.testing.LeavesMuch;
import org.grappe.testing.RealPostgres;
import org.grappe.testing.Subsidies;
import org.junit.jupiter.api.Test;

/** Whatever befalls one file, the next is taken up. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@LeavesMuch
class ImportWorkersTest {
  private static final int WORKERS = 2;
  @Inject ImportQueue queue;
  @Inject SpoolSpace space;

  /** Where to sit down ends badly. */
  @Vetoed
  private static final class Broken extends ImportQueue {
    private final CountDownLatch met = new CountDownLatch(WORKERS);

    @Override
    synchronized void leave(String caller) {
      met.countDown();
      throw new StackOverflowError("as a program's own fault");
    }
  }

  @Test
  void an_error_ends_no_worker() throws Exception {
    Broken seats = new Broken();
    for (int i = 0; i < WORKERS; i++) {
      ImportFile file = new ImportFile(() -> "/none", space, "who" + i, seats);
      file.becomeLong();
      Sender sender =
          new Sender("who" + i, QuarkusSecurityIdentity.builder().setAnonymous(true).build(), null);
      queue.add(
          new ImportJob(
              UUID.randomUUID(),
              null,
              file,
              new ImportOrder(false, false, true, Map.of()),
              sender));
    }
    assertTrue(seats.met.await(30, TimeUnit.SECONDS));
    String siret = Subsidies.siret(org.grappe.testing.Records.aSiren());
    StringBuilder lines = new StringBuilder(Subsidies.HEADER);
    for (int n = 0; n < 8_000; n++) {
      lines.append(Subsidies.line(siret, 70_000_000, n));
    }
    String path = begun(admin(), lines.toString(), "/subsidy-lines/scdl");
    ended(admin(), path).body("status", equalTo("COMPLETED"));
  }
}
