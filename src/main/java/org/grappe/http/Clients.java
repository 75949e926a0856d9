package org.grappe.http;

import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.grappe.caller.Caller;
import org.grappe.config.GrappeConfig;

/**
 * Where requests come from. {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are believed of
 * configured proxies alone, and read from the end: what stands before the first address that is no
 * proxy, anybody could have written.
 */
@Startup
@ApplicationScoped
public class Clients {
  private final Proxies proxies;

  Clients(GrappeConfig config) {
    proxies = new Proxies(config.proxies().orElse(List.of()));
  }

  /** The address of the caller. */
  public String address(HttpServerRequest request) {
    String address = remote(request);
    if (proxies.areNone()) {
      return address;
    }
    List<String> forwarded = request.headers().getAll("X-Forwarded-For");
    String[] hops = forwarded.isEmpty() ? new String[0] : String.join(",", forwarded).split(",");
    for (int i = hops.length - 1; i >= 0 && proxies.include(address); i--) {
      Optional<InetAddress> before = Proxies.parse(hops[i].strip());
      if (before.isEmpty()) {
        break;
      }
      address = before.get().getHostAddress();
    }
    return address;
  }

  /** The same, or for IPv6 the /64 in which one caller has all addresses. */
  public String network(HttpServerRequest request) {
    String address = address(request);
    if (address.indexOf(':') < 0
        || !(Proxies.parse(address).orElse(null) instanceof Inet6Address wide)) {
      return address;
    }
    byte[] bytes = wide.getAddress();
    Arrays.fill(bytes, 8, 16, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Who asks: the credential, or the network of who has none. */
  public String sender(RoutingContext context) {
    return credential(context).orElseGet(() -> network(context.request()));
  }

  /** The credential that was shown. */
  public static Optional<String> credential(RoutingContext context) {
    return context.user() instanceof QuarkusHttpUser user
        ? Optional.<Caller>ofNullable(user.getSecurityIdentity().getAttribute(Caller.ATTRIBUTE))
            .map(caller -> caller.author().key())
        : Optional.empty();
  }

  /** Whether the caller speaks TLS, with the service or with its proxy. */
  public boolean isSecure(HttpServerRequest request) {
    return request.isSSL()
        || (proxies.include(remote(request))
            && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")));
  }

  private static String remote(HttpServerRequest request) {
    var remote = request.remoteAddress();
    return remote == null || remote.hostAddress() == null ? "unknown" : remote.hostAddress();
  }
}
