package dev.hourglass.prioritizer.postgres;

import static dev.hourglass.prioritizer.postgres.Instants.utc;

import dev.hourglass.prioritizer.edition.Drafts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Drafts of editions in PostgreSQL. */
@ApplicationScoped
public class DraftStore implements Drafts {

  /** Two that are stored at once are stored one after the other, so that the limit holds. */
  private static final String LOCK = "lock table drafts in share row exclusive mode";

  private static final String STANDING =
      """
      select exists (select 1 from editions where id = ?),
             exists (select 1 from drafts where edition = ?),
             (select count(*) from drafts)
      """;

  private static final String PUT =
      """
      insert into drafts (edition, document, stored_at) values (?, ?, ?)
      on conflict (edition) do update
      set document = excluded.document, stored_at = excluded.stored_at
      """;

  private static final String FIND =
      "select edition, document, stored_at from drafts where edition = ?";
  private static final String LIST =
      "select edition, document, stored_at from drafts order by edition";
  private static final String REMOVE = "delete from drafts where edition = ?";

  private final DataSource dataSource;

  @Inject
  public DraftStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  @Transactional
  public Storing put(Draft draft) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement lock = connection.prepareStatement(LOCK);
        PreparedStatement put = connection.prepareStatement(PUT)) {
      lock.execute();
      Storing storing = standing(connection, draft.edition());
      if (storing == Storing.NEW || storing == Storing.REPLACED) {
        put.setString(1, draft.edition());
        put.setString(2, draft.document());
        put.setObject(3, utc(draft.storedAt()));
        put.executeUpdate();
      }
      return storing;
    } catch (SQLException e) {
      throw new DatabaseException("a draft could not be stored", e);
    }
  }

  private static Storing standing(Connection connection, String edition) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(STANDING)) {
      select.setString(1, edition);
      select.setString(2, edition);
      try (ResultSet result = select.executeQuery()) {
        result.next();
        if (result.getBoolean(1)) {
          return Storing.PUBLISHED;
        }
        if (result.getBoolean(2)) {
          return Storing.REPLACED;
        }
        return result.getLong(3) >= MOST ? Storing.TOO_MANY : Storing.NEW;
      }
    }
  }

  @Override
  @Transactional
  public Optional<Draft> find(String edition) {
    return select(FIND, edition).stream().findFirst();
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Draft> lock(String edition) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.execute();
    } catch (SQLException e) {
      throw new DatabaseException("drafts could not be locked", e);
    }
    return find(edition);
  }

  @Override
  @Transactional
  public List<Draft> list() {
    return select(LIST);
  }

  private List<Draft> select(String sql, String... arguments) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        select.setString(i + 1, arguments[i]);
      }
      List<Draft> drafts = new ArrayList<>();
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          Instant storedAt = Instants.get(result, 3);
          drafts.add(new Draft(result.getString(1), result.getString(2), storedAt));
        }
      }
      return drafts;
    } catch (SQLException e) {
      throw new DatabaseException("drafts could not be read", e);
    }
  }

  @Override
  @Transactional
  public boolean remove(String edition) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement remove = connection.prepareStatement(REMOVE)) {
      remove.setString(1, edition);
      return remove.executeUpdate() > 0;
    } catch (SQLException e) {
      throw new DatabaseException("a draft could not be removed", e);
    }
  }
}
