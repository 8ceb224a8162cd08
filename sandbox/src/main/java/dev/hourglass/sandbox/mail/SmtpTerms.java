package dev.hourglass.sandbox.mail;

import dev.hourglass.sandbox.SandboxException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * On which terms an SMTP server speaks with a client.
 *
 * @param certificate a PKCS #12 file with the server's key and certificate; missing without TLS
 * @param user who may send; missing if everybody may
 */
public record SmtpTerms(Encryption encryption, Path certificate, String user, String password) {

  private static final String STORE_PASSWORD = "changeit";

  /** How a connection becomes secret. */
  public enum Encryption {
    NONE,
    /** After STARTTLS, without which nothing is accepted. */
    STARTTLS,
    /** From the first byte on. */
    IMPLICIT
  }

  /** Plain text, for everybody. */
  public static SmtpTerms open() {
    return new SmtpTerms(Encryption.NONE, null, null, null);
  }

  /** The same, encrypted. */
  public SmtpTerms encrypted(Encryption how, Path with) {
    return new SmtpTerms(how, with, user, password);
  }

  /** The same, only for who can log in. */
  public SmtpTerms only(String who, String withPassword) {
    return new SmtpTerms(encryption, certificate, who, withPassword);
  }

  boolean needsLogin() {
    return user != null;
  }

  SSLContext context() {
    try (InputStream in = Files.newInputStream(certificate)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, STORE_PASSWORD.toCharArray());
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, STORE_PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new SandboxException("the certificate in " + certificate + " cannot be read", e);
    }
  }

  /**
   * Makes a certificate for a host, signed by itself, with the JDK's keytool.
   *
   * @return the PKCS #12 file; a client that trusts it uses it as its trust store
   */
  public static Path makeCertificate(Path file, String host) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(file);
      Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
      List<String> command =
          List.of(
              keytool.toString(),
              "-genkeypair",
              "-alias",
              "smtp",
              "-keyalg",
              "EC",
              "-dname",
              "CN=" + host,
              "-ext",
              "san=dns:" + host,
              "-validity",
              "2",
              "-storetype",
              "PKCS12",
              "-storepass",
              STORE_PASSWORD,
              "-keystore",
              file.toString());
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new SandboxException("keytool failed: " + said);
      }
      return file;
    } catch (IOException e) {
      throw new SandboxException("keytool cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("interrupted while making a certificate", e);
    }
  }
}
