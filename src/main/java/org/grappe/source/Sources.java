package org.grappe.source;

import static org.grappe.query.Sort.Kind.PARTIAL_DATE;
import static org.grappe.query.Sort.Kind.TEXT;

import jakarta.enterprise.context.ApplicationScoped;
import org.grappe.query.Columns;
import org.grappe.query.Listing;
import org.grappe.record.EditableRecords;
import org.grappe.record.Owners;

/** The sources. */
@ApplicationScoped
class Sources extends EditableRecords<Source, Source.Content, SourceView> {
  static final Listing<SourceView> LISTING =
      Listing.of("/sources", SourceView.class, Columns.of("s", SourceView.class), "sources s")
          .searchable()
          .choice("kind", Source.Kind.class, "s.kind = any(:v)", "What kind of document it is.")
          .sort("title", TEXT, "s.title")
          .sortOptional("publishedOn", PARTIAL_DATE, "s.published_on collate \"C\"")
          .sortedBy("title");

  Sources() {
    super(Source::new, Source.Content.class, LISTING);
  }

  /** Any editor enters one; see {@link Owners#nobody}. */
  @Override
  protected Owners owners(Source entry) {
    return Owners.anyEditor();
  }
}
