package org.grappe.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** A number whose exponent no decimal can have is one that is too large, and not a failure. */
final class BoundedNumbers extends JsonParserDelegate {
  private static final BigDecimal TOO_LARGE = new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE);

  BoundedNumbers(JsonParser parser) {
    super(parser);
  }

  @Override
  public BigDecimal getDecimalValue() throws IOException {
    try {
      return super.getDecimalValue();
    } catch (NumberFormatException overflow) {
      return TOO_LARGE;
    }
  }
}
