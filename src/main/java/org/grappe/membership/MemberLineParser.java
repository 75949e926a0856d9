package org.grappe.membership;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.grappe.table.Cells;
import org.grappe.table.Columns;
import org.grappe.table.Days;
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

  MemberLineParser(Cells<MemberColumn> cells, ZoneId zone) {
    this.cells = cells;
    this.zone = zone;
  }

  MemberLine line() {
    MemberNumberParser numbers = new MemberNumberParser(cells);
    String organisation = cells.text(MemberColumn.ORGANISATION);
    String name = name();
    if (organisation != null && name == null && Slugs.id(organisation).isEmpty()) {
      cells.mend(MemberColumn.ORGANISATION, "name", organisation);
      name = organisation;
      organisation = null;
    }
    Named named = numbers.named(name, text(MemberColumn.CITY));
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
            .endReason(EndReasonParser.reason(cells))
            .build();
    new MemberDoubts(line, zone).tell();
    line.check();
    return line;
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
}
