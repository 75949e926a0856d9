package org.grappe.caller;

/** What a credential lets its bearer do, as resource methods name it. */
public final class Role {
  /** Everything. */
  public static final String ADMIN = "ADMIN";

  /** Writes the records of certain clusters. */
  public static final String EDITOR = "EDITOR";

  /** Reads what the public reads, and applications. */
  public static final String PARTNER = "PARTNER";

  private Role() {}
}
