package org.grappe.people;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.Role;
import org.grappe.database.Database;
import org.grappe.database.Replica;
import org.grappe.database.TakesLong;
import org.grappe.imports.UnfinishedImports;

/**
 * Takes names out once more, when those files are through that were on their way while they were
 * taken out. Until then, and no longer, these names are kept.
 */
@ApplicationScoped
class RepeatedErasures {
  private final Erasures erasures;
  private final UnfinishedImports imports;
  private final Database database;
  private final CurrentIdentityAssociation caller;

  RepeatedErasures(
      Erasures erasures,
      UnfinishedImports imports,
      Database database,
      CurrentIdentityAssociation caller) {
    this.erasures = erasures;
    this.imports = imports;
    this.database = database;
    this.caller = caller;
  }

  private record Kept(UUID id, String person, UUID cluster, Instant at) {}

  /** One at a time, of whichever instance comes first. */
  @Scheduled(
      every = "5s",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Replica.class)
  @TakesLong("every table is read from end to end")
  @ActivateRequestContext
  @Transactional
  void repeat() {
    oldest()
        .filter(one -> !imports.areAnyFromBefore(one.at()))
        .ifPresent(
            one -> {
              actAsTheService();
              erasures.takeOut(new PersonName(one.person()), one.cluster(), false);
              database.change("delete from repeated_erasures where id = ?", one.id());
            });
  }

  private Optional<Kept> oldest() {
    return database.one(
        """
        select id, person, cluster, at from repeated_erasures order by at, id limit 1
        for update skip locked""",
        row ->
            new Kept(
                row.getObject("id", UUID.class),
                row.getString("person"),
                row.getObject("cluster", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant()));
  }

  private void actAsTheService() {
    Caller service = Caller.administrator(Caller.Kind.SERVICE, "repeated erasure");
    caller.setIdentity(
        QuarkusSecurityIdentity.builder()
            .setPrincipal(() -> service.author().key())
            .addRole(Role.ADMIN)
            .addAttribute(Caller.ATTRIBUTE, service)
            .build());
  }
}
