package dev.hourglass.prioritizer.rest;

import dev.hourglass.contracts.text.Texts;
import dev.hourglass.policy.edition.Edition;
import dev.hourglass.policy.edition.EditionValidator;
import dev.hourglass.policy.edition.InvalidEditionException;
import dev.hourglass.policy.yaml.EditionYaml;
import dev.hourglass.prioritizer.account.Problem;
import dev.hourglass.prioritizer.edition.Editions;
import dev.hourglass.prioritizer.edition.Editions.Publication;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What clients send as an edition: published, or refused with every reason. */
final class EditionDocuments {

  private EditionDocuments() {}

  /** Publishes a document that is valid, whole; it never changes afterwards. */
  static Response publish(Editions editions, String document, Instant now) {
    Edition edition = read(document);
    Publication publication = editions.publish(edition, document, now);
    if (publication == Publication.CONFLICT) {
      throw differs(edition.id());
    }
    URI location = URI.create("/editions/" + edition.id());
    return (publication == Publication.PUBLISHED
            ? Response.created(location)
            : Response.ok().location(location))
        .entity(Map.of("edition", edition.id(), "title", edition.title()))
        .build();
  }

  /** The refusal of other content under an id that is published. */
  static HttpProblem differs(String id) {
    return Problems.conflict(
        "Edition "
            + id
            + " is published with another document, and an edition never changes; choose another"
            + " id.");
  }

  /** The published edition of that id, as a path names it. */
  static Edition published(Editions editions, String id) {
    return Optional.of(id)
        .filter(each -> each.matches(EditionValidator.ID))
        .filter(editions::known)
        .map(editions::edition)
        .orElseThrow(() -> Problems.notFound("There is no edition '" + Texts.shown(id, 40) + "'."));
  }

  /** The edition that a document is; a problem with every reason if it is none. */
  static Edition read(String document) {
    try {
      return EditionYaml.read(document);
    } catch (InvalidEditionException e) {
      throw e.readable()
          ? Problems.unprocessable("The edition is not valid.", problems(e))
          : unreadable(e);
    }
  }

  /** What a readable document calls itself. */
  static String id(String document) {
    try {
      return EditionYaml.id(document);
    } catch (InvalidEditionException e) {
      throw unreadable(e);
    }
  }

  /** All that keeps a document from being published; empty if nothing does. */
  static List<Problem> problems(String document) {
    try {
      EditionYaml.read(document);
      return List.of();
    } catch (InvalidEditionException e) {
      return problems(e);
    }
  }

  private static HttpProblem unreadable(InvalidEditionException e) {
    return Problems.badRequest("The document cannot be read.", problems(e));
  }

  private static List<Problem> problems(InvalidEditionException e) {
    return e.problems().stream()
        .map(problem -> Problem.of(problem.pointer(), problem.message()))
        .toList();
  }
}
