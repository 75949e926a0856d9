package org.grappe.value;

/** The numbers by which a legal body is known, which must agree where several are given. */
public final class LegalIds {
  /** The number of an association in the national register (RNA). */
  public static final String RNA = "W[0-9][0-9A-Z][0-9]{7}";

  private LegalIds() {}

  public static boolean isSiren(String text) {
    return new Siren.Check().isValid(text, null);
  }

  public static boolean isSiret(String text) {
    return new Siret.Check().isValid(text, null);
  }

  public static boolean isRna(String text) {
    return text.matches(RNA);
  }

  /** The SIREN, which the SIRET gives where it is absent. */
  public static String siren(String siren, String siret) {
    boolean gives = siren == null && siret != null && isSiret(siret);
    return gives ? siret.substring(0, 9) : siren;
  }

  /** Checks that a SIRET is of the SIREN. */
  public static void check(String siren, String siret, Violations violations) {
    violations.addIf(
        siren != null && siret != null && !siret.startsWith(siren), "/siret", "siret.disagrees");
  }
}
