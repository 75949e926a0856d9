package org.grappe.value;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.IDN;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute address that a browser follows: {@code http} or {@code https} with a host, which may
 * be internationalised (RFC 5890), as may the path (RFC 3987). It names no user (RFC 9110, 4.2.4).
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WebAddress.Check.class)
public @interface WebAddress {
  String message() default "{type.url}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Says whether a text is one. */
  class Check implements ConstraintValidator<WebAddress, String> {
    private static final Pattern ADDRESS =
        Pattern.compile(
            "(?i:https?)://(?<host>\\[[0-9A-Fa-f:.]{2,45}]|[^/?#@:\\[\\]]+)(?<port>:[0-9]{0,5})?"
                + "([/?#][^\\p{IsWhite_Space}\\p{C}<>\"\\\\^`{|}]*+)?");

    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{So}_\\-\\u00B7]+");

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return text == null || is(text);
    }

    /** Whether a text is such an address. */
    public static boolean is(String text) {
      Matcher address = ADDRESS.matcher(text);
      return address.matches() && isHost(address.group("host")) && isPort(address.group("port"));
    }

    private static boolean isPort(String port) {
      return port == null || port.length() == 1 || Integer.parseInt(port.substring(1)) <= 65_535;
    }

    private static boolean isHost(String host) {
      if (host.startsWith("[")) {
        return host.indexOf(':') > 0;
      }
      try {
        String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        String[] labels = host.split("[.\\u3002\\uFF0E\\uFF61]", -1);
        boolean rooted = labels.length > 1 && labels[labels.length - 1].isEmpty();
        for (int i = 0; i < labels.length - (rooted ? 1 : 0); i++) {
          if (!LABEL.matcher(labels[i]).matches()) {
            return false;
          }
        }
        return ascii.length() <= 254;
      } catch (IllegalArgumentException tooLong) {
        return false;
      }
    }
  }
}
