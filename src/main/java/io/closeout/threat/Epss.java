package io.closeout.threat;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How probable an exploitation in the next 30 days is. Not a severity. EPSS, https://www.first.org/epss
 *
 * @param score from 0 to 1
 * @param percentile share of all CVEs with at most this score, from 0 to 1
 * @param on the day of the scores
 * @param model version of the model that made them
 */
public record Epss(String cve, BigDecimal score, BigDecimal percentile, LocalDate on, String model) {}
