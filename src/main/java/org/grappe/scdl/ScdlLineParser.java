package org.grappe.scdl;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
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

  /** What in no file is a number of two digits. */
  private static final Set<ScdlColumn> TEXTS =
      EnumSet.of(
          ScdlColumn.NOM_ATTRIBUANT,
          ScdlColumn.NOM_BENEFICIAIRE,
          ScdlColumn.OBJET,
          ScdlColumn.NATURE,
          ScdlColumn.CONDITIONS_VERSEMENT,
          ScdlColumn.DATES_PERIODE_VERSEMENT,
          ScdlColumn.NOTIFICATION_UE);

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
    String purpose = required(ScdlColumn.OBJET, LONGEST_TEXT);
    return ScdlLineBuilder.builder()
        .number(cells.number())
        .raw(cells.raw())
        .funder(funder)
        .agreedOn(day)
        .reference(reference)
        .beneficiary(beneficiary)
        .purpose(purpose)
        .amount(amount())
        .nature(nature())
        .conditions(required(ScdlColumn.CONDITIONS_VERSEMENT, LONGEST_TEXT))
        .period(period())
        .rae(rae())
        .notified(notified())
        .share(share())
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

  private BigDecimal amount() {
    String text = cells.text(ScdlColumn.MONTANT);
    if (text == null) {
      cells.block(ScdlColumn.MONTANT, "required");
      return null;
    }
    Optional<BigDecimal> amount = Amounts.amount(text);
    boolean torn = cells.isCutAfter(ScdlColumn.MONTANT, TEXTS);
    if (torn || amount.isEmpty() || amount.get().signum() < 0) {
      cells.block(ScdlColumn.MONTANT, "amount");
    } else if (!text.matches("\\d+(\\.\\d{1,5})?")) {
      cells.mend(ScdlColumn.MONTANT, "amount", amount.get().toPlainString());
    }
    return torn ? null : amount.orElse(null);
  }

  private String nature() {
    String text = cells.text(ScdlColumn.NATURE);
    if (text == null) {
      cells.tell(ScdlColumn.NATURE, "required");
      return null;
    }
    String meant = Nature.of(text);
    if (meant == null) {
      cells.tell(ScdlColumn.NATURE, "nature");
      return text;
    }
    if (!meant.equals(text)) {
      cells.mend(ScdlColumn.NATURE, "nature", meant);
    }
    return meant;
  }

  private String period() {
    String text = cells.text(ScdlColumn.DATES_PERIODE_VERSEMENT);
    if (text == null) {
      cells.tell(ScdlColumn.DATES_PERIODE_VERSEMENT, "required");
    } else if (!Days.isPeriod(text)) {
      String newer = text.replace('_', '/');
      if (Days.isPeriod(newer)) {
        cells.mend(ScdlColumn.DATES_PERIODE_VERSEMENT, "period", newer);
        return newer;
      }
      cells.tell(ScdlColumn.DATES_PERIODE_VERSEMENT, "period");
    }
    return text;
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

  private Boolean notified() {
    String text = cells.text(ScdlColumn.NOTIFICATION_UE);
    if (text == null) {
      cells.tell(ScdlColumn.NOTIFICATION_UE, "required");
      return null;
    }
    Boolean notified =
        switch (text.toLowerCase(Locale.ROOT)) {
          case "oui", "o", "vrai", "true", "yes" -> Boolean.TRUE;
          case "non", "n", "faux", "false", "no" -> Boolean.FALSE;
          default -> null;
        };
    if (notified == null) {
      cells.tell(ScdlColumn.NOTIFICATION_UE, "boolean");
    } else if (!text.equals(notified ? "oui" : "non")) {
      cells.mend(ScdlColumn.NOTIFICATION_UE, "boolean", notified ? "oui" : "non");
    }
    return notified;
  }

  /** Who is alone has the whole; a share that cannot be read leaves the part unknown. */
  private BigDecimal share() {
    String text = cells.text(ScdlColumn.POURCENTAGE_SUBVENTION);
    if (text == null) {
      cells.mend(ScdlColumn.POURCENTAGE_SUBVENTION, "required", "1");
      return BigDecimal.ONE;
    }
    Optional<BigDecimal> share = Amounts.share(text);
    if (share.isEmpty()) {
      cells.tell(ScdlColumn.POURCENTAGE_SUBVENTION, "share");
    } else if (!text.matches("\\d(\\.\\d+)?")) {
      cells.mend(ScdlColumn.POURCENTAGE_SUBVENTION, "share", share.get().toPlainString());
    }
    return share.orElse(null);
  }
}
