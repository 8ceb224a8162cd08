package dev.hourglass.prioritizer.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hourglass.contracts.account.AccountChanged;
import dev.hourglass.contracts.promise.AccountType;
import dev.hourglass.contracts.promise.Plan;
import dev.hourglass.prioritizer.account.Accounts.Version;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an account was from some moment on.
 *
 * @param sequence counts the versions of the account from 1
 * @param effectiveFrom from when on tickets were promised what it is promised (UTC)
 * @param members how many there were; who is not kept readable in old versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AccountVersion")
public record AccountVersionJson(
    long sequence,
    Instant effectiveFrom,
    String name,
    AccountType type,
    Plan plan,
    @Nullable String country,
    @Nullable String timeZone,
    @Nullable String language,
    @Nullable String edition,
    int members) {

  static AccountVersionJson of(Version version) {
    AccountChanged account = version.account();
    ZoneId zone = account.timeZone();
    return new AccountVersionJson(
        version.sequence(),
        version.effectiveFrom(),
        account.name(),
        account.type(),
        account.plan(),
        account.country(),
        zone == null ? null : zone.getId(),
        account.language(),
        account.edition(),
        account.members().size());
  }
}
