package org.grappe.subsidy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.value.Money;
import org.grappe.value.PartialDate;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Statement;
import org.grappe.value.Violations;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A line as a request writes it.
 *
 * @param assignedTo the successor of the beneficiary cluster to which its steps assign it in the
 *     end; another value is a further step, none takes all of that back
 * @param budgetShare in per cent of a budget whose size isn't known
 * @param steps its ledger, which begins here and only grows
 */
@Embeddable
@RecordBuilder
@Schema(name = "NewSubsidyLine", description = "A subsidy line as a request writes it.")
record SubsidyContent(
    @NotNull @Valid @JdbcTypeCode(SqlTypes.JSON) Beneficiary beneficiary,
    @Column(insertable = false, updatable = false) @References(table = "clusters", by = "slug")
        UUID assignedTo,
    @Min(PartialDate.FIRST_YEAR) @Max(PartialDate.LAST_YEAR) @Schema(examples = "2015")
        Integer fiscalYear,
    @NotBlank @Size(max = 1000) String purpose,
    @Valid @JdbcTypeCode(SqlTypes.JSON) Money amount,
    @DecimalMin("0.000001")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 6)
        @Schema(examples = "40")
        BigDecimal budgetShare,
    @Size(max = 100) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Funding> fundings,
    @NotNull @Size(min = 1, max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Step> steps,
    @Size(max = 400) String strategy,
    @Size(max = 200) String reference,
    @Valid @JdbcTypeCode(SqlTypes.JSON) Grant grant,
    @Size(max = 200) @Schema(examples = "aide en numéraire") String nature,
    @Size(max = 1000) @Schema(examples = "échelonné") String paymentConditions,
    @Size(max = 200) @Schema(examples = "2015-03-01/2015-12-31") String paymentPeriod,
    Boolean euNotified,
    @Size(max = 50) String raeNumber,
    @Size(max = 400) String scheme,
    @Size(max = 500) @References(table = "sources") List<UUID> sources,
    @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
    @Size(max = 4000) String remarks)
    implements SelfValidating, SubsidyContentBuilder.With {

  /** A grant that is divided among several beneficiaries, each with a line of its own. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Grant", description = "A grant that several beneficiaries share.")
  record Grant(
      @Size(max = 200) @Schema(examples = "2015-0042") String number,
      @DecimalMin("0.000001")
          @DecimalMax("100")
          @Digits(integer = 3, fraction = 6)
          @Schema(examples = "50")
          BigDecimal share) {}

  @Override
  public void check(String at, Violations violations) {
    violations.addIf(amount != null && amount.signum() < 0, "/amount/amount", "number.min", 0);
    violations.addIf(amount != null && budgetShare != null, "/budgetShare", "subsidy.budget-share");
    violations.addIf(
        fundings.stream().anyMatch(one -> one.share() != null)
            && fundings.stream().anyMatch(one -> one.amount() != null),
        "/fundings",
        "subsidy.fundings-mixed");
    violations.addIf(
        fundings.stream().filter(Funding::rest).count() > 1, "/fundings", "subsidy.fundings-rest");
    violations.addIf(!hasOneCurrency(), "/amount/currency", "subsidy.currencies");
  }

  private Stream<String> currencies() {
    return Stream.of(
            Stream.of(amount),
            steps.stream().map(Step::amount),
            fundings.stream().map(Funding::amount))
        .flatMap(all -> all)
        .filter(Objects::nonNull)
        .map(Money::currency);
  }

  boolean hasOneCurrency() {
    return currencies().distinct().count() <= 1;
  }

  /** That of all its amounts; euros where it has none. */
  String currency() {
    return currencies().findFirst().orElse("EUR");
  }
}
