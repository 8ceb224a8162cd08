package dev.hourglass.notifier.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Posts to webhooks: to the address that was checked, not to what the name means a moment later; no
 * redirects; of an answer only its head counts. Called on worker threads only.
 */
public final class WebhookClient implements AutoCloseable {

  /** Of a body that we do not look at, so that its connection can serve again. */
  private static final int LONGEST_BODY = 65_536;

  private static final int CONNECTIONS_PER_RECEIVER = 4;
  private static final int KEEP_ALIVE_SECONDS = 15;

  private final HttpClient http;
  private final Duration connecting;
  private final Duration timeout;

  /** The head of an answer. */
  record Answer(int status, @Nullable String retryAfter) {}

  /**
   * @param connecting how long a connection may take
   * @param timeout how long the whole may take until the answer begins
   */
  public WebhookClient(Vertx vertx, Duration connecting, Duration timeout) {
    this.connecting = connecting;
    this.timeout = timeout;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS_PER_RECEIVER)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setVerifyHost(true)
                .setDecompressionSupported(false));
  }

  /**
   * Posts a body.
   *
   * @throws TimeoutException if there is no answer in time
   * @throws IOException if the connection cannot be made, or breaks
   */
  Answer post(URI url, InetAddress address, Map<String, String> headers, byte[] body)
      throws IOException, TimeoutException {
    Attempt attempt = new Attempt();
    CompletableFuture<Answer> answer =
        http.request(request(url, address, headers))
            .compose(request -> attempt.send(request, Buffer.buffer(body)))
            .map(WebhookClient::answer)
            .toCompletionStage()
            .toCompletableFuture();
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      attempt.end();
    }
  }

  /** One that waited for a connection for too long must not be sent after all, out of order. */
  private static final class Attempt {

    private boolean ended;
    private boolean answered;
    private @Nullable HttpClientRequest request;

    synchronized Future<HttpClientResponse> send(HttpClientRequest next, Buffer body) {
      if (ended) {
        next.reset();
        return Future.failedFuture("too late");
      }
      request = next;
      return next.send(body).onSuccess(response -> answer());
    }

    private synchronized void answer() {
      answered = true;
    }

    synchronized void end() {
      ended = true;
      if (request != null && !answered) {
        request.reset();
      }
    }
  }

  @Override
  public void close() {
    http.close();
  }

  private RequestOptions request(URI url, InetAddress address, Map<String, String> headers) {
    boolean tls = "https".equalsIgnoreCase(url.getScheme());
    int port = url.getPort() > 0 ? url.getPort() : tls ? 443 : 80;
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
            .setHost(url.getHost())
            .setPort(port)
            .setSsl(tls)
            .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
            .setFollowRedirects(false)
            .setConnectTimeout(connecting.toMillis())
            .setIdleTimeout(timeout.toMillis());
    headers.forEach(options::putHeader);
    return options;
  }

  private static Answer answer(HttpClientResponse response) {
    AtomicInteger read = new AtomicInteger();
    response.exceptionHandler(broken -> {});
    response.handler(
        part -> {
          if (read.addAndGet(part.length()) > LONGEST_BODY) {
            response.request().connection().close();
          }
        });
    return new Answer(response.statusCode(), response.getHeader("Retry-After"));
  }

  private static IOException failure(Throwable cause) throws TimeoutException {
    if (cause instanceof TimeoutException timeout) {
      throw timeout;
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }
}
