package dev.hourglass.sandbox.mail;

import dev.hourglass.sandbox.ReceivedMail;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The pages of the inbox. Whatever comes from a mail is escaped. */
final class InboxPages {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      %s<title>%s</title>
      <style>
        :root { color-scheme: light dark; }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto;
               padding: 0 1rem; }
        table { border-collapse: collapse; width: 100%%; }
        th, td { text-align: left; padding: .4rem .8rem .4rem 0; vertical-align: top;
                 border-bottom: 1px solid #8884; overflow-wrap: anywhere; }
        td.time { white-space: nowrap; }
        dt { float: left; clear: left; width: 6rem; opacity: .7; }
        dd { margin-left: 6rem; overflow-wrap: anywhere; }
        iframe { width: 100%%; height: 34rem; border: 1px solid #8886; background: #fff;
                 color-scheme: light; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8884;
              padding: 1rem; }
        form { margin: 1rem 0; }
        input { font: inherit; padding: .2rem .4rem; width: 20rem; max-width: 100%%; }
      </style>
      </head>
      <body>
      %s
      </body>
      </html>
      """;

  private InboxPages() {}

  /** Newest first, looked at anew every few seconds. */
  static String list(List<ReceivedMail> oldestFirst, String to, int all) {
    StringBuilder rows = new StringBuilder();
    for (int i = oldestFirst.size() - 1; i >= 0; i--) {
      rows.append(row(oldestFirst.get(i)));
    }
    String title = "Inbox of the sandbox";
    String body =
        """
        <h1>%s</h1>
        <p>%d mails in all, %d shown, newest first. Nothing sent here leaves this machine.</p>
        <form><label>Only to <input type="email" name="to" value="%s"></label>
        <button>Show</button></form>
        <table>
        <thead><tr><th>Received</th><th>To</th><th>Subject</th></tr></thead>
        <tbody>
        %s</tbody>
        </table>
        """
            .formatted(title, all, oldestFirst.size(), escape(to == null ? "" : to), rows);
    return PAGE.formatted("<meta http-equiv=\"refresh\" content=\"5\">\n", title, body);
  }

  static String mail(ReceivedMail mail) {
    String html =
        mail.html().isEmpty()
            ? "<p>This mail has no HTML part.</p>"
            : """
              <iframe src="/mails/%s/html" title="The mail as HTML"
               sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>"""
                .formatted(mail.id());
    String body =
        """
        <p><a href="/">All mails</a> · <a href="/mails/%s.eml">Source</a></p>
        <h1>%s</h1>
        <dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd></dl>
        <h2>HTML</h2>
        %s
        <h2>Text</h2>
        <pre>%s</pre>
        <details><summary>Headers</summary>
        <pre>%s</pre></details>
        """
            .formatted(
                mail.id(),
                escape(mail.subject()),
                escape(mail.from()),
                escape(mail.to()),
                TIME.format(mail.receivedAt()),
                html,
                mail.text().isEmpty() ? "This mail has no text part." : escape(mail.text()),
                escape(headers(mail)));
    return PAGE.formatted("", escape(mail.subject()), body);
  }

  /** For the frame; its links open beside it, for in it nothing else may load. */
  static String htmlPart(ReceivedMail mail) {
    return "<base target=\"_blank\">" + mail.html();
  }

  static String notFound() {
    return PAGE.formatted("", "Not found", "<h1>Not found</h1><p><a href=\"/\">All mails</a></p>");
  }

  private static String row(ReceivedMail mail) {
    return "<tr><td class=\"time\">%s</td><td>%s</td><td><a href=\"/mails/%s\">%s</a></td></tr>\n"
        .formatted(
            TIME.format(mail.receivedAt()),
            escape(mail.to()),
            mail.id(),
            mail.subject().isEmpty() ? "(no subject)" : escape(mail.subject()));
  }

  private static String headers(ReceivedMail mail) {
    return mail.headers().entrySet().stream()
        .map(header -> header.getKey() + ": " + header.getValue())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
