package org.grappe.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://example.org, example.org, 443, /, example.org",
    "HTTPS://Example.ORG/Hook?a=%20b, example.org, 443, /Hook?a=%20b, example.org",
    "https://example.org:443/a, example.org, 443, /a, example.org",
    "https://hooks.example.org:8443/a?, hooks.example.org, 8443, /a?, hooks.example.org:8443",
    "https://xn--bcher-kva.example/, xn--bcher-kva.example, 443, /, xn--bcher-kva.example",
    "https://93.184.216.34/, 93.184.216.34, 443, /, 93.184.216.34",
    "'https://[2606:4700::1111]:2053/x', '2606:4700::1111', 2053, /x, '[2606:4700::1111]:2053'",
  })
  void an_address_of_the_web_is_taken(
      String text, String host, int port, String target, String authority) {
    ReceiverAddress address = ReceiverAddress.of(text, false).orElseThrow();
    assertEquals(new ReceiverAddress(true, host, port, target), address);
    assertEquals(authority, address.authority());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "//example.org/",
        "http://example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org:443/",
        "https:example.org",
        "https:///path",
        "https://user@example.org/",
        "https://user:word@example.org/",
        "https://@example.org/",
        "https://example.org@127.0.0.1/",
        "https://example.org/#fragment",
        "https://example.org:/",
        "https://example.org:0/",
        "https://example.org:22/",
        "https://example.org:25/",
        "https://example.org:80/",
        "https://example.org:0443/",
        "https://example.org:65536/",
        "https://example.org:99999999999/",
        "https://localhost/",
        "https://a.localhost/",
        "https://intranet/",
        "https://example.org./",
        "https://.example.org/",
        "https://-a.example.org/",
        "https://a_b.example.org/",
        "https://exa mple.org/",
        "https://bücher.example/",
        "https://example.org/\u0000",
        "https://example.org\\@127.0.0.1/",
        // other spellings of 127.0.0.1
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://0177.0.0.1/",
        "https://127.1/",
        "https://127.0.1/",
        "https://127.0.0.01/",
        "https://127.0.0.1./",
        "https://1.2.3.256/",
        "https://1.2.3.4.5/",
        "https://a.1/",
        "https://a.0x1/",
        "https://①②⑦.⓪.⓪.①/",
        "https://[fe80::1%25eth0]/",
        "https://[::1/",
        "https://[127.0.0.1]/",
      })
  void anything_else_is_not(String text) {
    assertTrue(ReceiverAddress.of(text, false).isEmpty(), text);
  }

  @Test
  void it_is_as_long_as_a_body_may_say() {
    assertTrue(ReceiverAddress.of("https://example.org/" + "a".repeat(1980), false).isPresent());
    assertTrue(ReceiverAddress.of("https://example.org/" + "a".repeat(1981), false).isEmpty());
  }

  @Test
  void this_machine_is_one_where_that_is_configured() {
    for (String text :
        new String[] {"http://127.0.0.1:1024/", "http://localhost:8080/", "http://[::1]:8080/"}) {
      assertTrue(ReceiverAddress.of(text, true).isPresent(), text);
      assertTrue(ReceiverAddress.of(text, false).isEmpty(), text);
    }
    assertTrue(ReceiverAddress.of("http://127.0.0.1:25/", true).isEmpty());
  }

  /** As it is found when it is registered, and again when it is connected to. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://10.1.2.3/",
        "https://100.64.0.1/",
        "https://169.254.169.254/",
        "https://[::]/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[::ffff:8.8.8.8]/",
        "https://[::8.8.8.8]/",
        "https://[64:ff9b::8.8.8.8]/",
        "https://[64:ff9b:1::1]/",
        "https://[2002:808:808::1]/",
        "https://[2001:0:1:2:3:4:5:6]/",
        "https://[2001:db8::1]/",
        "https://[3fff::1]/",
        "https://[fc00::1]/",
        "https://[fd00:ec2::254]/",
        "https://[fe80::1]/",
        "https://[fec0::1]/",
        "https://[ff02::1]/",
        "https://[100::1]/",
      })
  void an_address_that_is_not_public_is_not_connected_to(String text) {
    Receivers receivers = new Receivers(new Names(), Configured.usual());
    ExecutionException refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            ExecutionException.class,
            () -> receivers.find(receivers.address(text).orElseThrow()).get());
    assertEquals(DeliveryError.NOT_PUBLIC, AttemptFailed.in(refused).error());
    assertEquals("webhook.not-public", receivers.fault(text).orElseThrow());
  }

  @Test
  void a_name_is_no_better_than_its_addresses_and_one_without_any_may_get_some() {
    Receivers receivers = new Receivers(new Names(), Configured.usual());
    // of the hosts file
    assertFalse(receivers.address("https://localhost/").isPresent());
    assertTrue(receivers.fault("https://nobody.invalid/").isEmpty());
    ExecutionException unknown =
        org.junit.jupiter.api.Assertions.assertThrows(
            ExecutionException.class,
            () -> receivers.find(receivers.address("https://nobody.invalid/").orElseThrow()).get());
    assertEquals(DeliveryError.NAME_NOT_FOUND, AttemptFailed.in(unknown).error());
    assertEquals(
        DeliveryError.NOT_PUBLIC,
        AttemptFailed.in(
                org.junit.jupiter.api.Assertions.assertThrows(
                    ExecutionException.class,
                    () -> receivers.find(new ReceiverAddress(true, "localhost", 443, "/")).get()))
            .error());
  }
}
