package org.grappe.cli.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grappe.cli.remote.Remote;
import org.grappe.cli.remote.ServiceOptions;
import org.grappe.cli.terminal.Terminal;
import org.grappe.embedded.Refusal;
import org.grappe.embedded.Surroundings;

/** Looks at everything that a service stands on. */
public record Doctor(Terminal terminal, ServiceOptions service) {
  /** Asks a service elsewhere, where its address is given; else looks at all that is here. */
  public List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    if (service.isGiven()) {
      found.add(Finding.fine("doctor.here", "doctor.not-looked-at"));
      found.addAll(new ServiceChecks(service.remote(), true, terminal.texts()).run());
      return found;
    }
    String usual = "http://localhost:8080";
    Optional<Path> idle = Optional.empty();
    Optional<RegistryCheck> registry = Optional.empty();
    try {
      Surroundings here = Surroundings.read();
      usual = "http://localhost:" + here.port();
      for (Refusal fault : here.faults()) {
        found.add(
            Finding.wrong("doctor.configuration", "doctor.setting", fault.in(terminal.texts())));
      }
      // before the database is looked at, which holds the directory meanwhile
      idle = here.idleDirectory();
      found.addAll(new MachineChecks(here).run());
      DatabaseChecks database = new DatabaseChecks(here.connections(), terminal.texts());
      found.addAll(database.run());
      registry = database.registry();
    } catch (Refusal refused) {
      found.add(
          Finding.wrong("doctor.configuration", "doctor.refused", refused.in(terminal.texts())));
    }
    Remote remote = service.remoteOr(usual);
    List<Finding> answered = new ServiceChecks(remote, false, terminal.texts()).run();
    found.addAll(answered);
    if (answered.stream().anyMatch(Finding::isOfAnAnswer)) {
      if (idle.isPresent()) {
        found.add(Finding.worrying("doctor.service", "doctor.another", usual, idle.get()));
      } else {
        registry.flatMap(one -> one.of(remote)).ifPresent(found::add);
      }
    }
    return found;
  }
}
