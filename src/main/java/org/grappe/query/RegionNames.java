package org.grappe.query;

/** What the regions are called that records refer to; told by the feature that has them. */
public interface RegionNames {

  /** The name of the region with this code. */
  String of(String code);
}
