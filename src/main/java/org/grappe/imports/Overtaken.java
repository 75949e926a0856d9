package org.grappe.imports;

/** That another wrote in the meantime what a file was about to write; it is taken up anew. */
public final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Overtaken() {
    super("overtaken", null, false, false);
  }
}
