package dev.hourglass.ticketintake.rest;

import static dev.hourglass.ticketintake.rest.Api.PROPER;
import static dev.hourglass.ticketintake.rest.BadRequest.get;
import static dev.hourglass.ticketintake.rest.BadRequest.ticket;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** The table of what clients get wrong. */
final class BadRequests {

  private static final String PHONE = PROPER.replace("\"WEB\"", "\"PHONE\"");

  private BadRequests() {}

  static Stream<BadRequest> all() {
    return Stream.of(malformed(), invalid(), elsewhere()).flatMap(requests -> requests);
  }

  private static Stream<BadRequest> malformed() {
    return Stream.of(
        ticket("no body", "", 400),
        ticket("half an object", "{\"account\":", 400),
        ticket("no JSON", "account=ACME-1", 400),
        ticket("an array", "[]", 400),
        ticket("a string", "\"ticket\"", 400),
        ticket("null", "null", 400),
        ticket("two objects", PROPER + PROPER, 400),
        ticket("a comment", "/* hi */ {}", 400),
        ticket(
            "a doubled field",
            PROPER.replace("{\"account\"", "{\"queue\":\"BILLING\",\"account\""),
            400),
        ticket("too deep", "{\"account\":" + "[".repeat(2000) + "]".repeat(2000) + "}", 400),
        ticket("an unknown field", with("urgent", "true"), 400).at("/urgent", "subject", "account"),
        ticket("an unknown field within", PROPER.replace("\"name\"", "\"nick\""), 400)
            .at("/requester/nick", "email", "name", "role"),
        ticket("an id of their own", with("id", "\"" + UUID.randomUUID() + "\""), 400).at("/id"),
        ticket("a wrong channel", PROPER.replace("WEB", "FAX"), 400)
            .at("/channel", "WEB", "CHAT", "PHONE", "API"),
        ticket("a channel in lower case", PROPER.replace("WEB", "web"), 400).at("/channel", "WEB"),
        ticket("an empty channel", PROPER.replace("WEB", ""), 400).at("/channel", "WEB"),
        ticket("a channel by number", PROPER.replace("\"WEB\"", "0"), 400).at("/channel", "WEB"),
        ticket("a wrong queue", PROPER.replace("TECHNICAL", "LEGAL"), 400)
            .at("/queue", "TECHNICAL", "BILLING"),
        ticket("a wrong impact", PROPER.replace("SERVICE_DOWN", "BAD"), 400)
            .at("/impact", "SERVICE_DOWN", "QUESTION"),
        ticket("a wrong workaround", PROPER.replace("NONE", "MAYBE"), 400)
            .at("/workaround", "NONE", "PARTIAL", "FULL"),
        ticket("a wrong role", PROPER.replace("OWNER", "KING"), 400)
            .at("/requester/role", "OWNER", "MEMBER"),
        ticket("a number for a text", PROPER.replace("\"ACME-1\"", "17"), 400).at("/account"),
        ticket("a truth for a text", PROPER.replace("\"ACME-1\"", "true"), 400).at("/account"),
        ticket("a list for a text", PROPER.replace("\"ACME-1\"", "[\"A\"]"), 400).at("/account"),
        ticket("a text for an object", "{\"requester\":\"Ada\"}", 400).at("/requester"),
        ticket("a time without offset", received("2026-11-22T09:00:00"), 400).at("/receivedAt"),
        ticket("a time by number", with("receivedAt", "1700000000"), 400).at("/receivedAt"),
        ticket("Latin-1", "", 400)
            .bytes(PROPER.replace("Ada", "Adä").getBytes(StandardCharsets.ISO_8859_1)),
        ticket("UTF-16", "", 400).bytes(PROPER.getBytes(StandardCharsets.UTF_16)),
        ticket("UTF-16 without mark", "", 400).bytes(PROPER.getBytes(StandardCharsets.UTF_16LE)),
        ticket("a broken sequence", "", 400).bytes(broken((byte) 0xC3, (byte) 0x28)),
        ticket("an overlong NUL", "", 400).bytes(broken((byte) 0xC0, (byte) 0x80)),
        ticket("a surrogate in UTF-8", "", 400)
            .bytes(broken((byte) 0xED, (byte) 0xA0, (byte) 0x80)),
        ticket("a raw NUL", "", 400).bytes(broken((byte) 0)));
  }

