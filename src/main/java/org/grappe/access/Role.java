package org.grappe.access;

/** What a credential lets its bearer do. */
public final class Role {
  /** Everything. */
  public static final String ADMIN = "ADMIN";

  private Role() {}
}
