package org.grappe.scdl;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.grappe.scdl.ScdlLine.Party;

/** Lines as the database loads them: CSV in which only what isn't known is not in quotes. */
final class ScdlRows {
  private final StringBuilder rows = new StringBuilder();
  private int count;

  void add(long n, ScdlLine line) {
    Party funder = line.funder();
    Party beneficiary = line.beneficiary();
    Object[] cells = {
      n,
      line.number(),
      line.isBlocked(),
      funder.name(),
      funder.siren(),
      funder.siret(),
      beneficiary.name(),
      beneficiary.siren(),
      beneficiary.siret(),
      beneficiary.rna(),
      line.agreedOn(),
      line.reference(),
      line.purpose(),
      line.amount(),
      line.share(),
      line.part(),
      line.nature(),
      line.conditions(),
      line.period(),
      line.rae(),
      line.notified(),
      line.scheme(),
      line.raw()
    };
    rows.append(Arrays.stream(cells).map(ScdlRows::cell).collect(Collectors.joining(",")))
        .append('\n');
    count++;
  }

  private static String cell(Object value) {
    return value == null ? "" : '"' + value.toString().replace("\"", "\"\"") + '"';
  }

  int count() {
    return count;
  }

  /** All that was added, and begins anew. */
  String take() {
    String taken = rows.toString();
    rows.setLength(0);
    count = 0;
    return taken;
  }
}
