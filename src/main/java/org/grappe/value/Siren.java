package org.grappe.value;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The number of a legal unit (INSEE): nine digits with a Luhn sum. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Siren.Check.class)
public @interface Siren {
  /** What it looks like, but for the sum. */
  String SHAPE = "^[0-9]{9}$";

  String message() default "{siren}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Says whether a text is a SIREN. */
  class Check implements ConstraintValidator<Siren, String> {
    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return text == null || Luhn.holds(text, 9);
    }
  }
}
