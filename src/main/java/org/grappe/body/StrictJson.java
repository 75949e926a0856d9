package org.grappe.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.grappe.problem.Problem;
import org.grappe.problem.ProblemType;
import org.grappe.problem.Problems;

/** Reads the text of a body strictly: one JSON object in UTF-8, no member twice, no NUL. */
final class StrictJson {
  private static final int LONGEST_NAME = 200;

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  static {
    STRICT
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(32)
                .maxNumberLength(100)
                .maxNameLength(LONGEST_NAME)
                .maxStringLength(BodyStream.MOST_BYTES)
                .build());
  }

  private static final ObjectReader READER = STRICT.readerFor(JsonNode.class);

  private StrictJson() {}

  /**
   * The bytes of a body.
   *
   * @throws Problem {@code payload-too-large}
   */
  static byte[] bytes(InputStream body) throws IOException {
    int most = BodyStream.MOST_BYTES;
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      throw Problems.of(ProblemType.PAYLOAD_TOO_LARGE, "payload-too-large", most);
    }
    return bytes;
  }

  /**
   * The object that the bytes are.
   *
   * @throws Problem {@code malformed-request} if they are anything else
   */
  static ObjectNode object(byte[] bytes) {
    String text = text(bytes);
    if (text.isBlank()) {
      throw Problems.malformed("body.empty");
    }
    try {
      JsonNode tree = READER.readValue(new BoundedNumbers(STRICT.createParser(text)));
      if (tree instanceof ObjectNode object) {
        StorableTexts.require(object);
        return object;
      }
      throw Problems.malformed("body.not-an-object");
    } catch (IOException broken) {
      throw notJson(broken);
    }
  }

  private static Problem notJson(IOException broken) {
    var at = broken instanceof JsonProcessingException told ? told.getLocation() : null;
    return Problems.malformed(
        "body.not-json", at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw Problems.malformed("body.not-utf8");
    }
  }
}
