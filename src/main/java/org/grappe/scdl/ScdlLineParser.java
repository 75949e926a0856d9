package org.grappe.scdl;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.grappe.scdl.ScdlLine.Party;
import org.grappe.table.Cells;
import org.grappe.table.Columns;
import org.grappe.table.Days;
import org.grappe.table.Titles;
import org.grappe.value.PartialDate;
import org.grappe.value.Texts;

/** Makes a line of its cells, tolerantly, and tells each thing that it finds wrong or mends. */
final class ScdlLineParser {
  static final Columns<ScdlColumn> COLUMNS = new Columns<>(ScdlColumn.class);

  /** What people write where a number of the RAE doesn't apply. */
  private static final Set<String> NONE = Set.of("sansobjet", "neant", "nc", "aucun", "so", "na");

  private static final int LONGEST_TEXT = 256;
  private static final int LONGEST_RAE = 5;
  private final Cells<ScdlColumn> cells;
  private final ZoneId zone;

  ScdlLineParser(Cells<ScdlColumn> cells, ZoneId zone) {
    this.cells = cells;
    this.zone = zone;
  }

  ScdlLine line() {
    Party funder = ScdlPartyParser.funder(cells);
    PartialDate day = day();
    String reference = cells.text(ScdlColumn.REFERENCE_DECISION);
    Party beneficiary = ScdlPartyParser.beneficiary(cells);
    ScdlGrantParser grant = new ScdlGrantParser(cells);
    String purpose = required(ScdlColumn.OBJET, LONGEST_TEXT);
    return ScdlLineBuilder.builder()
        .number(cells.number())
        .raw(cells.raw())
        .funder(funder)
        .agreedOn(day)
        .reference(reference)
        .beneficiary(beneficiary)
        .purpose(purpose)
        .amount(grant.amount())
        .nature(Nature.of(cells))
        .conditions(required(ScdlColumn.CONDITIONS_VERSEMENT, LONGEST_TEXT))
        .period(PaymentPeriod.of(cells))
        .rae(rae())
        .notified(EuNotification.of(cells))
        .share(grant.share())
        .scheme(cells.text(ScdlColumn.DISPOSITIF_AIDE))
        .faults(cells.faults())
        .build();
  }

  private String required(ScdlColumn column, int longest) {
    String text = cells.text(column);
    if (text == null) {
      cells.tell(column, "required");
    } else if (Texts.length(text) > longest) {
      cells.tell(column, "too-long");
    }
    return text;
  }

  private PartialDate day() {
    String text = cells.text(ScdlColumn.DATE_CONVENTION);
    if (text == null) {
      cells.block(ScdlColumn.DATE_CONVENTION, "required");
      return null;
    }
    Optional<PartialDate> day = Days.date(text, zone);
    if (day.isEmpty()) {
      cells.block(ScdlColumn.DATE_CONVENTION, "date");
    } else if (!day.get().text().equals(text)) {
      cells.mend(ScdlColumn.DATE_CONVENTION, "date", day.get().text());
    } else if (text.length() < 10) {
      cells.tell(ScdlColumn.DATE_CONVENTION, "date");
    }
    return day.orElse(null);
  }

  private String rae() {
    String text = cells.text(ScdlColumn.ID_RAE);
    if (text != null && NONE.contains(Titles.plain(text))) {
      cells.mend(ScdlColumn.ID_RAE, "too-long", "");
      return null;
    }
    if (text != null && Texts.length(text) > LONGEST_RAE) {
      cells.tell(ScdlColumn.ID_RAE, "too-long");
    }
    return text;
  }
}
