package dev.hourglass.prioritizer;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/**
 * Requests whose body goes out byte by byte, under a media type that REST Assured does not know.
 */
final class YamlRequests {

  private YamlRequests() {}

  static RequestSpecification yaml(String document) {
    return sending("application/yaml", document);
  }

  static RequestSpecification sending(String type, String body) {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(type, ContentType.TEXT)
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .contentType(type)
        .body(body.getBytes(StandardCharsets.UTF_8));
  }
}