  private static Stream<BadRequest> invalid() {
    Instant now = Instant.now();
    return Stream.of(
        ticket("a mail without brackets", with("mail", "{\"messageId\":\"1@a.example\"}"), 422)
            .at("/mail/messageId"),
        ticket("too long a Message-ID", with("mail", id("x".repeat(249))), 422)
            .at("/mail/messageId"),
        ticket("a header in a header", with("mail", id("1\\r\\nBcc: b")), 422)
            .at("/mail/messageId"),
        ticket("a thread of words", with("mail", "{\"references\":\"<1@a> two\"}"), 422)
            .at("/mail/references"),
        ticket("nothing", "{}", 422).at("/channel", "WEB", "CHAT", "PHONE", "API"),
        ticket("no queue", PROPER.replace("\"TECHNICAL\"", "null"), 422).at("/queue", "BILLING"),
        ticket("K15: no account on the web", PROPER.replace("\"ACME-1\"", "null"), 422)
            .at("/account"),
        ticket("an empty account", PROPER.replace("ACME-1", ""), 422).at("/account"),
        ticket("a blank account", PROPER.replace("ACME-1", "  \\t "), 422).at("/account"),
        ticket("an account like an e-mail", PROPER.replace("ACME-1", "ada@acme.example"), 422)
            .at("/account"),
        ticket("an over-long account", PROPER.replace("ACME-1", "A".repeat(65)), 422)
            .at("/account"),
        ticket("K15: no e-mail on the web", PROPER.replace("\"ada@acme.example\"", "null"), 422)
            .at("/requester/email"),
        ticket("no name on the web", PROPER.replace("Ada Lovelace", ""), 422).at("/requester/name"),
        ticket("no e-mail address", PROPER.replace("ada@acme.example", "ada at acme"), 422)
            .at("/requester/email"),
        ticket(
                "an injected header",
                PROPER.replace("ada@acme.example", "ada@acme.example\\r\\nBcc: x@y.example"),
                422)
            .at("/requester/email"),
        ticket("two addresses", PROPER.replace("ada@acme.example", "a@b.example,c@d.example"), 422)
            .at("/requester/email"),
        ticket("an over-long e-mail", PROPER.replace("ada@", "a".repeat(65) + "@"), 422)
            .at("/requester/email"),
        ticket("an over-long name", PROPER.replace("Ada Lovelace", "A".repeat(201)), 422)
            .at("/requester/name"),
        ticket(
                "K15: no description on the web",
                PROPER.replace("Every meeting ends after a minute.", " "),
                422)
            .at("/description"),
        ticket("an over-long description", PROPER.replace("Every", "E".repeat(20_000)), 422)
            .at("/description"),
        ticket("no subject on the web", PROPER.replace("Meetings drop", ""), 422).at("/subject"),
        ticket("an over-long subject", PROPER.replace("Meetings drop", "M".repeat(201)), 422)
            .at("/subject"),
        ticket("a subject of two lines", PROPER.replace("Meetings drop", "a\\nb"), 422)
            .at("/subject"),
        ticket("NUL in the subject", PROPER.replace("Meetings drop", "a\\u0000b"), 422)
            .at("/subject"),
        ticket("NUL in the description", PROPER.replace("Every", "\\u0000"), 422)
            .at("/description"),
        ticket("a lone surrogate", PROPER.replace("Every", "\\ud800"), 422).at("/description"),
        ticket("surrogates the wrong way round", PROPER.replace("Ada", "\\udc00\\ud800"), 422)
            .at("/requester/name"),
        ticket("a wrong locale", PROPER.replace("de-AT", "German, please"), 422).at("/locale"),
        ticket("a web ticket dated back", with("receivedAt", "\"" + now + "\""), 422)
            .at("/receivedAt"),
        ticket("a call in the future", received(now.plusSeconds(120).toString()), 422)
            .at("/receivedAt"),
        ticket("a call of last month", received(now.minus(Duration.ofDays(31)).toString()), 422)
            .at("/receivedAt"));
  }

  private static Stream<BadRequest> elsewhere() {
    String unknown = "/tickets/" + UUID.randomUUID();
    return Stream.of(
        ticket("a form", PROPER, 415).as("application/x-www-form-urlencoded"),
        ticket("plain text", PROPER, 415).as("text/plain"),
        ticket("an unknown ticket", "{}", 404).to("POST", unknown + "/solve"),
        ticket("an id that is none", "{}", 404).to("POST", "/tickets/17/solve"),
        ticket("a command that is none", "{}", 404).to("POST", unknown + "/explode"),
        ticket("the wrong method", PROPER, 405).to("PUT", "/tickets"),
        ticket("a deletion", "", 405).to("DELETE", unknown),
        get("a command by GET", unknown + "/solve", 405),
        get("an unknown ticket shown", unknown, 404),
        get("an id that is none, shown", "/tickets/not-a-uuid", 404),
        get("an id cut short", "/tickets/1-1-1-1-1", 404),
        get("an id with NUL", "/tickets/%00", 404),
        get("an unknown status", "/tickets?status=BROKEN", 400).at("status", "OPEN", "CANCELLED"),
        get("no number", "/tickets?page=first", 400).at("page"),
        get("a negative page", "/tickets?page=-1", 400).at("page"),
        get("a page too deep", "/tickets?page=1001", 400).at("page"),
        get("an empty page", "/tickets?size=0", 400).at("size"),
        get("a page too large", "/tickets?size=201", 400).at("size"),
        get("a number too large", "/tickets?size=99999999999", 400).at("size"),
        get("a misspelt filter", "/tickets?acount=A", 400).at("acount", "account"),
        get("a doubled filter", "/tickets?status=OPEN&status=SOLVED", 400).at("status"),
        get("NUL in a filter", "/tickets?account=%00", 400).at("account"),
        get("a path that is none", "/ticket", 404));
  }

  private static String with(String field, String value) {
    return PROPER.replaceFirst("\\{", "{\"" + field + "\":" + value + ",");
  }

  private static String id(String within) {
    return "{\"messageId\":\"<" + within + ">\"}";
  }

  private static String received(String time) {
    return PHONE.replaceFirst("\\{", "{\"receivedAt\":\"" + time + "\",");
  }

  /** A ticket whose name holds these bytes. */
  private static byte[] broken(byte... bytes) {
    String name = new String(bytes, StandardCharsets.ISO_8859_1);
    return PROPER.replace("Ada", name).getBytes(StandardCharsets.ISO_8859_1);
  }
}
