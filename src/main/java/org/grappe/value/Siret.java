package org.grappe.value;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number of an establishment (INSEE): fourteen digits with a Luhn sum or, for La Poste, a digit
 * sum that 5 divides. Its first nine are the SIREN, which has a Luhn sum of its own.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Siret.Check.class)
public @interface Siret {
  /** What it looks like, but for the sum. */
  String SHAPE = "^[0-9]{14}$";

  String message() default "{siret}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Says whether a text is a SIRET. */
  class Check implements ConstraintValidator<Siret, String> {
    private static final String LA_POSTE = "356000000";

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return text == null || (hasSiren(text) && (Luhn.holds(text, 14) || isOfLaPoste(text)));
    }

    private static boolean hasSiren(String text) {
      return text.length() == 14 && Luhn.holds(text.substring(0, 9), 9);
    }

    private static boolean isOfLaPoste(String text) {
      return text.matches("[0-9]{14}")
          && text.startsWith(LA_POSTE)
          && text.chars().map(digit -> digit - '0').sum() % 5 == 0;
    }
  }
}
