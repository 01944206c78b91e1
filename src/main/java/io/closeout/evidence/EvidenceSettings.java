package io.closeout.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of evidence.
 *
 * @param maxSize of one file that a person attaches
 */
@ConfigurationProperties("closeout.evidence")
record EvidenceSettings(@DefaultValue("100MB") DataSize maxSize) {}
