package org.grappe.scdl;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.grappe.format.Unaltered;
import org.grappe.query.View;

/** A line as the format has it, its members in the order of the columns. */
@Unaltered
@Schema(name = "ScdlLine", description = "A line of the format SCDL *subventions* 2.1.1.")
record ScdlRow(
    @JsonIgnore UUID id,
    @JsonIgnore long version,
    String nomAttribuant,
    String idAttribuant,
    String dateConvention,
    String referenceDecision,
    String nomBeneficiaire,
    String idBeneficiaire,
    String rnaBeneficiaire,
    String objet,
    String montant,
    String nature,
    String conditionsVersement,
    String datesPeriodeVersement,
    String idRAE,
    String notificationUE,
    String pourcentageSubvention,
    String dispositifAide)
    implements View {}
