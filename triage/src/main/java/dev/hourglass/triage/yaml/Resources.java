package dev.hourglass.triage.yaml;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads what is shipped. */
final class Resources {

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Resources() {}

  static <T> T read(String resource, Class<T> type) {
    try (InputStream stream = Resources.class.getResourceAsStream(resource)) {
      return MAPPER.readValue(stream, type);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " could not be read", e);
    }
  }
}
