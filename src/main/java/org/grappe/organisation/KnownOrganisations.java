package org.grappe.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grappe.shared.read.Database;

/** Finds organisations by what identifies them, and enters those that are not there. */
@ApplicationScoped
public class KnownOrganisations {
  private final Organisations organisations;
  private final Database database;

  KnownOrganisations(Organisations organisations, Database database) {
    this.organisations = organisations;
    this.database = database;
  }

  /** What a file says of an organisation; a member that is null isn't said. */
  public record Named(String name, String siren, String siret, String rna, String city) {

    /** Whether a number identifies it. */
    public boolean isNumbered() {
      return siren != null || siret != null || rna != null;
    }
  }

  /** The organisation with this SIREN (which a SIRET gives) or this RNA; never one by its name. */
  public Optional<UUID> find(Named named) {
    String siren = org.grappe.shared.LegalIds.siren(named.siren(), named.siret());
    return siren != null ? by("siren", siren) : by("rna", named.rna());
  }

  /** Enters a company, or an association where it has an RNA. */
  public UUID enter(Named named) {
    var kind = named.rna() == null ? Organisation.Kind.COMPANY : Organisation.Kind.ASSOCIATION;
    return organisations
        .enter(
            new Organisation.Content(
                named.name(),
                List.of(),
                kind,
                List.of(),
                named.siren(),
                named.siret(),
                named.rna(),
                named.city(),
                null,
                null,
                List.of(),
                List.of(),
                null))
        .id();
  }

  private Optional<UUID> by(String column, String value) {
    return value == null
        ? Optional.empty()
        : database.one(
            "select id from organisations where " + column + " = ?",
            row -> row.getObject(1, UUID.class),
            value);
  }
}
