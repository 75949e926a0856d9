package org.grappe.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.membership.Namesakes.Namesake;
import org.grappe.table.CopyRows;
import org.grappe.value.Ids;

/**
 * Decides who those are that a file tells by a name alone: one name after the other, so that memory
 * holds the namesakes of a few.
 */
@ApplicationScoped
class NamesakeDecisions {
  private static final int STRETCH = 2000;

  /** More bearers of one name are not told apart. */
  private static final int MOST_NAMESAKES = 1000;

  private final Database database;

  NamesakeDecisions(Database database) {
    this.database = database;
  }

  /** A name that the file has in a cluster, with one city or none. */
  private record Party(String party, String group, Named named) {}

  /** Takes each of {@code member_names} in its turn to {@code member_decisions}. */
  void decide() {
    String bearers = "";
    List<Namesake> known = List.of();
    for (long from = 1; ; from += STRETCH) {
      List<Party> parties =
          database.all(
              "select * from member_names where turn >= ? and turn < ? order by turn",
              NamesakeDecisions::party,
              List.of(from, from + STRETCH));
      if (parties.isEmpty()) {
        return;
      }
      Map<String, List<Namesake>> namesakes = namesakes(from);
      CopyRows decisions = new CopyRows();
      for (Party party : parties) {
        if (!party.group().equals(bearers)) {
          bearers = party.group();
          known = namesakes.getOrDefault(bearers, new ArrayList<>());
        }
        decide(party, known, decisions);
      }
      database.copy("copy member_decisions from stdin (format csv)", decisions.take());
    }
  }

  private static void decide(Party party, List<Namesake> known, CopyRows decisions) {
    Namesakes.Decision decision =
        known.size() > MOST_NAMESAKES
            ? Namesakes.Decision.DOUBTFUL
            : Namesakes.decide(party.named(), known);
    boolean isNew = decision.same() == null && !decision.isDoubtful();
    UUID id = isNew ? Ids.fresh() : decision.same();
    if (isNew) {
      known.add(new Namesake(id, party.named().name(), party.named().city(), true));
    }
    known.replaceAll(one -> one.id().equals(id) ? one.told() : one);
    decisions.add(party.party(), id, isNew);
  }

  private Map<String, List<Namesake>> namesakes(long from) {
    Map<String, List<Namesake>> found = new HashMap<>();
    database
        .all(
            """
            select s.* from member_namesakes s
            where s.bearers in (select bearers from member_names where turn >= ? and turn < ?)
            order by s.id""",
            row -> Map.entry(row.getString("bearers"), Namesake.of(row)),
            List.of(from, from + STRETCH))
        .forEach(
            one ->
                found.computeIfAbsent(one.getKey(), key -> new ArrayList<>()).add(one.getValue()));
    return found;
  }

  private static Party party(ResultSet row) throws SQLException {
    return new Party(
        row.getString("party"),
        row.getString("bearers"),
        new Named(row.getString("name"), null, null, null, row.getString("city")));
  }
}
