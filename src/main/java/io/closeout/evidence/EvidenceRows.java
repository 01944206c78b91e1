package io.closeout.evidence;

import io.closeout.evidence.Evidence.EvidenceFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Evidence as rows. Rows are only added, and withdrawn at most once. */
@Repository
class EvidenceRows {

    private static final String SELECT = """
            select e.id, e.subject, e.kind, e.file_digest, e.file_name, e.media_type, f.file_size, e.link, e.speaks_of,
                   e.note, e.uploaded_at, e.uploaded_by, e.supersedes, later.id as superseded_by, e.withdrawn
            from evidence e
            left join stored_file f on f.digest = e.file_digest
            left join evidence later on later.supersedes = e.id
            """;

    private final JdbcClient jdbc;

    EvidenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the same evidence with its id */
    Evidence insert(Evidence evidence) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        EvidenceFile file = evidence.file();
        jdbc.sql("""
                        insert into evidence (subject, kind, file_digest, file_name, media_type, link, speaks_of, note,
                                              uploaded_at, uploaded_by, supersedes)
                        values (:subject, :kind, :digest, :name, :mediaType, :link, :speaksOf, :note, :at, :by, :supersedes)""")
                .param("subject", evidence.subject())
                .param("kind", evidence.kind().name())
                .param("digest", file == null ? null : file.digest())
                .param("name", file == null ? null : file.name())
                .param("mediaType", file == null ? null : file.mediaType())
                .param("link", evidence.link())
                .param("speaksOf", evidence.speaksOf())
                .param("note", evidence.note())
                .param("at", evidence.uploadedAt().atOffset(ZoneOffset.UTC))
                .param("by", evidence.uploadedBy())
                .param("supersedes", evidence.supersedes())
                .update(id, "id");
        return evidence.withId(id.getKeyAs(Long.class));
    }

    Optional<Evidence> find(long id) {
        return jdbc.sql(SELECT + "where e.id = ?")
                .param(id)
                .query(EvidenceRows::evidence)
                .optional();
    }

    List<Evidence> of(String subject) {
        return jdbc.sql(SELECT + "where e.subject = ? order by e.id")
                .param(subject)
                .query(EvidenceRows::evidence)
                .list();
    }

    /** Subjects that have none are left out. */
    Map<String, Integer> countCurrent(Collection<String> subjects) {
        return jdbc
                .sql("""
                        select e.subject, count(*) as pieces from evidence e
                        where e.subject in (:subjects) and e.withdrawn is null
                          and not exists (select 1 from evidence later where later.supersedes = e.id)
                        group by e.subject""")
                .param("subjects", subjects)
                .query((row, number) -> Map.entry(row.getString("subject"), row.getInt("pieces")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void withdraw(long id, String why) {
        jdbc.sql("update evidence set withdrawn = ? where id = ? and withdrawn is null")
                .params(why, id)
                .update();
    }

    private static Evidence evidence(ResultSet row, int number) throws SQLException {
        return new Evidence(
                row.getLong("id"),
                row.getString("subject"),
                EvidenceKind.valueOf(row.getString("kind")),
                file(row),
                row.getString("link"),
                row.getObject("speaks_of", LocalDate.class),
                row.getString("note"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getString("uploaded_by"),
                row.getObject("supersedes", Long.class),
                row.getObject("superseded_by", Long.class),
                row.getString("withdrawn"));
    }

    private static @Nullable EvidenceFile file(ResultSet row) throws SQLException {
        String digest = row.getString("file_digest");
        return digest == null
                ? null
                : new EvidenceFile(
                        row.getString("file_name"), row.getString("media_type"), digest, row.getLong("file_size"));
    }
}
