package org.grappe.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.database.Database;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;

/** The figures. */
@ApplicationScoped
class Figures implements Repository<Figure, Figure.Content, FigureView> {
  private final Records<Figure, Figure.Content, FigureView> records;
  private final Database database;

  Figures(RecordsFactory records, Database database) {
    this.records = records.of(this, Figure::new, Figure.Content.class, FigureListing.LISTING);
    this.database = database;
  }

  @Override
  public Records<Figure, Figure.Content, FigureView> records() {
    return records;
  }

  /**
   * Those of a cluster are its editor's, those of an event its host's, those of a merger every
   * party's; those of a region are nobody's.
   */
  @Override
  public Owners owners(Figure figure) {
    Subject subject = figure.content().subject();
    if (subject.event() != null || subject.merger() != null) {
      return Owners.any(countedIn(subject));
    }
    var clusters = subject.counted();
    return clusters.isEmpty() ? Owners.administrators() : Owners.all(clusters);
  }

  private List<UUID> countedIn(Subject subject) {
    return database.all(
        "select clusters_counted(nullif(?, '')::uuid, nullif(?, '')::uuid)",
        row -> row.getObject(1, UUID.class),
        List.of(text(subject.event()), text(subject.merger())));
  }

  private static String text(UUID id) {
    return id == null ? "" : id.toString();
  }
}
