package org.grappe.membership;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import org.grappe.table.Days;
import org.grappe.table.LegalNumber;
import org.grappe.table.LegalNumber.Kind;
import org.grappe.table.Titles;
import org.grappe.value.PartialDate;

/**
 * Finds in columns that nobody knows what would make something else of a line: that the member has
 * left, or the number by which it is known. What stands there tells it, whatever the title.
 */
final class MemberDoubts {
  private static final Set<Kind> NUMBERS = Set.of(Kind.SIREN, Kind.SIRET, Kind.RNA);
  private static final String AS_LONG_AS_ONE = "\\d{9}|\\d{14}";

  /** In a register of trade the number stands beside a place ({@code RCS Toulouse B}). */
  private static final Pattern WITHIN = Pattern.compile("(?<!\\d)\\d{9}(?!\\d)");

  private final MemberLine line;
  private final ZoneId zone;

  MemberDoubts(MemberLine line, ZoneId zone) {
    this.line = line;
    this.zone = zone;
  }

  /** Leaves the line out where it may mean something else. */
  void tell() {
    if (line.cells().text(MemberColumn.UNTIL) == null) {
      line.cells().doubt(MemberColumn.UNTIL, this::tellsEnd);
    }
    if (!line.isIdentified()) {
      line.cells().doubt(MemberColumn.SIREN, MemberDoubts::tellsNumber);
    }
  }

  private boolean tellsEnd(String title, String cell) {
    String said = Titles.plain(cell);
    return MemberAlarms.LEFT.contains(said)
        || (MemberAlarms.NO.contains(said) && hasAny(title, MemberAlarms.STAYS))
        || (MemberAlarms.YES.contains(said) && hasAny(title, MemberAlarms.GONE))
        || (isLater(cell)
            && !hasAny(title, MemberAlarms.HARMLESS_DAYS)
            && !hasAny(title, MemberAlarms.OTHER_ENDS));
  }

  /** Months and years aren't told from other numbers. */
  private boolean isLater(String cell) {
    LocalDate begin = line.from() == null ? line.appliedOn() : line.from();
    return begin != null
        && cell.length() >= "20160101".length()
        && Days.date(cell, zone)
            .filter(day -> day.firstDay().equals(day.lastDay()))
            .map(PartialDate::firstDay)
            .filter(begin::isBefore)
            .isPresent();
  }

  private static boolean tellsNumber(String title, String cell) {
    if (hasAny(title, MemberAlarms.PHONES)) {
      return false;
    }
    String bare = cell.replaceAll("[\\s\\p{Zs}.]", "");
    return NUMBERS.contains(LegalNumber.of(cell).kind())
        || (bare.matches(AS_LONG_AS_ONE) && hasAny(title, MemberAlarms.IDENTIFIERS))
        || (WITHIN.matcher(bare).find() && hasAny(title, MemberAlarms.REGISTERS));
  }

  private static boolean hasAny(String title, Set<String> some) {
    return Titles.words(title).stream().anyMatch(some::contains);
  }
}
