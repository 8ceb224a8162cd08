package dev.hourglass.contracts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Draws the JSON Schema of an event's data from its record, so that the shipped file can be
 * compared.
 */
final class Schemas {

  private static final Map<Class<?>, String[]> STRINGS =
      Map.of(
          Instant.class, new String[] {"date-time", null},
          LocalDate.class, new String[] {"date", null},
          Duration.class, new String[] {"duration", null},
          UUID.class, new String[] {"uuid", null},
          ZoneId.class, new String[] {null, "An IANA time zone, for example Europe/Berlin"});

  private final SchemaGenerator generator;

  Schemas() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
            .without(Option.DEFINITION_FOR_MAIN_SCHEMA);
    config.forFields().withRequiredCheck(Schemas::isRequired);
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) -> {
              String[] string = STRINGS.get(type.getErasedType());
              if (string == null) {
                return null;
              }
              ObjectNode schema = context.getGeneratorConfig().createObjectNode();
              schema.put("type", "string");
              if (string[0] != null) {
                schema.put("format", string[0]);
              }
              if (string[1] != null) {
                schema.put("description", string[1]);
              }
              return new com.github.victools.jsonschema.generator.CustomDefinition(
                  schema,
                  com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType.INLINE,
                  com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion.YES);
            });
    generator = new SchemaGenerator(config.build());
  }

  ObjectNode of(Class<? extends EventData> type) {
    ObjectNode drawn = generator.generateSchema(type);
    ObjectNode schema = drawn.objectNode();
    schema.set("$schema", drawn.remove("$schema"));
    schema.put("$id", "urn:hourglass:" + type.getSimpleName() + ":1");
    schema.put("title", type.getSimpleName());
    schema.setAll(drawn);
    return schema;
  }

  private static boolean isRequired(FieldScope field) {
    return !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
