package org.grappe.membership;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.grappe.table.Cells;
import org.grappe.table.Columns;
import org.grappe.table.Days;
import org.grappe.table.LegalNumber;
import org.grappe.table.LegalNumber.Kind;
import org.grappe.table.Titles;
import org.grappe.value.PartialDate;
import org.grappe.value.Slugs;
import org.grappe.value.Texts;

/** Makes a line of its cells, tolerantly, and tells each thing that it finds wrong or mends. */
final class MemberLineParser {
  static final Columns<MemberColumn> COLUMNS = new Columns<>(MemberColumn.class);
  private static final int LONGEST_NAME = 200;

  /** Titles that beside a first name mean a person. */
  private static final Set<String> PERSON =
      Set.of("nom", "name", "nomdefamille", "lastname", "nomdeladherent", "nomdumembre");

  private final Cells<MemberColumn> cells;
  private final ZoneId zone;
  private String siren;
  private String siret;
  private String rna;

  MemberLineParser(Cells<MemberColumn> cells, ZoneId zone) {
    this.cells = cells;
    this.zone = zone;
  }

  MemberLine line() {
    number(MemberColumn.SIREN);
    number(MemberColumn.SIRET);
    number(MemberColumn.RNA);
    String organisation = cells.text(MemberColumn.ORGANISATION);
    String name = name();
    if (organisation != null && name == null && Slugs.id(organisation).isEmpty()) {
      cells.mend(MemberColumn.ORGANISATION, "name", organisation);
      name = organisation;
      organisation = null;
    }
    Named named = new Named(name, siren, siret, rna, text(MemberColumn.CITY));
    if (named.name() == null && organisation == null && !named.isNumbered()) {
      cells.block(MemberColumn.NAME, "name");
    }
    MemberLine line =
        MemberLineBuilder.builder()
            .cells(cells)
            .cluster(cells.text(MemberColumn.CLUSTER))
            .organisation(organisation)
            .named(named)
            .college(cells.text(MemberColumn.COLLEGE))
            .appliedOn(day(MemberColumn.APPLIED_ON, PartialDate::firstDay))
            .from(day(MemberColumn.FROM, PartialDate::firstDay))
            .until(day(MemberColumn.UNTIL, PartialDate::lastDay))
            .endReason(reason())
            .build();
    new MemberDoubts(line, zone).tell();
    if (!line.isBlocked()) {
      line.check();
    }
    return line;
  }

  /** A number may stand in the column of another. */
  private void number(MemberColumn column) {
    String said = cells.text(column);
    if (said == null) {
      return;
    }
    LegalNumber number = LegalNumber.of(said);
    switch (number.kind()) {
      case NONE -> cells.mend(column, "identifier", "");
      case SIREN -> siren = agreed(column, siren, number);
      case SIRET -> {
        siret = agreed(column, siret, number);
        if (siren != null && !siret.startsWith(siren)) {
          cells.block(column, "siret");
        }
      }
      case RNA -> rna = agreed(column, rna, number);
      case WRONG ->
          cells.block(
              column, number.rule().equals("damaged-number") ? number.rule() : column.title());
    }
    boolean isElsewhere = number.kind() != Kind.NONE && !number.kind().name().equals(column.name());
    if (number.value() != null && (number.isCleaned() || isElsewhere)) {
      cells.mend(column, "identifier", number.value());
    }
  }

  private String agreed(MemberColumn column, String before, LegalNumber number) {
    if (before != null && !before.equals(number.value())) {
      cells.block(column, column.title());
    }
    return number.value();
  }

  /** The name; a person's is put together, so that namesakes stay apart. */
  private String name() {
    String name = text(MemberColumn.NAME);
    String first = text(MemberColumn.FIRST_NAME);
    if (name == null
        || first == null
        || !PERSON.contains(Titles.plain(cells.title(MemberColumn.NAME)))) {
      return name;
    }
    String whole = first + " " + name;
    cells.mend(MemberColumn.NAME, "name", whole);
    return Texts.length(whole) > LONGEST_NAME ? name : whole;
  }

  private String text(MemberColumn column) {
    String text = cells.text(column);
    if (text != null && Texts.length(text) > LONGEST_NAME) {
      cells.block(column, column.title());
    }
    return text;
  }

  /** A day; of a month or a year that is all that is told, the first or the last. */
  private LocalDate day(MemberColumn column, Function<PartialDate, LocalDate> edge) {
    String text = cells.text(column);
    if (text == null) {
      return null;
    }
    Optional<LocalDate> day = Days.date(text, zone).map(edge);
    if (day.isEmpty()) {
      cells.block(column, "date");
    } else if (!day.get().toString().equals(text)) {
      cells.mend(column, "date", day.get().toString());
    }
    return day.orElse(null);
  }

  private MembershipContent.EndReason reason() {
    String text = cells.text(MemberColumn.END_REASON);
    if (text == null) {
      return null;
    }
    Optional<MembershipContent.EndReason> reason =
        Arrays.stream(MembershipContent.EndReason.values())
            .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
            .findFirst();
    if (reason.isPresent()) {
      return reason.get();
    }
    MembershipContent.EndReason meant = meant(Titles.plain(text));
    if (meant == null) {
      cells.block(MemberColumn.END_REASON, "endReason");
    } else {
      cells.mend(MemberColumn.END_REASON, "endReason", meant.name());
    }
    return meant;
  }

  private static MembershipContent.EndReason meant(String plain) {
    return switch (plain) {
      case "demission", "demissionnaire", "resignation" -> MembershipContent.EndReason.RESIGNED;
      case "exclusion", "exclu", "exclue" -> MembershipContent.EndReason.EXPELLED;
      case "nonrenouvellement", "nonrenouvele", "nonpaiement", "expiration" ->
          MembershipContent.EndReason.LAPSED;
      case "fusion" -> MembershipContent.EndReason.MERGED;
      case "dissolution" -> MembershipContent.EndReason.DISSOLVED;
      default -> null;
    };
  }
}
