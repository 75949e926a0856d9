package org.grappe.scdl;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.grappe.database.Database;
import org.grappe.table.Header;
import org.grappe.table.ImportReport;
import org.grappe.table.LineFault;
import org.grappe.value.Money;

/** What is told of the lines of a file once they are compared. */
@ApplicationScoped
class ScdlFindings {
  private final Database database;
  private final ScdlNames names;

  ScdlFindings(Database database, ScdlNames names) {
    this.database = database;
    this.names = names;
  }

  /** Finds other names, and the new lines that are in all but one thing as one of before. */
  void find() {
    names.find();
    database.change(
        """
        create temp table scdl_similar on commit drop as
        select distinct on (n) n, place
        from scdl_rows r
        cross join lateral unnest(r.alike) with ordinality a (hash, place)
        join (
          select hash, place
          from (
            select imported_alike from subsidy_lines
            where organisation in (select organisation from scdl_rows where not known)
            union all
            select imported_alike from subsidy_lines
            where cluster in (select cluster from scdl_rows where not known)) s
          cross join lateral unnest(imported_alike) with ordinality b (hash, place)) b
          using (hash, place)
        where not r.known and r.funder is not null and r.beneficiary is not null
        order by n, place""");
    database.change("alter table scdl_similar add primary key (n)");
  }

  /** What is told of the lines of this stretch, in the columns as the file calls them. */
  List<LineFault> of(Header<ScdlColumn> header, long from, long until) {
    return Stream.of(
            similar(header, from, until),
            differing(header, from, until),
            names.of(header, from, until))
        .flatMap(List::stream)
        .toList();
  }

  /** Those that are similar, each with what differs. */
  private List<LineFault> similar(Header<ScdlColumn> header, long from, long until) {
    return database.all(
        """
        select l.line, d."column", d.value
        from scdl_similar s
        join scdl_lines l using (n)
        join lateral (values
          (1, 'MONTANT', l.amount::text), (2, 'OBJET', l.purpose), (3, 'DATE_CONVENTION', l.day),
          (4, 'REFERENCE_DECISION', l.reference)) d (place, "column", value) using (place)
        where s.n >= ? and s.n < ?
        order by s.n""",
        row ->
            new LineFault(
                row.getLong(1),
                header.name(ScdlColumn.valueOf(row.getString(2))),
                row.getString(3),
                "similar",
                false,
                null),
        List.of(from, until));
  }

  /** The known lines of this stretch whose share is not the one that is kept. */
  private List<LineFault> differing(Header<ScdlColumn> header, long from, long until) {
    return database.all(
        """
        select l.line, trim_scale(l.share)::text
        from scdl_rows r
        join scdl_lines l using (n)
        where r.n >= ? and r.n < ? and r.kept is not null
          and l.share * 100 <> coalesce(r.kept_share::numeric, -1)
        order by r.n""",
        row ->
            new LineFault(
                row.getLong(1),
                header.name(ScdlColumn.POURCENTAGE_SUBVENTION),
                row.getString(2),
                "differs",
                false,
                null),
        List.of(from, until));
  }

  /** The sum of the parts, as far as they can be read, and how many beneficiaries are named. */
  ImportReport totals(ImportReport report) {
    return database
        .one(
            """
            select coalesce(sum(part), 0.00), count(distinct coalesce(name, siren, rna))
            from scdl_lines""",
            row -> report.about(Money.of(row.getBigDecimal(1), "EUR"), row.getLong(2)))
        .orElseThrow();
  }
}
