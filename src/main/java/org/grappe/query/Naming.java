package org.grappe.query;

import jakarta.enterprise.context.ApplicationScoped;

/** Knows who can tell what the sources and the regions are called that records refer to. */
@ApplicationScoped
class Naming {
  private final SourceTitles titles;
  private final RegionNames regions;

  Naming(SourceTitles titles, RegionNames regions) {
    this.titles = titles;
    this.regions = regions;
  }

  /** For the rows of one answer, or of a part of it. */
  ReferenceNames begin() {
    return new ReferenceNames(titles, regions);
  }
}
