package org.grappe.membership;

/** What a file says of an organisation; a member that is null isn't said. */
record Named(String name, String siren, String siret, String rna, String city) {

  /** Whether a number identifies it. */
  boolean isNumbered() {
    return siren != null || siret != null || rna != null;
  }
}
