package org.grappe.testing;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** A provider of tokens on this machine: it serves its keys, and a second one once it is asked. */
public class Issuer implements QuarkusTestResourceLifecycleManager {
  public static final String NAME = "https://login.example.org/realms/grappe";
  public static final String AUDIENCE = "grappe";
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      RsaJsonWebKey first = key("first");
      RsaJsonWebKey second = key("second");
      System.setProperty("issuer.turned", "false");
      server.createContext(
          "/keys",
          exchange -> {
            String published = first.toJson(OutputControlLevel.PUBLIC_ONLY);
            if (Boolean.getBoolean("issuer.turned")) {
              published += "," + second.toJson(OutputControlLevel.PUBLIC_ONLY);
            }
            byte[] body = ("{\"keys\":[" + published + "]}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return Map.of(
          "grappe.oidc.jwks",
          "http://127.0.0.1:" + server.getAddress().getPort() + "/keys",
          "grappe.oidc.issuer",
          NAME,
          "grappe.oidc.audience",
          AUDIENCE,
          "grappe.oidc.roles-claim",
          "realm_access/roles");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (JoseException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Made once for all applications: seconds of arithmetic. Each has a class loader of its own. */
  private static RsaJsonWebKey key(String id) throws JoseException {
    String kept = System.getProperty("issuer." + id);
    if (kept != null) {
      return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(kept);
    }
    RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
    key.setKeyId(id);
    System.setProperty("issuer." + id, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    return key;
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
