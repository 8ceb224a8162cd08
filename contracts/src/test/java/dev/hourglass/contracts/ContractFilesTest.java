package dev.hourglass.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hourglass.contracts.json.EventJson;
import dev.hourglass.contracts.json.MalformedEventException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a foreign team subscribes by: a schema and an example per event. Both are compared with the
 * code; after a change of a record, {@code ./mvnw -pl contracts test -Dcontracts.write=true} writes
 * them anew for review.
 */
class ContractFilesTest {

  private static final boolean WRITE = Boolean.getBoolean("contracts.write");
  private static final Path RESOURCES = Path.of("src", "main", "resources");
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Schemas schemas = new Schemas();

  static Stream<EventData> examples() {
    return Examples.all().stream();
  }

  @Test
  void everyTypeOfEveryTopicHasOneExample() {
    List<Class<?>> types =
        Topics.all().stream().<Class<?>>flatMap(topic -> topic.types().stream()).toList();

    assertThat(examples().<Class<?>>map(EventData::getClass)).containsExactlyElementsOf(types);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theShippedSchemaIsTheOneOfTheRecord(EventData data) throws IOException {
    String file = EventJson.schemaOf(data.getClass());
    JsonNode drawn = schemas.of(data.getClass());
    writeIfAsked(file, drawn);

    assertThat(shipped(file)).isEqualTo(drawn);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theShippedExampleIsReadAndWrittenUnchanged(EventData data) throws IOException {
    String file = example(data);
    byte[] written = EventJson.write(Examples.event(data));
    writeIfAsked(file, JSON.readTree(written));
    JsonNode shipped = shipped(file);

    Event<?> read = EventJson.read(topicOf(data), JSON.writeValueAsBytes(shipped));

    assertThat(read.data()).isEqualTo(data);
    assertThat(JSON.readTree(EventJson.write(read))).isEqualTo(shipped);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theShippedExampleFitsTheShippedSchema(EventData data) throws IOException {
    JsonNode document = shipped(example(data));

    assertThat(problems("schemas/CloudEvent.schema.json", document)).isEmpty();
    assertThat(problems(EventJson.schemaOf(data.getClass()), document.get("data"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void neitherSchemaNorCodeAcceptsAnExampleWithoutARequiredField(EventData data)
      throws IOException {
    JsonNode required = shipped(EventJson.schemaOf(data.getClass())).path("required");
    for (JsonNode field : required) {
      ObjectNode document = shipped(example(data)).deepCopy();
      ((ObjectNode) document.get("data")).remove(field.textValue());

      assertThat(problems(EventJson.schemaOf(data.getClass()), document.get("data")))
          .as("schema without %s", field)
          .isNotEmpty();
      if (!isLenient(document, data, field.textValue())) {
        assertThatThrownBy(() -> EventJson.read(topicOf(data), JSON.writeValueAsBytes(document)))
            .as("code without %s", field)
            .isInstanceOf(MalformedEventException.class);
      }
    }
  }

  @Test
  @DisplayName("an unknown field is passed over, so that a speaker may add one")
  void anUnknownFieldIsPassedOver() throws IOException {
    EventData data = Examples.all().get(2);
    ObjectNode document = shipped(example(data)).deepCopy();
    ((ObjectNode) document.get("data")).put("addedLater", true);

    assertThat(EventJson.read(topicOf(data), JSON.writeValueAsBytes(document)).data())
        .isEqualTo(data);
  }

  /**
   * A reader takes a missing list as an empty one and a missing truth as false; a writer never
   * omits them.
   */
  private boolean isLenient(JsonNode document, EventData data, String field) throws IOException {
    JsonNode value = shipped(example(data)).get("data").get(field);
    return value.isArray();
  }

  private static String example(EventData data) {
    return "examples/" + data.getClass().getSimpleName() + ".example.json";
  }

  private static Topic<?> topicOf(EventData data) {
    return Topics.all().stream()
        .filter(topic -> topic.types().contains(data.getClass()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> problems(String schemaFile, JsonNode instance) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(shipped(schemaFile).toString(), InputFormat.JSON);
    return schema
        .validate(
            instance.toString(),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static JsonNode shipped(String file) throws IOException {
    if (WRITE) {
      return JSON.readTree(RESOURCES.resolve(file).toFile());
    }
    try (InputStream stream = ContractFilesTest.class.getClassLoader().getResourceAsStream(file)) {
      assertThat(stream).as("%s is shipped", file).isNotNull();
      return JSON.readTree(stream);
    }
  }

  private static void writeIfAsked(String file, JsonNode content) throws IOException {
    if (WRITE) {
      Files.writeString(
          RESOURCES.resolve(file),
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
    }
  }
}
