package org.grappe.scdl;

import org.grappe.scdl.ScdlLine.Party;
import org.grappe.table.CopyRows;

/** Lines as the database loads them. */
final class ScdlRows {
  private final CopyRows rows = new CopyRows();

  void add(long n, ScdlLine line) {
    Party funder = line.funder();
    Party beneficiary = line.beneficiary();
    rows.add(
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
        line.raw());
  }

  int count() {
    return rows.count();
  }

  String take() {
    return rows.take();
  }
}
