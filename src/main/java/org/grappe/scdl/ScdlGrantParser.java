package org.grappe.scdl;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.grappe.table.Cells;

/** Makes of its cells what a line says of money: the grant's amount, and how it is shared. */
final class ScdlGrantParser {
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

  private final Cells<ScdlColumn> cells;

  ScdlGrantParser(Cells<ScdlColumn> cells) {
    this.cells = cells;
  }

  BigDecimal amount() {
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

  /** Who is alone has the whole; a share that cannot be read leaves the part unknown. */
  BigDecimal share() {
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
