package org.grappe.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.grappe.cli.doctor.Doctor;
import org.grappe.cli.doctor.Finding;
import org.grappe.cli.doctor.Finding.Grade;
import org.grappe.cli.remote.ServiceOptions;
import org.grappe.cli.terminal.ExitCode;
import org.grappe.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code grappe doctor}: what is wrong, and what to do. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final ServiceOptions service;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
    this.service = new ServiceOptions(terminal);
  }

  @Override
  public Integer call() {
    List<Finding> found = new Doctor(terminal, service).findings();
    found.forEach(one -> terminal.out().println(one.in(terminal.texts())));
    long wrong = found.stream().filter(one -> one.grade() == Grade.WRONG).count();
    long worrying = found.stream().filter(one -> one.grade() == Grade.WORRYING).count();
    terminal.tell("doctor.sum", wrong, worrying);
    return wrong > 0 ? ExitCode.REFUSED : ExitCode.OK;
  }
}
