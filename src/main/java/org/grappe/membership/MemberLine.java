package org.grappe.membership;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.grappe.shared.PartialDate;
import org.grappe.shared.table.LineFault;
import org.grappe.shared.table.Table;

/** One line of a file of members: its cells by field, and what is wrong with them. */
final class MemberLine {
  /** The columns by their plain names, English and French. */
  static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("cluster", "cluster"),
          Map.entry("grappe", "cluster"),
          Map.entry("organisation", "organisation"),
          Map.entry("name", "name"),
          Map.entry("nom", "name"),
          Map.entry("raisonsociale", "name"),
          Map.entry("siren", "siren"),
          Map.entry("siret", "siret"),
          Map.entry("rna", "rna"),
          Map.entry("city", "city"),
          Map.entry("ville", "city"),
          Map.entry("college", "college"),
          Map.entry("appliedon", "appliedOn"),
          Map.entry("datededemande", "appliedOn"),
          Map.entry("from", "from"),
          Map.entry("dateadhesion", "from"),
          Map.entry("datedadhesion", "from"),
          Map.entry("datedentree", "from"),
          Map.entry("until", "until"),
          Map.entry("datedesortie", "until"),
          Map.entry("endreason", "endReason"),
          Map.entry("motif", "endReason"));

  private static final DateTimeFormatter FRENCH =
      DateTimeFormatter.ofPattern("d/M/uuuu", Locale.FRENCH)
          .withResolverStyle(java.time.format.ResolverStyle.STRICT);

  private final Table.Line line;
  private final List<LineFault> faults = new ArrayList<>();

  MemberLine(Table.Line line) {
    this.line = line;
  }

  /** The text of a field, unless it is empty. */
  Optional<String> text(String field) {
    return line.cells().entrySet().stream()
        .filter(cell -> field.equals(COLUMNS.get(Table.plain(cell.getKey()))))
        .map(Map.Entry::getValue)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** A number that people write in groups: {@code 356 000 000}. */
  String number(String field) {
    Optional<String> found = text(field);
    String cleaned = found.map(value -> value.replaceAll("[\\s\\u00a0\\u202f'’]", "")).orElse(null);
    found
        .filter(value -> !value.equals(cleaned))
        .ifPresent(value -> faults.add(fault(field, value, "identifier", false, cleaned)));
    return cleaned;
  }

  /** A day, ISO 8601 or as French spreadsheets write it. */
  LocalDate day(String field) {
    return text(field).map(value -> day(field, value)).orElse(null);
  }

  private LocalDate day(String field, String value) {
    try {
      return PartialDate.inRange(LocalDate.parse(value));
    } catch (DateTimeException notIso) {
      try {
        LocalDate day = PartialDate.inRange(LocalDate.parse(value, FRENCH));
        faults.add(fault(field, value, "date", false, day.toString()));
        return day;
      } catch (DateTimeException noDate) {
        block(field, "date");
        return null;
      }
    }
  }

  /** Leaves the line out for this. */
  void block(String field, String rule) {
    faults.add(fault(field, text(field).orElse(null), rule, true, null));
  }

  boolean isBlocked() {
    return faults.stream().anyMatch(LineFault::blocking);
  }

  List<LineFault> faults() {
    return faults;
  }

  private LineFault fault(String field, String value, String rule, boolean blocks, String repair) {
    return new LineFault(line.number(), column(field), value, rule, blocks, repair);
  }

  private String column(String field) {
    return line.cells().keySet().stream()
        .filter(header -> field.equals(COLUMNS.get(Table.plain(header))))
        .findFirst()
        .orElse(field);
  }
}
