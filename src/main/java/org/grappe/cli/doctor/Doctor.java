package org.grappe.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.grappe.cli.remote.ServiceOptions;
import org.grappe.cli.terminal.Terminal;
import org.grappe.embedded.Refusal;
import org.grappe.embedded.Surroundings;

/** Looks at everything that a service stands on. */
public record Doctor(Terminal terminal, ServiceOptions service) {

  /** Asks a service elsewhere, where its address is given; else looks at all that is here. */
  public List<Finding> findings() {
    boolean elsewhere = service.isGiven();
    List<Finding> found = new ArrayList<>();
    if (elsewhere) {
      found.add(Finding.fine("doctor.here", "doctor.not-looked-at"));
    }
    String usual = "http://localhost:8080";
    if (!elsewhere) {
      try {
        Surroundings here = Surroundings.read();
        usual = "http://localhost:" + here.port();
        for (Refusal fault : here.faults()) {
          found.add(
              Finding.wrong("doctor.configuration", "doctor.setting", fault.in(terminal.texts())));
        }
        found.addAll(new MachineChecks(here).run());
        found.addAll(new DatabaseChecks(here.pool(), terminal.texts()).run());
      } catch (Refusal refused) {
        found.add(
            Finding.wrong("doctor.configuration", "doctor.refused", refused.in(terminal.texts())));
      }
    }
    found.addAll(new ServiceChecks(service.remoteOr(usual), elsewhere, terminal.texts()).run());
    return found;
  }
}
