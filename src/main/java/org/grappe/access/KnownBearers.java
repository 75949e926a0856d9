package org.grappe.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.grappe.caller.Caller;
import org.grappe.caller.CredentialCheck;

/** API keys can be changed and revoked; the administrator's key and tokens are as they are. */
@ApplicationScoped
class KnownBearers implements CredentialCheck {
  private static final String ITSELF = "";
  private final KnownKeys keys;
  private final AdminKey adminKey;

  KnownBearers(KnownKeys keys, AdminKey adminKey) {
    this.keys = keys;
    this.adminKey = adminKey;
  }

  @Override
  public SecurityIdentity again(SecurityIdentity identity) {
    Caller.Author author = identity.<Caller>getAttribute(Caller.ATTRIBUTE).author();
    return author.kind() == Caller.Kind.API_KEY
        ? Bearers.identity(keys.caller(author.id()))
        : identity;
  }

  @Override
  public Optional<String> mark(Caller caller) {
    return switch (caller.author().kind()) {
      case API_KEY -> Optional.of(ITSELF);
      case ADMIN_KEY -> adminKey.mark();
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Caller> bearer(UUID id, String mark) {
    return id == null
        ? adminKey.mark().filter(mark::equals).map(current -> Bearers.ADMINISTRATOR)
        : keys.bearer(id);
  }
}
