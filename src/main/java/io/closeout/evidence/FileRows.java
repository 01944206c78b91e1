package io.closeout.evidence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Uploads, files and their chunks as rows. Every change is a short transaction of its own. */
@Repository
class FileRows {

    /** Few: H2 rewrites what it must remember to undo a delete, and with 64 took seven times as long and the space. */
    private static final int CHUNKS_PER_DELETE = 4;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    FileRows(JdbcTemplate template, PlatformTransactionManager transactionManager) {
        this.template = template;
        jdbc = JdbcClient.create(template);
        ownTransaction = new TransactionTemplate(transactionManager);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A file that is complete, and the row it lies in. */
    record Claimed(long id, StoredFile file) {

        int chunks() {
            return (int) ((file.size() + StoredFiles.CHUNK_SIZE - 1) / StoredFiles.CHUNK_SIZE);
        }
    }

    long begin(Instant now) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        ownTransaction.executeWithoutResult(tx -> jdbc.sql("insert into stored_file (written_at) values (?)")
                .param(now.atOffset(ZoneOffset.UTC))
                .update(id, "id"));
        return id.getKeyAs(Long.class);
    }

    void append(long upload, int firstNo, List<byte[]> chunks, Instant now) {
        List<Object[]> numbered = new ArrayList<>();
        for (byte[] chunk : chunks) {
            numbered.add(new Object[] {upload, firstNo + numbered.size(), chunk});
        }
        ownTransaction.executeWithoutResult(tx -> {
            mustStillBeOpen(jdbc.sql("update stored_file set written_at = ? where id = ? and not abandoned")
                    .params(now.atOffset(ZoneOffset.UTC), upload)
                    .update());
            template.batchUpdate("insert into stored_chunk (file_id, chunk_no, content) values (?, ?, ?)", numbered);
        });
    }

    /**
     * Makes the upload the one file of its content.
     *
     * @return false if that content is stored already; also if another upload of it gets there first
     */
    boolean claim(long upload, StoredFile file, Instant now) {
        try {
            return ownTransaction.execute(tx -> claimUnlessStored(upload, file, now));
        } catch (DuplicateKeyException otherWasFirst) {
            return false;
        }
    }

    private boolean claimUnlessStored(long upload, StoredFile file, Instant now) {
        if (find(file.digest()).isPresent()) {
            return false;
        }
        mustStillBeOpen(jdbc.sql("""
                        update stored_file set digest = ?, file_size = ?, written_at = ?
                        where id = ? and not abandoned""")
                .params(file.digest(), file.size(), now.atOffset(ZoneOffset.UTC), upload)
                .update());
        return true;
    }

    Optional<Claimed> find(String digest) {
        return jdbc.sql("select id, digest, file_size from stored_file where digest = ?")
                .param(digest)
                .query((row, number) -> new Claimed(
                        row.getLong("id"), new StoredFile(row.getString("digest"), row.getLong("file_size"))))
                .optional();
    }

    Optional<byte[]> chunk(long id, int number) {
        return jdbc.sql("select content from stored_chunk where file_id = ? and chunk_no = ?")
                .params(id, number)
                .query((row, i) -> row.getBytes("content"))
                .optional();
    }

    List<Long> abandonedBefore(Instant time) {
        return jdbc.sql("select id from stored_file where digest is null and written_at < ? order by id")
                .param(time.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }

    /** Removes an upload that did not become a file; does nothing to a file. */
    void discard(long upload) {
        if (inOwnTransaction("update stored_file set abandoned = true where id = ? and digest is null", upload) == 0) {
            return;
        }
        int from = 0;
        while (inOwnTransaction(
                        "delete from stored_chunk where file_id = ? and chunk_no >= ? and chunk_no < ?",
                        upload,
                        from,
                        from + CHUNKS_PER_DELETE)
                > 0) {
            from += CHUNKS_PER_DELETE;
        }
        inOwnTransaction("delete from stored_file where id = ?", upload);
    }

    private int inOwnTransaction(String sql, Object... params) {
        Integer changed =
                ownTransaction.execute(tx -> jdbc.sql(sql).params(params).update());
        return changed == null ? 0 : changed;
    }

    private static void mustStillBeOpen(int rowsChanged) {
        if (rowsChanged == 0) {
            throw new IllegalStateException("The upload was discarded as abandoned before it ended");
        }
    }
}
