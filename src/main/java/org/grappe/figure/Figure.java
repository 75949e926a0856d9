package org.grappe.figure;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.record.StoredRecord;
import org.grappe.value.PartialDate;
import org.grappe.value.Qualifier;
import org.grappe.value.References;
import org.grappe.value.SelfValidating;
import org.grappe.value.Statement;
import org.grappe.value.Violations;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A number reported about a region's sector, clusters or events. Two sources may disagree. */
@Entity
@Table(name = "figures")
class Figure extends StoredRecord<Figure.Content> {
  @Embedded private Content content;

  /** What is counted. */
  @Schema(name = "FigureMetric")
  enum Metric {
    COMPANIES,
    EMPLOYEES,
    TURNOVER,
    MEMBERS,
    ATTENDEES,
    VISITORS,
    EXHIBITORS,
    AWARDS,
    SUBSIDIES,
    RANK;

    /** Whether it counts what there are whole ones of. */
    boolean isCount() {
      return this != TURNOVER && this != SUBSIDIES && this != RANK;
    }
  }

  /** How the number came about. */
  @Schema(name = "FigureNature")
  enum Nature {
    REPORTED,
    FORECAST,
    GOAL
  }

  /**
   * A figure as a request writes it.
   *
   * @param subject what it is about
   * @param of for an event or a rank, whom it counts or ranks
   * @param comparedTo another subject, which makes the value a ratio
   * @param unit of the value, such as {@code EUR}; a bare number where absent
   * @param asOf the day, month or year that it tells of
   */
  @Embeddable
  @Schema(name = "NewFigure", description = "A figure as a request writes it.")
  record Content(
      @NotNull @Valid @JdbcTypeCode(SqlTypes.JSON) Subject subject,
      @Valid @JdbcTypeCode(SqlTypes.JSON) Subject of,
      @Valid @JdbcTypeCode(SqlTypes.JSON) Subject comparedTo,
      @NotNull @Enumerated(EnumType.STRING) Metric metric,
      @NotNull @Schema(examples = "8400") BigDecimal value,
      @Size(max = 50) @Schema(examples = "EUR") String unit,
      @NotNull PartialDate asOf,
      @Enumerated(EnumType.STRING) Qualifier qualifier,
      @Enumerated(EnumType.STRING) Nature nature,
      @Size(max = 500) @References(table = "sources") List<UUID> sources,
      @Size(max = 200) @JdbcTypeCode(SqlTypes.JSON) List<@Valid Statement> statements,
      @Size(max = 4000) String remarks)
      implements SelfValidating {

    Content {
      qualifier = qualifier == null ? Qualifier.EXACT : qualifier;
      nature = nature == null ? Nature.REPORTED : nature;
    }

    /** Nothing is counted that there is less than nought of, and people and ranks are whole. */
    @Override
    public void check(String at, Violations violations) {
      boolean alone = comparedTo == null;
      boolean isWhole = value.stripTrailingZeros().scale() <= 0;
      boolean isRank = alone && metric == Metric.RANK;
      violations.addIf(isRank && (!isWhole || value.signum() <= 0), at + "/value", "figure.rank");
      violations.addIf(alone && !isRank && value.signum() < 0, at + "/value", "number.min", 0);
      violations.addIf(
          alone && unit == null && metric.isCount() && !isWhole, at + "/value", "figure.whole");
      violations.addIf(
          !alone && comparedTo.isSameAs(subject), at + "/comparedTo", "figure.compared");
    }
  }

  @Override
  public Content content() {
    return content;
  }

  @Override
  protected void write(Content next) {
    content = next;
  }
}
