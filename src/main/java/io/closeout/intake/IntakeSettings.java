package io.closeout.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code closeout.intake}.
 *
 * @param maxSize of one file; the servlet container takes the same limit from it
 * @param batchSize findings or items per transaction of a commit
 * @param inbox folder into which scans are dropped; blank for none
 */
@ConfigurationProperties("closeout.intake")
public record IntakeSettings(
        @DefaultValue("2GB") DataSize maxSize,
        @DefaultValue("50") int batchSize,
        @DefaultValue("") String inbox) {}
