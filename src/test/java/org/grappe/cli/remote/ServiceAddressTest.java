package org.grappe.cli.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.grappe.cli.terminal.Failure;
import org.junit.jupiter.api.Test;

/** Addresses as people write them. */
class ServiceAddressTest {
  private static String asked(String address) {
    Target target = Target.of("clusters/digital-place").with("q", "é & b").with("none", null);
    return ServiceAddress.of(address).of(target).toString();
  }

  @Test
  void the_path_of_the_interface_may_stand_there_or_not() {
    String expected = "/api/v1/clusters/digital-place?q=%C3%A9%20%26%20b";
    for (String end : new String[] {"", "/", "/api/v1", "/api/v1/"}) {
      assertEquals("http://localhost:8080" + expected, asked("http://localhost:8080" + end));
      assertEquals("https://one.example/x" + expected, asked("https://one.example/x" + end));
    }
  }

  @Test
  void what_is_no_address_or_has_a_secret_in_it_is_refused() {
    for (String wrong :
        new String[] {
          "localhost:8080", "ftp://a", "http://", "https://me:secret@a", "a b", "http://a?k=1"
        }) {
      assertThrows(Failure.class, () -> ServiceAddress.of(wrong), wrong);
    }
  }

  @Test
  void a_key_is_in_the_clear_without_tls_but_not_on_this_machine() {
    assertEquals(true, ServiceAddress.of("http://grappe.example").isInTheClear());
    assertEquals(false, ServiceAddress.of("https://grappe.example").isInTheClear());
    assertEquals(false, ServiceAddress.of("http://127.0.0.1:1").isInTheClear());
  }
}
