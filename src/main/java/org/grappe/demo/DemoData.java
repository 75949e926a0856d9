package org.grappe.demo;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import org.grappe.caller.Caller;
import org.grappe.caller.Role;
import org.grappe.config.GrappeConfig;
import org.grappe.database.Database;
import org.grappe.database.TakesLong;
import org.jboss.logging.Logger;

/**
 * Loads the demo data set once: all of it or nothing, in one transaction, through the code that
 * serves the API.
 */
@ApplicationScoped
class DemoData {
  private static final Logger LOG = Logger.getLogger(DemoData.class);
  private static final String MARK = "demo-data-loaded";
  private final GrappeConfig config;
  private final Database database;
  private final Requests requests;
  private final CurrentIdentityAssociation caller;

  DemoData(
      GrappeConfig config,
      Database database,
      Requests requests,
      CurrentIdentityAssociation caller) {
    this.config = config;
    this.database = database;
    this.requests = requests;
    this.caller = caller;
  }

  @TakesLong("a start has no caller who waits")
  @Transactional
  @ActivateRequestContext
  void load(@Observes StartupEvent start) {
    if (config.demo().orElse(false) && isFirstTime()) {
      Caller demo = Caller.administrator(Caller.Kind.SERVICE, "demo data");
      caller.setIdentity(
          QuarkusSecurityIdentity.builder()
              .setPrincipal(() -> demo.author().key())
              .addRole(Role.ADMIN)
              .addAttribute(Caller.ATTRIBUTE, demo)
              .build());
      var all = DemoFile.read();
      all.forEach(requests::carryOut);
      LOG.infof("The demo data set is loaded: %d entries", all.size());
    }
  }

  /** Two instances that start together on one database are told apart by the primary key. */
  private boolean isFirstTime() {
    return database.change(
            "insert into settings (name, value) values (?, ?) on conflict do nothing",
            MARK,
            "1".getBytes(StandardCharsets.UTF_8))
        == 1;
  }
}
