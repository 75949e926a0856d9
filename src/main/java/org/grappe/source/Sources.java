package org.grappe.source;

import static org.grappe.query.Sort.Kind.PARTIAL_DATE;
import static org.grappe.query.Sort.Kind.TEXT;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.grappe.query.Columns;
import org.grappe.query.Listing;
import org.grappe.record.Owners;
import org.grappe.record.Records;
import org.grappe.record.RecordsFactory;
import org.grappe.record.Repository;

/** The sources. */
@ApplicationScoped
class Sources implements Repository<Source, Source.Content, SourceView> {
  static final Listing<SourceView> LISTING =
      Listing.of("/sources", SourceView.class, Columns.of("s", SourceView.class), "sources s")
          .searchable()
          .choice("kind", Source.Kind.class, "s.kind", "What kind of document it is.")
          .sort("title", TEXT, "s.title")
          .sortOptional("publishedOn", PARTIAL_DATE, "s.published_on collate \"C\"")
          .sortedBy("title");

  private final Records<Source, Source.Content, SourceView> records;

  Sources(RecordsFactory records) {
    this.records = records.of(this, Source::new, Source.Content.class, LISTING);
  }

  @Override
  public Records<Source, Source.Content, SourceView> records() {
    return records;
  }

  /** Any editor enters one; see {@link Owners#anyEditor}. */
  @Override
  public Owners owners(Source entry) {
    return Owners.anyEditor();
  }

  /** Nothing refers to it any more, so it is whose who entered it. */
  @Override
  public Owners ownersOfDeleted(List<UUID> clusters) {
    return Owners.anyEditor();
  }
}
