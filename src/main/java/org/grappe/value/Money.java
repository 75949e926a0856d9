package org.grappe.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount of money: an exact decimal with two places.
 *
 * @param currency its code by ISO 4217; euros where a request leaves it out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Money", description = "An amount of money, a decimal with two places.")
public record Money(
    @NotNull
        @Digits(integer = 15, fraction = 2)
        @Schema(description = "The amount, a decimal with two places.", examples = "240000.00")
        BigDecimal amount,
    @Schema(
            description = "Its code by ISO 4217; euros if left out.",
            pattern = "^[A-Z]{3}$",
            examples = "EUR",
            defaultValue = "EUR")
        String currency)
    implements SelfValidating {
  private static final String EURO = "EUR";
  private static final int PLACES = 2;

  /** Codes of money, and not of metals, tests or nothing. */
  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  /** Two places are always written; what has more is left for the check to refuse. */
  public Money {
    currency = currency == null ? EURO : currency;
    boolean fits = amount != null && amount.stripTrailingZeros().scale() <= PLACES;
    amount = fits ? amount.setScale(PLACES) : amount;
  }

  /** So much in a currency. */
  public static Money of(BigDecimal amount, String currency) {
    return new Money(amount, currency);
  }

  /** -1 below nought, 0 at it, 1 above. */
  public int signum() {
    return amount.signum();
  }

  @Override
  public void check(String at, Violations violations) {
    violations.addIf(!CODES.contains(currency), at + "/currency", "money.currency", currency);
  }
}
