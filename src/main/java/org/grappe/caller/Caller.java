package org.grappe.caller;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who calls.
 *
 * @param author how what the caller writes is signed
 * @param role one of {@link Role}; absent for the public, and for a token without a role
 * @param clusters those that an editor may edit, with all that followed them by mergers
 */
public record Caller(Author author, Optional<String> role, List<UUID> clusters) {
  /** The attribute of the security identity that holds the caller. */
  public static final String ATTRIBUTE = "caller";

  /** Who has no credential. */
  public static final Caller PUBLIC =
      new Caller(new Author(Kind.PUBLIC, null, "public"), Optional.empty(), List.of());

  /** By what a caller is known. */
  @Schema(name = "AuthorKind")
  public enum Kind {
    ADMIN_KEY,
    API_KEY,
    TOKEN,
    SERVICE,
    PUBLIC
  }

  /**
   * A caller by name.
   *
   * @param id the credential's, for an API key
   * @param name the credential's name, or the subject of a token
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Author", description = "Who wrote: a credential, the subject of a token.")
  public record Author(
      @Schema(description = "By what the caller was known.") Kind kind,
      @Schema(description = "The credential, for an API key.") UUID id,
      @Schema(
              description = "The credential's name, or the token's subject.",
              examples = "Secretary of DigitalPlace")
          String name) {

    /** What no other caller has. */
    public String key() {
      return kind + ":" + (id == null ? name : id);
    }
  }

  /** An administrator, known in this way. */
  public static Caller administrator(Kind kind, String name) {
    return new Caller(new Author(kind, null, name), Optional.of(Role.ADMIN), List.of());
  }

  public boolean is(String wanted) {
    return role.filter(wanted::equals).isPresent();
  }

  public boolean isAdministrator() {
    return is(Role.ADMIN);
  }

  /** Whether the caller may read undecided and refused applications to every cluster. */
  public boolean readsApplications() {
    return isAdministrator() || is(Role.PARTNER);
  }

  /** Whether the caller may write what belongs to these clusters, to every one of them. */
  public boolean edits(Collection<UUID> all) {
    return isAdministrator() || (is(Role.EDITOR) && clusters.containsAll(all));
  }
}
