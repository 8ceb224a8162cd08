package dev.hourglass.prioritizer.rest;

import dev.hourglass.prioritizer.AccountConfig;
import dev.hourglass.prioritizer.account.Account;
import dev.hourglass.prioritizer.account.AccountCheck;
import dev.hourglass.prioritizer.account.AccountDraft;
import dev.hourglass.prioritizer.account.Accounts;
import dev.hourglass.prioritizer.account.Accounts.Stored;
import dev.hourglass.prioritizer.account.InvalidAccountException;
import dev.hourglass.prioritizer.csv.AccountCsv;
import dev.hourglass.prioritizer.csv.UnreadableCsvException;
import dev.hourglass.prioritizer.edition.Editions;
import dev.hourglass.rest.StrictQuery;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The paying organisations and their members. */
@Path("/accounts")
@Tag(name = "Accounts")
@Produces(MediaType.APPLICATION_JSON)
@StrictQuery
public class AccountsResource {

  private final Accounts accounts;
  private final Editions editions;
  private final AccountCsv csv;
  private final BodyReader body;
  private final Clock clock;
  private final AccountConfig config;

  @Inject
  public AccountsResource(
      Accounts accounts, Editions editions, BodyReader body, Clock clock, AccountConfig config) {
    this.accounts = accounts;
    this.editions = editions;
    this.csv = new AccountCsv(accounts, editions::known);
    this.body = body;
    this.clock = clock;
    this.config = config;
  }

  @PUT
  @Path("/{number}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putAccount",
      summary = "Store an account whole: what is left out is removed")
  @RequestBodySchema(AccountJson.class)
  @APIResponseSchema(value = AccountJson.class, responseCode = "200")
  public Response put(@PathParam("number") String number, InputStream in) {
    refuseUnlessRest();
    AccountDraft draft = AccountJson.draft(number, body.json(in));
    Account account = checked(draft);
    Stored stored = accounts.put(account, clock.instant());
    Response.ResponseBuilder answer =
        stored == Stored.CREATED
            ? Response.created(URI.create("/accounts/" + account.number()))
            : Response.ok();
    return answer.entity(AccountJson.of(account)).build();
  }

  private void refuseUnlessRest() {
    if (config.writer().refusesRest()) {
      throw Problems.conflict("Accounts are kept by a CRM here, on the topic 'accounts'.");
    }
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
  @Operation(operationId = "getAccount", summary = "An account with its members")
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
  @Path("/{number}/history")
  @Operation(
      operationId = "getAccountHistory",
      summary = "What an account was and from when on, the latest first")
  public PageJson<AccountVersionJson> history(
      @PathParam("number") String number,
      @Parameter(
              description = "Counts from 0",
              schema = @Schema(implementation = Integer.class, defaultValue = "0"))
          @QueryParam("page")
          String page,
      @Parameter(schema = @Schema(implementation = Integer.class, defaultValue = "50"))
          @QueryParam("size")
          String size) {
    Paging paging = Paging.of(page, size);
    Accounts.History found =
        Optional.of(number)
            .filter(each -> each.matches(AccountCheck.NUMBER))
            .flatMap(each -> accounts.history(each, paging.page(), paging.size()))
            .orElseThrow(() -> Problems.notFound("There is no such account."));
    List<AccountVersionJson> items = found.versions().stream().map(AccountVersionJson::of).toList();
    return new PageJson<>(items, paging.page(), paging.size(), found.total());
  }

  @GET
  @Operation(operationId = "listAccounts", summary = "Accounts in the order of their numbers")
  public PageJson<AccountJson> list(
      @Parameter(
              description = "Counts from 0",
              schema = @Schema(implementation = Integer.class, defaultValue = "0"))
          @QueryParam("page")
          String page,
      @Parameter(schema = @Schema(implementation = Integer.class, defaultValue = "50"))
          @QueryParam("size")
          String size) {
    Paging paging = Paging.of(page, size);
    Accounts.Page found = accounts.list(paging.page(), paging.size());
    List<AccountJson> items = found.accounts().stream().map(AccountJson::of).toList();
    return new PageJson<>(items, paging.page(), paging.size(), found.total());
  }

  @POST
  @Path("/import")
  @Consumes("text/csv")
  @Operation(
      operationId = "importAccounts",
      summary = "Store accounts from CSV, a line each: good lines in, bad lines listed")
  @RequestBodySchema(String.class)
  public ImportJson importCsv(InputStream in) {
    refuseUnlessRest();
    try {
      return ImportJson.of(csv.read(body.text(in), clock.instant()));
    } catch (UnreadableCsvException e) {
      throw Problems.unprocessable("The file cannot be read.", e.problems());
    }
  }
}
