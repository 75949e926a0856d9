package org.grappe.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InstantsInAnswersTest {
  @Inject ObjectMapper mapper;

  @Test
  void answers_take_the_quick_writer_and_not_the_one_that_the_framework_registers()
      throws JsonMappingException {
    Class<?> writer =
        mapper.getSerializerProviderInstance().findValueSerializer(Instant.class).getClass();
    assertEquals(Instants.class, writer.getEnclosingClass());
  }
}
