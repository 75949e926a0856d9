package org.grappe.body;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.grappe.value.Texts;

/**
 * How long a text may be in characters of Unicode, as the document has it (JSON Schema, 6.3.1) and
 * the database; the validator's own counts those beyond the first 65,536 twice.
 */
public final class TextSize implements ConstraintValidator<Size, String> {
  private int min;
  private int max;

  @Override
  public void initialize(Size size) {
    min = size.min();
    max = size.max();
  }

  @Override
  public boolean isValid(String text, ConstraintValidatorContext context) {
    return text == null || (Texts.length(text) >= min && Texts.length(text) <= max);
  }
}
