package org.grappe.table;

/**
 * The number of a legal body as a file has it: cleaned of what stands between its digits, but never
 * made into another one.
 *
 * @param kind what it is
 * @param value without spaces; null where it is no number
 * @param said what the file has
 * @param rule why it is none; null where it is one
 */
public record LegalNumber(Kind kind, String value, String said, String rule) {
  /** What a text is. */
  public enum Kind {
    SIREN,
    SIRET,
    RNA,
    /** Something that says that there is none. */
    NONE,
    WRONG
  }

  /** What a text says. */
  public static LegalNumber of(String said) {
    NumberText text = new NumberText(said);
    if (text.isPower()) {
      return wrong(said, "damaged-number");
    }
    NumberText number = text.isDigits() ? text : text.cleaned();
    if (text.saysNone() || (number.isDigits() && number.saysNone())) {
      return new LegalNumber(Kind.NONE, null, said, "required");
    }
    if (number.isDigits()) {
      return digits(said, number);
    }
    return number.isRna()
        ? new LegalNumber(Kind.RNA, number.text(), said, null)
        : wrong(said, number.text().startsWith("W") ? "rna" : "siret");
  }

  private static LegalNumber digits(String said, NumberText number) {
    if (number.isSiren()) {
      return new LegalNumber(Kind.SIREN, number.text(), said, null);
    }
    if (number.isSiret()) {
      return new LegalNumber(Kind.SIRET, number.text(), said, null);
    }
    return wrong(said, number.hasLostNoughts() ? "damaged-number" : "siret");
  }

  private static LegalNumber wrong(String said, String rule) {
    return new LegalNumber(Kind.WRONG, null, said, rule);
  }

  /** Whether the file has it otherwise. */
  public boolean isCleaned() {
    return value != null && !value.equals(said);
  }

  /** The SIREN that it is or gives; null where it gives none. */
  public String siren() {
    return switch (kind) {
      case SIREN -> value;
      case SIRET -> value.substring(0, 9);
      default -> null;
    };
  }
}
