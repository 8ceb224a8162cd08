package dev.hourglass.ticketintake.rest;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;

/** A test that speaks to the running service over HTTP. */
public abstract class ApiTest {

  @TestHTTPResource("/")
  URI base;

  protected Api api;

  @BeforeEach
  void client() {
    api = new Api(base);
  }
}
