package org.grappe.membership;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.grappe.table.ColumnNames;
import org.grappe.table.TableColumn;

/** The columns of a file of members. */
enum MemberColumn implements TableColumn {
  CLUSTER("cluster", MemberTitles.CLUSTER, List.of()),
  ORGANISATION("organisation", MemberTitles.ORGANISATION, List.of()),
  NAME("name", MemberTitles.NAME, List.of()),
  FIRST_NAME("firstName", MemberTitles.FIRST_NAME, List.of()),
  SIREN("siren", MemberTitles.SIREN, MemberAlarms.SIREN),
  SIRET("siret", MemberTitles.SIRET, MemberAlarms.SIRET),
  RNA("rna", MemberTitles.RNA, MemberAlarms.RNA),
  CITY("city", MemberTitles.CITY, List.of()),
  COLLEGE("college", MemberTitles.COLLEGE, List.of()),
  APPLIED_ON("appliedOn", MemberTitles.APPLIED_ON, List.of()),
  FROM("from", MemberTitles.FROM, MemberAlarms.FROM),
  UNTIL("until", MemberTitles.UNTIL, MemberAlarms.UNTIL),
  END_REASON("endReason", MemberTitles.END_REASON, List.of());

  @SuppressWarnings("ImmutableEnumChecker") // the lists are immutable
  private final ColumnNames names;

  MemberColumn(String title, List<String> titles, List<String> alarms) {
    this.names = new ColumnNames(title, titles, alarms);
  }

  /** The column of a field of the contract. */
  static MemberColumn of(String field) {
    return Arrays.stream(values())
        .filter(column -> column.title().equals(field))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(field));
  }

  @Override
  public ColumnNames names() {
    return names;
  }

  @Override
  public Set<String> otherMatters() {
    return this == UNTIL ? MemberAlarms.OTHER_ENDS : Set.of();
  }

  /** One number is enough. */
  @Override
  public String family() {
    return this == SIREN || this == SIRET || this == RNA ? "number" : title();
  }
}
