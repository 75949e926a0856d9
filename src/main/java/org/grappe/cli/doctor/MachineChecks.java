package org.grappe.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grappe.embedded.Surroundings;

/** What the configuration says of this machine: directories, their disks, the clock, the key. */
record MachineChecks(Surroundings surroundings) {
  private static final long LITTLE = 1L << 30;
  private static final long NONE = 100L << 20;

  List<Finding> run() {
    List<Finding> found = new ArrayList<>();
    found.add(Finding.fine("doctor.java", "doctor.version", Runtime.version().toString()));
    surroundings
        .standingClock()
        .ifPresent(now -> found.add(Finding.worrying("doctor.clock", "doctor.stands", now)));
    if (!surroundings.hasAdministrator()) {
      found.add(Finding.worrying("doctor.administrator", "doctor.nobody"));
    }
    if (!surroundings.hasContact()) {
      found.add(Finding.fine("doctor.contact", "doctor.no-contact"));
    }
    surroundings.directories().forEach((name, path) -> found.add(disk(name, path)));
    return found;
  }

  private static Finding disk(String name, Path path) {
    Path there = path.toAbsolutePath();
    while (Files.notExists(there)) {
      there = there.getParent();
    }
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      if (!Files.isWritable(there)) {
        return Finding.wrong("doctor.disk", "doctor.not-writable", name, path);
      }
      if (free < NONE) {
        return Finding.wrong("doctor.disk", "doctor.full", name, path, free >> 20);
      }
      return free < LITTLE
          ? Finding.worrying("doctor.disk", "doctor.little", name, path, free >> 20)
          : Finding.fine("doctor.disk", "doctor.room", name, path, free >> 20);
    } catch (IOException unknown) {
      return Finding.wrong("doctor.disk", "doctor.not-writable", name, path);
    }
  }
}
