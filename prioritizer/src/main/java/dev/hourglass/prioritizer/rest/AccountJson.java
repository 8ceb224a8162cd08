package dev.hourglass.prioritizer.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.contracts.ticket.Role;
import dev.hourglass.prioritizer.account.Account;
import dev.hourglass.prioritizer.account.AccountDraft;
import dev.hourglass.prioritizer.account.AccountDraft.MemberDraft;
import dev.hourglass.prioritizer.account.Member;
import dev.hourglass.prioritizer.account.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as REST sends and receives it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Account")
public record AccountJson(
    @Nullable String number,
    @Schema(required = true, examples = "Acme GmbH") String name,
    @Schema(required = true, examples = "BUSINESS") AccountType type,
    @Schema(required = true, examples = "PREMIER") Plan plan,
    @Schema(examples = "DE") @Nullable String country,
    @Schema(examples = "Europe/Berlin") @Nullable String timeZone,
    @Schema(examples = "de") @Nullable String language,
    @Schema(examples = "2021") @Nullable String edition,
    List<MemberJson> members) {

  /** A member as REST sends and receives it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Member")
  public record MemberJson(
      @Schema(examples = "ada@acme.example") @Nullable String email,
      @Schema(description = "SHA-256 of the address; instead of it where only a CRM has it")
          @Nullable String emailDigest,
      @Schema(examples = "ADMIN") Role role,
      @Schema(examples = "de-AT") @Nullable String language) {

    static MemberJson of(Member member) {
      return member.email() == null
          ? new MemberJson(null, member.emailDigest(), member.role(), member.language())
          : new MemberJson(member.email().value(), null, member.role(), member.language());
    }
  }

  static AccountJson of(Account account) {
    return new AccountJson(
        account.number(),
        account.name(),
        account.type(),
        account.plan(),
        account.country(),
        account.timeZone() == null ? null : account.timeZone().getId(),
        account.language(),
        account.edition(),
        account.members().stream().map(MemberJson::of).toList());
  }

  /** The draft that a PUT carries; the number may stand in the body, too, if it is the same. */
  static AccountDraft draft(String number, Fields fields) {
    String repeated = fields.text("number");
    AccountDraft draft =
        new AccountDraft(
            number,
            fields.text("name"),
            fields.text("type"),
            fields.text("plan"),
            fields.text("country"),
            fields.text("timeZone"),
            fields.text("language"),
            fields.text("edition"),
            fields.list("members", AccountJson::member));
    fields.refuseWrongForm();
    if (repeated != null && !repeated.equals(number)) {
      throw Problems.unprocessable(
          "The account is not valid.",
          List.of(Problem.of("/number", "is not the number in the path")));
    }
    return draft;
  }

  private static MemberDraft member(Fields fields) {
    return new MemberDraft(
        fields.text("email"),
        fields.text("emailDigest"),
        fields.text("role"),
        fields.text("language"));
  }
}
