package dev.hourglass.prioritizer.rest;

import dev.hourglass.prioritizer.account.Account;
import dev.hourglass.prioritizer.account.AccountCheck;
import dev.hourglass.prioritizer.account.AccountDraft;
import dev.hourglass.prioritizer.account.Accounts;
import dev.hourglass.prioritizer.account.Accounts.Stored;
import dev.hourglass.prioritizer.account.InvalidAccountException;
import dev.hourglass.prioritizer.csv.AccountCsv;
import dev.hourglass.prioritizer.csv.UnreadableCsvException;
import dev.hourglass.prioritizer.edition.Editions;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The paying organisations and their members. */
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

  private final Accounts accounts;
  private final Editions editions;
  private final AccountCsv csv;
  private final BodyReader body;
  private final Clock clock;

  @Inject
  public AccountsResource(Accounts accounts, Editions editions, BodyReader body, Clock clock) {
    this.accounts = accounts;
    this.editions = editions;
    this.csv = new AccountCsv(accounts, editions::known);
    this.body = body;
    this.clock = clock;
  }

  @PUT
  @Path("/{number}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Store an account whole: what is left out is removed")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = AccountJson.class),
              example =
                  """
                  {"name": "Acme GmbH", "type": "BUSINESS", "plan": "PREMIER", "country": "DE",
                   "timeZone": "Europe/Berlin", "language": "de",
                   "members": [{"email": "ada@acme.example", "role": "ADMIN"}]}"""))
  @APIResponse(responseCode = "201", description = "The account is new")
  @APIResponse(responseCode = "200", description = "The account was there, changed or not")
  public Response put(@PathParam("number") String number, InputStream in) {
    AccountDraft draft = AccountJson.draft(number, body.json(in));
    Account account = checked(draft);
    Stored stored = accounts.put(account, clock.instant());
    Response.ResponseBuilder answer =
        stored == Stored.CREATED
            ? Response.created(URI.create("/accounts/" + account.number()))
            : Response.ok();
    return answer.entity(AccountJson.of(account)).build();
  }

  private Account checked(AccountDraft draft) {
    try {
      return AccountCheck.account(draft, editions::known);
    } catch (InvalidAccountException e) {
      String detail = "The account is not valid.";
      throw e.wrongWord()
          ? Problems.badRequest(detail, e.problems())
          : Problems.unprocessable(detail, e.problems());
    }
  }

  @GET
  @Path("/{number}")
  @Operation(summary = "An account with its members")
  public AccountJson get(@PathParam("number") String number) {
    if (!number.matches(AccountCheck.NUMBER)) {
      throw Problems.notFound("There is no such account.");
    }
    return accounts
        .find(number)
        .map(AccountJson::of)
        .orElseThrow(() -> Problems.notFound("There is no such account."));
  }

  @GET
  @Operation(summary = "Accounts in the order of their numbers")
  public PageJson<AccountJson> list(
      @QueryParam("page") String page, @QueryParam("size") String size) {
    Paging paging = Paging.of(page, size);
    Accounts.Page found = accounts.list(paging.page(), paging.size());
    List<AccountJson> items = found.accounts().stream().map(AccountJson::of).toList();
    return new PageJson<>(items, paging.page(), paging.size(), found.total());
  }

  @POST
  @Path("/import")
  @Consumes("text/csv")
  @Operation(summary = "Store accounts from CSV, a line each: good lines in, bad lines listed")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "text/csv",
              example =
                  """
                  number,name,type,plan,country,timeZone,language,edition,members
                  A-1001,Acme GmbH,BUSINESS,PREMIER,DE,Europe/Berlin,de,,ada@acme.example=ADMIN;bo@acme.example=MEMBER=da
                  """))
  public ImportJson importCsv(InputStream in) {
    try {
      return ImportJson.of(csv.read(body.text(in), clock.instant()));
    } catch (UnreadableCsvException e) {
      throw Problems.unprocessable("The file cannot be read.", e.problems());
    }
  }
}
