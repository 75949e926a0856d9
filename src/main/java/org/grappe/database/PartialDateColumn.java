package org.grappe.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.grappe.value.PartialDate;

/** Keeps a {@link PartialDate} as the text it came as; {@code first_day} reads it in SQL. */
@Converter(autoApply = true)
public class PartialDateColumn implements AttributeConverter<PartialDate, String> {
  @Override
  public String convertToDatabaseColumn(PartialDate date) {
    return date == null ? null : date.text();
  }

  @Override
  public PartialDate convertToEntityAttribute(String text) {
    return text == null ? null : new PartialDate(text);
  }
}
